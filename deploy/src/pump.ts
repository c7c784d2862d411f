// Runs long pure work a little at a time, so that the editor, the terminal and the connections stay alive meanwhile, and
// stops when nobody wants it any more.

import { setImmediate } from "node:timers/promises";
import type { Progress } from "@lkcluster/core/prove/explore.ts";

export interface Pumping {
  readonly signal: AbortSignal | undefined;
  /** Told now and then how many states the search under way has seen. */
  readonly onProgress: (states: number) => void;
}

/** Short enough that nobody notices: a frame of a screen is longer. */
const turnMs = 8;
const progressMs = 1000;

/** Undefined: it was cancelled. */
export async function pump<Result>(
  work: Generator<Progress, Result>,
  { signal, onProgress }: Pumping,
): Promise<Result | undefined> {
  let turnEnds = performance.now() + turnMs;
  let nextTold = performance.now() + progressMs;
  for (;;) {
    if (signal?.aborted === true) return undefined;
    const slice = work.next();
    if (slice.done === true) return slice.value;
    const now = performance.now();
    if (now >= nextTold) {
      onProgress(slice.value.states);
      nextTold = now + progressMs;
    }
    if (now < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }
}
