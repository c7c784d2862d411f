// Every kind of fault against real sshd, each at one moment; `npm run bench faults` tries every moment on every node.

import assert from "node:assert/strict";
import { startSshCluster } from "../support/sshCluster.ts";
import { faultKinds, killClient, tryFault } from "../support/sshFaults.ts";

describe("a fault during a deployment over ssh", function () {
  this.timeout(60_000);

  for (const kind of faultKinds) {
    it(kind.fault, async () => {
      await tryFault(kind, 1, kind.usualMoment);
    });
  }

  for (const [phase, nth, wait] of [
    ["arming the timer", 1, false],
    ["renaming the new file into place", 2, true],
    ["confirming", 1, false],
  ] as const) {
    it(`client killed with SIGKILL after: ${phase}`, async () => {
      assert.equal(await killClient(phase, nth, wait), "healed by the next run");
    });
  }

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
