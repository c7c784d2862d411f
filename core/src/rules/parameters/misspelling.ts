// Which parameter a misspelt name most likely means: printed misspellings first, then names that differ by a slip.

import { findMisspelt, parameters as known } from "../../catalogue/parameters.ts";
import { nearest } from "../../text/suggest.ts";

const names: readonly string[] = known.filter((spec) => spec.variableEnd === undefined).map((spec) => spec.name);

/** Only for names long enough that a small difference cannot be chance. */
export function likelyName(name: string): string | undefined {
  const printed = findMisspelt(name);
  if (printed !== undefined) return printed.name;
  if (name.length < 6) return undefined;
  const inCapitals = name.toUpperCase();
  // Suggestions may be generous; a message that says "misspelt" is not, so only near names are compared at all.
  const near = names.filter((each) => each.toUpperCase() === inCapitals || isSlip(name, each));
  return near.length === 0 ? undefined : nearest(name, near);
}

function isSlip(written: string, meant: string): boolean {
  return Math.abs(written.length - meant.length) <= 2 && sharedEnds(written, meant) >= meant.length - 3;
}

/** Letters that both names share at their beginning and at their end. */
function sharedEnds(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let head = 0;
  while (head < length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}
