// Runs long pure work a little at a time, so that the editor, the terminal and the connections stay alive meanwhile, and
// stops when nobody wants it any more.

import { setImmediate } from "node:timers/promises";

export interface Pumping<Progress> {
  readonly signal: AbortSignal | undefined;
  /** Told now and then how far it is. */
  readonly onProgress: (progress: Progress) => void;
}

/** Short enough that nobody notices: a frame of a screen is longer. */
const turnMs = 8;
const progressMs = 1000;

/** Undefined: it was cancelled. */
export async function pump<Progress, Result>(
  work: Generator<Progress, Result>,
  { signal, onProgress }: Pumping<Progress>,
): Promise<Result | undefined> {
  let turnEnds = performance.now() + turnMs;
  let nextTold = performance.now() + progressMs;
  for (;;) {
    if (signal?.aborted === true) return undefined;
    const slice = work.next();
    if (slice.done === true) return slice.value;
    const now = performance.now();
    if (now >= nextTold) {
      onProgress(slice.value);
      nextTold = now + progressMs;
    }
    if (now < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + turnMs;
  }
}
