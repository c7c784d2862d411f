// What was done in a run, and when: the words of the cluster language on its time axis.

import { isOutside } from "@lkcluster/core/simulate/event.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { Played } from "../run/played.ts";
import type { Run } from "../run/run.ts";

export interface Deed {
  readonly timeMs: number;
  readonly text: string;
}

export function deedsOf({ steps }: Run, { stepStartsMs }: Played): readonly Deed[] {
  return steps.flatMap(({ events }, index) => {
    const timeMs = stepStartsMs[index];
    const done = events.filter(isOutside).map(eventText);
    return timeMs === undefined || done.length === 0 ? [] : [{ timeMs, text: done.join(" and ") }];
  });
}
