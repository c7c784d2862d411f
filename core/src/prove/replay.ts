// A counterexample run again through the same step, at its very moments, with reasons: its time line.

import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { readState, type StateView } from "../simulate/read.ts";
import { stepAt } from "../simulate/step.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import { beginningOf } from "./beginning.ts";
import type { Counterexample } from "./counterexample.ts";
import type { PropertyResult } from "./explore.ts";
import { choiceWith, type ReadingUse } from "./readingTree.ts";

export interface Replay {
  readonly timeline: readonly TimelineEntry[];
  readonly view: StateView;
}

export function replay(cluster: Cluster, trace: Counterexample, readings: readonly ReadingUse[]): Replay {
  const model = compile(cluster, { readings: choiceWith(readings) });
  const timeline: TimelineEntry[] = [];
  let state = beginningOf(model, trace);
  for (const [index, event] of trace.events.entries()) {
    state = stepAt(model, state, event, trace.moments[index] ?? 0, (entry) => timeline.push(entry));
  }
  return { timeline, view: readState(model, state) };
}

export function replayResult(cluster: Cluster, { trace, readings }: PropertyResult): Replay | undefined {
  return trace === undefined ? undefined : replay(cluster, trace, readings);
}
