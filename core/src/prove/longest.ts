// How long two nodes can run the same thing at most, where it ends by itself. An upper bound: in each state the next
// event comes within the shortest of the times that run; the part of a heartbeat by which nodes may notice apart is
// added once.

import type { Search } from "./explorer.ts";

export interface Lasting {
  readonly ms: number;
  /** The state in which it begins. */
  readonly state: number;
}

/** Pumped like the search itself: there can be many such states. */
export class Longest {
  readonly #search: Search;
  readonly #known = new Map<number, number>();
  readonly #open = new Set<number>();
  #position = 0;
  #best: Lasting | undefined = undefined;
  #steps = 0;

  constructor(search: Search) {
    this.#search = search;
  }

  /** Undefined when two nodes never run the same thing, except for good, which is a split brain. */
  get found(): Lasting | undefined {
    return this.#best === undefined ? undefined : { ...this.#best, ms: this.#best.ms + noticedApartMs(this.#search) };
  }

  /** Does about so many steps. True when there is nothing left to do. */
  run(stepsMax: number): boolean {
    const { transient } = this.#search;
    const stopAt = this.#steps + stepsMax;
    while (this.#position < transient.length && this.#steps < stopAt) {
      const state = transient[this.#position++] as number;
      const ms = this.#lasts(state);
      if (this.#best === undefined || ms > this.#best.ms) this.#best = { ms, state };
    }
    return this.#position >= transient.length;
  }

  #lasts(state: number): number {
    const known = this.#known.get(state);
    if (known !== undefined) return known;
    // A circle of states, or one that stays: that has no end, and is another verdict.
    if (this.#open.has(state)) return 0;
    this.#open.add(state);
    let most = 0;
    for (const to of this.#search.nextOf(state)) {
      this.#steps++;
      if (this.#search.isSplit(to)) most = Math.max(most, this.#lasts(to));
    }
    const within = this.#search.nextWithinMs(state);
    const total = Number.isFinite(within) ? within + most : 0;
    this.#open.delete(state);
    this.#known.set(state, total);
    return total;
  }
}

/** One node may notice after the longest time, another after the shortest. */
function noticedApartMs({ model }: Search): number {
  if (model.detection !== "noticing") return 0;
  return model.configurations.reduce((most, { heartbeatMs }) => Math.max(most, heartbeatMs), 0);
}
