// Whole deployments to three real sshd nodes.

import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { checkNothingLeft, checkTruth, type SshCluster, startSshCluster } from "../support/sshCluster.ts";

describe("deploying over ssh", function () {
  this.timeout(60_000);
  let cluster: SshCluster;
  beforeEach(async () => {
    cluster = await startSshCluster();
  });
  afterEach(() => cluster.stop());

  it("puts the new file on every node, keeps the old one as a generation, and leaves nothing else", async () => {
    const report = await cluster.deploy();
    checkTruth(cluster, report, ["deployed"]);
    await checkNothingLeft(cluster);
    const [node] = cluster.nodes;
    const generation = join(node?.hostFile ?? "", "..", ".LifeKeeper.lkcluster", "gen-000001");
    assert.match(readFileSync(join(generation, "old"), "utf8"), /QUORUM_MODE=none/);
    assert.match(readFileSync(join(generation, "record"), "utf8"), /"who":"test@here"/);
    assert.equal((await cluster.deploy()).outcome, "unchanged");
  });

  it("keeps the mode, a symbolic link, and a file that is not ours to read for others", async () => {
    const [node] = cluster.nodes;
    assert.ok(node);
    const real = `${node.hostFile}.real`;
    renameSync(node.hostFile, real);
    symlinkSync("LifeKeeper.real", node.hostFile);
    chmodSync(real, 0o640);
    const report = await cluster.deploy();
    checkTruth(cluster, report, ["deployed"]);
    assert.ok(lstatSync(node.hostFile).isSymbolicLink());
    assert.equal(statSync(real).mode & 0o777, 0o640);
  });

  it("writes a file where there was none", async () => {
    await cluster.stop();
    cluster = await startSshCluster({ content: "x" });
    for (const { hostFile } of cluster.nodes) renameSync(hostFile, `${hostFile}.gone`);
    const report = await cluster.deploy();
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.ok(cluster.nodes.every(({ hostFile }) => existsSync(hostFile)));
  });

  for (const [title, content] of [
    ["CRLF line ends", "# a\r\nQUORUM_MODE=none\r\nX=1\r\n"],
    ["NUL and bytes that are no UTF-8", "A=\0\r\n\xff\xfe=x\nQUORUM_MODE=none\n"],
    ["no last line end", "X=1\nQUORUM_MODE=none"],
  ] as const) {
    it(`keeps ${title} of the node's file`, async () => {
      for (const { hostFile } of cluster.nodes) writeFileSync(hostFile, content, "latin1");
      const report = await cluster.deploy({ shared: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n" });
      assert.equal(report.outcome, "deployed", report.message.en);
      const after = readFileSync(cluster.nodes[0]?.hostFile ?? "", "latin1");
      // Behind a value that is set no carriage return is left; every other line keeps its own.
      const changed = content.replace(/QUORUM_MODE=none\r?/, "QUORUM_MODE=majority");
      const open = content.endsWith("\n") ? "" : "\n";
      assert.ok(after.startsWith(changed + open), JSON.stringify(after));
    });
  }

  it("runs nothing that stands in a value", async () => {
    const evil = `touch ${cluster.testNodes.folder}/evil`;
    const value = `$(${evil})\`${evil}\`;${evil}|x&"\\ %s %n !!`;
    const report = await cluster.deploy({
      shared: `QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nLK_NOTIFY_ALIAS='${value}'\n`,
    });
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.ok(!existsSync(join(cluster.testNodes.folder, "evil")));
    assert.ok(readFileSync(cluster.nodes[0]?.hostFile ?? "", "utf8").includes(`LK_NOTIFY_ALIAS='${value}'\n`));
  });

  it("reverts when it is cancelled in the middle", async () => {
    const controller = new AbortController();
    const report = await cluster.deploy({
      signal: controller.signal,
      onProgress: ({ phase, state }) => {
        if (phase === "commit" && state === "done") controller.abort();
      },
    });
    checkTruth(cluster, report, ["reverted"]);
    await checkNothingLeft(cluster);
  });

  it("stops, writes and starts in the documented order when asked", async () => {
    const report = await cluster.deploy({
      activate: true,
      shared: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nLCMHBEATTIME=6\n",
    });
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(
      cluster.nodes.map((node) => node.calls()),
      [
        ["lkstop -f", "lkstart"],
        ["lkstop -f", "lkstart"],
        ["lkstop -f", "lkstart"],
      ],
    );
    await checkNothingLeft(cluster);
  });

  it("reverts and starts LifeKeeper again when a node does not start", async () => {
    const beta = cluster.nodes[1];
    assert.ok(beta);
    writeFileSync(join(beta.folder, "refuse-start"), "");
    const report = await cluster.deploy({
      activate: true,
      shared: "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\nLCMHBEATTIME=6\n",
    });
    assert.equal(report.outcome, "mixed", report.message.en);
    assert.match(report.advice.map(({ en }) => en).join(), /Start LifeKeeper on beta/);
    assert.deepEqual(cluster.states(), ["old", "old", "old"]);
  });
});
