// How long a deployment takes: against the bare handshakes it needs, against Ansible's copy with diff and backup on the
// same nodes in the same run, and with more nodes.

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import { startTestNodes, type TestNodes } from "../../deploy/testNodes/testNodes.ts";
import { ensurePrograms } from "../../scripts/debianPackages.ts";

const missing = ensurePrograms(["sshd", "ssh", "ssh-keygen", "ansible-playbook"]);
if (missing !== undefined) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}

/** Two connections to each node: one that reads, stages, arms and commits, and a new one that verifies. */
const handshakesPerNode = 2;

/** Ansible as it comes: its own defaults, and no connection left over from an earlier round. */
function run(command: string, args: readonly string[], directory?: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: "ignore",
      env: {
        ...process.env,
        LC_ALL: "C.UTF-8",
        ...(directory === undefined ? {} : { ANSIBLE_SSH_CONTROL_PATH_DIR: directory }),
      },
      ...(directory === undefined ? {} : { cwd: directory }),
    });
    child.on("close", (code) => resolve(code ?? -1));
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of several runs. */
async function middle(times: number, work: (round: number) => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < times; round++) measured.push(await timed(() => work(round)));
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

async function deploy(nodes: TestNodes, round: number): Promise<void> {
  const names = nodes.nodes.map(({ name }) => name);
  const text = `cluster c {
  lifekeeper 9.9.0
  defaults "LifeKeeper.lkdefaults"
${nodes.nodes.map(({ name, file }) => `  node ${name} { ssh "${name}" file "${file}" }`).join("\n")}
${names.flatMap((a, i) => names.slice(i + 1).map((b, j) => `  path ${a} <-> ${b} { tcp 10.0.${i}.1 <-> 10.0.${i + j + 1}.1 tcp 10.1.${i}.1 <-> 10.1.${i + j + 1}.1 }`)).join("\n")}
}
`;
  const files = filesOf({ "/c.lk": text, "/LifeKeeper.lkdefaults": `FAILFASTTIMER=${round + 10}\n` });
  const { checked, problems } = checkCluster(files, "/c.lk");
  if (checked === undefined) throw new Error(problems.map(({ message }) => message.en).join("\n"));
  const report = await deployCluster({
    cluster: checked,
    files,
    hosts: openSshHosts({ configFile: nodes.sshConfig, questions: "batch" }),
    who: "bench@here",
    mend: async () => true,
    confirm: async () => true,
  });
  if (report.outcome !== "deployed") throw new Error(report.message.en);
}

/** The same number of connections, as many at a time as a deployment opens. */
async function handshakes(nodes: TestNodes): Promise<void> {
  for (let round = 0; round < handshakesPerNode; round++) {
    const waiting = [...nodes.nodes];
    const worker = async (): Promise<void> => {
      for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
        await run("ssh", ["-F", nodes.sshConfig, "-o", "BatchMode=yes", node.name, "true"]);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }
}

async function ansible(nodes: TestNodes, round: number): Promise<void> {
  const folder = join(nodes.folder, `ansible${round}`);
  mkdirSync(folder, { recursive: true });
  const hosts = nodes.nodes.map(({ name, file }) => `${name} file=${file}`).join("\n");
  writeFileSync(join(folder, "hosts"), `${hosts}\n\n[all:vars]\nansible_ssh_common_args=-F ${nodes.sshConfig}\n`);
  writeFileSync(
    join(folder, "play.yml"),
    `- hosts: all\n  gather_facts: false\n  tasks:\n    - copy:\n        content: "FAILFASTTIMER=${round + 100}\\n"\n        dest: "{{ file }}"\n        backup: true\n`,
  );
  const code = await run("ansible-playbook", ["-i", "hosts", "play.yml", "--diff"], folder);
  if (code !== 0) throw new Error(`ansible-playbook ended with ${code}`);
}

function shown(name: string, ms: number, note = ""): void {
  process.stdout.write(`${name.padEnd(58)}${ms.toFixed(0).padStart(8)} ms${note}\n`);
}

const three = await startTestNodes({ count: 3 });
let ofThree = 0;
try {
  await deploy(three, 0);
  ofThree = await middle(5, (round) => deploy(three, round + 1));
  const bare = await middle(5, () => handshakes(three));
  const byAnsible = await middle(3, (round) => ansible(three, round));
  shown("deployment to 3 nodes, verified and confirmed", ofThree);
  shown(
    `the ${3 * handshakesPerNode} handshakes it needs (ssh node true)`,
    bare,
    `   ${(ofThree / bare).toFixed(2)} times`,
  );
  shown("ansible copy --diff with backup, same nodes", byAnsible, `   ${(byAnsible / ofThree).toFixed(1)} times`);
} finally {
  await three.stop();
}

const many = await startTestNodes({ count: 32 });
try {
  await deploy(many, 0);
  const ofMany = await middle(3, (round) => deploy(many, round + 1));
  shown("deployment to 32 nodes", ofMany);
  shown("each further node", (ofMany - ofThree) / 29);
  shown(`the ${32 * handshakesPerNode} handshakes it needs`, await timed(() => handshakes(many)));
} finally {
  await many.stop();
}
