// The other services of the editor, each by what it shows for a small text.

import assert from "node:assert/strict";
import { codeActions } from "@lkcluster/core/ide/codeActions.ts";
import { codeLenses } from "@lkcluster/core/ide/codeLenses.ts";
import { neededBy, resourceAt, thatNeed } from "@lkcluster/core/ide/dependencies.ts";
import { documentLinks } from "@lkcluster/core/ide/documentLinks.ts";
import { foldsOfCluster, foldsOfComments } from "@lkcluster/core/ide/folding.ts";
import { formatEdits } from "@lkcluster/core/ide/format.ts";
import { inlayHints } from "@lkcluster/core/ide/inlayHints.ts";
import { definitionOf, placesOfThing } from "@lkcluster/core/ide/navigation.ts";
import { rename } from "@lkcluster/core/ide/rename.ts";
import { selectionAt } from "@lkcluster/core/ide/selection.ts";
import { clusterTokens, defaultsTokens } from "@lkcluster/core/ide/semanticTokens.ts";
import { signatureAt } from "@lkcluster/core/ide/signature.ts";
import { createSnapshot } from "@lkcluster/core/ide/snapshot.ts";
import { clusterSymbols, type FileSymbol } from "@lkcluster/core/ide/symbols.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { certainEdits } from "@lkcluster/core/rules/fixAll.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import { textOf } from "../../support/fixture.ts";
import { atCursor, snapshotOf } from "./fixtureSnapshot.ts";
import { marked, trio } from "./trio.ts";

describe("definitions and references", () => {
  const targets = (needle: string): readonly string[] => {
    const { snapshot, place, fixture } = atCursor(marked(needle));
    return definitionOf(snapshot, place).map(({ file, span }) => {
      const text = textOf(fixture, file);
      return `${file}:${text.slice(0, span.start).split("\n").length}:${text.slice(span.start, span.end)}`;
    });
  };
  it("finds the node of a path", () => assert.deepEqual(targets("a <-> b"), ["cluster.lk:7:a"]));
  it("finds the resource of `uses`", () => assert.deepEqual(targets("ip\n"), ["cluster.lk:16:ip"]));
  it("finds the kind that exists for `heal`", () => assert.deepEqual(targets("lan }\n//-"), ["cluster.lk:4:lan"]));
  it("opens the parameter file", () => assert.deepEqual(targets('"LifeKeeper"'), ["LifeKeeper:1:"]));

  it("counts uses of a node in scenarios and in the parameter file", () => {
    const { snapshot, place } = atCursor(marked("a { address"));
    const places = placesOfThing(snapshot, place);
    assert.deepEqual(
      [
        places.filter(({ file }) => file === "cluster.lk").length,
        places.filter(({ file }) => file === "LifeKeeper").length,
      ],
      [7, 1],
    );
  });
});

describe("rename", () => {
  it("changes every use, and the mangled name in the parameter file", () => {
    const { snapshot, place, fixture } = atCursor(marked("a { address"));
    const result = rename(snapshot, place, "node-1");
    assert(result.kind === "edits");
    const renamed = (file: string): string =>
      applyEdits(
        textOf(fixture, file),
        result.edits.filter((edit) => edit.file === file),
      );
    assert.equal(renamed("cluster.lk").match(/node-1/g)?.length, 7);
    assert.match(renamed("LifeKeeper"), /QWK_STORAGE_OBJECT_node_1=/);
    const again = createSnapshot({
      files: filesOf({ "cluster.lk": renamed("cluster.lk"), LifeKeeper: renamed("LifeKeeper") }),
      clusterFiles: ["cluster.lk"],
      settings: {},
    });
    const names = (file: string) => again.problems(file, "cluster").filter(({ code }) => code === "unknown-name");
    assert.deepEqual(names("cluster.lk"), []);
  });

  it("quotes a name that needs it, and refuses one that is taken or empty", () => {
    const { snapshot, place } = atCursor(marked("a { address"));
    const quoted = rename(snapshot, place, "my node");
    assert(quoted.kind === "edits" && quoted.edits.some(({ newText }) => newText === '"my node"'));
    for (const name of ["a|b", "a<->b", "node", "#1", 'say "hi"', "a\\b c"]) {
      const result = rename(snapshot, place, name);
      assert(result.kind === "edits");
      const [edit] = result.edits;
      const text = `cluster ${edit?.newText} { }`;
      assert.equal(parseCluster("", text).tree.cluster?.name?.value, name, text);
    }
    assert.equal(rename(snapshot, place, "b").kind, "refused");
    assert.equal(rename(snapshot, place, "  ").kind, "refused");
    assert.equal(rename(snapshot, place, "a\u0000").kind, "refused");
  });
});

describe("inlay hints", () => {
  const hintsOf = (file: string): readonly string[] => {
    const { snapshot, fixture } = snapshotOf(trio);
    const text = textOf(fixture, file);
    const language = file.endsWith(".lk") ? "cluster" : "defaults";
    return inlayHints(snapshot, file, language, { start: 0, end: text.length }).map(
      ({ offset, label }) =>
        `${text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim()} |${label.map((part) => part.text).join("")}`,
    );
  };
  it("lead to where it is written", () => {
    const { snapshot, fixture } = snapshotOf(trio);
    const targets = (file: string, language: "cluster" | "defaults"): readonly string[] =>
      inlayHints(snapshot, file, language, { start: 0, end: textOf(fixture, file).length }).flatMap(({ label }) =>
        label.flatMap(({ text, from }) =>
          from === undefined
            ? []
            : [`${text}: ${from.file} ${textOf(fixture, from.file).slice(from.span.start, from.span.end)}`],
        ),
      );
    assert.deepEqual(targets("cluster.lk", "cluster"), [
      "none: cluster.lk set WITNESS_MODE = none",
      "servers a 1, b 10: cluster.lk servers a 1, b 10",
      "servers a 1, b 10: cluster.lk servers a 1, b 10",
    ]);
    assert.deepEqual(targets("LifeKeeper", "defaults"), [
      "10 s: LifeKeeper LCMHBEATTIME=10",
      "4: LifeKeeper LCMNUMHBEATS=4",
    ]);
  });

  it("show what counts on a node and who serves a child", () => {
    assert.deepEqual(hintsOf("cluster.lk"), [
      "node a |majority / remote_verify",
      "node b |majority / remote_verify",
      "witness w |majority / none",
      "resource data gen/filesys /data |servers a 1, b 10",
      "resource data gen/filesys /data { resource mirror scsi/netraid /dev/sdb |servers a 1, b 10",
    ]);
  });
  it("show the product of two heartbeat settings once", () => {
    assert.deepEqual(hintsOf("LifeKeeper"), ["LCMNUMHBEATS=4 |10 s × 4 = 40 s"]);
  });
});

describe("the rest", () => {
  it("lenses stand above cluster, scenario, nodes and roots", () => {
    const { snapshot } = snapshotOf(trio);
    const lenses = codeLenses(snapshot.parsed("cluster.lk").tree).map(({ title }) => title.en);
    assert.deepEqual(lenses, [
      "Simulate",
      "Deploy",
      "Run scenario",
      "Simulate",
      "6 references",
      "5 references",
      "0 references",
      "1 reference",
      "1 reference",
    ]);
  });

  it("names are coloured as what they name", () => {
    const { snapshot, fixture } = snapshotOf(trio);
    const text = textOf(fixture, "cluster.lk");
    const tokens = clusterTokens(snapshot.parsed("cluster.lk").tree).map(
      ({ span, type }) => `${text.slice(span.start, span.end)}:${type}`,
    );
    for (const expected of [
      "a:class",
      "lan:interface",
      "az:namespace",
      "app:struct",
      "WITNESS_MODE:property",
      "none:enumMember",
    ]) {
      assert(tokens.includes(expected), expected);
    }
    assert.equal(tokens.at(-1), "lan:interface");
    assert.equal(defaultsTokens(snapshot.parameterFile("LifeKeeper").tree)[0]?.type, "property");
  });

  it("requirements are coloured in scenarios and in proofs", () => {
    const text = 'cluster c { } scenario "s" { requirement A-1, A-2 } prove "p" { requirement "A 3" never outage }';
    assert.deepEqual(
      clusterTokens(parseCluster("c.lk", text).tree).map(
        ({ span, type }) => `${text.slice(span.start, span.end)}:${type}`,
      ),
      ["A-1:enumMember", "A-2:enumMember", '"A 3":enumMember'],
    );
  });

  it("links lead to the parameter file and to the web", () => {
    const { snapshot } = snapshotOf(trio.replace("lifekeeper 9", "# see https://example.org/a?b.\n  lifekeeper 9"));
    const targets = documentLinks(snapshot, "cluster.lk", "cluster").map(({ target }) => target);
    assert.deepEqual(targets, ["LifeKeeper", "https://example.org/a?b."]);
  });

  it("dependencies are calls: who needs whom", () => {
    const { snapshot, place } = atCursor(marked("ip comm"));
    assert.equal(resourceAt(snapshot, place)?.tag, "ip");
    assert.deepEqual(
      neededBy(snapshot, "cluster.lk", "app").map(({ resource }) => resource.tag),
      ["data", "ip"],
    );
    assert.deepEqual(
      thatNeed(snapshot, "cluster.lk", "ip").map(({ resource }) => resource.tag),
      ["app"],
    );
  });

  it("the form of a statement shows which part comes next", () => {
    const { snapshot, place } = atCursor("cluster c { path a <-> <|> }");
    const signature = signatureAt(snapshot, place, "en");
    assert.equal(signature?.forms[signature.activeForm]?.text, "path <node> <-> <node> {");
    assert.equal(signature?.activePart, 3);
    const link = (rest: string) => {
      const { snapshot, place } = atCursor(`cluster c { path a <-> b { tcp 1 <-> 2 ${rest} } }`);
      const found = signatureAt(snapshot, place, "en");
      const [start, end] = found?.forms[found.activeForm]?.parts[found.activePart] ?? [0, 0];
      return found?.forms[found.activeForm]?.text.slice(start, end);
    };
    assert.deepEqual(["<|>", "on <|>", "on lan <|>", "on lan priority <|>", "priority <|>"].map(link), [
      "on",
      "<network>",
      "priority",
      "<priority>",
      "<priority>",
    ]);
    const simple = atCursor("cluster c { node a { address <|> } }");
    assert.equal(signatureAt(simple.snapshot, simple.place, "en"), undefined);
    const other = atCursor('cluster c { } scenario "s" { expect quorum <|> }');
    const expectation = signatureAt(other.snapshot, other.place, "en");
    assert.equal(expectation?.forms[expectation.activeForm]?.text, "expect quorum on <node>");
  });

  it("the outline shows what a node sets, the links of a path and the resources below a resource", () => {
    const { snapshot } = snapshotOf(trio);
    const shown = (symbols: readonly FileSymbol[], depth = 0): readonly string[] =>
      symbols.flatMap(({ kind, name, detail, children }) => [
        `${"  ".repeat(depth)}${kind} ${name} (${detail})`,
        ...shown(children, depth + 1),
      ]);
    assert.deepEqual(shown(clusterSymbols(snapshot.parsed("cluster.lk").tree, "en")).slice(4, 13), [
      "  node a (10.0.0.1)",
      "  node b (10.0.0.2)",
      "  witness w (10.0.0.3)",
      "    parameter WITNESS_MODE (none)",
      "  path a ↔ b (lan)",
      "    link 10.0.0.1 ↔ 10.0.0.2 (tcp lan)",
      "  resource app (gen/app)",
      "    resource data (gen/filesys /data)",
      "      resource mirror (scsi/netraid /dev/sdb)",
    ]);
  });

  it("blocks and runs of comments fold", () => {
    const { snapshot } = snapshotOf("# a\n# b\ncluster c {\n  node a {\n    address x\n  }\n}\n");
    const text = "# a\n# b\ncluster c {\n  node a {\n    address x\n  }\n}\n";
    assert.deepEqual(foldsOfCluster(text, snapshot.lines("cluster.lk")), [
      { startLine: 3, endLine: 4, kind: "block" },
      { startLine: 2, endLine: 5, kind: "block" },
      { startLine: 0, endLine: 1, kind: "comment" },
    ]);
  });

  it("regions fold, one inside of another, and only with both of their marks", () => {
    const text = "# region a\nA=1\n  #region b\nB=2\n# endregion\nC=3\n# endregion\n# endregion\n# region c\n";
    const folds = foldsOfComments(text, indexLines(text)).filter(({ kind }) => kind === "region");
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [2, 4],
        [0, 6],
      ],
    );
  });

  it("a selection grows from the word to the file", () => {
    const { snapshot, place, fixture } = atCursor("cluster c {\n  node a { address 10.0.<|>0.1 }\n}");
    const text = textOf(fixture);
    assert.deepEqual(
      selectionAt(snapshot, place).map(({ start, end }) => text.slice(start, end)),
      [
        "10.0.0.1",
        "address 10.0.0.1",
        " address 10.0.0.1 ",
        "{ address 10.0.0.1 }",
        "node a { address 10.0.0.1 }",
        "\n  node a { address 10.0.0.1 }\n",
        "{\n  node a { address 10.0.0.1 }\n}",
        text,
      ],
    );
  });

  it("formatting touches white space only, and within a range only there", () => {
    const text = "cluster c {\nnode   a {}\nnode  b {}\n}\n";
    const edits = formatEdits(text, "cluster");
    assert.equal(applyEdits(text, edits), "cluster c {\n  node a {}\n  node b {}\n}\n");
    assert(edits.every(({ newText }) => /^\s*$/.test(newText)));
    const inRange = formatEdits(text, "cluster", { start: 0, end: text.indexOf("node  b") - 1 });
    assert.equal(applyEdits(text, inRange), "cluster c {\n  node a {}\nnode  b {}\n}\n");
  });

  it("fixes are offered where the problem is, and all certain ones together", () => {
    const { snapshot, fixture } = snapshotOf("cluster c {\n  platfrom azure\n  platform azur\n}");
    const text = textOf(fixture);
    const at = text.indexOf("azur\n");
    const actions = codeActions(snapshot, "cluster.lk", "cluster", { start: at, end: at });
    assert.deepEqual(
      actions.map(({ title, kind }) => `${kind}: ${title.en}`),
      ["quickfix: Change to azure", "fix-all: Fix everything that has one right answer"],
    );
    const all = certainEdits(snapshot.problems("cluster.lk", "cluster"));
    assert.equal(applyEdits(text, all), "cluster c {\n  platform azure\n  platform azure\n}");
  });

  it("a rule can be silenced on one line", () => {
    const { snapshot, fixture } = snapshotOf(trio);
    const problem = snapshot.problems("LifeKeeper", "defaults").find(({ code }) => !code.startsWith("syntax"));
    assert(problem !== undefined);
    const action = codeActions(snapshot, "LifeKeeper", "defaults", problem.span).find(({ title }) =>
      title.en.startsWith("Suppress "),
    );
    assert(action !== undefined);
    const texts = Object.fromEntries(fixture.files);
    texts["LifeKeeper"] = applyEdits(texts["LifeKeeper"] ?? "", action.edits);
    const after = createSnapshot({ files: filesOf(texts), clusterFiles: ["cluster.lk"], settings: {} });
    assert(!after.problems("LifeKeeper", "defaults").some(({ code }) => code === problem.code));
  });
});

describe("a snapshot", () => {
  it("takes over what has not changed, and nothing else", () => {
    const texts = new Map([
      ["a.lk", { file: "a.lk", text: 'cluster a { defaults "d" }', version: 1 }],
      ["b.lk", { file: "b.lk", text: "cluster b { }", version: 1 }],
      ["d", { file: "d", text: "A=1", version: 1 }],
    ]);
    const settings = {};
    const input = { files: { read: (file: string) => texts.get(file) }, clusterFiles: ["a.lk", "b.lk"], settings };
    const first = createSnapshot(input);
    const before = [first.cluster("a.lk"), first.cluster("b.lk")];
    texts.set("d", { file: "d", text: "A=2", version: 2 });
    const second = createSnapshot(input, first);
    assert.notEqual(second.cluster("a.lk"), before[0]);
    assert.equal(second.cluster("b.lk"), before[1]);
    const third = createSnapshot({ ...input, settings: {} }, second);
    assert.notEqual(third.cluster("b.lk"), before[1]);
  });

  it("judges a parameter file by the clusters that name it, and alone when none does", () => {
    const alone = snapshotOf("//- LifeKeeper\nQUORUM_MODE=majority\nWITNESS_MODE=storage\n");
    assert(alone.snapshot.problems("LifeKeeper", "defaults").some(({ severity }) => severity === "error"));
    const named = snapshotOf(`${trio.replace("LCMHBEATTIME=10", "QUORUM_MODE=storage")}`);
    assert(named.snapshot.problems("LifeKeeper", "defaults").some(({ severity }) => severity === "error"));
  });
});
