// Every fault at every operation in memory, and pairs of faults.

import assert from "node:assert/strict";
import { memoryFaults } from "../../deploy/testNodes/memoryNodes.ts";
import { killedWhileReverting, memoryFaultRow, trials } from "../support/memoryFaults.ts";

describe("a fault at every operation in memory", function () {
  this.timeout(60_000);

  for (const trial of trials) {
    for (const fault of memoryFaults) {
      it(`${trial.title}: ${fault}`, async () => {
        const { outcomes } = await memoryFaultRow(trial, fault);
        const injected = [...outcomes.values()].reduce((sum, times) => sum + times, 0);
        assert.ok(injected > 45, `only ${injected} faults were injected`);
      });
    }
  }

  it("a client killed while it reverts because a node refused", async () => {
    const { outcomes } = await killedWhileReverting();
    assert.ok((outcomes.get("no report") ?? 0) > 20);
  });
});
