// A counterexample as a way through the files: each fault at what breaks, and what followed at the line that decided it.

import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Place } from "../problem.ts";
import { isOutside } from "../simulate/event.ts";
import { eventWords } from "../simulate/scenario/eventWords.ts";
import type { PropertyResult } from "./explore.ts";
import { faultPlace } from "./faultText.ts";
import { replayResult } from "./replay.ts";

export interface FlowStep extends Place {
  readonly timeMs: number;
  readonly text: Localized;
  readonly isFault: boolean;
}

/** Nobody follows more. */
const stepsMax = 100;

/** Empty for what has no counterexample. */
export function flowOf(cluster: Cluster, violation: PropertyResult): readonly FlowStep[] {
  const { timeline = [] } = replayResult(cluster, violation) ?? {};
  return timeline.slice(0, stepsMax).map(({ timeMs, node, event, why }): FlowStep => {
    const fault = isOutside(event) ? faultPlace(cluster, event) : undefined;
    const acting = cluster.nodes.find(({ name }) => name === node)?.place;
    const { file, span } = fault ?? why.place ?? acting ?? cluster.place;
    const words = eventWords(event);
    const who = node === undefined ? "" : `${node}: `;
    const text = {
      en: `${timeMs / 1000} s, ${who}${words.en}. ${why.text.en}`,
      ja: `${timeMs / 1000} 秒、${who}${words.ja}。${why.text.ja}`,
    };
    return { file, span, timeMs, text, isFault: why.rule === "outside" };
  });
}
