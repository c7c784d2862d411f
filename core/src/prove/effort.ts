// How much a search may do where nobody says how much: a state of a large cluster costs more than one of a small one, in
// time and in memory, so that what is counted is bounded by what it weighs too.

import type { Layout } from "../simulate/layout.ts";

/** So many states or transitions at most, and fewer where they weigh more than this together. */
export function atMost({ keyLength, bits }: Pick<Layout, "keyLength" | "bits">, count: number, bytes: number): number {
  return Math.min(count, Math.ceil((bytes * 8) / (keyLength * bits)));
}
