// A run as the user made it: where it starts and what was done, in order. Everything else follows from it.

import type { Event, OutsideEvent } from "@lkcluster/core/simulate/event.ts";

export interface Run {
  /** Counted from 1, never used twice. */
  readonly number: number;
  /** The title of the scenario it starts from, with what that scenario gives; undefined: everything as usual. */
  readonly scenario: string | undefined;
  /** The answers that are not the default ones in this run, where the documents leave several open. */
  readonly readings?: readonly ReadingAnswer[];
  readonly steps: readonly RunStep[];
}

export interface ReadingAnswer {
  readonly id: string;
  readonly answer: string;
}

export interface RunStep {
  /**
   * Outside events happen at the same moment; empty for a mere wait. In a step that stands `alone`, what follows by
   * itself is listed too, in its order.
   */
  readonly events: readonly Event[];
  /** How long the run goes on before the next step; undefined: until nothing more happens by itself. */
  readonly waitMs: number | undefined;
  /** Nothing happens but the listed events: a counterexample is an order, not only a list of faults. */
  readonly alone?: true;
}

export const emptyRun: Run = { number: 1, scenario: undefined, steps: [] };

/** Where in a run something happens: after `step` was begun, at `timeMs`; -1 is the start. */
export interface RunPoint {
  readonly step: number;
  readonly timeMs: number;
  /** When that step began. */
  readonly stepStartMs: number;
  /** How many of the events of that step have happened. */
  readonly done: number;
  /** Nothing follows. */
  readonly last: boolean;
}

/**
 * The run that does `events` at that point. What the old run did later is not in it; when something was still
 * going on, the step that caused it is cut short by a wait.
 */
export function branch(run: Run, point: RunPoint, events: readonly OutsideEvent[], number: number): Run {
  const added: RunStep = { events, waitMs: undefined };
  if (point.last) return { ...run, steps: [...run.steps, added] };
  const kept = run.steps.slice(0, point.step + 1);
  const cut = kept.at(-1);
  if (cut === undefined) return { ...run, number, steps: [added] };
  const shortened =
    cut.alone === true
      ? { ...cut, events: cut.events.slice(0, point.done) }
      : { ...cut, waitMs: point.timeMs - point.stepStartMs };
  return { ...run, number, steps: [...kept.slice(0, -1), shortened, added] };
}
