// Moments for a list of steps, so that nothing happens before its least delay, nothing that is due is passed over, and
// their order is kept. Difference constraints; where they leave room, everything happens when a run would let it happen,
// and faults as early as can be.

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { isInside } from "../simulate/code.ts";
import type { Cells } from "../simulate/layout.ts";
import type { Step } from "./explorer.ts";
import type { IdleRules } from "./idle.ts";
import { splitAgenda } from "./quiet.ts";

interface Wait {
  /** The step with which it began; 0 is the beginning of all. */
  readonly since: number;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
  /** The last step that came before it. */
  readonly after: number;
}

/** What happens, when, in milliseconds from the beginning, and what waits in the search after it. */
export interface Dated {
  readonly code: number;
  readonly atMs: number;
  readonly waiting: ReadonlySet<number>;
}

export interface Dates {
  /** At the beginning. */
  readonly waiting: ReadonlySet<number>;
  readonly dated: readonly Dated[];
}

/** A quiet notice that happens between two steps. */
interface Aside {
  readonly code: number;
  readonly moment: number;
  readonly wait: Wait;
  /** The step before which it happens. */
  readonly before: number;
}

/** Watches the steps of a way and collects what they demand of their moments. Step 1 is the first. */
export class Schedule {
  readonly #rules: IdleRules;
  #waits: Map<number, Wait>;
  #quiet: ReadonlySet<number> = new Set();
  /** [to - from, at most] of two moments, each by the number of its step; what lies aside has negative numbers. */
  readonly #demands: (readonly [from: number, to: number, most: number])[] = [];
  readonly #steps: { readonly code: number; readonly wait: Wait | undefined; readonly waiting: ReadonlySet<number> }[] =
    [];
  readonly #first: ReadonlySet<number>;
  readonly #asides: Aside[] = [];
  readonly #gone: Omit<Aside, "moment">[] = [];

  constructor(rules: IdleRules, cells: Cells) {
    this.#rules = rules;
    this.#waits = this.#waitsIn(cells, new Map());
    this.#first = new Set(this.#waits.keys());
  }

  /** `after`: what holds after the step. */
  add({ code, noticed, unnoticed }: Step, after: Cells): void {
    const step = this.#steps.length + 1;
    this.#demand(step, step - 1, 0);
    const kept = new Map(this.#waits);
    for (const notice of noticed) {
      const wait = this.#waits.get(notice);
      kept.delete(notice);
      if (wait !== undefined) this.#putAside(notice, wait, step);
    }
    const own = isInside(code) ? this.#waits.get(code) : undefined;
    if (own !== undefined) {
      this.#demand(step, own.since, -own.min);
      kept.delete(code);
    }
    // What is due is not passed over, the step itself neither; only what is quiet may have happened unseen.
    for (const [waiting, wait] of this.#waits) {
      if (noticed.includes(waiting) || (this.#quiet.has(waiting) && !unnoticed.includes(waiting))) continue;
      if (Number.isFinite(wait.max)) this.#demand(wait.since, step, wait.max);
      if (waiting !== code) kept.set(waiting, { ...wait, after: step });
    }
    const quiet = [...this.#quiet].filter((waiting) => waiting !== code && !noticed.includes(waiting));
    this.#waits = this.#waitsIn(after, kept, step);
    this.#steps.push({ code, wait: own, waiting: new Set(this.#waits.keys()) });
    // What was left open and is no more, because its node went off or hears the peer again.
    for (const waiting of quiet) {
      const wait = kept.get(waiting);
      if (wait !== undefined && !this.#waits.has(waiting)) this.#gone.push({ code: waiting, wait, before: step });
    }
  }

  /** From one step to another passes at least so long. */
  keepApart(from: number, to: number, leastMs: number): void {
    this.#demand(to, from, -leastMs);
  }

  /** A moment for everything, in order; undefined when there is none. `isSettled`: what is quiet still happens too. */
  dates(isSettled: boolean): Dates | undefined {
    const steps = this.#steps.length + 1;
    const count = steps + this.#asides.length;
    const place = (number: number): number => (number < 0 ? steps - 1 - number : number);
    const most = closed(
      count,
      this.#demands.map(([from, to, value]) => [place(from), place(to), value] as const),
    );
    if (most === undefined) return undefined;
    const waits = [undefined, ...this.#steps.map(({ wait }) => wait), ...this.#asides.map(({ wait }) => wait)];
    const dates = [0];
    for (let moment = 1; moment < count; moment++) {
      let [least, greatest] = [0, Number.POSITIVE_INFINITY];
      for (const [other, date] of dates.entries()) {
        least = Math.max(least, date - (most[moment * count + other] ?? 0));
        greatest = Math.min(greatest, date + (most[other * count + moment] ?? 0));
      }
      const wait = waits[moment];
      const wanted = wait === undefined ? least : (dates[wait.since] ?? 0) + wait.usual;
      dates.push(Math.min(greatest, Math.max(least, wanted)));
    }
    const dated = this.#steps.map(({ code, waiting }, index) => ({ code, atMs: dates[index + 1] ?? 0, waiting }));
    const asides = this.#asides.map(({ code, moment, before }) => ({ code, atMs: dates[place(moment)] ?? 0, before }));
    const end = dates[steps - 1] ?? 0;
    for (const code of this.#quiet) {
      const { since, max } = this.#waits.get(code) ?? { since: 0, max: Number.POSITIVE_INFINITY };
      const atMs = (dates[since] ?? 0) + max;
      if (isSettled || atMs < end) asides.push({ code, atMs, before: steps });
    }
    for (const { code, wait, before } of this.#gone) {
      const atMs = (dates[wait.since] ?? 0) + wait.max;
      // It is due before it could go away: then it has happened.
      if (atMs < (dates[before] ?? 0)) asides.push({ code, atMs, before });
    }
    return { waiting: this.#first, dated: merged(this.#first, dated, asides) };
  }

  #putAside(code: number, wait: Wait, before: number): void {
    const moment = -1 - this.#asides.length;
    this.#asides.push({ code, moment, wait, before });
    this.#demand(moment, wait.since, -wait.min);
    this.#demand(wait.since, moment, wait.max);
    this.#demand(moment, wait.after, 0);
    this.#demand(before, moment, 0);
  }

  #demand(from: number, to: number, most: number): void {
    this.#demands.push([from, to, most]);
  }

  #waitsIn(cells: Cells, kept: ReadonlyMap<number, Wait>, since = 0): Map<number, Wait> {
    const moment = { model: this.#rules.model, cells };
    const codes: number[] = [];
    listAgenda(moment, codes);
    this.#quiet = new Set(codes.slice(splitAgenda(this.#rules, cells, codes)));
    return new Map(
      codes.map((code) => [code, kept.get(code) ?? { since, ...delayOf(moment, code), after: since }] as const),
    );
  }
}

/** What lies aside as late as its moment lets it; the search does not know of it. */
function merged(
  first: ReadonlySet<number>,
  steps: readonly Dated[],
  asides: readonly { readonly code: number; readonly atMs: number; readonly before: number }[],
): readonly Dated[] {
  const left = [...asides].sort((a, b) => a.atMs - b.atMs);
  const all: Dated[] = [];
  let waiting = first;
  for (const [index, step] of steps.entries()) {
    for (const aside of [...left]) {
      const { code, atMs, before } = aside;
      if (before > index + 1 && atMs >= step.atMs) continue;
      all.push({ code, atMs, waiting });
      left.splice(left.indexOf(aside), 1);
    }
    all.push(step);
    waiting = step.waiting;
  }
  return [...all, ...left.map(({ code, atMs }) => ({ code, atMs, waiting }))];
}

/** The greatest difference of any two (Floyd and Warshall); undefined when they contradict each other. */
function closed(count: number, demands: Iterable<readonly [number, number, number]>): Float64Array | undefined {
  const most = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let step = 0; step < count; step++) most[step * count + step] = 0;
  for (const [from, to, value] of demands) {
    most[from * count + to] = Math.min(most[from * count + to] as number, value);
  }
  for (let by = 0; by < count; by++) {
    for (let from = 0; from < count; from++) {
      const first = most[from * count + by] as number;
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let to = 0; to < count; to++) {
        const sum = first + (most[by * count + to] as number);
        if (sum < (most[from * count + to] as number)) most[from * count + to] = sum;
      }
    }
  }
  for (let step = 0; step < count; step++) if ((most[step * count + step] as number) < 0) return undefined;
  return most;
}
