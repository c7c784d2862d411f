// Long work in slices: between two, everybody else gets a turn.

/** About as long as a frame: nobody notices that something else runs. */
const sliceMs = 15;
const progressMs = 1000;

export function othersTurn(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

/** Undefined: it was cancelled. `onProgress` is told now and then how far it is. */
export async function inTurns<Progress, Result>(
  work: Generator<Progress, Result>,
  isCancelled: () => boolean,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result | undefined> {
  let nextToldMs = performance.now() + progressMs;
  while (!isCancelled()) {
    const endMs = performance.now() + sliceMs;
    while (performance.now() < endMs) {
      const turn = work.next();
      if (turn.done === true) return turn.value;
      if (performance.now() < nextToldMs) continue;
      onProgress(turn.value);
      nextToldMs = performance.now() + progressMs;
    }
    await othersTurn();
  }
  return undefined;
}
