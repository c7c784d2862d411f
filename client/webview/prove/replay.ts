// A counterexample as a run of the panel: one step a fault, with everything that follows until the next one in the
// order that does the harm.

import type { Counterexample } from "@lkcluster/core/prove/counterexample.ts";
import type { PropertyResult } from "@lkcluster/core/prove/explore.ts";
import type { Event } from "@lkcluster/core/simulate/event.ts";
import { isOutside } from "@lkcluster/core/simulate/event.ts";
import type { RunStep } from "../run/run.ts";

/** What is asked of the panel; nothing happens without a trace. */
export function replayOf({ trace, readings }: Pick<PropertyResult, "trace" | "readings">) {
  return {
    scenario: undefined,
    steps: trace === undefined ? [] : replaySteps(trace),
    ...(readings.length === 0 ? {} : { readings }),
  };
}

export function replaySteps({ events }: Pick<Counterexample, "events">): readonly RunStep[] {
  const groups: Event[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last === undefined || isOutside(event)) groups.push([event]);
    else last.push(event);
  }
  return groups.map((group) => ({ events: group, waitMs: undefined, alone: true }));
}
