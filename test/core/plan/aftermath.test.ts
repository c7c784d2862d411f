// What earlier deployments left behind, from the journals of all nodes together.

import assert from "node:assert/strict";
import { findAftermath } from "@lkcluster/core/plan/aftermath.ts";
import type { Generation, JournalEvent, JournalLine, NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { factsOf } from "../../support/planning.ts";

function lines(...events: readonly (readonly [transaction: string, event: JournalEvent])[]): readonly JournalLine[] {
  return events.map(([transaction, event], at) => ({ when: `2026-01-01T00:00:0${at}Z`, transaction, event }));
}

function kept(transaction: string): Generation {
  const record = { transaction, cluster: "c", names: [], who: "me@here", when: "2026-01-01T00:00:00Z" };
  return {
    number: 1,
    confirmed: true,
    removed: false,
    deployed: undefined,
    record: { ...record, plan: "", proof: "", rollback: undefined, nodes: [], follows: [] },
  };
}

const back: JournalEvent = { kind: "reverted", by: "timer", file: "old", put: true };
const stopping: JournalEvent = { kind: "stopping" };
const started: JournalEvent = { kind: "started", by: "client" };

function node(name: string, more: Partial<NodeFacts>): NodeFacts {
  return factsOf(name, "X=1\n", more);
}

describe("what an earlier deployment left behind", () => {
  it("is nothing after deployments that came to their end", () => {
    const facts = [
      node("alpha", { generations: [kept("a")], journal: lines(["a", { kind: "confirmed" }]) }),
      node("beta", { journal: lines(["a", stopping], ["a", started], ["a", { kind: "confirmed" }]) }),
    ];
    assert.deepEqual(findAftermath(facts), []);
  });

  it("is a split when one node was told to keep the new file and another one's timer came first", () => {
    const facts = [
      node("alpha", { generations: [kept("a")], journal: lines(["a", { kind: "confirmed" }]) }),
      node("beta", { journal: lines(["a", back]) }),
    ];
    const [found, ...others] = findAftermath(facts);
    assert.deepEqual([found?.kind, found?.nodes, others], ["split", ["beta"], []]);
    assert.match(found?.text.en ?? "", /me@here.*stays on alpha, the old file was put back on beta\./);
    assert.match(found?.text.ja ?? "", /alpha、元のファイルに復元: beta/);
  });

  it("is no split any more after a later deployment to the node that had put the old file back", () => {
    const facts = [
      node("alpha", { generations: [kept("a")], journal: lines(["a", { kind: "confirmed" }]) }),
      node("beta", { generations: [kept("b")], journal: lines(["a", back], ["b", { kind: "confirmed" }]) }),
    ];
    assert.deepEqual(findAftermath(facts), []);
  });

  it("says first of all where LifeKeeper is down because a deployment stopped it", () => {
    const facts = [
      node("alpha", { generations: [kept("a")], journal: lines(["a", { kind: "confirmed" }]) }),
      node("beta", { lifekeeper: "stopped", journal: lines(["a", stopping], ["a", back]) }),
      node("wit", { lifekeeper: "stopped", journal: lines(["a", stopping], ["a", started]) }),
    ];
    const found = findAftermath(facts);
    assert.deepEqual(
      found.map(({ kind, nodes }) => [kind, nodes]),
      [
        ["stopped", ["beta"]],
        ["split", ["beta"]],
      ],
    );
  });

  it("says where LifeKeeper was started on values that were taken back, unless it was started again after that", () => {
    const stale = node("alpha", { journal: lines(["a", stopping], ["a", started], ["a", back]) });
    assert.deepEqual(
      findAftermath([stale]).map(({ kind }) => kind),
      ["on-taken-back"],
    );
    const again = node("alpha", { journal: lines(["a", started], ["a", stopping], ["a", back], ["a", started]) });
    assert.deepEqual(findAftermath([again]), []);
  });

  it("tells one story of an unfinished deployment, whatever each node holds, and none but that of one in progress", () => {
    const unfinished = {
      transaction: "a",
      record: kept("a").record,
      state: "committed",
      decision: "open",
      held: false,
      timerArmed: true,
    } as const;
    const rebooted = { ...unfinished, timerArmed: false };
    const facts = [
      node("alpha", { unfinished }),
      node("beta", { unfinished: { ...unfinished, state: "staged" } }),
      node("gamma", { unfinished: rebooted }),
    ];
    const [found, ...others] = findAftermath(facts);
    assert.deepEqual([found?.kind, others], ["unfinished", []]);
    assert.match(found?.text.en ?? "", /new file in place, unconfirmed on alpha, gamma; old file on beta\./);
    assert.match(found?.text.en ?? "", /timer puts the old file back on alpha\. No timer runs any more on gamma;/);
    const busy = [node("alpha", { unfinished: { ...unfinished, held: true } }), ...facts];
    assert.deepEqual(
      findAftermath(busy).map(({ kind }) => kind),
      ["busy"],
    );
  });
});
