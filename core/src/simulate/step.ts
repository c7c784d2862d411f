// The one function behind scenarios, the panel, the command line and proofs: a state and an event give the next
// state. Pure and total: an event that cannot happen changes nothing.

import { delayOf, listAgenda } from "./agenda.ts";
import { apply } from "./apply.ts";
import { isInside } from "./code.ts";
import { changesBetween } from "./diff.ts";
import { encode } from "./encode.ts";
import type { Event } from "./event.ts";
import type { Cells } from "./layout.ts";
import type { Model } from "./model.ts";
import type { State, Timer } from "./state.ts";
import type { Sink, TimelineEntry, Why } from "./trace.ts";
import type { Tracer, Work } from "./work.ts";

/**
 * Outside events happen now and take no time. An inside event happens when its timer runs out; choosing another one
 * than the first is allowed, and the ones passed over are then due at once.
 */
export function step(model: Model, state: State, event: Event, sink?: Sink): State {
  let next = state;
  for (const code of encode(model, event)) next = stepCode(model, next, code, event, sink);
  return next;
}

/** As `step`, for callers that already hold the number of an event. */
export function stepCode(model: Model, state: State, code: number, event: Event, sink: Sink | undefined): State {
  const timer = isInside(code) ? state.timers.find((candidate) => candidate.code === code) : undefined;
  if (isInside(code) && timer === undefined) return state;
  return happen(model, state, code, event, Math.max(state.timeMs, timer?.dueMs ?? 0), sink);
}

/** As `step`, at this very moment instead of the usual one; whether that lies within its bounds is not asked. */
export function stepAt(model: Model, state: State, event: Event, atMs: number, sink?: Sink): State {
  let next = state;
  for (const code of encode(model, event)) {
    if (isInside(code) && !next.timers.some((timer) => timer.code === code)) continue;
    next = happen(model, next, code, event, Math.max(next.timeMs, atMs), sink);
  }
  return next;
}

function happen(model: Model, state: State, code: number, event: Event, timeMs: number, sink: Sink | undefined): State {
  const cells = state.cells.slice();
  const recorder = sink === undefined ? undefined : new Recorder(model, state.cells, cells, timeMs, event);
  const work: Work = { model, cells, timeMs, recoveries: state.recoveries, tracer: recorder };
  apply(work, code);
  if (recorder !== undefined && sink !== undefined) recorder.finish(sink);
  return { cells, timeMs, timers: timersOf(model, cells, timeMs, state.timers, code), recoveries: work.recoveries };
}

/** Timers that still run keep their moment; new ones begin now. */
export function timersOf(
  model: Model,
  cells: Cells,
  timeMs: number,
  before: readonly Timer[],
  done: number | undefined,
): readonly Timer[] {
  const codes: number[] = [];
  listAgenda({ model, cells }, codes);
  const running = new Map(before.map((timer) => [timer.code, timer.dueMs]));
  if (done !== undefined) running.delete(done);
  const timers = codes.map((code) => ({
    code,
    dueMs: running.get(code) ?? timeMs + delayOf({ model, cells }, code).usual,
  }));
  // The order of the agenda decides between timers that are due at the same moment; the sort keeps it.
  return timers.sort((a, b) => a.dueMs - b.dueMs);
}

/** Collects the entries of one event; what changes is found by comparing. */
class Recorder implements Tracer {
  readonly #model: Model;
  readonly #cells: Cells;
  readonly #timeMs: number;
  readonly #event: Event;
  #known: Cells;
  readonly #entries: TimelineEntry[] = [];
  /** What held after each entry. */
  readonly #after: Cells[] = [];

  constructor(model: Model, before: Cells, cells: Cells, timeMs: number, event: Event) {
    this.#model = model;
    this.#cells = cells;
    this.#timeMs = timeMs;
    this.#event = event;
    this.#known = before;
  }

  tell(node: number, why: Why): void {
    this.#entries.push({
      timeMs: this.#timeMs,
      node: node < 0 ? undefined : this.#model.nodes[node],
      event: this.#event,
      changes: this.#changes(),
      why,
    });
    this.#after.push(this.#known);
  }

  finish(sink: Sink): void {
    const rest = this.#changes();
    const last = this.#entries.length - 1;
    for (const [index, entry] of this.#entries.entries()) {
      if (index < last) sink(entry, this.#after[index] ?? this.#known);
      else sink(rest.length === 0 ? entry : { ...entry, changes: [...entry.changes, ...rest] }, this.#known);
    }
  }

  #changes(): TimelineEntry["changes"] {
    const changes = changesBetween(this.#model, this.#known, this.#cells);
    // Also when nothing visible changed: what is remembered of earlier checks may have.
    this.#known = this.#cells.slice();
    return changes;
  }
}
