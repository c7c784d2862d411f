// Every kind of fault against real sshd, each at one moment; `npm run bench faults` tries every moment on every node.

import assert from "node:assert/strict";
import { startAll } from "../support/pool.ts";
import { startSshCluster } from "../support/sshCluster.ts";
import { faultKinds, killClient, tryFault } from "../support/sshFaults.ts";

/** When the client is killed, and whether the nodes are left to their timers before the next run. */
const kills = [
  ["arming the timer", 1, false],
  ["renaming the new file into place", 2, true],
  ["confirming", 1, false],
] as const;

describe("a fault during a deployment over ssh", function () {
  this.timeout(150_000);
  let results: readonly Promise<string>[] = [];
  before(() => {
    results = startAll(2, [
      ...faultKinds.map((kind) => () => tryFault(kind, 1, kind.usualMoment)),
      ...kills.map(
        ([phase, nth, wait]) =>
          () =>
            killClient(phase, nth, wait),
      ),
    ]);
  });
  after(() => Promise.allSettled(results));

  faultKinds.forEach((kind, at) => {
    it(kind.fault, async () => {
      const outcome = await results[at];
      assert.ok(
        kind.outcomes.some((allowed) => allowed === outcome),
        outcome,
      );
    });
  });

  kills.forEach(([phase], at) => {
    it(`client killed with SIGKILL after: ${phase}`, async () => {
      // On a machine that is too busy the client may end first; either way the nodes were checked after the next run.
      assert.match((await results[faultKinds.length + at]) ?? "", /^(healed by the next run|ended before)$/);
    });
  });

  it("two deployments at once: one of them at most, and never a mixture", async () => {
    const cluster = await startSshCluster();
    try {
      const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=fastboot\n";
      const reports = await Promise.all([cluster.deploy(), cluster.deploy({ shared })]);
      const outcomes = reports.map(({ outcome }) => outcome).sort();
      assert.ok(
        ["deployed,deployed", "deployed,refused", "refused,refused"].includes(outcomes.join()),
        outcomes.join(),
      );
    } finally {
      await cluster.stop();
    }
  });
});
