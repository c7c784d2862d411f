// The path in `defaults "…"`: completed, mended, and kept right when files move.

import assert from "node:assert/strict";
import { codeActions } from "@lkcluster/core/ide/codeActions.ts";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { editsForMoves, type Move } from "@lkcluster/core/ide/movedFiles.ts";
import { createSnapshot } from "@lkcluster/core/ide/snapshot.ts";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { applyEdits } from "@lkcluster/core/text/edit.ts";
import { readFixture } from "../../support/fixture.ts";
import { atCursor } from "./fixtureSnapshot.ts";

const around = `
//- w/etc/default/LifeKeeper
QUORUM_MODE=none
//- w/etc/default/LifeKeeper.test
QUORUM_MODE=none
//- w/etc/hosts
nothing
//- w/sites/tokyo.lkdefaults
QUORUM_MODE=none
//- w/.git/LifeKeeper
//- w/node_modules/x/etc/default/LifeKeeper
//- w/other.lk
cluster o { }
`;

function offered(line: string): readonly (readonly [label: string, result: string])[] {
  const { snapshot, place } = atCursor(`//- w/demo.lk\ncluster c {\n  ${line}\n}${around}`);
  const text = snapshot.read(place.file)?.text ?? "";
  return complete(snapshot, place, "en").map((item) => [
    item.label,
    applyEdits(text, [{ span: item.span, newText: item.newText }])
      .split("\n")[1]
      ?.trim() ?? "",
  ]);
}

describe("the path of a parameter file", () => {
  it("is offered whole, for every parameter file that is near", () => {
    for (const line of ['defaults "<|>"', 'defaults "etc<|>"', "defaults <|>", 'defaults "<|>']) {
      assert.deepEqual(
        offered(line).slice(0, 3),
        [
          ["sites/tokyo.lkdefaults", 'defaults "sites/tokyo.lkdefaults"'],
          ["etc/default/LifeKeeper", 'defaults "etc/default/LifeKeeper"'],
          ["etc/default/LifeKeeper.test", 'defaults "etc/default/LifeKeeper.test"'],
        ],
        line,
      );
    }
  });

  it("is offered part by part, without hidden folders and cluster files", () => {
    assert.deepEqual(offered('defaults "<|>"').slice(3), [
      ["etc/", 'defaults "etc/"'],
      ["sites/", 'defaults "sites/"'],
      ["node_modules/", 'defaults "node_modules/"'],
    ]);
    assert.deepEqual(offered('defaults "etc/d<|>x"').slice(3), [
      ["default/", 'defaults "etc/default/"'],
      ["hosts", 'defaults "etc/hosts"'],
    ]);
    assert.deepEqual(offered('defaults "../w/sites/<|>"').slice(3), [
      ["tokyo.lkdefaults", 'defaults "../w/sites/tokyo.lkdefaults"'],
    ]);
    assert.deepEqual(offered('defaults "nowhere/<|>"').slice(3), []);
  });

  it("of a node is a path of that machine", () => {
    assert.deepEqual(offered('node a { file "<|>" }'), [
      ["/etc/default/LifeKeeper", 'node a { file "/etc/default/LifeKeeper" }'],
    ]);
  });

  it("may be the customary one before it is there", () => {
    const { snapshot, place } = atCursor('//- demo.lk\ncluster c { defaults "<|>" }');
    assert.deepEqual(
      complete(snapshot, place, "en").map(({ label, detail }) => [label, detail]),
      [["etc/default/LifeKeeper", "parameter file, not there yet"]],
    );
  });
});

describe("a parameter file that is not there", () => {
  const actions = (path: string, more: string) => {
    const { snapshot, place } = atCursor(`//- w/demo.lk\ncluster c {\n  defaults "<|>${path}"\n}\n${more}`);
    return codeActions(snapshot, place.file, "cluster", { start: place.offset, end: place.offset });
  };

  it("is created where the path says", () => {
    const [action, ...others] = actions("../x/etc/default/LifeKeeper", "");
    assert.deepEqual(others, []);
    assert.equal(action?.title.en, "Create ../x/etc/default/LifeKeeper");
    assert.equal(action.creates?.file, "x/etc/default/LifeKeeper");
    assert.match(action.creates.text.en, /^# .*\n$/);
    assert.deepEqual(action.edits, []);
  });

  it("is replaced by one that is there", () => {
    const found = actions("etc/LifeKeeper", "//- w/etc/default/LifeKeeper\nQUORUM_MODE=none\n");
    assert.deepEqual(
      found.map(({ title, preferred }) => [title.en, preferred]),
      [
        ["Use etc/default/LifeKeeper", true],
        ["Create etc/LifeKeeper", false],
      ],
    );
    assert.deepEqual(
      found[0]?.edits.map(({ newText }) => newText),
      ['"etc/default/LifeKeeper"'],
    );
  });

  it("is not created over a folder, nor over a file that cannot be read", () => {
    assert.deepEqual(actions("etc", "//- w/etc/hosts\nx\n"), []);
    assert.deepEqual(actions("..", ""), []);
    const text = 'cluster c { defaults "big" }';
    const files = { "w/demo.lk": text };
    const { read } = filesOf(files);
    const snapshot = createSnapshot({
      files: { read, list: () => [{ name: "big", isFolder: false }] },
      clusterFiles: Object.keys(files),
      settings: {},
    });
    const found = codeActions(snapshot, "w/demo.lk", "cluster", { start: 0, end: text.length });
    assert.deepEqual(
      found.filter(({ problem }) => problem?.code === "defaults-unreadable"),
      [],
    );
  });
});

describe("when files move", () => {
  const fixture = readFixture(
    [
      '//- file:///w/a/demo.lk\ncluster c {\n  defaults "etc/default/LifeKeeper"\n}',
      '//- file:///w/b/demo.lk\ncluster c {\n  defaults "../a/etc/default/LifeKeeper"\n}',
      '//- file:///w/b/absolute.lk\ncluster c {\n  defaults "/w/a/etc/default/LifeKeeper"\n}',
      "//- file:///w/b/none.lk\ncluster c {\n}",
      "//- file:///w/a/etc/default/LifeKeeper\nQUORUM_MODE=none\n",
    ].join("\n"),
  );
  const snapshot = createSnapshot({
    files: filesOf(Object.fromEntries(fixture.files)),
    clusterFiles: [...fixture.files.keys()].filter((file) => file.endsWith(".lk")),
    settings: {},
  });
  const followed = (...moves: readonly Move[]): readonly (readonly [file: string, newText: string])[] =>
    editsForMoves(snapshot, moves).map(({ file, newText }) => [file.slice("file:///w/".length), newText]);
  const move = (from: string, to: string): Move => ({ from: `file:///w/${from}`, to: `file:///w/${to}` });

  it("every path follows the parameter file", () => {
    assert.deepEqual(followed(move("a/etc/default/LifeKeeper", "a/etc/default/LifeKeeper.tokyo")), [
      ["a/demo.lk", '"etc/default/LifeKeeper.tokyo"'],
      ["b/demo.lk", '"../a/etc/default/LifeKeeper.tokyo"'],
      ["b/absolute.lk", '"/w/a/etc/default/LifeKeeper.tokyo"'],
    ]);
  });

  it("a folder takes along what is in it", () => {
    assert.deepEqual(followed(move("a", "東京 1")), [
      ["b/demo.lk", '"../東京 1/etc/default/LifeKeeper"'],
      ["b/absolute.lk", '"/w/東京 1/etc/default/LifeKeeper"'],
    ]);
    assert.deepEqual(followed(move("a", "a%20b"))[0], ["b/demo.lk", '"../a b/etc/default/LifeKeeper"']);
  });

  it("the paths of a cluster file that moves follow it", () => {
    assert.deepEqual(followed(move("b/demo.lk", "demo.lk")), [["b/demo.lk", '"a/etc/default/LifeKeeper"']]);
    assert.deepEqual(followed(move("a/demo.lk", "c/d/demo.lk")), [["a/demo.lk", '"../../a/etc/default/LifeKeeper"']]);
  });

  it("nothing changes when both go together, or when it is about something else", () => {
    assert.deepEqual(followed(move("b", "c")), []);
    assert.deepEqual(followed(move("b/absolute.lk", "z.lk")), []);
    assert.deepEqual(followed(move("x.txt", "y.txt")), []);
    assert.deepEqual(followed(move("a/etc/default/Life", "a/x")), []);
  });
});
