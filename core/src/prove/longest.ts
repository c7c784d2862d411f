// The longest time that two nodes run the same thing, where it ends by itself: the supremum over every schedule. Every
// way on from where double activity begins is followed once more, in zones that remember that moment; where it ends, the
// zone says how long ago that can be at most. What stays without a further fault is no transient but a split brain, and
// is not followed.

import { isInside } from "../simulate/code.ts";
import { listFaultsWithin, listFreeWithin, spend } from "./bounds.ts";
import { isFault, type Search, type Step, takenBy } from "./explorer.ts";
import { splitResource } from "./property.ts";
import type { TimedStep } from "./timedStep.ts";
import { TimedTable } from "./timedTable.ts";
import { unbounded, Zone } from "./zone.ts";

export interface Lasting {
  /** Infinity: there is no bound. */
  readonly ms: number;
  /** The steps to where it begins, and from there to its end. */
  readonly before: readonly Step[];
  readonly during: readonly Step[];
}

export class Longest {
  readonly #search: Search;
  readonly #step: TimedStep;
  readonly #plain: TimedStep;
  readonly #table: TimedTable;
  /** By visit in the own table: the entry where it began. */
  readonly #origin: number[] = [];
  /** By state of the own table. */
  readonly #ends = new Map<number, boolean>();
  readonly #queue: number[] = [];
  #position = 0;
  #entry = 0;
  #longestMs = -1;
  /** With which that time ends. */
  #last: { readonly visit: number; readonly step: Step } | undefined = undefined;

  constructor(search: Search) {
    this.#search = search;
    this.#step = search.newStep(1);
    this.#plain = search.newStep(0);
    this.#table = new TimedTable(this.#step.key.length);
  }

  /** Undefined when two nodes never run the same thing, except for good, which is a split brain. */
  get found(): Lasting | undefined {
    if (this.#last === undefined) return undefined;
    const { visit, step } = this.#last;
    const { entries, table } = this.#search;
    const during = [step];
    for (let at = visit; this.#table.parentOf(at) >= 0; at = this.#table.parentOf(at)) {
      during.push(this.#search.stepTo(this.#step, this.#table, this.#table, at));
    }
    const entry = this.#origin[visit] as number;
    const parent = entries.parentOf(entry);
    const before =
      parent < 0 ? [] : [...this.#search.stepsTo(parent), this.#search.stepTo(this.#plain, table, entries, entry)];
    const ms = this.#longestMs >= unbounded ? Number.POSITIVE_INFINITY : this.#longestMs;
    return { ms, before, during: during.reverse() };
  }

  get size(): number {
    return this.#table.size;
  }

  /** Not all of them were followed. */
  get hasTooManyWays(): boolean {
    return this.#step.hasTooManyWays;
  }

  get bytes(): number {
    return this.#table.bytes;
  }

  /** Does about so many steps. True when there is nothing left to do, or it is given up. */
  run(stepsMax: number): boolean {
    const stopAt = this.#step.transitions + stepsMax;
    while (this.#step.transitions < stopAt && !this.hasTooManyWays) {
      if (this.#position < this.#queue.length) this.#follow(this.#queue[this.#position++] as number);
      else if (this.#entry < this.#search.entries.size) this.#begin(this.#entry++);
      else return true;
    }
    return this.hasTooManyWays;
  }

  /** The zone of the search, with now as the mark. */
  #begin(entry: number): void {
    const { entries: table } = this.#search;
    if (table.isCovered(entry)) return;
    const plain = this.#plain;
    plain.load(table, entry);
    const { size } = plain.zone;
    const marked = new Zone(size + 1);
    marked.begin(size + 1);
    for (let row = 0; row <= size + 1; row++) {
      for (let column = 0; column <= size + 1; column++) {
        // The mark is now, which is row and column 0.
        marked.put(row, column, plain.zone.at(row > size ? 0 : row, column > size ? 0 : column));
      }
    }
    table.readState(entry, this.#step.key);
    this.#note(marked, -1, -1, table.depthOf(entry), entry);
  }

  #note(zone: Zone, parent: number, code: number, depth: number, origin: number): void {
    const visit = this.#table.add(this.#step.key, zone, parent, code, depth);
    if (visit < 0) return;
    this.#origin[visit] = origin;
    this.#queue.push(visit);
  }

  #follow(visit: number): void {
    if (this.#table.isCovered(visit)) return;
    const { model, options } = this.#search;
    const depth = this.#table.depthOf(visit);
    const origin = this.#origin[visit] as number;
    if (!this.#endsByItself(this.#table.stateOf(visit))) return;
    const step = this.#step;
    step.load(this.#table, visit);
    const codes: number[] = [];
    const more: number[] = [];
    step.listInside(codes);
    listFreeWithin(model, step.from, options.bounds, more);
    for (const code of more) codes.push(code);
    more.length = 0;
    if (!step.isHandling) listFaultsWithin(model, step.from, options.bounds, { depth, spent: step.spent }, more);
    for (const code of more) codes.push(code);
    for (const code of codes) {
      step.take(code, () => {
        if (isFault(code)) spend(options.bounds, code, step.used);
        if (splitResource(model, step.work.cells) >= 0) {
          this.#note(step.next, visit, code, depth + (isFault(code) ? 1 : 0), origin);
        } else if (isInside(code)) this.#measure(visit, code, step.markAfter());
      });
    }
  }

  #measure(visit: number, code: number, ms: number): void {
    if (this.#longestMs >= ms) return;
    this.#longestMs = ms;
    this.#last = { visit, step: takenBy(this.#step, code) };
  }

  /** Some order of what follows by itself leads out of double activity. */
  #endsByItself(state: number): boolean {
    const known = this.#ends.get(state);
    if (known !== undefined) return known;
    const { model } = this.#search;
    const { states } = this.#table;
    const from = new Map([[state, -1]]);
    for (const here of from.keys()) {
      this.#plain.loadState(states, here);
      for (const code of [...this.#plain.agenda]) {
        this.#plain.takeUntimed(code);
        let next = -1;
        if (splitResource(model, this.#plain.work.cells) >= 0) {
          const found = states.add(this.#plain.key);
          next = found < 0 ? ~found : found;
          if (this.#ends.get(next) !== true) {
            if (!from.has(next) && this.#ends.get(next) === undefined) from.set(next, here);
            continue;
          }
        }
        for (let at = here; at >= 0; at = from.get(at) ?? -1) this.#ends.set(at, true);
        return true;
      }
    }
    // Nothing of all this leads out.
    for (const here of from.keys()) this.#ends.set(here, false);
    return false;
  }
}
