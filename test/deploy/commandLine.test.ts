// The commands that reach nodes, as a user or a pipeline calls them: output, exit codes, files.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCli } from "../cli/runCli.ts";
import { type SshCluster, startSshCluster } from "../support/sshCluster.ts";

describe("lkcluster against real nodes", function () {
  this.timeout(60_000);
  let cluster: SshCluster;
  before(async () => {
    cluster = await startSshCluster();
  });
  after(() => cluster.stop());

  async function run(
    ...args: readonly string[]
  ): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
    const directory = dirname(cluster.clusterFile);
    const reaches = args[0] === "export" ? [] : ["--ssh-config", cluster.testNodes.sshConfig];
    const { exitCode, output, errors } = await runCli([...args, ...reaches], { directory });
    return { code: exitCode, out: output, err: errors };
  }

  it("plan, deploy, status, drift, rollback: each says what is true and ends accordingly", async () => {
    const file = cluster.clusterFile;
    const saved = join(dirname(file), "saved.json");
    const plan = await run("plan", file, "--out", saved);
    assert.equal(plan.code, 0, plan.err);
    assert.match(plan.out, /\+QUORUM_MODE=majority/);
    assert.equal(statSync(saved).mode & 0o777, 0o600);
    assert.equal((await run("status", file)).code, 1);

    const unasked = await run("deploy", file);
    assert.deepEqual([unasked.code, cluster.states()], [2, ["old", "old", "old"]]);

    const deployed = await run("deploy", saved, "--yes", "--format", "json");
    assert.equal(deployed.code, 0, deployed.err);
    assert.equal(JSON.parse(deployed.out).outcome, "deployed");
    assert.deepEqual(cluster.states(), ["new", "new", "new"]);
    assert.equal((await run("status", file)).code, 0);

    const stale = await run("deploy", saved, "--yes");
    assert.equal(stale.code, 3);
    assert.match(stale.out, /stale/);

    const node = cluster.nodes[0];
    assert.ok(node);
    writeFileSync(node.hostFile, `${readFileSync(node.hostFile, "utf8").replace("osu", "fastboot")}`);
    const drifted = await run("status", file, "--format", "json");
    assert.equal(drifted.code, 1);
    const seen = JSON.parse(drifted.out).nodes[0];
    assert.deepEqual(
      [seen.state, seen.drift.kind, seen.drift.changedThere[0].name],
      ["changed", "theirs", "QUORUM_LOSS_ACTION"],
    );
    assert.equal((await run("deploy", file, "--yes")).code, 0);

    const back = await run("rollback", file, "--yes", "--to", JSON.parse(deployed.out).transaction);
    assert.equal(back.code, 0, back.out + back.err);
  });

  it("keeps an audit file without file contents, readable to its owner only", async () => {
    const audit = join(dirname(cluster.clusterFile), ".lkcluster", "audit.jsonl");
    assert.equal(statSync(audit).mode & 0o777, 0o600);
    const text = readFileSync(audit, "utf8");
    for (const line of text.trim().split("\n")) assert.ok(typeof JSON.parse(line).status === "string");
    assert.ok(text.includes('"event":"request commit"'));
    assert.ok(!text.includes("QUORUM_MODE="));
  });

  it("refuses an edited plan and an unknown node as wrong usage", async () => {
    const broken = join(dirname(cluster.clusterFile), "broken.json");
    writeFileSync(
      broken,
      readFileSync(join(dirname(cluster.clusterFile), "saved.json"), "utf8").replace("alpha", "beta"),
    );
    assert.equal((await run("deploy", broken, "--yes")).code, 2);
    assert.equal((await run("status", cluster.clusterFile, "--node", "nobody")).code, 2);
    assert.equal((await run("deploy", cluster.clusterFile, "--yes", "--confirm-within", "soon")).code, 2);
  });

  it("imports what it deployed", async () => {
    const out = join(dirname(cluster.clusterFile), "imported");
    mkdirSync(out);
    const [alpha] = cluster.nodes;
    const command = ["import", "ssh:alpha", "--file", alpha?.file ?? "", "--out", out, "--name", "again"];
    const imported = await run(...command);
    assert.equal(imported.code, 0, imported.err);
    const text = readFileSync(join(out, "again.lk"), "utf8");
    // The short display alone has no kinds and no flags: they come from the detailed one and from the lists.
    assert.match(text, /node alpha \{\n {4}ssh "alpha"\n {4}shutdown switchover/);
    assert.match(text, /resource app1 gen\/app application1 \{\n {4}servers alpha 1, beta 10/);
    assert.match(text, /resource ip1 comm\/ip +192\.168\.0\.1/);
    assert.doesNotMatch(imported.err, /guessed|contradict|could not be read/);
    assert.ok(existsSync(join(out, "etc", "default", "LifeKeeper")));
    const again = await run(...command);
    assert.equal(again.code, 2, again.err);
    // Without the detailed display the kinds come from the lists, asked for by filter.
    rmSync(join(alpha?.folder ?? "", "lcd", "lcdstatus"));
    const byLists = await run("import", "ssh:alpha", "--file", alpha?.file ?? "");
    assert.match(byLists.out, /resource fs1 gen\/filesys +\/fs1/);
    assert.doesNotMatch(byLists.err, /guessed|contradict|could not be read/);
    // A command that fails says nothing, and nothing is concluded from that.
    rmSync(join(alpha?.folder ?? "", "lcd", "typ_list -f:"));
    const byStatus = await run("import", "ssh:alpha", "--file", alpha?.file ?? "");
    assert.match(byStatus.err, /Kinds guessed/);
  });

  it("exports to Ansible, and to nothing else", async () => {
    const out = join(dirname(cluster.clusterFile), "ansible");
    assert.equal((await run("export", "ansible", cluster.clusterFile, "--out", out)).code, 0);
    assert.match(readFileSync(join(out, "inventory.yml"), "utf8"), /"alpha":\n +ansible_host: !unsafe "alpha"/);
    assert.match(readFileSync(join(out, "playbook.yml"), "utf8"), /serial: 1/);
    assert.equal((await run("export", "puppet", cluster.clusterFile)).code, 2);
  });
});
