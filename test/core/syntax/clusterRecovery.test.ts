// What survives of a broken cluster file, and where its problems are: a mistake stays in its statement.

import assert from "node:assert/strict";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { ClusterFile } from "@lkcluster/core/syntax/cluster/tree.ts";
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
