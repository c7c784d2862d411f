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
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { installStandIns, shortStatus } from "./standIns.ts";

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
  /** `loopback` needs no root. */
  readonly mode?: "loopback";
  /** What each parameter file holds at first; undefined: no file. */
  readonly content?: string | undefined;
  readonly names?: readonly string[];
  /** Where to keep everything; a new temporary folder by default. */
  readonly folder?: string;
  /** More lines for each sshd_config. */
  readonly sshdLines?: readonly string[];
}

export const usualContent = `# LifeKeeper parameters of this node
LKROOT=/opt/LifeKeeper
PATH=/opt/LifeKeeper/bin:/usr/bin:/bin
QUORUM_MODE=majority
WITNESS_MODE=remote_verify # as installed
`;

/** The path of sshd, or undefined where the Debian package openssh-server is missing. */
export function findSshd(): string | undefined {
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
  const nodes = await Promise.all(
    names.map((name, at) => startNode(sshd, folder, name, shortStatus(names, at), content, options.sshdLines ?? [])),
  );
  const knownHosts = join(folder, "known_hosts");
  writeFileSync(knownHosts, nodes.map(knownHostLine).join(""));
  const sshConfig = join(folder, "ssh_config");
  writeFileSync(sshConfig, clientConfig(folder, nodes));
  await Promise.all(nodes.map(({ port }) => untilListening(port)));
  const killAll = (): void => killBelongingTo(folder);
  process.once("exit", killAll);
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

async function startNode(
  sshd: string,
  root: string,
  name: string,
  status: string,
  content: string | undefined,
  lines: readonly string[],
): Promise<TestNode> {
  const folder = join(root, name);
  mkdirSync(join(folder, "etc", "default"), { recursive: true, mode: 0o755 });
  const file = join(folder, "etc", "default", "LifeKeeper");
  if (content !== undefined) writeFileSync(file, content, { mode: 0o644 });
  const bin = installStandIns(folder, name, status);
  makeKey(join(folder, "host_key"));
  const port = await freePort();
  const config = join(folder, "sshd_config");
  writeFileSync(config, serverConfig(root, folder, bin, port, lines));
  // As root, sshd wants its empty folder for the unprivileged half.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  const child = spawn(sshd, ["-D", "-e", "-f", config], {
    stdio: ["ignore", "ignore", "ignore"],
    detached: true,
    env: { ...process.env, LKCLUSTER_TEST_NODES: root },
  });
  child.unref();
  const pid = child.pid ?? 0;
  return {
    name,
    address: "127.0.0.1",
    port,
    file,
    hostFile: file,
    folder,
    pid,
    calls: () => readFileSync(join(folder, "calls"), "utf8").split("\n").filter(Boolean),
    kill: () => killBelongingTo(folder, pid),
  };
}

function serverConfig(root: string, folder: string, bin: string, port: number, lines: readonly string[]): string {
  return [
    // The first value counts, so a test's own lines come first.
    ...lines,
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
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
    `SetEnv PATH=${bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LKCLUSTER_TEST_NODES=${folder}`,
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function untilListening(port: number): Promise<void> {
  const { connect } = await import("node:net");
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const listens = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The sshd of a test node does not listen on port ${port}`);
}

/** Ends, by process id, whatever was started for this folder: servers, sessions and timers carry it in their environment. */
export function killBelongingTo(folder: string, alsoPid = 0): void {
  const own = [...(alsoPid > 0 ? [alsoPid] : []), ...processesOf(folder)];
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
