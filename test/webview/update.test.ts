// The panel's transitions, without a browser.

import assert from "node:assert/strict";
import { usualSettings } from "../../client/src/panel/protocol.ts";
import type { Message } from "../../client/webview/message.ts";
import type { RunPoint } from "../../client/webview/run/run.ts";
import { readArrangement } from "../../client/webview/savedArrangement.ts";
import { arrangementOf, initialState, type PanelState } from "../../client/webview/state.ts";
import { update } from "../../client/webview/update.ts";

const start: PanelState = initialState("cluster.lk", "en", undefined);
const crash = (node: string) => ({ kind: "crash", node }) as const;
const atEnd: RunPoint = { step: -1, timeMs: 0, stepStartMs: 0, done: 0, last: true };

function applied(state: PanelState, ...messages: readonly Message[]): PanelState {
  return messages.reduce((current, message) => update(current, message).state, state);
}

describe("update of the panel", () => {
  it("appends to the run at its end and shows the end", () => {
    const state = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "act", events: [crash("b")], at: { ...atEnd, step: 0, timeMs: 15_000 } },
    );
    assert.equal(state.runs.length, 1);
    assert.deepEqual(
      state.runs[0]?.steps.map(({ events }) => events),
      [[crash("a")], [crash("b")]],
    );
    assert.equal(state.cursor, "end");
  });

  it("branches from a moment inside the run, waits until then, and keeps the old run", () => {
    const state = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "act", events: [crash("b")], at: { step: 0, timeMs: 7_000, stepStartMs: 2_000, done: 1, last: false } },
    );
    assert.equal(state.runs.length, 2);
    assert.equal(state.active, 1);
    assert.deepEqual(state.runs[1]?.steps, [
      { events: [crash("a")], waitMs: 5_000 },
      { events: [crash("b")], waitMs: undefined },
    ]);
    assert.equal(state.runs[0]?.steps.length, 1);
    assert.notEqual(state.runs[0]?.number, state.runs[1]?.number);
  });

  it("branches from the start with an empty past", () => {
    const state = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "act", events: [crash("b")], at: { step: -1, timeMs: 0, stepStartMs: 0, done: 0, last: false } },
    );
    assert.deepEqual(state.runs[1]?.steps, [{ events: [crash("b")], waitMs: undefined }]);
  });

  it("undoes step by step back to the beginning, and then stays there", () => {
    const acted = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "act", events: [crash("b")], at: atEnd },
    );
    const once = applied(acted, { kind: "undo" });
    assert.equal(once.runs[0]?.steps.length, 1);
    const all = applied(once, { kind: "undo" }, { kind: "undo" });
    assert.deepEqual(all.runs, start.runs);
    assert.equal(all.history.length, 0);
  });

  it("redoes what was undone, until something new happens", () => {
    const acted = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "act", events: [crash("b")], at: atEnd },
    );
    const undone = applied(acted, { kind: "undo" }, { kind: "undo" });
    const redone = applied(undone, { kind: "redo" });
    assert.deepEqual(
      redone.runs[0]?.steps.map(({ events }) => events),
      [[crash("a")]],
    );
    assert.deepEqual(applied(redone, { kind: "redo" }).runs, acted.runs);
    assert.deepEqual(applied(redone, { kind: "redo" }, { kind: "redo" }).runs, acted.runs);
    assert.deepEqual(applied(redone, { kind: "undo" }).runs, undone.runs);
    const other = applied(redone, { kind: "act", events: [crash("c")], at: atEnd });
    assert.deepEqual(applied(other, { kind: "redo" }).runs, other.runs);
  });

  it("marks and unmarks, and failing together clears the marks", () => {
    const a = { kind: "node", name: "a" } as const;
    const b = { kind: "network", name: "lan" } as const;
    const marked = applied(start, { kind: "mark", thing: a }, { kind: "mark", thing: b }, { kind: "mark", thing: a });
    assert.deepEqual(marked.marked, [b]);
    assert.deepEqual(applied(marked, { kind: "act", events: [crash("a")], at: atEnd }).marked, []);
  });

  it("plays from the start when it stands at the end, and stops at the end", () => {
    const playing = applied(start, { kind: "play" });
    assert.equal(playing.cursor, 0);
    assert.equal(playing.playing, true);
    const done = applied(playing, { kind: "tick", to: 1, count: 3 }, { kind: "tick", to: 2, count: 3 });
    assert.equal(done.cursor, "end");
    assert.equal(done.playing, false);
  });

  it("never leaves the run when it goes to a moment", () => {
    assert.equal(applied(start, { kind: "go", to: -5, count: 4 }).cursor, 0);
    assert.equal(applied(start, { kind: "go", to: 99, count: 4 }).cursor, "end");
    assert.equal(applied(start, { kind: "go", to: 2, count: 4 }).cursor, 2);
  });

  it("sends an edit with the versions of the documents it was made for", () => {
    const documents = [{ file: "cluster.lk", text: "cluster a {}", version: 7 }];
    const state = applied(start, {
      kind: "documents",
      locale: "ja",
      clusterFile: "cluster.lk",
      documents,
      settings: usualSettings,
    });
    const edits = [{ file: "cluster.lk", span: { start: 12, end: 12 }, newText: "\n" }];
    const { effects } = update(state, { kind: "edit", title: "save", edits });
    assert.deepEqual(effects, [
      { kind: "to-host", message: { kind: "edit", title: "save", edits, versions: { "cluster.lk": 7 } } },
    ]);
    assert.equal(state.locale, "ja");
  });

  it("opens the proofs when a proof is asked for, and asks for no scenario of that name", () => {
    const state = applied(start, { kind: "show", what: { kind: "proof", title: "same name" } });
    assert.equal(state.tab, "prove");
    assert.equal(state.requested, undefined);
  });

  it("gives the focus back to the thing whose menu closes", () => {
    const thing = { kind: "node", name: "a" } as const;
    const open = applied(start, { kind: "open-menu", menu: { kind: "thing", thing } });
    const { state, effects } = update(open, { kind: "close-menu" });
    assert.equal(state.menu, undefined);
    assert.deepEqual(effects, [{ kind: "focus", key: "node:a" }]);
  });

  it("keeps the arrangement across a reload as text", () => {
    const state = applied(
      start,
      { kind: "act", events: [crash("a")], at: atEnd },
      { kind: "tab", tab: "hierarchies" },
      { kind: "show-as", change: { topologyAs: "table" } },
      { kind: "split", percent: 63.4 },
    );
    const kept: unknown = JSON.parse(JSON.stringify({ clusterFile: "cluster.lk", arrangement: arrangementOf(state) }));
    const back = readArrangement(kept);
    assert.ok(back);
    assert.deepEqual(back.runs[0]?.steps[0]?.events, [crash("a")]);
    assert.equal(back.tab, "hierarchies");
    assert.equal(back.topologyAs, "table");
    assert.equal(back.split, 63);
  });

  for (const strange of [
    undefined,
    null,
    "text",
    7,
    {},
    { arrangement: null },
    { arrangement: { runs: "none" } },
    { arrangement: { runs: [] } },
    { arrangement: { runs: [{ number: 1, steps: [{ events: [{}] }] }] } },
    { arrangement: { runs: [{ number: "1", steps: [] }] } },
  ]) {
    it(`forgets what it does not understand: ${JSON.stringify(strange)}`, () => {
      assert.equal(readArrangement(strange), undefined);
    });
  }
});
