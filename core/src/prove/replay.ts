// A counterexample run again through the same step, with reasons: its time line.

import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { initialState } from "../simulate/given.ts";
import { readState, type StateView } from "../simulate/read.ts";
import { defaultReadings, withAnswer } from "../simulate/readings.ts";
import { step } from "../simulate/step.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import type { Counterexample } from "./counterexample.ts";
import type { PropertyResult, ReadingUse } from "./explore.ts";

export interface Replay {
  readonly timeline: readonly TimelineEntry[];
  readonly view: StateView;
}

export function replay(cluster: Cluster, trace: Counterexample, reading: ReadingUse | undefined): Replay {
  const choice = reading === undefined ? undefined : withAnswer(defaultReadings, reading.id, reading.answer);
  const model = compile(cluster, choice === undefined ? {} : { readings: choice });
  const timeline: TimelineEntry[] = [];
  let state = initialState(model, trace.given);
  for (const event of trace.events) state = step(model, state, event, (entry) => timeline.push(entry));
  return { timeline, view: readState(model, state) };
}

export function replayResult(cluster: Cluster, { trace, reading }: PropertyResult): Replay | undefined {
  return trace === undefined ? undefined : replay(cluster, trace, reading);
}
