// Fix all: everything with one right answer, and nothing else.

import assert from "node:assert/strict";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { pair, trio } from "@lkcluster/core/rules/example.ts";
import { certainEdits, fixAll } from "@lkcluster/core/rules/fixAll.ts";

describe("fix all", () => {
  it("repairs a parameter file in one go, also what only a first repair lays bare", () => {
    const text = [
      "QUORUM_MDOE = storage",
      "LCMNUMHBEATS=1",
      "LCMNUMHBEATS=1",
      "QWK_STORAGE_TYPE=blok",
      "QWK_STORAGE_HBEATTIME=12",
      'QWK_STORAGE_OBJECT_lk-1="/dev/disk/by-id/quorum-part1"',
      "",
    ].join("\n");
    const fixed = fixAll(filesOf({ LifeKeeper: text }), "LifeKeeper", "defaults").get("LifeKeeper") ?? "";
    assert.equal(
      fixed,
      [
        "QUORUM_MODE=storage",
        "LCMNUMHBEATS=2",
        "QWK_STORAGE_TYPE=block",
        "QWK_STORAGE_HBEATTIME=10",
        "QWK_STORAGE_OBJECT_lk_1=/dev/disk/by-id/quorum-part1",
        "WITNESS_MODE=storage",
        "",
      ].join("\n"),
    );
    const left = checkDefaults(filesOf({ LifeKeeper: fixed }), "LifeKeeper").problems;
    assert.deepEqual(
      left.map(({ code }) => code),
      ["storage-path-heartbeat"],
    );
  });

  it("repairs across both files", () => {
    const example = trio("");
    const wrong = {
      "cluster.lk": (example["cluster.lk"] ?? "").replace(" set WITNESS_MODE = none", ""),
      LifeKeeper: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verfy\n",
    };
    const changed = fixAll(filesOf(wrong), "cluster.lk", "cluster");
    assert.deepEqual([...changed.keys()].sort(), ["LifeKeeper", "cluster.lk"]);
    assert.deepEqual(checkCluster(filesOf({ ...wrong, ...Object.fromEntries(changed) }), "cluster.lk").problems, []);
  });

  it("derives a missing QWK object from the others when they carry their node's name", () => {
    const example = pair(
      "QUORUM_MODE=storage\nWITNESS_MODE=storage\nQWK_STORAGE_TYPE=file\nQWK_STORAGE_OBJECT_lk_1=/qwk/lk-1\n",
      { names: ["lk-1", "lk-2"] },
    );
    const changed = fixAll(filesOf(example), "cluster.lk", "cluster").get("LifeKeeper") ?? "";
    assert.match(changed, /\nQWK_STORAGE_OBJECT_lk_2=\/qwk\/lk-2\n$/);
  });

  it("changes nothing where the user must choose", () => {
    const example = pair("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n");
    assert.equal(fixAll(filesOf(example), "cluster.lk", "cluster").size, 0);
  });

  it("takes the first of two edits that touch the same text, and each edit once", () => {
    const edit = (start: number, end: number, newText: string) => ({ file: "f", span: { start, end }, newText });
    const problem = (edits: ReturnType<typeof edit>[]) => ({
      file: "f",
      span: { start: 0, end: 1 },
      code: "x",
      severity: "error" as const,
      message: { en: "x", ja: "x" },
      evidence: "documented" as const,
      sources: [],
      related: [],
      fixes: [{ title: { en: "x", ja: "x" }, edits, certain: true }],
    });
    const taken = (...edits: ReturnType<typeof edit>[]) => certainEdits(edits.map((each) => problem([each])));
    const [first, next, last] = [edit(2, 6, "first"), edit(6, 8, "next"), edit(0, 2, "last")];
    assert.deepEqual(taken(first, next, last), [first, next, last]);
    assert.deepEqual(taken(first, edit(5, 8, "x"), edit(0, 3, "y")), [first]);
    const add = edit(8, 8, "add");
    assert.deepEqual(taken(first, add, next), [first, add, next]);
    assert.deepEqual(taken(first, add, edit(5, 8, "x")), [first, add]);
    const [a, b, c, d] = [edit(0, 4, "one"), edit(2, 6, "two"), edit(8, 8, "add"), edit(9, 9, "more")];
    assert.deepEqual(certainEdits([problem([a]), problem([b, d]), problem([c]), problem([c, a])]), [a, c]);
  });
});
