// The exported playbook, run by Ansible against real sshd nodes, merges as we do, byte for byte.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportAnsible } from "@lkcluster/core/plan/ansible.ts";
import { mergeDefaults } from "@lkcluster/core/plan/mergeDefaults.ts";
import { wantedOf } from "@lkcluster/core/plan/wanted.ts";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";
import { clusterOf } from "../support/planning.ts";

const shared = `# ours
QUORUM_MODE=majority
WITNESS_MODE=remote_verify
LK_NOTIFY_ALIAS='a@x,{{ b }}\\1 $(touch evil)'
FS_KERNEL_RETRIES=30
IP_PINGTRIES=
`;

/** What the nodes hold at first: every shape that the merge must keep. */
const contents = [
  '# theirs\nQUORUM_MODE=none # why\nX="a # b" # c\nFS_KERNEL_RETRIES=#off\nWITNESS_MODE= # empty\nIP_PINGTRIES=3 # three',
  "export QUORUM_MODE = 'none' # q\r\n#WITNESS_MODE=x\r\nFS_KERNEL_RETRIES=a#b\r\nLK_NOTIFY_ALIAS=\r\n",
  "XQUORUM_MODE=1\nQUORUM_MODEX=2\nWITNESS_MODE=none\n\n",
];

describe("lkcluster export ansible", function () {
  this.timeout(120_000);
  let nodes: TestNodes;
  before(async () => {
    assert.equal(ensurePrograms(["sshd", "ssh", "ssh-keygen", "ansible-playbook"]), undefined);
    nodes = await startTestNodes({ count: 3, names: ["alpha", "beta", "wit"] });
  });
  after(() => nodes.stop());

  it("writes with Ansible what lkcluster deploy writes", () => {
    const set = Object.fromEntries(nodes.nodes.map(({ name, file }) => [name, `ssh "${name}" file "${file}"`]));
    const { cluster, files } = clusterOf(shared, { ...set, wit: `${set["wit"]} set WITNESS_MODE = none` });
    nodes.nodes.forEach(({ hostFile }, at) => {
      writeFileSync(hostFile, contents[at] ?? "", "latin1");
    });
    const expected = cluster.nodes.map((node, at) => {
      const wanted = wantedOf(cluster, files, node);
      assert.ok(wanted.ok);
      const merged = mergeDefaults(asBytes(contents[at] ?? ""), wanted.lines);
      assert.ok(merged.ok);
      return merged.content;
    });
    const made = exportAnsible(cluster, files, "merge");
    assert.ok(made.ok);
    const first = run(made);
    assert.equal(first.status, 0, first.text);
    assert.deepEqual(
      nodes.nodes.map(({ hostFile }) => readFileSync(hostFile, "latin1")),
      expected,
    );
    const tasks = [...first.text.matchAll(/^changed: \[(\w+)\]/gm)].map((found) => found[1]);
    assert.deepEqual(tasks, ["beta", "wit", "alpha"], "one after the other, the active node last");
    assert.ok(!readdirSync(nodes.folder).includes("evil"));
  });

  it("touches no node when one of them gives a name twice", () => {
    const set = Object.fromEntries(nodes.nodes.map(({ name, file }) => [name, `ssh "${name}" file "${file}"`]));
    const { cluster, files } = clusterOf("QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n", set);
    for (const { hostFile } of nodes.nodes) writeFileSync(hostFile, "A=1\n");
    writeFileSync(nodes.nodes[2]?.hostFile ?? "", "QUORUM_MODE=a\nQUORUM_MODE=b\n");
    const made = exportAnsible(cluster, files, "merge");
    assert.ok(made.ok);
    assert.notEqual(run(made).status, 0);
    assert.equal(readFileSync(nodes.nodes[0]?.hostFile ?? "", "utf8"), "A=1\n");
  });

  function run(made: { readonly inventory: string; readonly playbook: string }): {
    readonly status: number | null;
    readonly text: string;
  } {
    const folder = join(nodes.folder, "ansible");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "inventory.yml"), made.inventory);
    writeFileSync(join(folder, "playbook.yml"), made.playbook);
    const args = ["-i", "inventory.yml", "playbook.yml", "--diff", "-e", "lifekeeper_become=false"];
    const ran = spawnSync("ansible-playbook", [...args, "--ssh-common-args", `-F ${nodes.sshConfig}`], {
      cwd: folder,
      encoding: "utf8",
      timeout: 100_000,
      env: {
        ...process.env,
        ANSIBLE_NOCOLOR: "1",
        ANSIBLE_PIPELINING: "True",
        ANSIBLE_LOCALHOST_WARNING: "False",
        LC_ALL: "C.UTF-8",
        ANSIBLE_HOME: join(folder, "home"),
      },
    });
    return { status: ran.status, text: `${ran.stdout}\n${ran.stderr}` };
  }
});
