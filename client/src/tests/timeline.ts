// A time line in words: when, where, what happened, why, and what changed by it; as plain text and as Markdown.

import { changeText, eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { inUserLanguage } from "../language.ts";
import { asMarkdown } from "./outcome.ts";

export function timelineText(entries: readonly TimelineEntry[]): string {
  return entries
    .map(({ timeMs, node, event, why, changes }) => {
      const head = `${(timeMs / 1000).toFixed(1).padStart(7)} s  ${node === undefined ? "" : `${node}: `}${eventText(event)}`;
      const below = [inUserLanguage(why.text), ...changes.map(changeText)];
      return [head, ...below.map((line) => `             ${line}`)].join("\n");
    })
    .join("\n");
}

/** One line per entry; a message of the Test Explorer keeps no indent. */
export function timelineMarkdown(entries: readonly TimelineEntry[]): string {
  return entries
    .map(({ timeMs, node, event, why, changes }) => {
      const what = `${node === undefined ? "" : `${node}: `}${eventText(event)}`;
      const changed = changes.length === 0 ? "" : ` *${asMarkdown(changes.map(changeText).join("; "))}*`;
      return `- **${(timeMs / 1000).toFixed(1)} s** ${asMarkdown(what)}. ${asMarkdown(inUserLanguage(why.text))}${changed}`;
    })
    .join("\n");
}
