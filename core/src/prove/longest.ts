// How long two nodes can run the same thing at most, where it ends by itself. An upper bound: in each state the next
// event comes within the shortest of the times that run; the part of a heartbeat by which nodes may notice apart is
// added once.

import type { Search } from "./explorer.ts";
import { splitResource } from "./property.ts";

export interface Longest {
  readonly ms: number;
  /** The state in which it begins. */
  readonly state: number;
}

/** Undefined when two nodes never run the same thing, except for good, which is a split brain. */
export function longestTwoActive(search: Search): Longest | undefined {
  const { model, transient } = search;
  if (transient.length === 0) return undefined;
  const known = new Map<number, number>();
  const open = new Set<number>();
  const lasts = (state: number): number => {
    const found = known.get(state);
    if (found !== undefined) return found;
    // A circle of states, or one that stays: that has no end, and is another verdict.
    if (open.has(state)) return 0;
    open.add(state);
    let most = 0;
    for (const { to } of search.stepsFrom(state)) {
      if (splitResource(model, search.cellsOf(to)) >= 0) most = Math.max(most, lasts(to));
    }
    const within = search.nextWithinMs(state);
    const total = Number.isFinite(within) ? within + most : 0;
    open.delete(state);
    known.set(state, total);
    return total;
  };
  let best: Longest | undefined;
  for (const state of transient) {
    const ms = lasts(state);
    if (best === undefined || ms > best.ms) best = { ms, state };
  }
  return best === undefined ? undefined : { ...best, ms: best.ms + noticedApartMs(search) };
}

/** One node may notice after the longest time, another after the shortest. */
function noticedApartMs({ model }: Search): number {
  if (model.detection !== "noticing") return 0;
  return model.configurations.reduce((most, { heartbeatMs }) => Math.max(most, heartbeatMs), 0);
}
