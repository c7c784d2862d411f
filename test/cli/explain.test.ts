// lkcluster explain: one name, no name, and a name that nobody knows.

import assert from "node:assert/strict";
import { runCli } from "./runCli.ts";

describe("lkcluster explain", () => {
  it("lists what can be asked when no name is given", async () => {
    const { exitCode, output } = await runCli(["explain"]);
    assert.equal(exitCode, 0);
    for (const part of [
      "Parameters: Quorum and witness",
      "QUORUM_MODE",
      "gen/filesys",
      "quorum-node-count",
      "Readings",
    ]) {
      assert.ok(output.includes(part), part);
    }
    const { sections } = JSON.parse((await runCli(["explain", "--format", "json"])).output);
    assert.ok(sections.length > 25);
    for (const { title, names } of sections) assert.ok(title !== "" && names.length > 0);
  });

  it("answers for a rule, a reading and a Japanese word", async () => {
    assert.match((await runCli(["explain", "quorum-node-count"])).output, /nodes/);
    assert.match((await runCli(["explain", "standby-loss-action"])).output, /like-any-node/);
    const { exitCode, output } = await runCli(["explain", "スプリットブレイン", "--lang", "ja"]);
    assert.equal(exitCode, 0);
    assert.match(output, /同じ階層が 2 台のノードで同時に/);
  });

  it("joins words, so that a term need not be quoted", async () => {
    assert.match((await runCli(["explain", "communication", "path"])).output, /connection between two nodes/);
  });

  it("says the nearest name, rules and readings included, and leaves with 1", async () => {
    const rule = await runCli(["explain", "quorum-node-cuont"]);
    assert.equal(rule.exitCode, 1);
    assert.equal(rule.output, "");
    assert.match(rule.errors, /Did you mean quorum-node-count\?/);
    assert.match((await runCli(["explain", "QUORUM_MODDE", "--lang", "ja"])).errors, /QUORUM_MODE のことですか/);
    assert.match((await runCli(["explain", "zzzzzzzzzz"])).errors, /Parameters are written as in the file/);
  });
});
