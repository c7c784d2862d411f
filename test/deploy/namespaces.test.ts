// Nodes as machines: each with an address of its own, the true /etc/default/LifeKeeper, the true /opt/LifeKeeper/bin.

import assert from "node:assert/strict";
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import { allowsNamespaces } from "../../deploy/testNodes/places.ts";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { clusterOf } from "../support/planning.ts";

const names = ["alpha", "beta", "wit"];
const shared = "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nQUORUM_LOSS_ACTION=osu\n";

function deploy({ nodes, sshConfig }: TestNodes): Promise<DeployReport> {
  const set = Object.fromEntries(nodes.map(({ name }) => [name, `ssh "${name}"`]));
  return deployCluster({
    ...clusterOf(shared, { ...set, wit: 'ssh "wit" set WITNESS_MODE = none' }),
    hosts: openSshHosts({ configFile: sshConfig, questions: "batch" }),
    who: "test@here",
    mend: async () => true,
    confirm: async () => true,
    confirmWithinSeconds: 30,
  });
}

/** Starts its command as systemd would, in a session of its own, and writes down that it was asked. */
const systemdRun = `#!/bin/sh
echo "systemd-run $1 $2" >>/etc/default/asked
while [ "$1" != sh ]; do shift; done
setsid "$@" </dev/null >/dev/null 2>&1 &
`;

if (!allowsNamespaces()) {
  describe("nodes in namespaces", () => {
    it("say what they need where they are not allowed", async () => {
      await assert.rejects(startTestNodes({ count: 1, mode: "namespaces" }), /need root and iproute2|need sshd/);
    });
  });
} else {
  describe("nodes in namespaces", function () {
    this.timeout(60_000);
    let nodes: TestNodes | undefined;
    before(() => assert.equal(ensurePrograms(["sshd", "ssh", "ssh-keygen", "ip"]), undefined));
    afterEach(() => nodes?.stop());

    it("are deployed to at the true path, and this machine's own file is not touched", async () => {
      const own = existsSync("/etc/default/LifeKeeper");
      nodes = await startTestNodes({ count: 3, names, mode: "namespaces" });
      const report = await deploy(nodes);
      assert.equal(report.outcome, "deployed", report.message.en);
      assert.match(readFileSync(nodes.nodes[2]?.hostFile ?? "", "utf8"), /WITNESS_MODE=none/);
      assert.equal(existsSync("/etc/default/LifeKeeper"), own);
    });

    it("become root by sudo -n where the user may not write, and the file stays root's", async () => {
      assert.equal(ensurePrograms(["sudo"]), undefined);
      nodes = await startTestNodes({
        count: 3,
        names,
        mode: "namespaces",
        setUp:
          "mount -t tmpfs -o mode=750 none /etc/sudoers.d && echo 'nobody ALL=(root) NOPASSWD: /usr/bin/sh, /bin/sh' >/etc/sudoers.d/test && chmod 440 /etc/sudoers.d/test",
        sshdLines: [
          'ForceCommand exec setpriv --reuid=nobody --regid=nogroup --clear-groups sh -c "$SSH_ORIGINAL_COMMAND"',
        ],
      });
      const report = await deploy(nodes);
      assert.equal(report.outcome, "deployed", report.message.en);
      assert.equal(statSync(nodes.nodes[0]?.hostFile ?? "").uid, 0);
    });

    it("let systemd hold the timer where there is systemd", async () => {
      nodes = await startTestNodes({
        count: 3,
        names,
        mode: "namespaces",
        setUp: "mount -t tmpfs none /run && mkdir -p /run/systemd/system /run/sshd",
      });
      for (const { folder } of nodes.nodes) {
        writeFileSync(join(folder, "bin", "systemd-run"), systemdRun);
        chmodSync(join(folder, "bin", "systemd-run"), 0o755);
      }
      const report = await deploy(nodes);
      assert.equal(report.outcome, "deployed", report.message.en);
      const asked = readFileSync(join(nodes.nodes[0]?.folder ?? "", "etc", "default", "asked"), "utf8");
      assert.match(asked, /^systemd-run --quiet --collect\n$/);
    });
  });
}
