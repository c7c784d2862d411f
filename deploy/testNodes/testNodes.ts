// Real sshd servers on this machine that play the nodes of a cluster, for `npm start`, tests and benchmarks. Without
// root, on loopback ports, each with its own folder, keys and known_hosts; namespaces.ts gives them more where root may.

import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { loopbackPlaces, namespacePlaces, type Place } from "./places.ts";
import { installStandIns, type LcdAnswers, lcdAnswers, shortStatus } from "./standIns.ts";

export interface TestNode {
  /** Also its alias in `sshConfig`. */
  readonly name: string;
  readonly address: string;
  readonly port: number;
  /** Its parameter file, as the node knows it. */
  readonly file: string;
  /** The same file as this machine reaches it. */
  readonly hostFile: string;
  /** Keys, stand-ins and their records. */
  readonly folder: string;
  /** The process id of its sshd. */
  readonly pid: number;
  /** What the stand-ins were asked to do, in order. */
  calls(): readonly string[];
  /** Ends its sshd and every session on it. */
  kill(): void;
}

export interface TestNodes {
  readonly nodes: readonly TestNode[];
  readonly folder: string;
  /** For `ssh -F`. */
  readonly sshConfig: string;
  readonly knownHosts: string;
  stop(): Promise<void>;
}

export interface TestNodesOptions {
  readonly count: number;
  /** `loopback` (default) needs no root; `namespaces` gives each node an address and the true path. */
  readonly mode?: "loopback" | "namespaces";
  /** In namespaces: shell commands that are run in each before its sshd. */
  readonly setUp?: string;
  /** What each parameter file holds at first; undefined: no file. */
  readonly content?: string | undefined;
  readonly names?: readonly string[];
  /** Where to keep everything; a new temporary folder by default. */
  readonly folder?: string;
  /** More lines for each sshd_config. */
  readonly sshdLines?: readonly string[];
}

const usualContent = `# LifeKeeper parameters of this node
LKROOT=/opt/LifeKeeper
PATH=/opt/LifeKeeper/bin:/usr/bin:/bin
QUORUM_MODE=majority
WITNESS_MODE=remote_verify # as installed
`;

/** The path of sshd, or undefined where the Debian package openssh-server is missing. */
function findSshd(): string | undefined {
  return ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"].find(existsSync);
}

export async function startTestNodes(options: TestNodesOptions): Promise<TestNodes> {
  const sshd = findSshd();
  if (sshd === undefined) throw new Error("Test nodes need sshd: install the package openssh-server");
  const folder = realpathSync(options.folder ?? mkdtempSync(join(tmpdir(), "lkcluster-nodes-")));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  makeKey(join(folder, "client_key"));
  const names = options.names ?? Array.from({ length: options.count }, (_, at) => `node${at + 1}`);
  const content = "content" in options ? options.content : usualContent;
  const places = options.mode === "namespaces" ? namespacePlaces(options.setUp ?? "") : loopbackPlaces();
  const nodes = await Promise.all(
    names.map(async (name, at) => {
      const place = await places.of(name, at, join(folder, name));
      return startNode(
        { sshd, root: folder, place, name, content, lines: options.sshdLines ?? [] },
        shortStatus(names, at),
        lcdAnswers(names, at),
      );
    }),
  );
  const knownHosts = join(folder, "known_hosts");
  writeFileSync(knownHosts, nodes.map(knownHostLine).join(""));
  const sshConfig = join(folder, "ssh_config");
  writeFileSync(sshConfig, clientConfig(folder, nodes));
  const killAll = (): void => {
    // An sshd writes its title over its environment, so only its process id leads to it.
    killBelongingTo(folder, ...nodes.map(({ pid }) => pid));
    places.remove();
  };
  process.once("exit", killAll);
  try {
    await Promise.all(nodes.map(untilListening));
  } catch (error) {
    killAll();
    throw error;
  }
  return {
    nodes,
    folder,
    sshConfig,
    knownHosts,
    async stop() {
      process.removeListener("exit", killAll);
      killAll();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface NodeStart {
  readonly sshd: string;
  readonly root: string;
  readonly place: Place;
  readonly name: string;
  readonly content: string | undefined;
  readonly lines: readonly string[];
}

function startNode({ sshd, root, place, name, content, lines }: NodeStart, status: string, lcd: LcdAnswers): TestNode {
  const folder = join(root, name);
  mkdirSync(join(folder, "etc", "default"), { recursive: true, mode: 0o755 });
  const hostFile = join(folder, "etc", "default", "LifeKeeper");
  if (content !== undefined) writeFileSync(hostFile, content, { mode: 0o644 });
  installStandIns(folder, name, status, lcd);
  makeKey(join(folder, "host_key"));
  const config = join(folder, "sshd_config");
  writeFileSync(config, serverConfig(root, folder, place, lines));
  // As root, sshd wants its empty folder for the unprivileged half.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const [program, ...args] = place.command(sshd, ["-D", "-e", "-f", config]);
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "ignore"],
    detached: true,
    env: { ...process.env, LKCLUSTER_TEST_NODES: root },
  });
  child.unref();
  const pid = child.pid ?? 0;
  return {
    name,
    address: place.address,
    port: place.port,
    file: place.file,
    hostFile,
    folder,
    pid,
    calls: () => readFileSync(join(folder, "calls"), "utf8").split("\n").filter(Boolean),
    kill: () => killBelongingTo(folder, pid),
  };
}

function serverConfig(root: string, folder: string, { address, port, bin }: Place, lines: readonly string[]): string {
  const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  return [
    // The first value counts, so a test's own lines come first.
    ...lines,
    `Port ${port}`,
    `ListenAddress ${address}`,
    `HostKey ${join(folder, "host_key")}`,
    `AuthorizedKeysFile ${join(root, "client_key.pub")}`,
    "PidFile none",
    "UsePAM no",
    "StrictModes no",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PermitRootLogin prohibit-password",
    "PrintMotd no",
    // Other tools copy files this way.
    "Subsystem sftp internal-sftp",
    "MaxStartups 100:30:200",
    // What the user of this machine starts with each login is no part of a node, and may take its time.
    `SetEnv PATH=${bin === undefined ? path : `${bin}:${path}`} LKCLUSTER_TEST_NODES=${folder} HOME=${folder} SHLVL=2`,
    "",
  ].join("\n");
}

function clientConfig(folder: string, nodes: readonly TestNode[]): string {
  const hosts = nodes.map(({ name, address, port }) => [
    `Host ${name}`,
    `  HostName ${address}`,
    `  Port ${port}`,
    `  HostKeyAlias ${name}`,
  ]);
  const all = [
    "Host *",
    `  User ${userInfo().username}`,
    `  IdentityFile ${join(folder, "client_key")}`,
    "  IdentitiesOnly yes",
    "  IdentityAgent none",
    `  UserKnownHostsFile ${join(folder, "known_hosts")}`,
    "  GlobalKnownHostsFile none",
    "  LogLevel ERROR",
    "",
  ];
  return [...hosts.flat(), ...all].join("\n");
}

function knownHostLine({ name, folder }: TestNode): string {
  return `${name} ${readFileSync(join(folder, "host_key.pub"), "utf8").trim()}\n`;
}

export function makeKey(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}.pub`, { force: true });
  const made = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "lkcluster-test", "-f", path]);
  if (made.status !== 0) throw new Error(`ssh-keygen did not make ${path}: ${made.stderr}`);
}

async function untilListening({ address, port, name }: TestNode): Promise<void> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const listens = await new Promise<boolean>((resolve) => {
      const socket = connect(port, address);
      socket.once("connect", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The sshd of the test node ${name} does not listen on ${address} port ${port}`);
}

/** Ends, by process id, these and whatever was started for this folder: sessions and timers carry it in their environment. */
export function killBelongingTo(folder: string, ...pids: readonly number[]): void {
  const own = [...pids.filter((pid) => pid > 0), ...processesOf(folder)];
  for (const pid of own) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Already gone.
    }
  }
}

export function processesOf(folder: string): readonly number[] {
  const wanted = `LKCLUSTER_TEST_NODES=${folder}`;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      if (pid === process.pid) return false;
      try {
        const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
        return environment.some((entry) => entry === wanted || entry.startsWith(`${wanted}/`));
      } catch {
        // Gone in between, or somebody else's.
        return false;
      }
    });
}
