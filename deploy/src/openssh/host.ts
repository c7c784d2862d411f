// Nodes over the system's own OpenSSH: what `ssh node` does in a terminal, this does. No option here weakens anything,
// and every connection is a new one, never a shared one.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import type { HostFailure } from "../failure.ts";
import type { Connection, Destination, Host, Hosts } from "../host.ts";
import { openShell } from "../remote/connection.ts";
import type { AuditSink } from "../report.ts";
import { type Askpass, type AskpassPlaces, type AskpassServer, canAsk, startAskpass } from "./askpass.ts";
import { isRemotePath, parseDestination } from "./destination.ts";
import { explainSsh } from "./explain.ts";
import { knownFingerprints } from "./knownKeys.ts";

export interface SshOptions {
  /** The ssh program; `ssh` of the PATH by default. */
  readonly program?: string;
  /** A configuration file instead of the user's, as `ssh -F`. */
  readonly configFile?: string;
  /**
   * Who answers the questions of ssh. `batch`: nobody, they fail. `terminal`: ssh asks on the terminal itself.
   * A function: the editor's own dialogs, where questions can be passed on to them.
   */
  readonly questions: "batch" | "terminal" | Askpass;
  /** Handshakes at one time; 8 by default. */
  readonly handshakesMax?: number;
  readonly connectTimeoutSeconds?: number;
  readonly requestTimeoutMs?: number;
  readonly audit?: AuditSink;
  /** Where ssh's questions are taken from; for tests. */
  readonly askpass?: AskpassPlaces;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** How long a person may take over a fingerprint or a passphrase. */
const answerMs = 5 * 60_000;

export function openSshHosts(options: SshOptions): Hosts {
  const handshakes = limit(options.questions === "terminal" ? 1 : (options.handshakesMax ?? 8));
  return (destination): Host => ({
    node: destination.node,
    asks: options.questions !== "batch",
    connect: (signal) => handshakes(() => connect(options, destination, signal)),
  });
}

async function connect(
  options: SshOptions,
  destination: Destination,
  signal: AbortSignal | undefined,
): Promise<Connection | HostFailure> {
  if (typeof options.questions !== "function" || canAsk(options.askpass)) {
    return await connectAsking(options, destination, signal);
  }
  const opened = await connectAsking({ ...options, questions: "batch" }, destination, signal);
  const wouldAsk = opened.kind === "failure" && ["authentication", "host-key-unknown"].includes(opened.reason);
  return wouldAsk ? { ...opened, reason: "cannot-ask" } : opened;
}

async function connectAsking(
  options: SshOptions,
  { node, ssh, file }: Destination,
  signal: AbortSignal | undefined,
): Promise<Connection | HostFailure> {
  const target = parseDestination(ssh);
  if (target === undefined || !isRemotePath(file)) {
    return { kind: "failure", node, reason: "bad-destination", detail: target === undefined ? ssh : file };
  }
  const { questions, audit } = options;
  const asking = typeof questions === "function" ? await startAskpass(node, questions, options.askpass) : undefined;
  if (asking?.kind === "no-askpass") return { kind: "failure", node, reason: asking.reason, detail: asking.detail };
  const askpass = asking;
  const args = sshArguments(options, target);
  const timeoutMs = options.requestTimeoutMs ?? 60_000;
  try {
    const opened = await openShell({
      node,
      file,
      signal,
      timeoutMs,
      firstAnswerMs: questions === "batch" ? timeoutMs : answerMs,
      explainEnd: explainSsh,
      onRequest: (event, status) =>
        audit?.write({ at: new Date().toISOString(), transaction: undefined, node, event: `request ${event}`, status }),
      spawn: () => startSsh(options, args, askpass),
    });
    if (opened.kind !== "failure" || opened.reason !== "host-key-changed") return opened;
    const known = await knownFingerprints(options.program ?? "ssh", args);
    return known === "" ? opened : { ...opened, detail: `${opened.detail.trim()}\nknown: ${known}` };
  } finally {
    await askpass?.close();
  }
}

/** Exported for the tests that read it: no user's word is ever an option. */
export function sshArguments(
  { configFile, questions, connectTimeoutSeconds }: SshOptions,
  { host, user, port }: NonNullable<ReturnType<typeof parseDestination>>,
): readonly string[] {
  return [
    ...(configFile === undefined ? [] : ["-F", configFile]),
    "-T",
    ...option("BatchMode", questions === "batch" ? "yes" : "no"),
    ...option("ConnectTimeout", String(connectTimeoutSeconds ?? 15)),
    ...option("ServerAliveInterval", "5"),
    // Half a minute of silence: a busy node may be slow to answer, and a dead one has its own timer.
    ...option("ServerAliveCountMax", "6"),
    // Verifying must not travel over the connection that wrote.
    ...option("ControlMaster", "no"),
    ...option("ControlPath", "none"),
    // Why a connection failed is told by ssh's own words; QUIET in a configuration would hide a changed host key.
    ...option("LogLevel", "INFO"),
    // The session gets only what it needs.
    ...option("ClearAllForwardings", "yes"),
    ...option("ForwardAgent", "no"),
    ...option("ForwardX11", "no"),
    ...option("PermitLocalCommand", "no"),
    ...option("RemoteCommand", "none"),
    ...(user === undefined ? [] : ["-l", user]),
    ...(port === undefined ? [] : ["-p", String(port)]),
    "--",
    host,
    // The same words in every login shell: sh, csh, fish.
    "exec sh",
  ];
}

function option(name: string, value: string): readonly string[] {
  return ["-o", `${name}=${value}`];
}

function startSsh(
  options: SshOptions,
  args: readonly string[],
  askpass: AskpassServer | undefined,
): ChildProcessWithoutNullStreams {
  return spawn(options.program ?? "ssh", [...args], {
    stdio: "pipe",
    env: { ...process.env, ...options.environment, ...askpass?.environment },
    // Without a terminal of its own ssh turns to SSH_ASKPASS, and Ctrl-C on ours does not reach it: reverting needs it.
    detached: options.questions !== "terminal",
    windowsHide: true,
  });
}

/** Runs at most `most` tasks at a time, the others wait in order. */
function limit(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place is handed on, so the count stays; only an empty queue gives it back.
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
