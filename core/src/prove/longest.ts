// How long two nodes can run the same thing at most, where it ends by itself. An upper bound, found by following every
// way from where it begins: whatever waits happens at the latest when its time is over, and keeps its moment while
// other things happen. The part of a heartbeat by which nodes may notice apart is added once. What stays without a
// further fault is no transient but a split brain, and is not followed.

import { choiceOf, indexOf, isInside } from "../simulate/code.ts";
import type { Search, Waiting } from "./explorer.ts";

export interface Lasting {
  readonly ms: number;
  /** The state in which it begins. */
  readonly state: number;
}

/** One question in work; it hands out the question whose answer it needs next. */
interface Question extends Generator<Question, number, number> {}

/** Pumped like the search itself: there can be many such states, and a single one can lead very far. */
export class Longest {
  readonly #search: Search;
  readonly #known = new Map<string, number>();
  readonly #open = new Set<string>();
  readonly #ends = new Map<number, boolean>();
  /** Nodes that merging may rename between one state and the next: what waits for them is taken to begin anew. */
  readonly #renamed: ReadonlySet<number>;
  #waiting: readonly number[] | undefined = undefined;
  #position = 0;
  /** What is asked about the state at the position: each waits for the answer of the one after it. */
  readonly #asked: Question[] = [];
  #answer = 0;
  #best: Lasting | undefined = undefined;
  #steps = 0;

  constructor(search: Search) {
    this.#search = search;
    this.#renamed = new Set(search.symmetry.nodeClasses.flat());
  }

  /** Undefined when two nodes never run the same thing, except for good, which is a split brain. */
  get found(): Lasting | undefined {
    return this.#best === undefined ? undefined : { ...this.#best, ms: this.#best.ms + noticedApartMs(this.#search) };
  }

  /** Does about so many steps. True when there is nothing left to do. */
  run(stepsMax: number): boolean {
    this.#waiting ??= [...this.#search.entries];
    const waiting = this.#waiting;
    const stopAt = this.#steps + stepsMax;
    while (this.#position < waiting.length && this.#steps < stopAt) {
      const state = waiting[this.#position] as number;
      if (this.#asked.length === 0) this.#asked.push(this.#lasts(state, []));
      if (!this.#answerOne()) continue;
      const ms = this.#answer;
      if (ms >= 0 && (this.#best === undefined || ms > this.#best.ms)) this.#best = { ms, state };
      this.#position++;
    }
    return this.#position >= waiting.length;
  }

  /** Goes on with the question asked last, as far as to its answer or to the next question. True when none is left. */
  #answerOne(): boolean {
    const turn = this.#asked.at(-1)?.next(this.#answer);
    if (turn === undefined) return true;
    if (turn.done === true) {
      this.#answer = turn.value;
      this.#asked.pop();
    } else this.#asked.push(turn.value);
    return this.#asked.length === 0;
  }

  /** -1 when it does not end by itself. `before`: what was waiting in the state before, and how long. */
  *#lasts(state: number, before: readonly Waiting[]): Question {
    const waits = this.#search.waitsIn(state).map((wait) => this.#remaining(wait, before));
    const within = waits.reduce((least, { ms }) => Math.min(least, ms), Number.POSITIVE_INFINITY);
    if (!Number.isFinite(within) || (yield this.#endsByItself(state)) === 0) return -1;
    const key = `${state} ${waits.map(({ code, ms }) => `${code}:${ms}`).join(" ")}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    // A circle of states has no end, and is another verdict.
    if (this.#open.has(key)) return -1;
    this.#open.add(key);
    const left = waits.map(({ code, ms }) => ({ code, ms: ms - within }));
    let most = -1;
    for (const { code, to } of this.#search.nextOf(state)) {
      this.#steps++;
      if (this.#search.isSplit(to)) {
        const others = left.filter((wait) => wait.code !== code);
        most = Math.max(most, yield this.#lasts(to, others));
      } else if (isInside(code)) most = Math.max(most, 0);
    }
    this.#open.delete(key);
    const ms = most < 0 ? -1 : within + most;
    this.#known.set(key, ms);
    return ms;
  }

  /** 1 when some order of what happens by itself, without a further fault, leads out of double activity; else 0. */
  *#endsByItself(state: number): Question {
    const known = this.#ends.get(state);
    if (known !== undefined) return known ? 1 : 0;
    // Until it is known; on a circle that is what it stays.
    this.#ends.set(state, false);
    for (const to of this.#search.nextByItself(state)) {
      this.#steps++;
      if (this.#search.isSplit(to) && (yield this.#endsByItself(to)) === 0) continue;
      this.#ends.set(state, true);
      return 1;
    }
    return 0;
  }

  #remaining(wait: Waiting, before: readonly Waiting[]): Waiting {
    if (this.#renamed.has(indexOf(wait.code)) || this.#renamed.has(choiceOf(wait.code))) return wait;
    return before.find(({ code }) => code === wait.code) ?? wait;
  }
}

/** One node may notice after the longest time, another after the shortest. */
function noticedApartMs({ model }: Search): number {
  if (model.detection !== "noticing") return 0;
  return model.configurations.reduce((most, { heartbeatMs }) => Math.max(most, heartbeatMs), 0);
}
