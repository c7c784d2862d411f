// Judging a rollout may take seconds; the editor and the terminal must not stand still meanwhile, and cancelling must
// not wait for the end.

import assert from "node:assert/strict";
import type { Progress } from "@lkcluster/core/prove/explore.ts";
import { bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { pump } from "@lkcluster/deploy/pump.ts";
import type { ProgressEvent } from "@lkcluster/deploy/report.ts";
import { MemoryCluster } from "../../deploy/testNodes/memoryNodes.ts";
import { clusterOf } from "../support/planning.ts";

function* counting(until: number, onSlice: (states: number) => void): Generator<Progress, string> {
  for (let states = 0; states < until; states++) {
    onSlice(states);
    yield { states, transitions: 0, waiting: 0, faults: 0, readings: [] };
  }
  return "done";
}

/** Keeps the processor busy, as a slice of a search does. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const quiet = { signal: undefined, onProgress: () => undefined };

describe("pumping", () => {
  it("lets others have their turn and hands the result on", async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 1);
    try {
      assert.equal(
        await pump(
          counting(20, () => work(5)),
          quiet,
        ),
        "done",
      );
    } finally {
      clearInterval(others);
    }
    assert.ok(turns >= 2, `others had ${turns} turns`);
  });

  it("stops between two slices when it is cancelled", async () => {
    const controller = new AbortController();
    let seen = 0;
    const slices = counting(Number.POSITIVE_INFINITY, (states) => {
      seen = states;
      work(2);
      if (states === 3) setImmediate(() => controller.abort());
    });
    assert.equal(await pump(slices, { ...quiet, signal: controller.signal }), undefined);
    assert.ok(seen >= 3);
  });

  it("tells now and then how far it is", async () => {
    const told: number[] = [];
    await pump(
      counting(30, () => work(40)),
      { signal: undefined, onProgress: ({ states }) => told.push(states) },
    );
    assert.ok(told.length >= 1);
  });
});

describe("cancelling while a rollout is judged", () => {
  it("changes nothing on any node and says so", async () => {
    const names = ["alpha", "beta", "wit"];
    const memory = new MemoryCluster(names, bytesOfText("QUORUM_MODE=none\n"));
    const controller = new AbortController();
    const events: ProgressEvent[] = [];
    const report = await deployCluster({
      ...clusterOf("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n", { wit: "set WITNESS_MODE = none" }),
      hosts: memory.hosts,
      clock: memory.clock,
      judge: () =>
        function* () {
          for (let states = 0; ; states++) {
            if (states === 2) setImmediate(() => controller.abort());
            work(2);
            yield { states, transitions: 0, waiting: 0, faults: 0, readings: [] };
          }
        },
      signal: controller.signal,
      onProgress: (event) => events.push(event),
      who: "test@here",
      mend: async () => true,
      confirm: async () => assert.fail("nothing was planned, so nothing is to be confirmed"),
    });
    assert.equal(report.outcome, "refused");
    assert.match(report.message.en, /Nothing was changed\. It was cancelled/);
    assert.ok(events.some(({ phase, state }) => phase === "plan" && state === "begins"));
    for (const node of memory.nodes.values()) assert.equal(node.staged, undefined);
  });
});
