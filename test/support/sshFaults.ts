// Every kind of fault that a deployment over ssh must survive, as data: how it is brought about, and which outcomes are
// right. `npm test` runs each kind at one moment, `npm run bench faults` at every moment.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeployReport, Outcome, Phase, ProgressEvent } from "@lkcluster/deploy/report.ts";
import { makeKey, processesOf, type TestNode } from "../../deploy/testNodes/testNodes.ts";
import {
  checkNothingLeft,
  checkTruth,
  isTimer,
  oldText,
  type SshCluster,
  type SshClusterOptions,
  startSshCluster,
  until,
  when,
} from "./sshCluster.ts";

export interface Moment {
  readonly phase: Phase;
  readonly state: ProgressEvent["state"];
}

/** Before, during and after every remote phase. */
export const moments: readonly Moment[] = (["read", "stage", "arm", "commit", "verify", "confirm"] as const).flatMap(
  (phase) => [
    { phase, state: "begins" },
    { phase, state: "done" },
  ],
);

export interface FaultKind {
  readonly fault: string;
  readonly outcomes: readonly Outcome[];
  /** What the report must say besides. */
  readonly says?: RegExp;
  /** Absent: it stands from the beginning, so there is only one moment. */
  readonly usualMoment?: Moment;
  readonly options?: SshClusterOptions;
  /** Before the deployment. */
  prepare?(cluster: SshCluster, node: TestNode): void;
  /** At the moment. */
  strike?(cluster: SshCluster, node: TestNode): void;
  /** Before the next run, which must succeed unless this says that it cannot. */
  mend?(cluster: SshCluster, node: TestNode): void;
  readonly more?: { readonly requestTimeoutMs?: number; readonly confirmWithinSeconds?: number };
}

const beforeAnything: readonly Outcome[] = ["refused"];
const any: readonly Outcome[] = ["deployed", "reverted", "refused"];

const proxyOf = (cluster: SshCluster, node: TestNode) => {
  const proxy = cluster.proxies[cluster.nodes.indexOf(node)];
  assert.ok(proxy);
  return proxy;
};

/** Runs each session through this command instead of the login shell. */
const session = (command: string): SshClusterOptions => ({ sshdLines: [`ForceCommand ${command}`] });
const original = '"$SSH_ORIGINAL_COMMAND"';
/** Root would be allowed everything, so it becomes nobody where a test asks for that. */
const dropWhenAsked = `if [ -e "$LKCLUSTER_TEST_NODES/drop" ] && [ "$(id -u)" = 0 ]; then exec setpriv --reuid=65534 --clear-groups sh -c ${original}; else exec sh -c ${original}; fi`;

export const faultKinds: readonly FaultKind[] = [
  {
    fault: "connection cut",
    outcomes: any,
    usualMoment: { phase: "commit", state: "begins" },
    strike: (cluster, node) => proxyOf(cluster, node).cut(),
  },
  {
    fault: "node unreachable from then on",
    outcomes: [...any, "mixed"],
    usualMoment: { phase: "commit", state: "done" },
    more: { confirmWithinSeconds: 2 },
    strike: (cluster, node) => proxyOf(cluster, node).breakDown(),
    mend: (cluster, node) => proxyOf(cluster, node).mend(),
  },
  {
    fault: "sessions killed on the node",
    outcomes: any,
    usualMoment: { phase: "verify", state: "begins" },
    strike: (_, node) => {
      for (const pid of processesOf(node.folder)) {
        if (isTimer(pid)) continue;
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // Ended by itself.
        }
      }
    },
  },
  {
    fault: "file edited by somebody",
    outcomes: [...any, "mixed"],
    usualMoment: { phase: "stage", state: "done" },
    strike: (_, node) => writeFileSync(node.hostFile, "EDITED=1\n"),
    mend: (_, node) => writeFileSync(node.hostFile, oldText),
  },
  {
    fault: "file replaced by a folder",
    outcomes: [...any, "mixed"],
    usualMoment: { phase: "stage", state: "done" },
    strike: (_, node) => {
      rmSync(node.hostFile, { force: true });
      mkdirSync(node.hostFile);
    },
    mend: (_, node) => {
      rmSync(node.hostFile, { recursive: true, force: true });
      writeFileSync(node.hostFile, oldText);
    },
  },
  {
    fault: "file replaced by a link",
    outcomes: [...any, "mixed"],
    usualMoment: { phase: "stage", state: "done" },
    strike: (_, node) => {
      renameSync(node.hostFile, `${node.hostFile}.moved`);
      symlinkSync("/nowhere", node.hostFile);
    },
    mend: (_, node) => {
      rmSync(node.hostFile);
      renameSync(`${node.hostFile}.moved`, node.hostFile);
    },
  },
  {
    fault: "disk full",
    outcomes: beforeAnything,
    says: /could not be written/,
    // A limit on what a process may write answers as a full disk does, and needs no root.
    options: session(`trap '' XFSZ; ulimit -f 4; exec sh -c ${original}`),
  },
  {
    fault: "read-only file system",
    outcomes: beforeAnything,
    says: /could not be written|sudo -n is not allowed/,
    options: session(dropWhenAsked),
    prepare: (_, node) => makeReadOnly(node),
    mend: (_, node) => {
      if (spawnSync("umount", [join(node.hostFile, "..")]).status !== 0) allowFolder(node);
    },
  },
  {
    fault: "sudo not allowed",
    outcomes: beforeAnything,
    says: /sudo -n is not allowed/,
    options: session(dropWhenAsked),
    prepare: (_, node) => denyFolder(node),
  },
  {
    fault: "clock jumps",
    outcomes: ["deployed"],
    prepare: (_, node) => {
      const date = join(node.folder, "bin", "date");
      const home = JSON.stringify(join(node.folder, "calls"));
      writeFileSync(
        date,
        `#!/bin/sh\n[ $(($(wc -l <${home}) % 2)) = 0 ] && echo 2099-01-01T00:00:00Z || echo 1970-01-01T00:00:00Z\necho date >>${home}\n`,
      );
      chmodSync(date, 0o755);
    },
  },
  {
    fault: "slow line (1 byte a second)",
    outcomes: [...any, "mixed"],
    usualMoment: { phase: "stage", state: "begins" },
    more: { requestTimeoutMs: 4000, confirmWithinSeconds: 5 },
    strike: (cluster, node) => proxyOf(cluster, node).slowTo(1),
    mend: (cluster, node) => {
      proxyOf(cluster, node).slowTo(undefined);
      proxyOf(cluster, node).cut();
    },
  },
  {
    fault: "node answers garbage",
    outcomes: beforeAnything,
    says: /could not be understood/,
    options: session("head -c 50000 /dev/urandom"),
  },
  {
    fault: "login banner and start-up output",
    outcomes: ["deployed"],
    options: session(
      `echo "Welcome! 0123456789 end 0"; echo; head -c 3000 /dev/urandom; echo "on stderr" >&2; exec sh -c ${original}`,
    ),
  },
  {
    fault: "login shell csh",
    outcomes: ["deployed"],
    options: session(`command -v csh >/dev/null && exec csh -c ${original}; exec sh -c ${original}`),
  },
  {
    fault: "login shell fish",
    outcomes: ["deployed"],
    options: session(`command -v fish >/dev/null && exec fish -c ${original}; exec sh -c ${original}`),
  },
  {
    fault: "host key changed",
    outcomes: beforeAnything,
    says: /host key is not the known one/,
    prepare: (cluster, node) => {
      const other = join(cluster.testNodes.folder, "other_key");
      makeKey(other);
      const lines = readFileSync(cluster.testNodes.knownHosts, "utf8").split("\n");
      const key = readFileSync(`${other}.pub`, "utf8").trim();
      const changed = lines.map((line) => (line.startsWith(`${node.name} `) ? `${node.name} ${key}` : line));
      writeFileSync(`${cluster.testNodes.knownHosts}.kept`, lines.join("\n"));
      writeFileSync(cluster.testNodes.knownHosts, changed.join("\n"));
    },
    mend: (cluster) => renameSync(`${cluster.testNodes.knownHosts}.kept`, cluster.testNodes.knownHosts),
  },
  {
    fault: "host key unknown",
    outcomes: beforeAnything,
    says: /host key is not known yet/,
    prepare: (cluster, node) => {
      const lines = readFileSync(cluster.testNodes.knownHosts, "utf8").split("\n");
      writeFileSync(`${cluster.testNodes.knownHosts}.kept`, lines.join("\n"));
      writeFileSync(cluster.testNodes.knownHosts, lines.filter((line) => !line.startsWith(`${node.name} `)).join("\n"));
    },
    mend: (cluster) => renameSync(`${cluster.testNodes.knownHosts}.kept`, cluster.testNodes.knownHosts),
  },
  {
    fault: "file of 10 MB",
    outcomes: ["deployed"],
    options: { content: `${"# a long file\n".repeat(750_000)}QUORUM_MODE=none\n` },
    more: { requestTimeoutMs: 120_000, confirmWithinSeconds: 300 },
  },
];

/** As root a file system is mounted read-only; without root a folder that nobody may write is the nearest thing. */
function makeReadOnly(node: TestNode): void {
  const folder = join(node.hostFile, "..");
  const bound = spawnSync("mount", ["--bind", folder, folder]).status === 0;
  if (!bound || spawnSync("mount", ["-o", "remount,ro,bind", folder]).status !== 0) denyFolder(node);
}

/** Sessions are no longer root, the folder is not theirs to write, and sudo says no. */
function denyFolder(node: TestNode): void {
  writeFileSync(join(node.folder, "drop"), "");
  refuseSudo(node);
  chmodSync(join(node.hostFile, ".."), 0o555);
}

function allowFolder(node: TestNode): void {
  for (const made of [join(node.folder, "drop"), sudoOf(node)]) rmSync(made, { force: true });
  chmodSync(join(node.hostFile, ".."), 0o755);
}

function refuseSudo(node: TestNode): void {
  const sudo = sudoOf(node);
  writeFileSync(sudo, '#!/bin/sh\necho "sudo: a password is required" >&2\nexit 1\n');
  chmodSync(sudo, 0o755);
}

function sudoOf(node: TestNode): string {
  return join(node.folder, "bin", "sudo");
}

/** After these the same nodes cannot be deployed to, so there is no next run to look at. */
const lasting = new Set(["disk full", "sudo not allowed", "node answers garbage"]);

/** One deployment with the fault on this node at this moment, the promise checked, and the next run. */
export async function tryFault(kind: FaultKind, at: number, moment: Moment | undefined): Promise<Outcome> {
  const cluster = await startSshCluster(kind.options);
  try {
    const node = cluster.nodes[at];
    assert.ok(node);
    kind.prepare?.(cluster, node);
    const strike =
      moment === undefined
        ? undefined
        : when(moment.phase, moment.state, node.name, () => kind.strike?.(cluster, node));
    const report = await cluster.deploy({ ...kind.more, ...(strike === undefined ? {} : { onProgress: strike }) });
    const foreign = kind.outcomes.includes("mixed") && kind.fault.startsWith("file");
    if (foreign) assert.ok(kind.outcomes.includes(report.outcome), report.message.en);
    else checkTruth(cluster, report, kind.outcomes);
    if (kind.says !== undefined) assert.match(saidBy(report), kind.says);
    kind.mend?.(cluster, node);
    if (lasting.has(kind.fault)) return report.outcome;
    const again = await cluster.deploy({
      confirmWithinSeconds: 120,
      requestTimeoutMs: 120_000,
    });
    checkTruth(cluster, again, ["deployed", "unchanged"]);
    if (again.outcome === "unchanged") assert.deepEqual(cluster.states(), ["new", "new", "new"]);
    await checkNothingLeft(cluster);
    return report.outcome;
  } finally {
    for (const { hostFile } of cluster.nodes) chmodSync(join(hostFile, ".."), 0o755);
    await cluster.stop();
  }
}

/** The cause stands in the message, or with the node that could not be read. */
function saidBy({ message, nodes }: DeployReport): string {
  return [message.en, ...nodes.map(({ detail }) => detail.en)].join("\n");
}

/** Kills the command line with SIGKILL when it says this for the n-th time, waits for the nodes, then runs it again. */
export async function killClient(phase: string, nth: number, waitForTimers: boolean): Promise<string> {
  const cluster = await startSshCluster();
  try {
    const args = (window: string): readonly string[] => [
      "deploy",
      cluster.clusterFile,
      "--yes",
      "--ssh-config",
      cluster.testNodes.sshConfig,
      "--confirm-within",
      window,
    ];
    // Short only where the timers are waited for: a busy machine must not let them decide before the client is killed.
    const killed = await runClient(cluster, args(waitForTimers ? "10s" : "120s"), phase, nth);
    // Old or new at once, and whole.
    assert.ok(!cluster.states().includes("other"), cluster.states().join(" "));
    if (waitForTimers && killed) {
      await until(60, () => !processesOf(cluster.testNodes.folder).some(isTimer));
      assert.ok(!cluster.states().includes("other"), cluster.states().join(" "));
    }
    const ended = await runClient(cluster, args("300s"), undefined, 0);
    assert.ok(!ended);
    assert.deepEqual(cluster.states(), ["new", "new", "new"]);
    await checkNothingLeft(cluster);
    return killed ? "healed by the next run" : "ended before";
  } finally {
    await cluster.stop();
  }
}

/** True when it was killed, false when it ended by itself with status 0. */
async function runClient(
  cluster: SshCluster,
  args: readonly string[],
  phase: string | undefined,
  nth: number,
): Promise<boolean> {
  const tool = join(import.meta.dirname, "..", "..", "cli", "bin", "lkcluster.mjs");
  const child = spawn(process.execPath, [tool, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let killed = false;
  child.stdout.resume();
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => {
    said += text;
    const times = said.split("\n").filter((line) => phase !== undefined && line.endsWith(phase)).length;
    if (killed || phase === undefined || times < nth) return;
    killed = true;
    child.kill("SIGKILL");
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  // Without a moment to be killed at, it must have ended well; with one it may have been reverted before.
  if (!killed && phase === undefined) assert.equal(status, 0, `${said} ${cluster.clusterFile}`);
  return killed;
}
