// Moments for a list of steps, so that nothing happens before its least delay, nothing that is due is passed over, and
// their order is kept. Difference constraints; where they leave room, everything happens when a run would let it happen,
// and faults as early as can be.

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { isInside } from "../simulate/code.ts";
import type { Cells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";

interface Wait {
  /** The step with which it began; 0 is the beginning of all. */
  readonly since: number;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
}

/** Watches the steps of a way and collects what they demand of their moments. Step 1 is the first. */
export class Schedule {
  readonly #model: Model;
  #waits: ReadonlyMap<number, Wait> = new Map();
  /** [to - from, at most] of two steps. */
  readonly #demands: (readonly [from: number, to: number, most: number])[] = [];
  readonly #wishes: (Wait | undefined)[] = [];
  #steps = 0;

  constructor(model: Model, cells: Cells) {
    this.#model = model;
    this.#waits = this.#waitsIn(cells, undefined);
  }

  /** `after`: what holds after the step. */
  add(code: number, after: Cells): void {
    const step = ++this.#steps;
    const own = isInside(code) ? this.#waits.get(code) : undefined;
    this.#demand(step, step - 1, 0);
    if (own !== undefined) this.#demand(step, own.since, -own.min);
    // What is due is not passed over, the step itself neither.
    for (const { since, max } of this.#waits.values()) {
      if (Number.isFinite(max)) this.#demand(since, step, max);
    }
    this.#wishes.push(own);
    this.#waits = this.#waitsIn(after, isInside(code) ? code : undefined);
  }

  /** From one step to another passes at least so long. */
  keepApart(from: number, to: number, leastMs: number): void {
    this.#demand(to, from, -leastMs);
  }

  /** A moment for each step in milliseconds; undefined when there are none. */
  moments(): readonly number[] | undefined {
    const count = this.#steps + 1;
    const most = closed(count, this.#demands);
    if (most === undefined) return undefined;
    const dates = [0];
    for (let step = 1; step < count; step++) {
      let [least, greatest] = [0, Number.POSITIVE_INFINITY];
      for (const [other, date] of dates.entries()) {
        least = Math.max(least, date - (most[step * count + other] ?? 0));
        greatest = Math.min(greatest, date + (most[other * count + step] ?? 0));
      }
      const wish = this.#wishes[step - 1];
      const wanted = wish === undefined ? least : (dates[wish.since] ?? 0) + wish.usual;
      dates.push(Math.min(greatest, Math.max(least, wanted)));
    }
    return dates.slice(1);
  }

  #demand(from: number, to: number, most: number): void {
    this.#demands.push([from, to, most]);
  }

  #waitsIn(cells: Cells, done: number | undefined): ReadonlyMap<number, Wait> {
    const moment = { model: this.#model, cells };
    const codes: number[] = [];
    listAgenda(moment, codes);
    return new Map(
      codes.map((code) => {
        const known = code === done ? undefined : this.#waits.get(code);
        return [code, known ?? { since: this.#steps, ...delayOf(moment, code) }];
      }),
    );
  }
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
