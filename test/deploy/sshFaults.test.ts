// Every kind of fault against real sshd, each at one moment; `npm run bench faults` tries every moment on every node.

import assert from "node:assert/strict";
import { recordFaults } from "../support/faultTable.ts";
import { startSshCluster } from "../support/sshCluster.ts";
import { faultKinds, killClient, tryFault } from "../support/sshFaults.ts";

describe("a fault during a deployment over ssh", function () {
  this.timeout(60_000);

  for (const kind of faultKinds) {
    it(kind.fault, async () => {
      const outcome = await tryFault(kind, 1, kind.usualMoment);
      recordFaults("real sshd", kind.fault, new Map([[outcome, 1]]));
    });
  }

  for (const [phase, nth, wait] of [
    ["arming the timer", 1, false],
    ["renaming the new file into place", 2, true],
    ["confirming", 1, false],
  ] as const) {
    it(`client killed with SIGKILL after: ${phase}`, async () => {
      const end = await killClient(phase, nth, wait);
      recordFaults("real sshd", `client killed, ${phase}`, new Map([[end, 1]]));
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
      recordFaults("real sshd", "two deployments at once", new Map([[outcomes.join(", "), 1]]));
    } finally {
      await cluster.stop();
    }
  });
});
