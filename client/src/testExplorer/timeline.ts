// A time line in words: when, where, what happened, why, and what changed by it; as plain text and as Markdown.

import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { inUserLanguage } from "../language.ts";
import { asMarkdown } from "./outcome.ts";

export function timelineText(entries: readonly TimelineEntry[]): string {
  return entries
    .map(({ timeMs, node, event, why, changes }) => {
      const head = `${(timeMs / 1000).toFixed(1).padStart(7)} s  ${node === undefined ? "" : `${node}: `}${inUserLanguage(eventWords(event))}`;
      const below = [inUserLanguage(why.text), ...changes.map((change) => inUserLanguage(changeWords(change)))];
      return [head, ...below.map((line) => `             ${line}`)].join("\n");
    })
    .join("\n");
}

/** One line per entry; a message of the Test Explorer keeps no indent. */
export function timelineMarkdown(entries: readonly TimelineEntry[]): string {
  return entries
    .map(({ timeMs, node, event, why, changes }) => {
      const what = `${node === undefined ? "" : `${node}: `}${inUserLanguage(eventWords(event))}`;
      const changed =
        changes.length === 0
          ? ""
          : ` *${asMarkdown(changes.map((change) => inUserLanguage(changeWords(change))).join("; "))}*`;
      return `- **${(timeMs / 1000).toFixed(1)} s** ${asMarkdown(what)}. ${asMarkdown(inUserLanguage(why.text))}${changed}`;
    })
    .join("\n");
}
