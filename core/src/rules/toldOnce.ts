// One mistake is told once, however many nodes or clusters come to the same line.

import type { Localized } from "../locale/localized.ts";
import type { Place } from "../problem.ts";

/** The first of those with the same code, place and words, in their order. */
export function toldOnce<T extends Place & { readonly code: string; readonly message: Localized }>(
  problems: readonly T[],
): readonly T[] {
  if (problems.length < 2) return problems;
  const first = new Map<string, T>();
  for (const problem of problems) {
    const { code, file, span, message } = problem;
    const key = JSON.stringify([code, file, span.start, span.end, message]);
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}
