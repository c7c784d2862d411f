// The thread that proves. Between two slices it listens, so that a newer agenda counts at once.

import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { ProofEngine } from "./engine.ts";
import type { ToThread } from "./protocol.ts";

/** How long a message may wait. */
const sliceMs = 10;

// Whoever waits for an answer goes first. Elsewhere than on Linux this would concern the whole server.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

if (parentPort !== null) {
  const port = parentPort;
  const engine = new ProofEngine((message) => port.postMessage(message));
  let isScheduled = false;
  const pump = (): void => {
    isScheduled = false;
    const until = performance.now() + sliceMs;
    while (engine.isBusy && performance.now() < until) engine.slice();
    schedule();
  };
  const schedule = (): void => {
    if (isScheduled || !engine.isBusy) return;
    isScheduled = true;
    setImmediate(pump);
  };
  // Only the server holds the other end, and it sends nothing else.
  port.on("message", (message: ToThread) => {
    engine.take(message);
    schedule();
  });
}
