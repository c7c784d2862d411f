// Waiting on a condition, with an end. The clock is handed in, so that tests need not wait.

export interface Clock {
  /** Milliseconds from some beginning; never goes back, whatever happens to the time of day. */
  now(): number;
  /** Ends early, and without an error, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const steadyClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      if (signal?.aborted === true) wake();
      else signal?.addEventListener("abort", wake);
    }),
};

/** Asks `isDone` again and again, with growing pauses, until it says yes or the time is over. */
export async function waitUntil(clock: Clock, seconds: number, isDone: () => Promise<boolean>): Promise<boolean> {
  const end = clock.now() + seconds * 1000;
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    if (await isDone()) return true;
    const leftMs = end - clock.now();
    if (leftMs <= 0) return false;
    await clock.sleep(Math.min(pauseMs, leftMs));
  }
}
