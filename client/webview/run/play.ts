// Plays a run through the simulator: every step, then whatever follows by itself, one moment for every entry of the
// time line.

import { compile } from "@lkcluster/core/simulate/compile.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { type ReadingChoice, withAnswer } from "@lkcluster/core/simulate/readings.ts";
import { nextInside, settle } from "@lkcluster/core/simulate/settle.ts";
import type { State } from "@lkcluster/core/simulate/state.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import type { Sink, TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import type { Moment, Played } from "./played.ts";
import type { Run, RunStep } from "./run.ts";
import type { FileScenario } from "./scenarios.ts";

/** More than anybody reads; a bound for runs without an end. */
const momentsMax = 2000;

export function playRun(usual: Model, run: Run, scenarios: readonly FileScenario[]): Played {
  const model = modelOf(usual, run);
  const given = scenarios.find(({ title }) => title === run.scenario)?.given ?? [];
  let state = initialState(model, given);
  const moments: Moment[] = [{ state, timeMs: state.timeMs, entry: undefined, step: -1, done: 0 }];
  const stepStartsMs: number[] = [];
  let contest: string | undefined;
  for (const [index, runStep] of run.steps.entries()) {
    stepStartsMs.push(state.timeMs);
    const played = playStep(model, state, runStep, index, moments);
    state = played.state;
    contest = played.contest;
    if (moments.length > momentsMax) return { model, moments, stepStartsMs, tooLong: true, contest: undefined };
  }
  return { model, moments, stepStartsMs, tooLong: false, contest };
}

/** Under the answers of the run; those that do not exist (any more) count as not given. */
function modelOf(usual: Model, { readings = [] }: Run): Model {
  const choice = readings.reduce<ReadingChoice>(
    (chosen, { id, answer }) => withAnswer(chosen, id, answer) ?? chosen,
    usual.readings,
  );
  return choice === usual.readings ? usual : compile(usual.cluster, { readings: choice });
}

interface StepPlayed {
  readonly state: State;
  readonly contest: string | undefined;
}

function playStep(model: Model, before: State, runStep: RunStep, index: number, moments: Moment[]): StepPlayed {
  const { events, waitMs, alone } = runStep;
  let state = before;
  let done = 0;
  let told: { readonly entry: TimelineEntry; readonly cells: State["cells"] }[] = [];
  const sink: Sink = (entry, cells) => {
    told.push({ entry, cells });
  };
  const remember = (): void => {
    for (const { entry, cells } of told) {
      moments.push({ state: { ...state, cells }, timeMs: entry.timeMs, entry, step: index, done });
    }
    told = [];
  };
  for (const event of events) {
    state = step(model, state, event, sink);
    done++;
    remember();
  }
  if (alone === true) return { state, contest: undefined };
  const untilMs = waitMs === undefined ? Number.POSITIVE_INFINITY : before.timeMs + waitMs;
  while (moments.length <= momentsMax) {
    const next = nextInside(model, state);
    if (next === undefined || next.dueMs > untilMs) break;
    // One event at a time, so that every entry has the state after it; `settle` knows when a contest is open.
    const settled = settle(model, state, sink, { stepsMax: 1, untilMs: next.dueMs });
    if (settled.end === "contest") return { state, contest: settled.contested };
    state = settled.state;
    remember();
  }
  if (Number.isFinite(untilMs) && untilMs > state.timeMs) state = { ...state, timeMs: untilMs };
  return { state, contest: undefined };
}
