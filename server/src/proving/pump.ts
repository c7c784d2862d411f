// What runs in the thread that proves. Between two slices it listens, so that a newer agenda counts at once.

import { soon } from "../timers.ts";
import { ProofEngine } from "./engine.ts";
import type { FromThread, ToThread } from "./protocol.ts";

/** How long a message may wait. */
const sliceMs = 10;

/** Gives back what takes the messages of the server. */
export function pumpProofs(say: (message: FromThread) => void): (message: ToThread) => void {
  const engine = new ProofEngine(say);
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
    soon(pump);
  };
  return (message) => {
    engine.take(message);
    schedule();
  };
}
