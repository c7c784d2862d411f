// Where the tour of a run stops: at what was done, at the first of each kind of decision, and at the end. Everything in
// between follows from those.

import type { RuleId } from "@lkcluster/core/simulate/trace.ts";
import type { Moment } from "../run/played.ts";

/** In which each kind tells one thing that a newcomer does not know yet. */
const kinds: readonly (readonly RuleId[])[] = [
  ["outside"],
  ["path-dead"],
  ["quorum-lost", "quorum-held", "quorum-not-checked"],
  ["loss-fastkill", "loss-fastboot", "loss-osu", "loss-none"],
  ["witness-dead", "witness-alive", "witness-off"],
  ["take-over", "restore"],
];

/** Indices of moments, rising; the first is the start. */
export function stopsOf(moments: readonly Moment[]): readonly number[] {
  const firsts = kinds.map((rules) =>
    moments.findIndex(({ entry }) => entry !== undefined && rules.includes(entry.why.rule)),
  );
  const last = moments.length - 1;
  return [...new Set([0, ...firsts.filter((index) => index > 0), last])].sort((a, b) => a - b);
}

export function nextStop(moments: readonly Moment[], index: number, by: 1 | -1): number | undefined {
  const stops = stopsOf(moments);
  return by === 1 ? stops.find((stop) => stop > index) : stops.findLast((stop) => stop < index);
}
