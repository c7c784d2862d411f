// Nodes whose every command is BusyBox's: a deployment works there, and what their cp would lose is said before anything
// is written.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import { type LocalNodes, startLocalNodes } from "../../deploy/testNodes/localNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { leftovers } from "../support/commandFaults.ts";
import { clusterOf } from "../support/planning.ts";

const oldText = "# theirs\nQUORUM_MODE=none\nWITNESS_MODE=none\n";
const shared = "QUORUM_MODE=none\nWITNESS_MODE=none\nQUORUM_LOSS_ACTION=osu\n";

describe("nodes with BusyBox", function () {
  this.timeout(60_000);
  let busybox = "";
  let folder = "";
  let nodes: LocalNodes | undefined;

  before(() => {
    assert.equal(ensurePrograms(["busybox", "setfacl", "getfattr"]), undefined);
    busybox = realpathSync(spawnSync("sh", ["-c", "command -v busybox"], { encoding: "utf8" }).stdout.trim());
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-busybox-"));
  });
  afterEach(() => {
    nodes?.stop();
    nodes = undefined;
    rmSync(folder, { recursive: true });
  });

  /** As distributions lay it out: links to the one program, or the program itself under every name. */
  function layOut(as: "links" | "copies", others: readonly string[] = []): string {
    const path = join(folder, "bin");
    mkdirSync(path);
    const applets = spawnSync(busybox, ["--list"], { encoding: "utf8" }).stdout.split("\n").filter(Boolean);
    if (as === "copies") copyFileSync(busybox, join(folder, "one"));
    for (const applet of applets) {
      if (as === "links") symlinkSync(busybox, join(path, applet));
      else linkSync(join(folder, "one"), join(path, applet));
    }
    for (const other of others) symlinkSync(`/usr/bin/${other}`, join(path, other));
    return path;
  }

  async function deploy(
    path: string,
  ): Promise<{ readonly report: DeployReport; readonly shown: DeploymentPlan | undefined }> {
    nodes ??= startLocalNodes(["alpha", "beta", "wit"], oldText, { shell: [busybox, "sh"], path });
    const set = Object.fromEntries(nodes.nodes.map(({ name, file }) => [name, `file "${file}"`]));
    let shown: DeploymentPlan | undefined;
    const report = await deployCluster({
      ...clusterOf(shared, set),
      hosts: nodes.hosts,
      who: "test@here",
      mend: async () => true,
      confirm: async (plan) => {
        shown = plan;
        return true;
      },
      confirmWithinSeconds: 30,
    });
    return { report, shown };
  }

  function giveAcl(path: string): string {
    nodes = startLocalNodes(["alpha", "beta", "wit"], oldText, { shell: [busybox, "sh"], path });
    const file = nodes.nodes[1]?.file ?? "";
    const set = spawnSync("setfacl", ["-m", "u:65534:r", file], { encoding: "utf8" });
    assert.equal(set.status, 0, `the folder for temporary files has no ACLs: ${set.stderr}`);
    return file;
  }

  it("are deployed to", async () => {
    const { report, shown } = await deploy(layOut("links", ["getfattr"]));
    assert.equal(report.outcome, "deployed", report.message.en);
    assert.deepEqual(
      shown?.warnings.filter(({ en }) => en.includes("BusyBox")),
      [],
    );
    for (const { file } of nodes?.nodes ?? []) {
      assert.match(readFileSync(file, "utf8"), /QUORUM_LOSS_ACTION=osu/);
      assert.deepEqual(leftovers({ file }), []);
    }
  });

  for (const as of ["links", "copies"] as const) {
    it(`refuse before anything is written when the file has an ACL that cp would lose (${as})`, async () => {
      const path = layOut(as, ["getfattr"]);
      const file = giveAcl(path);
      const { report } = await deploy(path);
      assert.equal(report.outcome, "refused");
      assert.match(report.message.en, /beta: the parameter file has an ACL or extended attributes, and cp of BusyBox/);
      assert.equal(readFileSync(file, "utf8"), oldText);
      assert.deepEqual(readdirSync(dirname(file)), ["LifeKeeper"]);
    });
  }

  it("warn where nobody can tell whether it has one", async () => {
    const path = layOut("links");
    giveAcl(path);
    const { shown } = await deploy(path);
    const [said] = shown?.warnings.filter(({ en }) => en.includes("BusyBox")) ?? [];
    assert.match(said?.en ?? "", /cp of BusyBox there keeps owner, group and mode\. If the parameter file has an ACL/);
  });

  it("lose nothing where cp is the one of GNU", async () => {
    const path = layOut("links", ["getfattr"]);
    rmSync(join(path, "cp"));
    symlinkSync("/bin/cp", join(path, "cp"));
    const file = giveAcl(path);
    const { report } = await deploy(path);
    assert.equal(report.outcome, "deployed", report.message.en);
    const acl = spawnSync("getfacl", ["-cn", file], { encoding: "utf8" }).stdout;
    assert.match(acl, /^user:65534:r--/m);
  });
});
