// A counterexample as steps of the scenario language, for whoever wants to see it happen in a run. A run has one
// order of what happens at the same moment, so that only some counterexamples can be told this way: the waits between
// the faults are looked for, and what does not lead to the same end is not offered.

import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { isOutside } from "../simulate/event.ts";
import { initialState } from "../simulate/given.ts";
import type { Model } from "../simulate/model.ts";
import { defaultReadings } from "../simulate/readings.ts";
import { eventText } from "../simulate/scenario/eventText.ts";
import { nextInside } from "../simulate/settle.ts";
import type { State } from "../simulate/state.ts";
import { step } from "../simulate/step.ts";
import type { Counterexample } from "./counterexample.ts";
import type { PropertyResult } from "./explore.ts";
import { type Property, splitResource, violates } from "./property.ts";

/** What lies between two faults: the same moment, a time, or everything that follows. */
type Pause = number | "settle";

const combinationsMax = 500;
const insideMax = 5000;

/** For `--do` and for scenarios; undefined when no run under the default readings shows it. */
export function scriptOf(cluster: Cluster, { property, trace, readings }: PropertyResult): string | undefined {
  if (trace === undefined || trace.faults.length === 0 || trace.given.length > 0 || readings.length > 0)
    return undefined;
  const model = compile(cluster, { readings: defaultReadings });
  for (const pauses of candidatesOf(model, trace)) {
    if (shows(model, trace, pauses, property)) return written(trace, pauses);
  }
  return undefined;
}

function* candidatesOf(model: Model, trace: Counterexample): Generator<readonly Pause[]> {
  yield trace.faults.slice(1).map((): Pause => "settle");
  yield momentsOf(trace);
  yield* pausesFor(model, trace.faults.length - 1);
}

/** As the counterexample itself has them. */
function momentsOf({ events, moments }: Counterexample): readonly Pause[] {
  const faults = moments.filter((_, index) => isOutside(events[index] as Counterexample["events"][number]));
  return faults.slice(1).map((atMs, index) => atMs - (faults[index] ?? 0));
}

/** The simplest first: everything settles; the same moment; then waits around the times that count. */
function* pausesFor(model: Model, count: number): Generator<readonly Pause[]> {
  const { heartbeatMs = 0, heartbeatCount = 0 } = model.configurations[0] ?? {};
  const noticed = heartbeatMs * heartbeatCount;
  const choices: readonly Pause[] = ["settle", 0, noticed - 1000, noticed, noticed + 1000];
  const total = Math.min(combinationsMax, choices.length ** count);
  for (let number = 0; number < total; number++) {
    yield Array.from(
      { length: count },
      (_, place) => choices[Math.floor(number / choices.length ** place) % choices.length] ?? 0,
    );
  }
}

function shows(model: Model, trace: Counterexample, pauses: readonly Pause[], property: Property): boolean {
  let state = initialState(model, []);
  let seen = false;
  const look = (now: State, settled: boolean): void => {
    seen ||= violates(property, model, now.cells, { settled, split: splitResource(model, now.cells) });
  };
  const letPass = (untilMs: number): void => {
    for (let steps = 0; steps < insideMax; steps++) {
      const next = nextInside(model, state);
      if (next === undefined || next.dueMs > untilMs) break;
      state = step(model, state, next.event);
      look(state, false);
    }
    if (Number.isFinite(untilMs)) state = { ...state, timeMs: Math.max(state.timeMs, untilMs) };
  };
  for (const [index, fault] of trace.faults.entries()) {
    state = step(model, state, fault);
    look(state, false);
    const pause = pauses[index] ?? "settle";
    letPass(pause === "settle" ? Number.POSITIVE_INFINITY : state.timeMs + pause);
  }
  // Only what lasts counts for most properties.
  if (state.timers.length === 0) look(state, true);
  return seen;
}

function written(trace: Counterexample, pauses: readonly Pause[]): string {
  return trace.faults
    .map((fault, index) => {
      const pause = pauses[index];
      if (pause === undefined) return eventText(fault);
      if (pause === 0) return `${eventText(fault)} and `;
      return pause === "settle" ? `${eventText(fault)}  ` : `${eventText(fault)}  wait ${pause / 1000}s  `;
    })
    .join("");
}
