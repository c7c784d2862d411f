// A counterexample run again through the same step, at its very moments, with reasons: its time line.

import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import { at, cell } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import { readState, type StateView } from "../simulate/read.ts";
import type { State } from "../simulate/state.ts";
import { stepAt } from "../simulate/step.ts";
import type { TimelineEntry } from "../simulate/trace.ts";
import { beginningOf } from "./beginning.ts";
import type { Counterexample } from "./counterexample.ts";
import type { PropertyResult } from "./explore.ts";
import { splitResource } from "./property.ts";
import { choiceWith, type ReadingUse } from "./readingTree.ts";

export interface Replay {
  readonly timeline: readonly TimelineEntry[];
  readonly view: StateView;
  /** What was in service on two machines last; in milliseconds how long it lasted, where that has ended. */
  readonly twice: Twice | undefined;
}

interface Twice {
  readonly tag: string;
  readonly nodes: readonly string[];
  readonly lastedMs: number | undefined;
}

export function replay(cluster: Cluster, trace: Counterexample, readings: readonly ReadingUse[]): Replay {
  const model = compile(cluster, { readings: choiceWith(readings) });
  const timeline: TimelineEntry[] = [];
  let state = beginningOf(model, trace);
  let twice: Twice | undefined;
  let sinceMs = 0;
  for (const [index, event] of trace.events.entries()) {
    state = stepAt(model, state, event, trace.moments[index] ?? 0, (entry) => timeline.push(entry));
    const split = splitResource(model, state.cells);
    const isOngoing = twice !== undefined && twice.lastedMs === undefined;
    if (split >= 0 && !isOngoing) {
      sinceMs = state.timeMs;
      twice = { ...resourceOn(model, state, split), lastedMs: undefined };
    } else if (split < 0 && isOngoing && twice !== undefined) twice = { ...twice, lastedMs: state.timeMs - sinceMs };
  }
  return { timeline, view: readState(model, state), twice };
}

/** The machines that are up and have it in service. */
function resourceOn(model: Model, { cells }: State, resource: number): Omit<Twice, "lastedMs"> {
  const active = at(cells, model.layout.inService + resource) & at(cells, cell.up);
  return {
    tag: model.resources[resource]?.tag ?? "",
    nodes: model.nodes.filter((_, node) => (active & (1 << node)) !== 0),
  };
}

export function replayResult(cluster: Cluster, { trace, readings }: PropertyResult): Replay | undefined {
  return trace === undefined ? undefined : replay(cluster, trace, readings);
}
