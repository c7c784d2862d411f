// A time line as plain text: when, where, what happened, and why; what changed below.

import { changeText, eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { inUserLanguage } from "../language.ts";

export function timelineText(entries: readonly TimelineEntry[]): string {
  return entries
    .map(({ timeMs, node, event, why, changes }) => {
      const head = `${(timeMs / 1000).toFixed(1).padStart(7)} s  ${node === undefined ? "" : `${node}: `}${eventText(event)}`;
      const below = [inUserLanguage(why.text), ...changes.map(changeText)];
      return [head, ...below.map((line) => `             ${line}`)].join("\n");
    })
    .join("\n");
}
