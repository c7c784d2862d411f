// Runs slow cases some at a time, while each keeps a test of its own that waits for it.

/** Starts `atOnce` of them now and each other when one ends. A failure stays in its promise until somebody asks. */
export function startAll<T>(atOnce: number, tasks: readonly (() => Promise<T>)[]): readonly Promise<T>[] {
  const ends: Promise<unknown>[] = [];
  return tasks.map((task, at) => {
    // Case n begins when one of those that run has ended: with a fixed lane each, the n minus atOnce-th.
    const before = ends[at - atOnce] ?? Promise.resolve();
    const result = before.then(task);
    ends.push(result.catch(() => undefined));
    return result;
  });
}
