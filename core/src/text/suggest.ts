// "Did you mean": the nearest of some names, by the number of typing slips between them.

/**
 * Slips between `a` and `b`: a letter missing, added, changed, or two neighbours swapped (the optimal string
 * alignment form of the Damerau-Levenshtein distance). Case counts as no slip.
 */
export function slips(a: string, b: string): number {
  const from = a.toLowerCase();
  const to = b.toLowerCase();
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

/** Longest text that is compared: a name is short, and the work grows with the square of it. */
const longest = 80;

/**
 * The candidate nearest to `text`, if it is near enough to be meant: at most one slip in a short word, a third of
 * the letters in a long one. The first of equals wins, so the order of `candidates` decides.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > longest) return undefined;
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === "" || Math.abs(candidate.length - text.length) >= fewest) continue;
    const count = slips(text, candidate);
    if (count < fewest) {
      best = candidate;
      fewest = count;
    }
  }
  return best;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
