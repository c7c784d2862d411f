// A run, played: one moment for the start and one for everything that happened, each with the state after it.

import type { Model } from "@lkcluster/core/simulate/model.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import type { RunPoint } from "./run.ts";

export interface Moment {
  readonly state: State;
  readonly timeMs: number;
  /** Undefined at the start. */
  readonly entry: TimelineEntry | undefined;
  /** Index of the step of the run that it belongs to; -1 at the start. */
  readonly step: number;
  /** How many of the events of that step have happened. */
  readonly done: number;
}

export interface Played {
  /** The model that was run: a run can have a reading of its own. */
  readonly model: Model;
  readonly moments: readonly Moment[];
  /** When each step began. */
  readonly stepStartsMs: readonly number[];
  /** What comes after the last moment is left out. */
  readonly tooLong: boolean;
  /** The reserved disk whose contest nobody has decided: the run waits for that. */
  readonly contest: string | undefined;
}

export function shownIndex(played: Played, cursor: number | "end"): number {
  const last = Math.max(0, played.moments.length - 1);
  return cursor === "end" ? last : Math.min(cursor, last);
}

export function pointAt(played: Played, index: number): RunPoint {
  const moment = played.moments[index];
  return {
    step: moment?.step ?? -1,
    timeMs: moment?.timeMs ?? 0,
    stepStartMs: played.stepStartsMs[moment?.step ?? -1] ?? 0,
    done: moment?.done ?? 0,
    last: index >= played.moments.length - 1,
  };
}
