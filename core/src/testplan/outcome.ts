// What the simulator says a test leads to. A contested disk reservation has two outcomes; a test tells both.

import type { OutsideEvent } from "../simulate/event.ts";
import { initialState } from "../simulate/given.ts";
import type { Model } from "../simulate/model.ts";
import { readState, type StateView } from "../simulate/read.ts";
import { settle } from "../simulate/settle.ts";
import type { State } from "../simulate/state.ts";
import { step } from "../simulate/step.ts";
import type { TimelineEntry } from "../simulate/trace.ts";

export interface Outcome {
  /** Undefined when nothing had to be decided. */
  readonly reservation: { readonly tag: string; readonly wonBy: string | undefined } | undefined;
  readonly state: State;
  readonly view: StateView;
  /** From the last operation on. */
  readonly timeline: readonly TimelineEntry[];
  /** How long what followed took, operation by operation. */
  readonly settledAfterMs: readonly number[];
}

const stepsMax = 10_000;

/** Each group happens at one moment, and everything that follows from it before the next. */
export function outcomesOf(model: Model, groups: readonly (readonly OutsideEvent[])[]): readonly Outcome[] {
  const first = outcomeOf(model, groups, undefined);
  if (typeof first !== "string") return [first];
  const decided = model.cluster.resources.find(({ name }) => name === first)?.servers.map(({ node }) => node) ?? [];
  const winner = decided.at(-1);
  return [undefined, winner].flatMap((wonBy) => {
    const outcome = outcomeOf(model, groups, { tag: first, wonBy });
    return typeof outcome === "string" ? [] : [outcome];
  });
}

/** The tag of the disk when its reservation is contested and nothing is decided. */
function outcomeOf(
  model: Model,
  groups: readonly (readonly OutsideEvent[])[],
  reservation: Outcome["reservation"],
): Outcome | string {
  let state = initialState(model);
  if (reservation !== undefined) {
    const { tag, wonBy } = reservation;
    state = step(
      model,
      state,
      wonBy === undefined ? { kind: "hold-reservation", tag } : { kind: "take-reservation", tag, node: wonBy },
    );
  }
  let timeline: TimelineEntry[] = [];
  let beganMs = 0;
  const settledAfterMs: number[] = [];
  for (const group of groups) {
    timeline = [];
    beganMs = state.timeMs;
    const sink = (entry: TimelineEntry): void => void timeline.push(entry);
    for (const event of group) state = step(model, state, event, sink);
    const settled = settle(model, state, sink, { stepsMax });
    state = settled.state;
    if (settled.end === "contest") return settled.contested ?? "";
    settledAfterMs.push(lastChangeMs(timeline, beganMs) - beganMs);
  }
  return { reservation, state, view: readState(model, state), timeline, settledAfterMs };
}

/** Until nothing more happens but the filling of a mirror, which takes as long as its data. */
function lastChangeMs(timeline: readonly TimelineEntry[], beganMs: number): number {
  return timeline.findLast(({ event }) => event.kind !== "resync-done")?.timeMs ?? beganMs;
}
