// Waiting on a condition, with an end.

/** Asks `isDone` again and again, with growing pauses, until it says yes or the time is over. */
export async function waitUntil(seconds: number, isDone: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    if (await isDone()) return true;
    const leftMs = end - performance.now();
    if (leftMs <= 0) return false;
    await new Promise((resolve) => setTimeout(resolve, Math.min(pauseMs, leftMs)));
  }
}
