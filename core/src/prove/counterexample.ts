// From a path through the search to a list of events, each at its moment, that anybody can replay: real names instead of
// merged ones, every path that a node marks, and the handlers that the search left out because they do nothing. What
// comes out is run through the same `step` as a scenario.

import { delayOf, listAgenda } from "../simulate/agenda.ts";
import { apply } from "../simulate/apply.ts";
import { choiceOf, indexOf, isInside, op, operationOf, partsOf, readdressed } from "../simulate/code.ts";
import { decode } from "../simulate/decode.ts";
import type { Event, OutsideEvent } from "../simulate/event.ts";
import { clearBit } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import type { State } from "../simulate/state.ts";
import { stepAt } from "../simulate/step.ts";
import type { Work } from "../simulate/work.ts";
import { type Beginning, beginningOf } from "./beginning.ts";
import type { Search, Step } from "./explorer.ts";
import { dropIdle } from "./idle.ts";
import { splitAgenda } from "./quiet.ts";
import { rename } from "./rename.ts";
import { type Dates, Schedule } from "./schedule.ts";
import { type Names, normalize } from "./symmetry.ts";

export interface Counterexample extends Beginning {
  /** Everything that happens, in order. Each event applies to the state that the ones before it made. */
  readonly events: readonly Event[];
  /** When each of them happens, in milliseconds from the beginning. */
  readonly moments: readonly number[];
  /** The faults among them: the shortest account. */
  readonly faults: readonly OutsideEvent[];
  /** The state it ends in, on the model of a run. */
  readonly end: State;
}

export interface Way {
  readonly steps: readonly Step[];
  /** Between these two steps (0 is the beginning) passes at least so long. */
  readonly apart?: { readonly from: number; readonly to: number; readonly ms: number };
}

/** What a search started from, and what it left out or put together. */
export type Searched = Pick<Search, "model" | "idle" | "symmetry"> & {
  readonly options: Beginning;
};

/** `model` is the cluster compiled for a run, under the same readings as the search. */
export function counterexampleOf(search: Searched, model: Model, { steps, apart }: Way): Counterexample {
  const begin = search.options;
  const names: Names = { nodes: model.nodes.map((_, index) => index), hosts: model.hosts.map((_, index) => index) };
  const merged = workOn(search.model, begin);
  const real = workOn(search.model, begin);
  dropIdle(search.idle, merged.cells);
  normalize(search.symmetry, merged.cells, names);
  dropIdle(search.idle, real.cells);
  const schedule = new Schedule(search.idle, real.cells);
  const { sees } = search.model.layout;
  for (const step of steps) {
    const code = rename(search.model, step.code, names);
    const noticed = step.noticed.map((notice) => rename(search.model, notice, names));
    for (const notice of step.noticed) clearBit(merged.cells, sees + indexOf(notice), choiceOf(notice));
    apply(merged, step.code);
    dropIdle(search.idle, merged.cells);
    const unnoticed = step.unnoticed.map((notice) => rename(search.model, notice, names));
    normalize(search.symmetry, merged.cells, names);
    for (const notice of noticed) clearBit(real.cells, sees + indexOf(notice), choiceOf(notice));
    apply(real, code);
    dropIdle(search.idle, real.cells);
    schedule.add({ code, noticed, unnoticed }, real.cells);
  }
  if (apart !== undefined) schedule.keepApart(apart.from, apart.to, apart.ms);
  const agenda: number[] = [];
  listAgenda({ model: search.model, cells: real.cells }, agenda);
  const isSettled = splitAgenda(search.idle, real.cells, agenda) === 0;
  const dated = schedule.dates(isSettled);
  if (dated === undefined) throw new Error("Bug in lkcluster: a counterexample without a schedule");
  return new Telling(search.model, model, begin).tell(dated, isSettled);
}

function workOn(model: Model, begin: Beginning): Work {
  return { model, cells: beginningOf(model, begin).cells, timeMs: 0, recoveries: [], tracer: undefined };
}

/** Follows the search on a full run. */
class Telling {
  readonly #search: Model;
  readonly #model: Model;
  readonly #begin: Beginning;
  #state: State;
  readonly #events: Event[] = [];
  readonly #moments: number[] = [];
  readonly #faults: OutsideEvent[] = [];
  /** By node and peer, when the loss is noticed. */
  readonly #marked = new Map<string, number[]>();
  /** What waits in the search. */
  #waiting: ReadonlySet<number> = new Set();
  /** When what the search does not know of began to wait. */
  readonly #since = new Map<number, number>();

  constructor(search: Model, model: Model, { given, after = [] }: Beginning) {
    this.#search = search;
    this.#model = model;
    this.#begin = { given, ...(after.length === 0 ? {} : { after }) };
    this.#state = beginningOf(model, this.#begin);
  }

  /** `isSettled`: the search found that nothing follows the last step. */
  tell({ waiting, dated }: Dates, isSettled: boolean): Counterexample {
    for (const { code, atMs } of dated) {
      if (operationOf(code) !== op.commDown) continue;
      const pair = `${indexOf(code)} ${choiceOf(code)}`;
      this.#marked.set(pair, [...(this.#marked.get(pair) ?? []), atMs]);
    }
    this.#look();
    this.#waiting = waiting;
    for (const { code, atMs, waiting: after } of dated) {
      this.#besides(atMs);
      this.#one(this.#translated(code), atMs);
      this.#waiting = after;
    }
    this.#besides(isSettled ? Number.POSITIVE_INFINITY : (dated.at(-1)?.atMs ?? 0));
    return {
      ...this.#begin,
      events: this.#events,
      moments: this.#moments,
      faults: this.#faults,
      end: this.#state,
    };
  }

  /** What the search leaves out and what is due by then: paths that are marked one by one, handlers that do nothing. */
  #besides(untilMs: number): void {
    for (;;) {
      const due = this.#state.timers.flatMap(({ code }) => {
        const atMs = this.#momentOf(code);
        return atMs === undefined || atMs > untilMs ? [] : [{ code, atMs }];
      });
      const first = due.reduce<(typeof due)[number] | undefined>(
        (least, one) => (least === undefined || one.atMs < least.atMs ? one : least),
        undefined,
      );
      if (first === undefined) return;
      this.#one(first.code, Math.max(first.atMs, this.#state.timeMs));
    }
  }

  /** Undefined for what the search itself decides. */
  #momentOf(code: number): number | undefined {
    const since = this.#since.get(code) ?? 0;
    switch (operationOf(code)) {
      case op.pathDead: {
        if (this.#search.detection === "timed") return undefined;
        const link = this.#model.links[indexOf(code)];
        const [node, peer] = choiceOf(code) === 0 ? [link?.a, link?.b] : [link?.b, link?.a];
        const { min, max } = delayOf({ model: this.#model, cells: this.#state.cells }, code);
        // The last of a pair is marked when the pair is.
        const pair = (this.#marked.get(`${node} ${peer}`) ?? []).find(
          (atMs) => atMs >= since + min && atMs <= since + max,
        );
        return pair ?? since + max;
      }
      case op.pathAlive:
        return this.#search.detection === "timed" ? undefined : since;
      case op.handleCommDown:
      case op.handleCommUp:
        // What waits in the search too is one of its steps, or never comes to pass.
        return this.#waiting.has(code) ? undefined : since;
      default:
        return undefined;
    }
  }

  #one(code: number, atMs: number): void {
    const event = decode(this.#model, code);
    if (event === undefined) return;
    if (isInside(code) && !this.#state.timers.some((timer) => timer.code === code)) return;
    this.#state = stepAt(this.#model, this.#state, event, atMs);
    this.#since.delete(code);
    this.#look();
    this.#events.push(event);
    this.#moments.push(atMs);
    // What is not inside is an outside event.
    if (!isInside(code)) this.#faults.push(event as OutsideEvent);
  }

  #look(): void {
    const waiting = new Set(this.#state.timers.map(({ code }) => code));
    for (const code of [...this.#since.keys()]) if (!waiting.has(code)) this.#since.delete(code);
    for (const code of waiting) if (!this.#since.has(code)) this.#since.set(code, this.#state.timeMs);
  }

  /** Resources have other numbers where only some of them are kept. */
  #translated(code: number): number {
    if (partsOf(code).index !== "tag") return code;
    const tag = this.#search.resources[indexOf(code)]?.tag ?? "";
    return readdressed(code, this.#model.indexOfResource.get(tag) ?? 0, choiceOf(code));
  }
}
