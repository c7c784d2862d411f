// Starting other programs: always bounded in time, always ended by process id, with everything they started.

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** `show`: the output goes on to ours. `keep`: it comes back in the result. Both may be wanted. */
  readonly output: "show" | "keep" | "both";
}

export interface RunResult {
  /** Undefined when a signal or the time limit ended it. */
  readonly code: number | undefined;
  readonly timedOut: boolean;
  /** Standard output and standard error in the order they came; empty with `show`. */
  readonly text: string;
}

/** Runs a program to its end or to the time limit. Never rejects: a program that cannot start is code 127. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const keeps = options.output !== "show";
  const shows = options.output !== "keep";
  const child = spawnGroup(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
    stdio: ["ignore", keeps ? "pipe" : "inherit", keeps ? "pipe" : "inherit"],
  });
  const parts: string[] = [];
  const collect = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
    parts.push(chunk.toString("utf8"));
    if (shows) to.write(chunk);
  };
  child.stdout?.on("data", collect(process.stdout));
  child.stderr?.on("data", collect(process.stderr));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void endGroup(child);
  }, options.timeoutMs);
  const stopWithUs = (): void => killGroup(child, "SIGKILL");
  process.once("exit", stopWithUs);
  const code = await exitOf(child);
  clearTimeout(timer);
  process.removeListener("exit", stopWithUs);
  return { code: timedOut ? undefined : code, timedOut, text: parts.join("") };
}

/** A program at the head of its own process group, so that it can be ended together with its children. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, { ...options, detached: process.platform !== "win32" });
}

/** Asks a process group to end, insists after six seconds, and comes back when its head is gone. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    killGroup(child, "SIGKILL");
    return;
  }
  const ended = exitOf(child);
  killGroup(child, "SIGTERM");
  await Promise.race([ended, delay(6000, undefined, { ref: false })]);
  killGroup(child, "SIGKILL");
  await Promise.race([ended, delay(1000, undefined, { ref: false })]);
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // Nobody is left in the group, which is what was wanted.
  }
}

function exitOf(child: ChildProcess): Promise<number | undefined> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  if (child.signalCode !== null) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? undefined));
  });
}
