// The real remote program on folders of this machine, with a fault at the commands it runs: it fails, or the session is
// killed before or after it. `npm test` takes every few commands; `npm run bench faults` takes them all.

import { commandFaults } from "../../deploy/testNodes/localNodes.ts";
import { commandFaultCase, commandFaultPlan } from "../support/commandFaults.ts";
import { recordFaults } from "../support/faultTable.ts";

describe("a fault at a command of the remote program", function () {
  this.timeout(110_000);
  const plan = commandFaultPlan(5);

  for (const [order, fault] of commandFaults.entries()) {
    it(fault, async () => {
      const outcomes = new Map<string, number>();
      for (const at of (await plan).filter((_, position) => position % commandFaults.length === order)) {
        const outcome = await commandFaultCase(at, fault);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      recordFaults("real sh, at its commands", fault, outcomes);
    });
  }
});
