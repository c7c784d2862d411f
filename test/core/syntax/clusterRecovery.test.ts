// What survives of a broken cluster file, and where its problems are: a mistake stays in its statement.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { ClusterFile, ResourceItem } from "@lkcluster/core/syntax/cluster/tree.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import { assertProblems, readFixture, textOf } from "../../support/fixture.ts";

function check(fixtureText: string): ClusterFile {
  const fixture = readFixture(fixtureText);
  const parsed = parseCluster("cluster.lk", textOf(fixture));
  assertProblems(fixture, parsed.problems);
  return parsed.tree;
}

/** The items of the cluster as `kind name`, which is what other features can still work with. */
function items(tree: ClusterFile): readonly string[] {
  return (tree.cluster?.items ?? []).map((item) => {
    if (item.kind === "path") return `path ${item.left?.value ?? "?"}-${item.right?.value ?? "?"}`;
    if (item.kind === "resource") return `resource ${item.tag?.value ?? "?"}`;
    return "name" in item ? `${item.kind} ${item.name?.value ?? "?"}` : item.kind;
  });
}

describe("a broken cluster file", () => {
  it("keeps the path behind a half-typed one", () => {
    const tree = check(`cluster c {
  path a <->
  #      ^^^ error[syntax-missing-part]
  path b <-> c { tcp 10.0.0.1 <-> 10.0.0.2 }
}`);
    assert.deepEqual(items(tree), ["path a-?", "path b-c"]);
  });

  it("keeps the node behind one that misses everything", () => {
    const tree = check(`cluster c {
  node
# ^^^^ error[syntax-missing-part]
  node b { address 10.0.0.2 }
  node c
  #    ^ error[syntax-missing-brace]
  witness d { }
}`);
    assert.deepEqual(items(tree), ["node ?", "node b", "node c", "witness d"]);
  });

  it("ends a block without brace where the next item stands at its own depth", () => {
    const tree = check(`cluster c {
  node a {
  #      ^ error[syntax-missing-brace]
    address 10.0.0.1
  node b {
    address 10.0.0.2
  }
}`);
    assert.deepEqual(items(tree), ["node a", "node b"]);
  });

  it("ends an open cluster where a scenario begins", () => {
    const tree = check(`cluster c {
#         ^ error[syntax-missing-brace]
  node a { address 10.0.0.1 }
scenario "s" {
  crash a
}`);
    assert.deepEqual(items(tree), ["node a"]);
    assert.equal(tree.scenarios[0]?.steps.length, 1);
  });

  it("points at the block inside that lacks its brace, where the indentation tells", () => {
    const tree = check(`cluster c {
  resource app gen/app {
    resource /data gen/filesys /data {
    #                                ^ error[syntax-missing-brace]
      resource disk scsi/disk /dev/sdb
    servers a 1
  }
  network lan
}`);
    assert.deepEqual(items(tree), ["resource app", "network lan"]);
    check(`cluster c {
  resource app gen/app {
  #                    ^ error[syntax-missing-brace]
    servers a 1
}`);
  });

  it("supplies a missing opening brace where the block goes on", () => {
    const tree = check(`cluster c {
  node a address 10.0.0.1 }
  #      ^^^^^^^ error[syntax-missing-brace]
  node b { address 10.0.0.2 }
}`);
    assert.deepEqual(items(tree), ["node a", "node b"]);
  });

  it("reports a misspelt item once, with what was meant, and skips its block", () => {
    const tree = check(`cluster c {
  nodee a {
# ^^^^^ error[syntax-unknown-item]
    address 10.0.0.1
  }
  node b { adress 10.0.0.2 address 10.0.0.3 }
  #        ^^^^^^ error[syntax-unknown-item]
}`);
    assert.deepEqual(items(tree), ["node b"]);
  });

  it("keeps items that stand behind a brace too many", () => {
    const tree = check(`cluster c {
  node a { address 10.0.0.1 } }
  node b { address 10.0.0.2 }
# ^^^^ error[syntax-misplaced-item]
}
#<^ error[syntax-stray-brace]`);
    assert.deepEqual(items(tree), ["node a", "node b"]);
  });

  it("asks for quotes around a name that is a keyword in its place", () => {
    const tree = check(`cluster c {
  network storage
  #       ^^^^^^^ error[syntax-keyword-as-name]
  node "node" { address 10.0.0.1 }
  node source { address 10.0.0.2 }
  domain d { network, "node", source }
}
scenario "s" { crash source crash stop }
#                                 ^^^^ error[syntax-keyword-as-name]`);
    assert.deepEqual(items(tree), ["network storage", "node node", "node source", "domain d"]);
  });

  it("does not take the next statement for what a half-typed one lacks", () => {
    const tree = check(`cluster c { }
scenario "s" {
  crash
# ^^^^^ error[syntax-missing-part]
  expect app active on
  #                 ^^ error[syntax-missing-part]
  expect app active on a within
  #                      ^^^^^^ error[syntax-missing-part]
  cut a <->
  #     ^^^ error[syntax-missing-part]
  boot a without network
  wait 5
  #    ^ error[syntax-not-a-duration]
}`);
    assert.deepEqual(
      tree.scenarios[0]?.steps.map((step) => (step.kind === "expect" ? "expect" : step.actions[0]?.kind)),
      ["crash", "expect", "expect", "cut-pair", "boot", "wait"],
    );
  });

  it("says which words are known where only some are", () => {
    check(`cluster c {
  platform azur
  #        ^^^^ error[syntax-unknown-word]
  node a { shutdown now }
  #                 ^^^ error[syntax-unknown-word]
  resource app gen { mode sync failover yes temporal-recovery x in 5 }
  #            ^^^ error[syntax-resource-type]
  #                       ^^^^ error[syntax-unknown-word]
  #                                     ^^^ error[syntax-unknown-word]
  #                                                           ^ error[syntax-not-a-number]
  #                                                                ^ error[syntax-not-a-duration]
}
prove "p" { never splitbrain always app up to 2 faults of crash, fire }
#                 ^^^^^^^^^^ error[syntax-unknown-word]
#                                       ^^ error[syntax-missing-part]
#                                                                ^^^^ error[syntax-unknown-word]`);
  });

  it("reports strings that are not closed and escapes that mean nothing", () => {
    check(String.raw`cluster c {
  defaults "etc/default/LifeKeeper
  #        ^^^^^^^^^^^^^^^^^^^^^^^ error[syntax-unclosed-string]
  node a { file "a\tb" }
  #               ^^ error[syntax-unknown-escape]
}`);
  });

  it("has a problem for a file without a cluster, with two, and for one that is empty", () => {
    check(`scenario "s" { }
#<^ error[syntax-missing-cluster]`);
    check(`cluster a { }
cluster b { }
#<^^^^^^^ error[syntax-second-cluster]`);
    assert.deepEqual(
      parseCluster("a.lk", "").problems.map((problem) => problem.code),
      ["syntax-missing-cluster"],
    );
  });
});

/** What a tree still knows: every name and every step, each with what it stands in. */
function knowledge(tree: ClusterFile): readonly string[] {
  const found: string[] = [];
  const resource = (item: ResourceItem, path: string): void => {
    const own = `${path}/${item.tag?.value ?? "?"}`;
    found.push(own);
    for (const inside of item.items) {
      if (inside.kind === "resource") resource(inside, own);
      else found.push(`${own}.${inside.kind}`);
    }
  };
  for (const item of tree.cluster?.items ?? []) {
    if (item.kind === "resource") resource(item, "");
    else if (item.kind === "path") {
      found.push(
        `path ${item.left?.value}-${item.right?.value}`,
        ...item.links.map((link) => `link ${link.left?.value}`),
      );
    } else if (item.kind === "node" || item.kind === "witness") {
      found.push(`node ${item.name?.value}`, ...item.items.map(({ kind }) => `${item.name?.value}.${kind}`));
    } else found.push(`${item.kind} ${"name" in item ? item.name?.value : ""}`);
  }
  for (const { title, steps } of tree.scenarios) {
    found.push(`scenario ${title?.value}`);
    for (const step of steps) {
      found.push(
        step.kind === "expect" ? `expect ${step.form?.kind}` : step.actions.map(({ kind }) => kind).join(" and "),
      );
    }
  }
  for (const { title, clauses } of tree.proofs) found.push(`proof ${title?.value}`, ...clauses.map(({ kind }) => kind));
  return found;
}

function missing(from: readonly string[], known: readonly string[]): number {
  const left = [...known];
  let count = 0;
  for (const each of from) {
    const at = left.indexOf(each);
    if (at < 0) count++;
    else left.splice(at, 1);
  }
  return count;
}

describe("a line that breaks off", () => {
  const root = join(import.meta.dirname, "../../..");
  const files = readdirSync(join(root, "samples"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".lk"))
    .map((entry) => join(entry.parentPath, entry.name));

  for (const file of files) {
    it(`${file.slice(root.length + 1)}: loses nothing but itself, and gives no flood of problems`, () => {
      const text = readFileSync(file, "utf8");
      const lines = text.split("\n");
      const whole = knowledge(parseCluster("", text).tree);
      for (const [index, line] of lines.entries()) {
        const words = [...line.matchAll(/\S+/g)];
        if (words.length < 2 || line.trimStart().startsWith("#")) continue;
        const without = [...lines.slice(0, index), ...lines.slice(index + 1)].join("\n");
        const own = line.trimEnd().endsWith("{")
          ? whole.length
          : missing(whole, knowledge(parseCluster("", without).tree));
        for (const word of words.slice(1)) {
          const broken = [...lines.slice(0, index), line.slice(0, word.index), ...lines.slice(index + 1)].join("\n");
          const { tree, problems } = parseCluster("", broken);
          const lost = missing(whole, knowledge(tree));
          assert(lost <= own, `line ${index + 1} up to "${word[0]}" loses ${lost}`);
          assert(problems.length <= 3, `line ${index + 1} up to "${word[0]}" gives ${problems.length} problems`);
        }
      }
    });
  }
});

describe("a header without its brace", () => {
  it("keeps a body that is indented below it", () => {
    const tree = check(`cluster
#<^^^^^^^ error[syntax-missing-part]
  node
# ^^^^ error[syntax-missing-part]
    address 10.0.0.1
  }
  path a <-> b
  #          ^ error[syntax-missing-brace]
    tcp 10.0.0.1 <-> 10.0.0.2
  }
  resource app gen/app
  #            ^^^^^^^ error[syntax-missing-brace]
    servers a 1
    resource ip comm/ip
  }
  network lan
}
prove
#<^^^^^ error[syntax-missing-part]
  never split-brain
}`);
    assert.deepEqual(items(tree), ["node ?", "path a-b", "resource app", "network lan"]);
    assert.equal(tree.proofs[0]?.clauses.length, 1);
  });
});

describe("the fix of a syntax problem", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "closes a block on a line of its own",
      "cluster c {\n  node a {\n    stonith\n  node b {}\n}",
      "cluster c {\n  node a {\n    stonith\n  }\n  node b {}\n}",
    ],
    ["closes a block on its line", "cluster c { node a { stonith", "cluster c { node a { stonith } }"],
    [
      "inserts the sign that is missing",
      "cluster c { path a b { tcp x <-> y } }",
      "cluster c { path a <-> b { tcp x <-> y } }",
    ],
    [
      "inserts the word that is missing",
      'cluster c {} scenario "s" { in-service app b }',
      'cluster c {} scenario "s" { in-service app on b }',
    ],
    ["quotes a keyword", "cluster c { network node }", 'cluster c { network "node" }'],
    ["corrects a word", "cluster c { platform azur }", "cluster c { platform azure }"],
    ["corrects a keyword", "cluster c { netwrok a }", "cluster c { network a }"],
  ];
  for (const [title, before, after] of cases) {
    it(title, () => {
      let text = before;
      for (let round = 0; round < 3; round++) {
        const [fix] = parseCluster("", text).problems.flatMap(({ fixes }) => fixes);
        text = applyEdits(text, fix?.edits ?? []);
      }
      assert.equal(text, after);
      assert.deepEqual(parseCluster("", text).problems, []);
    });
  }
});
