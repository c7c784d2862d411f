// The parameters and lines a violation turned on: where a user should look first.

import type { Place } from "../problem.ts";
import type { TimelineEntry, Why } from "../simulate/trace.ts";

export interface Blame {
  readonly node: string | undefined;
  readonly parameter:
    | { readonly name: string; readonly value: string; readonly origin: "default" | "file" | "set" }
    | undefined;
  /** The line of the parameter, or of the node where nobody wrote it. */
  readonly place: Place | undefined;
  readonly text: Why["text"];
}

const decisive: ReadonlySet<Why["rule"]> = new Set<Why["rule"]>([
  "quorum-held",
  "quorum-lost",
  "quorum-not-checked",
  "witness-alive",
  "witness-dead",
  "witness-off",
  "loss-fastkill",
  "loss-fastboot",
  "loss-osu",
  "loss-none",
  "confirm-block",
  "confirm-go-on",
  "failover-blocked",
  "policy-no-failover",
  "reservation-won",
  "reservation-lost",
  "restore-refused",
  "no-target",
  "mirror-not-in-sync",
  "mirror-corrupt",
]);

/** Each place and parameter once, in the order in which they decided. */
export function blameOf(timeline: readonly TimelineEntry[]): readonly Blame[] {
  const found = new Map<string, Blame>();
  for (const { node, why } of timeline) {
    if (!decisive.has(why.rule)) continue;
    const { parameter, place, text } = why;
    const key = JSON.stringify([parameter?.name, place, parameter === undefined ? why.rule : node]);
    if (found.has(key)) continue;
    found.set(key, {
      node,
      parameter: parameter && { name: parameter.name, value: parameter.value, origin: parameter.origin },
      place,
      text,
    });
  }
  return [...found.values()];
}
