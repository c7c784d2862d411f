// Completion: what is offered where, and what it inserts.

import assert from "node:assert/strict";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { completionDocumentation } from "@lkcluster/core/ide/completionDocumentation.ts";
import { type CompletionItem, snippetText } from "@lkcluster/core/ide/completionItem.ts";
import { waysToWrite } from "@lkcluster/core/ide/progress.ts";
import { openers } from "@lkcluster/core/language/keywords.ts";
import { statements } from "@lkcluster/core/language/statements.ts";
import { locales } from "@lkcluster/core/locale/localized.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { textOf } from "../../support/fixture.ts";
import { atCursor } from "./fixtureSnapshot.ts";

const base = `cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  network lan
  domain az { a }
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers a 1, b 10 resource "my data" gen/filesys /data }
  %item
}
scenario "s" {
  %step
}
prove "p" {
  %clause
}
//- LifeKeeper
QUORUM_MODE=majority
%line
`;

function items(where: "item" | "step" | "clause" | "line", text: string): readonly CompletionItem[] {
  const fixture = base.replace(`%${where}`, text).replace(/%\w+/g, "");
  const { snapshot, place } = atCursor(fixture);
  return [...complete(snapshot, place, "en")].sort((a, b) => a.rank - b.rank);
}

function labels(where: "item" | "step" | "clause" | "line", text: string): readonly string[] {
  return items(where, text).map(({ label }) => label);
}

describe("completion in a cluster file", () => {
  const cases: readonly (readonly ["item" | "step" | "clause", string, readonly string[]])[] = [
    ["item", "path <|>", ["a", "b"]],
    ["item", "path a <|>", ["<->"]],
    ["item", "path a <-> <|>", ["b", "a"]],
    ["item", "path a <-> b<|> { }", ["b", "a"]],
    ["item", "platform <|>", ["physical", "vmware", "aws", "azure", "gcp", "oci"]],
    ["item", "domain d { <|> }", ["a", "b", "lan"]],
    ["item", "domain d { a, <|> }", ["a", "b", "lan"]],
    ["item", "path a <-> b { tcp <|> }", ["10.0.0.1"]],
    ["item", "path a <-> b { tcp 10.0.0.1 <-> <|> }", ["10.0.0.2"]],
    ["item", "path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 on <|> }", ["lan"]],
    ["item", "resource x gen/app { switchback <|> }", ["intelligent", "automatic"]],
    ["item", "resource x gen/app { servers <|> }", ["a", "b"]],
    ["item", "resource x gen/app { servers a 1, <|> }", ["b", "a"]],
    ["item", "resource x gen/app { uses <|> }", ["app", "my data"].concat(["x"])],
    ["item", "node c { shutdown <|> }", ["switchover", "stay"]],
    ["step", "crash <|>", ["a", "b"]],
    ["step", "cut <|>", ["path", "network", "a", "b"]],
    ["step", "cut network <|>", ["lan"]],
    ["step", "fail-domain <|>", ["az"]],
    ["step", "partition a <|>", ["|"]],
    ["step", "expect no <|>", ["quorum", "failover", "split-brain"]],
    ["step", "expect app active <|>", ["on", "nowhere"]],
    ["step", "given mirror app <|>", ["resyncing", "source"]],
    ["step", "refuse <|>", ["restore", "remove"]],
    ["step", "in-service app <|>", ["on"]],
    ["clause", "never <|>", ["split-brain", "two-active", "outage", "data-loss"]],
    ["clause", "up to 2 <|>", ["faults"]],
    ["clause", "always <|>", ["app", "my data"]],
  ];
  for (const [where, text, expected] of cases) {
    it(`offers at ${text}`, () => {
      const found = labels(where, text);
      assert.deepEqual(new Set(found.slice(0, expected.length)), new Set(expected), found.slice(0, 12).join(" "));
    });
  }

  it("offers the statements of a block where one may begin, and no others", () => {
    const written = new Set(["lifekeeper", "defaults"]);
    assert.deepEqual(
      new Set(labels("item", "<|>")),
      new Set(openers.cluster.filter((keyword) => !written.has(keyword))),
    );
    assert.deepEqual(new Set(labels("item", "node c { <|> }")), new Set(openers.node));
    assert.deepEqual(new Set(labels("step", "crash a\n  <|>")).has("expect"), true);
    assert.deepEqual(new Set(labels("clause", "<|>")), new Set(openers.prove));
  });

  it("offers the requirements that others of the file name", () => {
    const { snapshot, place } = atCursor(`cluster c { }
scenario "s" { requirement B-2, "A 1" }
prove "p" { requirement B-2, <|> never outage }`);
    const offered = complete(snapshot, place, "en").filter(({ kind }) => kind === "name");
    assert.deepEqual(
      offered.map(({ newText }) => newText),
      ['"A 1"'],
    );
  });

  it("offers no statement again that a block has once", () => {
    const node = labels("item", "node c { address 192.0.2.1 stonith <|> set X = 1 }");
    assert(node.includes("set") && node.includes("ssh") && !node.includes("address") && !node.includes("stonith"));
    const outer = labels("item", "resource x gen/app { servers a 1 resource y gen/app { mode synchronous } <|> }");
    assert(outer.includes("resource") && outer.includes("mode") && !outer.includes("servers"));
    const inner = labels("item", "resource x gen/app { servers a 1 resource y gen/app { mode synchronous <|> } }");
    assert(inner.includes("servers") && !inner.includes("mode"));
    assert(labels("item", "  platform aws\n  <|>").includes("network"));
    assert(!labels("item", "  platform aws\n  <|>").includes("platform"));
    assert(labels("item", "  plat<|> aws").includes("platform"), "the one being written may be corrected");
  });

  it("offers behind a name only what things of its kind can be", () => {
    assert.deepEqual(labels("step", "expect app <|>"), ["active", "ISP", "ISU", "OSU", "OSF"]);
    assert.deepEqual(labels("step", "expect a <|>"), ["up", "off", "halted", "rebooted"]);
    const unknown = labels("step", "expect nobody <|>");
    assert(unknown.includes("active") && unknown.includes("halted"), "an unknown name may become either");
  });

  it("offers the braces of a block, unless they are there", () => {
    const braces = (text: string) => items("item", text).find(({ label }) => label === "{ }")?.newText;
    assert.equal(braces("path a <-> b <|>"), "{\n\t$0\n}");
    assert.equal(braces("node c <|>"), "{ $0 }");
    assert.equal(braces("node c <|> { }"), undefined);
  });

  it("puts names before words, and the things a statement is about first", () => {
    assert.deepEqual(labels("step", "expect <|>").slice(0, 4), ["app", "my data", "a", "b"]);
  });

  it("shows no marks of markdown beside an entry", () => {
    for (const text of ["QUORUM_MODE=<|>", "QUORUM_LOSS_ACTION=<|>", "<|>"]) {
      for (const { label, detail } of items("line", text)) assert.doesNotMatch(detail ?? "", /`/, label);
    }
  });

  it("says of a statement what it is in a whole sentence", () => {
    for (const { label, detail } of items("item", "<|>")) assert.doesNotMatch(detail ?? "", /:$/, label);
  });

  it("offers actions only behind `and`", () => {
    const found = labels("step", "crash a and <|>");
    assert(found.includes("cut") && !found.includes("expect") && !found.includes("given"));
  });

  it("offers `and`-less continuations beside new statements", () => {
    assert(labels("step", "boot a <|>").includes("without"));
    assert(labels("step", "boot a <|>").includes("expect"));
  });

  it("writes a name that needs quotes with quotes", () => {
    const found = items("step", "fail <|>").find(({ label }) => label === "my data");
    assert.equal(found?.newText, '"my data"');
  });

  it("offers nothing in a comment but to hold a rule back, and then the rules", () => {
    assert.deepEqual(labels("item", "# node <|>"), []);
    assert.deepEqual(labels("item", "network x # pla<|>"), []);
    assert.deepEqual(labels("item", "# lk<|>"), ["lkcluster-disable-next-line"]);
    assert(labels("item", "# lkcluster-disable-next-line even<|>").includes("even-voters"));
    assert(labels("line", "# lkcluster-disable-next-line <|>").includes("even-voters"));
  });

  it("says which other mode a value would go with, and puts other spellings last", () => {
    const found = (fixture: string): readonly (readonly [string, string | undefined])[] => {
      const { snapshot, place } = atCursor(fixture);
      return [...complete(snapshot, place, "en")].sort((a, b) => a.rank - b.rank).map((one) => [one.label, one.detail]);
    };
    const two = 'cluster c {\n  lifekeeper 9.9.0\n  defaults "LifeKeeper"\n  node a { }\n  node b { }\n}\n';
    const values = found(`${two}//- LifeKeeper\nQUORUM_MODE=<|>\nWITNESS_MODE=remote_verify\n`);
    assert.deepEqual(
      values.map(([label]) => label),
      ["tcp_remote", "storage", "none", "majority", "off"],
    );
    const detail = new Map(values);
    assert.match(detail.get("tcp_remote") ?? "", /^△ with WITNESS_MODE=none\. /);
    assert.match(detail.get("storage") ?? "", /^△ with WITNESS_MODE=storage\. /);
    assert.match(detail.get("majority") ?? "", /^✗ Default\. /);
    assert.equal(detail.get("off"), "same as none");
  });

  it("offers parameters that are not set yet on this node, and their values with what they mean here", () => {
    const parameters = items("item", "node c { set WITNESS_MODE = none set <|> }");
    assert.equal(parameters.find(({ label }) => label === "QUORUM_MODE")?.newText, "QUORUM_MODE = ");
    assert(!parameters.some(({ label }) => label === "WITNESS_MODE"));
    const values = items("item", "node c { set QUORUM_MODE = <|> }");
    assert.deepEqual(
      values
        .slice(0, 4)
        .map(({ label, detail }) => [label, detail?.slice(0, 1)])
        .sort(),
      [
        ["majority", "✓"],
        ["none", "✓"],
        ["storage", "△"],
        ["tcp_remote", "✓"],
      ].sort(),
    );
  });

  it("fills snippets with the cluster's own names", () => {
    const path = items("item", "<|>").find(({ label }) => label === "path");
    assert.equal(
      path?.newText,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: tab stops of an editor.
      "path ${1:a} <-> ${2:b} { tcp ${3:192.0.2.1} <-> ${4:192.0.2.2} priority ${5:1} }",
    );
  });

  it("replaces the word around the cursor", () => {
    const { snapshot, place, fixture } = atCursor(base.replace("%step", "crash pr<|>im").replace(/%\w+/g, ""));
    const [item] = complete(snapshot, place, "en");
    assert(item !== undefined);
    assert.equal(textOf(fixture, "cluster.lk").slice(item.span.start, item.span.end), "prim");
  });
});

describe("completion in a parameter file", () => {
  it("offers names that are not set yet, with `=` behind them", () => {
    const found = items("line", "<|>");
    assert.equal(found.find(({ label }) => label === "WITNESS_MODE")?.newText, "WITNESS_MODE=");
    assert(!found.some(({ label }) => label === "QUORUM_MODE"));
    assert(
      found.some(({ label }) => label === "QWK_STORAGE_OBJECT_a"),
      "one name per node for a family",
    );
  });

  it("offers values, and replaces the one that is there", () => {
    const values = items("line", "WITNESS_MODE=rem<|>");
    assert(values.some(({ label }) => label === "remote_verify"));
    assert.equal(values[0] && values[0].span.end - values[0].span.start, 3);
  });

  it("offers nothing in a comment", () => {
    assert.deepEqual(labels("line", "# see QUO<|>"), []);
    assert.deepEqual(labels("line", "WITNESS_MODE=none # QUO<|>"), []);
  });
});

describe("what completion rests on", () => {
  it("every form can be read, begins with its keyword and has slots that are known", () => {
    const slots = new Set<string>();
    for (const statement of Object.values(statements).flat()) {
      for (const form of statement.forms) {
        assert(form.startsWith(statement.keyword));
        for (const element of waysToWrite(form).flat()) if (element.kind === "slot") slots.add(element.slot);
      }
    }
    assert(slots.size > 25);
  });

  it("every snippet, accepted as it is, is understood", () => {
    for (const [block, list] of Object.entries(statements)) {
      for (const { keyword, snippet } of list) {
        if (snippet === undefined) continue;
        const accepted = snippet
          .replace(/<\d:([^>]*)>/g, "$1")
          .replace(/<\d\|([^,]*)[^>]*>/g, "$1")
          .replace(/<\d>/g, "");
        const inBlock: Readonly<Record<string, string>> = {
          file: keyword === "cluster" ? accepted : `cluster c { }\n${accepted}`,
          cluster: `cluster c { ${accepted} }`,
          node: `cluster c { node a { ${accepted} } }`,
          path: `cluster c { path a <-> b { ${accepted} } }`,
          resource: `cluster c { resource a gen/app { ${accepted} } }`,
          scenario: `cluster c { } scenario "s" { ${accepted} }`,
          prove: `cluster c { } prove "p" { ${accepted} }`,
        };
        const text = inBlock[block] ?? "";
        assert.deepEqual(
          parseCluster("", text).problems.map(({ message }) => message.en),
          [],
          text,
        );
      }
    }
  });

  it("every entry that promises documentation has it, in both languages", () => {
    const all = [
      ...items("item", "<|>"),
      ...items("item", "resource x <|>"),
      ...items("item", "resource x gen/app { switchback <|> }"),
      ...items("item", "node c { set <|> }"),
      ...items("item", "node c { set QUORUM_MODE = <|> }"),
      ...items("line", "<|>"),
    ];
    assert(all.length > 100);
    for (const { documentation, label } of all) {
      if (documentation === undefined) continue;
      for (const locale of locales) assert(completionDocumentation(documentation, locale), `${label} ${documentation}`);
    }
    assert.equal(completionDocumentation("nonsense", "en"), undefined);
    assert.equal(completionDocumentation("statement:toString/x", "en"), undefined);
  });

  it("writes tab stops as editors do", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: tab stops of an editor.
    assert.equal(snippetText("a <1:x> <2|y,z|> <0> $ {"), "a ${1:x} ${2|y,z|} $0 \\$ {");
  });
});
