// 実機との突合 with real nodes: what `lkcluster export --read-nodes` says of machines that are as the files say, of one
// that is not, and of one that cannot be reached. Reading changes nothing.

import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCli } from "../cli/runCli.ts";
import { type SshCluster, startSshCluster } from "../support/sshCluster.ts";

describe("the comparison with real machines", function () {
  this.timeout(60_000);
  let cluster: SshCluster;
  before(async () => {
    cluster = await startSshCluster();
  });
  after(() => cluster.stop());

  async function compared(): Promise<{ readonly rows: readonly (readonly string[])[]; readonly errors: string }> {
    const directory = dirname(cluster.clusterFile);
    rmSync(join(directory, "out"), { recursive: true, force: true });
    const { exitCode, errors } = await runCli(
      [
        "export",
        "c.lk",
        "--only",
        "as-built",
        "--format",
        "md,xlsx",
        "--to",
        "out",
        "--lang",
        "ja",
        "--read-nodes",
      ].concat(["--ssh-config", cluster.testNodes.sshConfig]),
      { directory },
    );
    assert.equal(exitCode, 0, errors);
    const lines = readFileSync(join(directory, "out/as-built.md"), "utf8").split("\n");
    const rows = lines.filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(" | "));
    return { rows, errors };
  }

  const modeOf = (rows: readonly (readonly string[])[], node: string): readonly string[] | undefined =>
    rows.find(([name, item]) => name === node && item === "QUORUM\\_MODE")?.slice(2, 5);

  it("says of each setting what the machine has, when it was read, and that it differs", async () => {
    const { rows, errors } = await compared();
    assert.equal(errors, "");
    for (const node of ["alpha", "beta", "wit"]) {
      const read = rows.find(([name, from]) => name === node && from?.startsWith("ssh, "));
      assert.match(read?.[1] ?? "", /^ssh, \d{4}-\d\d-\d\dT/);
      assert.deepEqual(modeOf(rows, node), ["`majority`", "`none`", "**不一致**"]);
    }
    assert.deepEqual(cluster.states(), ["old", "old", "old"]);
  });

  it("says 一致 once the nodes have what the file says", async () => {
    assert.equal((await cluster.deploy()).outcome, "deployed");
    const { rows } = await compared();
    for (const node of ["alpha", "beta", "wit"])
      assert.deepEqual(modeOf(rows, node), ["`majority`", "`majority`", "一致"]);
  });

  it("says 未取得 of a machine that cannot be reached, and nothing else of it", async () => {
    const [, proxy] = cluster.proxies;
    assert.ok(proxy !== undefined);
    await proxy.stop();
    const { rows, errors } = await compared();
    assert.match(errors, /^lkcluster: beta: /);
    assert.deepEqual(modeOf(rows, "alpha")?.[2], "一致");
    const ofBeta = rows.filter(([name, item]) => name === "beta" && item !== "未取得");
    assert.ok(ofBeta.length > 3);
    for (const row of ofBeta) assert.deepEqual(row.slice(3, 5), ["未取得", "未取得"], row.join(" | "));
  });
});
