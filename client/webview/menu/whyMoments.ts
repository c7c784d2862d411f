// Which moments made a thing what it is at the moment that is shown: the answer to "why is it so?".

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { changedKeys } from "../run/changedKeys.ts";
import type { Moment } from "../run/played.ts";
import { keyOf, type Thing } from "../thing.ts";

export interface WhyMoment {
  readonly index: number;
  readonly entry: TimelineEntry;
}

type Question = (entry: TimelineEntry) => boolean;

/** Latest first; for each question the last answer until then, and each moment once. */
export function whyMoments(
  cluster: Cluster,
  moments: readonly Moment[],
  shown: number,
  thing: Thing,
): readonly WhyMoment[] {
  const found = new Map<number, TimelineEntry>();
  for (const isAnswer of questionsAbout(cluster, thing)) {
    for (let index = Math.min(shown, moments.length - 1); index > 0; index--) {
      const entry = moments[index]?.entry;
      if (entry === undefined || !isAnswer(entry)) continue;
      found.set(index, entry);
      break;
    }
  }
  return [...found].sort(([a], [b]) => b - a).map(([index, entry]) => ({ index, entry }));
}

function questionsAbout(cluster: Cluster, thing: Thing): readonly Question[] {
  if (thing.kind !== "node") {
    const key = keyOf(thing);
    return [(entry) => changedKeys(cluster, entry).has(key)];
  }
  const { name } = thing;
  return [
    ({ changes }) => changes.some((change) => change.kind === "node" && change.node === name),
    ({ node, why }) => node === name && (why.rule === "quorum-held" || why.rule === "quorum-lost"),
    ({ changes }) => changes.some((change) => change.kind === "resource" && change.node === name),
  ];
}
