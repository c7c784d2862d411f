// What happens in a cluster, as lines: the one way the engine's tests look at it.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { Event, OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { type InitialCondition, initialState } from "@lkcluster/core/simulate/given.ts";
import { readState, type StateView } from "@lkcluster/core/simulate/read.ts";
import { defaultReadings, type ReadingChoice } from "@lkcluster/core/simulate/readings.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";

export type Doing = OutsideEvent | { readonly waitMs: number } | "settle";

export interface Outcome {
  readonly view: StateView;
  readonly entries: readonly TimelineEntry[];
  /** `12s A quorum-lost`, without what only marks single paths. */
  readonly lines: readonly string[];
}

export interface RunOptions {
  readonly given?: readonly InitialCondition[];
  readonly readings?: Partial<ReadingChoice>;
}

/** Does one thing after the other without waiting, except where it says so, and lets the cluster settle at the end. */
export function run(cluster: Cluster, doings: readonly Doing[], options: RunOptions = {}): Outcome {
  const model = compile(cluster, { readings: { ...defaultReadings, ...options.readings } });
  const entries: TimelineEntry[] = [];
  const sink = (entry: TimelineEntry): void => {
    entries.push(entry);
  };
  let state = initialState(model, options.given ?? []);
  for (const doing of doings) {
    if (doing === "settle") state = settle(model, state, sink).state;
    else if ("waitMs" in doing) state = settle(model, state, sink, { untilMs: state.timeMs + doing.waitMs }).state;
    else state = step(model, state, doing satisfies Event, sink);
  }
  state = settle(model, state, sink).state;
  return {
    view: readState(model, state),
    entries,
    lines: entries
      .filter(({ why }) => why.rule !== "path-dead" && why.rule !== "path-alive" && why.rule !== "outside")
      .map(({ timeMs, node, why }) => `${timeMs / 1000}s ${node ?? "-"} ${why.rule}`),
  };
}

export function activeOn({ view }: Outcome, tag: string): readonly string[] {
  return view.resources.find((resource) => resource.tag === tag)?.activeOn ?? [];
}

export function nodeOf({ view }: Outcome, name: string): StateView["nodes"][number] {
  const found = view.nodes.find((node) => node.name === name);
  if (found === undefined) throw new Error(`no node ${name}`);
  return found;
}

/** When a rule was first applied on a node, in seconds; undefined when it never was. */
export function secondOf({ entries }: Outcome, node: string, rule: string): number | undefined {
  const found = entries.find((entry) => entry.node === node && entry.why.rule === rule);
  return found === undefined ? undefined : found.timeMs / 1000;
}
