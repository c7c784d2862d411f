// The real remote program on folders of this machine, with a fault at the commands it runs: it fails, or the session is
// killed before or after it. `npm test` takes every few commands; `npm run bench faults` takes them all.

import assert from "node:assert/strict";
import { commandFaults } from "../../deploy/testNodes/localNodes.ts";
import { commandFaultCase, commandFaultPlan } from "../support/commandFaults.ts";

describe("a fault at a command of the remote program", function () {
  this.timeout(110_000);
  let plan: readonly number[] = [];
  before(async () => {
    plan = await commandFaultPlan(2);
  });

  for (const [order, fault] of commandFaults.entries()) {
    it(fault, async () => {
      // Each kind at every third of these commands, so that together they meet them all.
      const own = plan.filter((_, position) => position % commandFaults.length === order);
      assert.ok(own.length > 0);
      for (const at of own) await commandFaultCase(at, fault);
    });
  }
});
