// The process behind a connection: writes text to it, collects what it prints until an answer is whole, and turns its
// end, its silence and too much talk into failures.

import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { asBytes } from "@lkcluster/core/text/byteText.ts";
import type { HostFailure } from "../failure.ts";
import type { FailureReason } from "../failureReason.ts";
import { findReply, type Reply } from "./reply.ts";

export interface ProcessOptions {
  readonly node: string;
  readonly spawn: () => ChildProcessWithoutNullStreams;
  /** Says what the end of the process means before the first answer came, from its status and what it printed. */
  readonly explainEnd: (status: number | null, printed: string) => FailureReason;
  /** Ends the attempt to connect; a connection that stands is not torn away from what it is doing. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
}

export interface Shell {
  exchange(text: string, nonce: string, timeoutMs?: number): Promise<Reply | HostFailure>;
  /** The attempt to connect is over. */
  settle(): void;
  /** The end of what it printed on standard error, for people. */
  printed(): string;
  failure(reason: FailureReason): HostFailure;
  end(): Promise<void>;
}

/** More than any answer could be: two files of the largest size and a status. */
const receivedMax = 48 * 1024 * 1024;
const printedMax = 4096;
/** Slower than this is a node that does not answer. */
const bytesPerMs = 20;
const endMs = 2000;

interface Waiting {
  readonly nonce: string;
  readonly chunks: string[];
  size: number;
  tail: string;
  readonly finish: (result: Reply | HostFailure) => void;
}

function endsWith(tail: string, nonce: string): boolean {
  const ending = tail.lastIndexOf(`\n${nonce} end `);
  return ending >= 0 && /^\d{1,3}\n/.test(tail.slice(ending + nonce.length + 6));
}

export function startShell({ node, spawn, explainEnd, signal, timeoutMs }: ProcessOptions): Shell {
  let printed = "";
  let answered = false;
  let ended: FailureReason | undefined;
  let waiting: Waiting | undefined;
  const failure = (reason: FailureReason): HostFailure => ({ kind: "failure", node, reason, detail: printed });
  const child = spawn();

  /** What it started in turn, a ProxyCommand for one, may outlive it and hold its outputs; nobody waits for that. */
  const kill = (): void => {
    child.kill("SIGKILL");
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const stop = (reason: FailureReason): void => {
    ended ??= reason;
    kill();
    waiting?.finish(failure(ended));
  };
  const exited = new Promise<void>((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      printed += error.message;
      stop(error.code === "ENOENT" ? "ssh-missing" : "unreachable");
      resolve();
    });
    child.on("close", (status) => {
      ended ??= answered ? "connection-lost" : explainEnd(status, printed);
      waiting?.finish(failure(ended));
      resolve();
    });
  });
  const onAbort = (): void => stop("cancelled");
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });

  // Writing to a process that has gone is reported by its end.
  child.stdin.on("error", () => undefined);
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => {
    printed = (printed + text).slice(-printedMax);
  });
  child.stdout.setEncoding("latin1");
  child.stdout.on("data", (text: string) => {
    if (waiting === undefined) return;
    waiting.chunks.push(text);
    waiting.size += text.length;
    waiting.tail = (waiting.tail + text).slice(-200);
    if (waiting.size > receivedMax) stop("garbage");
    // Whoever only pretends to end must not make us look through everything again and again.
    else if (endsWith(waiting.tail, waiting.nonce)) {
      const reply = findReply(asBytes(waiting.chunks.join("")), waiting.nonce);
      if (reply !== undefined) waiting.finish(reply);
    }
  });

  return {
    printed: () => printed.trim(),
    failure,
    settle: () => signal?.removeEventListener("abort", onAbort),
    exchange(text, nonce, limitMs = timeoutMs) {
      if (ended !== undefined) return Promise.resolve(failure(ended));
      return new Promise((resolve) => {
        const timer = setTimeout(() => stop("timed-out"), limitMs + text.length / bytesPerMs);
        waiting = {
          nonce,
          chunks: [],
          size: 0,
          tail: "",
          finish(result) {
            clearTimeout(timer);
            waiting = undefined;
            if (!("kind" in result)) answered = true;
            resolve(result);
          },
        };
        child.stdin.write(text);
      });
    },
    async end() {
      ended ??= "connection-lost";
      signal?.removeEventListener("abort", onAbort);
      child.stdin.end();
      const timer = setTimeout(kill, endMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
