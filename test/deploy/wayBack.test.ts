// Ways back that need care: to where there was no file, from what somebody else wrote meanwhile, and LifeKeeper that a
// vanished client had stopped.

import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { bytesOfText } from "@lkcluster/core/text/byteText.ts";
import { isFailure } from "@lkcluster/deploy/failure.ts";
import type { Connection } from "@lkcluster/deploy/host.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { Carrying } from "@lkcluster/deploy/request.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { steadyClock, waitUntil } from "@lkcluster/deploy/wait.ts";
import { startLocalNodes } from "../../deploy/testNodes/localNodes.ts";
import { checkNothingLeft, type SshCluster, startSshCluster } from "../support/sshCluster.ts";

describe("the way back", function () {
  this.timeout(90_000);
  let cluster: SshCluster;
  beforeEach(async () => {
    cluster = await startSshCluster();
  });
  afterEach(() => cluster.stop());

  function rollback(more: Partial<Carrying> & { readonly signal?: AbortSignal } = {}): Promise<DeployReport> {
    const files = filesOf({ "/w/c.lk": readFileSync(cluster.clusterFile, "utf8"), "/w/LifeKeeper.lkdefaults": "" });
    const { sound } = checkCluster(files, "/w/c.lk");
    assert.ok(sound);
    return rollbackCluster({
      cluster: sound,
      hosts: openSshHosts({ configFile: cluster.testNodes.sshConfig, questions: "batch" }),
      judge: () => () => ({ kind: "safe", statesExplored: 0 }),
      who: "test@here",
      confirm: async () => true,
      mend: async () => true,
      confirmWithinSeconds: 30,
      ...more,
    });
  }

  it("leads to where there was no file, shows that before, and forward again", async () => {
    for (const { hostFile } of cluster.nodes) rmSync(hostFile);
    const report = await cluster.deploy();
    assert.equal(report.outcome, "deployed", report.message.en);
    const deployed = cluster.nodes.map(({ hostFile }) => readFileSync(hostFile, "utf8"));

    const controller = new AbortController();
    const cancelled = await rollback({
      confirm: async (plan) => {
        assert.ok(plan.nodes.every(({ after }) => after === undefined));
        assert.match(plan.warnings.map(({ en }) => en).join("\n"), /alpha: the parameter file is removed/);
        assert.match(plan.steps.map(({ text }) => text.en).join("\n"), /Remove the parameter file on beta/);
        controller.abort();
        return true;
      },
      signal: controller.signal,
    });
    assert.equal(cancelled.outcome, "refused", cancelled.message.en);
    assert.ok(cluster.nodes.every(({ hostFile }) => existsSync(hostFile)));

    const gone = await rollback();
    assert.equal(gone.outcome, "deployed", gone.message.en);
    assert.ok(gone.nodes.every(({ after }) => after === "absent"));
    assert.ok(cluster.nodes.every(({ hostFile }) => !existsSync(hostFile)));
    await checkNothingLeft(cluster);

    const back = await rollback();
    assert.equal(back.outcome, "deployed", back.message.en);
    assert.deepEqual(
      cluster.nodes.map(({ hostFile }) => readFileSync(hostFile, "utf8")),
      deployed,
    );
    await checkNothingLeft(cluster);
  });

  it("names the node whose file somebody else changed before ours was there, and calls nothing mixed", async () => {
    const alpha = cluster.nodes[0];
    assert.ok(alpha);
    const report = await cluster.deploy({
      onProgress: ({ phase, state, node }) => {
        if (phase === "commit" && state === "done" && node === "beta") writeFileSync(alpha.hostFile, "THEIRS=1\n");
      },
    });
    assert.equal(report.outcome, "reverted", report.message.en);
    assert.match(report.message.en, /Old file: beta, wit; what somebody else wrote in the meantime: alpha\./);
    assert.deepEqual(
      report.nodes.map(({ state }) => state),
      ["edited", "reverted", "reverted"],
    );
    assert.deepEqual(cluster.states(), ["other", "old", "old"]);
    assert.equal(readFileSync(alpha.hostFile, "utf8"), "THEIRS=1\n");
    await checkNothingLeft(cluster);
  });

  it("calls nothing mixed when somebody put a link in the place of the file before ours was there", async () => {
    const alpha = cluster.nodes[0];
    assert.ok(alpha);
    const elsewhere = join(alpha.folder, "elsewhere");
    writeFileSync(elsewhere, "THEIRS=1\n");
    const report = await cluster.deploy({
      onProgress: ({ phase, state, node }) => {
        if (phase !== "commit" || state !== "done" || node !== "beta") return;
        rmSync(alpha.hostFile);
        symlinkSync(elsewhere, alpha.hostFile);
      },
    });
    assert.equal(report.outcome, "reverted", report.message.en);
    assert.deepEqual(
      report.nodes.map(({ state }) => state),
      ["edited", "reverted", "reverted"],
    );
    assert.equal(readFileSync(elsewhere, "utf8"), "THEIRS=1\n");
  });

  it("keeps the old file where somebody changed ours, and says under which name", async () => {
    const beta = cluster.nodes[1];
    assert.ok(beta);
    const report = await cluster.deploy({
      onProgress: ({ phase, state, node }) => {
        if (phase === "commit" && state === "done" && node === "beta") writeFileSync(beta.hostFile, "THEIRS=1\n");
      },
    });
    assert.equal(report.outcome, "mixed", report.message.en);
    assert.match(report.message.en, /Old file: alpha, wit; new file, changed by somebody else since: beta\./);
    assert.match(report.advice.map(({ en }) => en).join(), /kept on the node: gen-000001\/old/);
    const kept = join(beta.hostFile, "..", ".LifeKeeper.lkcluster", "gen-000001", "old");
    assert.match(readFileSync(kept, "utf8"), /QUORUM_MODE=none/);
  });
});

describe("a timer on a node whose client is gone", function () {
  this.timeout(60_000);

  for (const [title, last, runs] of [
    ["starts LifeKeeper again that the client had stopped", undefined, true],
    ["starts nothing once another node may run on the new values", "stay-down", false],
  ] as const) {
    it(title, async () => {
      const local = startLocalNodes(["alpha"], "X=1\n");
      try {
        const [node] = local.nodes;
        assert.ok(node);
        const connection = await local.hosts({ node: "alpha", ssh: "", file: node.file }).connect();
        assert.ok(!isFailure(connection));
        const transaction = "abc";
        await ask(connection, { kind: "stage", transaction, record: "{}", content: bytesOfText("X=2\n") });
        await ask(connection, { kind: "arm", transaction, seconds: 2 });
        await ask(connection, { kind: "lifekeeper", transaction, command: "stop-keeping-applications" });
        await ask(connection, { kind: "commit", transaction });
        if (last !== undefined) await ask(connection, { kind: last, transaction });
        await connection.close();
        const isOver = (): boolean => local.processes().length === 0;
        assert.ok(await waitUntil(steadyClock, 30, async () => isOver()));
        assert.equal(readFileSync(node.file, "utf8"), "X=1\n");
        assert.equal(existsSync(join(node.folder, "running")), runs);
      } finally {
        local.stop();
      }
    });
  }
});

async function ask(connection: Connection, request: Parameters<Connection["request"]>[0]): Promise<void> {
  const answer = await connection.request(request);
  assert.ok(!isFailure(answer), JSON.stringify(answer));
}
