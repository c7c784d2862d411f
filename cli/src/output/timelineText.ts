// A time line for a terminal: when, on which node, what, and why; changes below.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { changeWords, eventWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import type { TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { type Paint, padTo, widthOf, wrap } from "./paint.ts";

export interface TimelineLook {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
}

export function renderTimeline(entries: readonly TimelineEntry[], { locale, paint, columns }: TimelineLook): string {
  const times = entries.map(({ timeMs }) => (timeMs / 1000).toFixed(1));
  const timeWidth = largest([6, ...times.map((time) => time.length)]);
  const nodeWidth = largest([0, ...entries.map(({ node }) => widthOf(node ?? ""))]);
  const indent = " ".repeat(timeWidth + nodeWidth + 6);
  const out: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const head = `${(times[index] ?? "").padStart(timeWidth)} s  ${padTo(entry.node ?? "", nodeWidth)}  `;
    out.push(`${paint.dim(head)}${paint.bold(eventWords(entry.event)[locale])}`);
    out.push(wrap(entry.why.text[locale], columns, indent));
    for (const change of entry.changes) out.push(paint.cyan(wrap(changeWords(change)[locale], columns, indent)));
    const decided = [
      ...(entry.why.parameter === undefined ? [] : [`${entry.why.parameter.name}=${entry.why.parameter.value}`]),
      ...(entry.why.reading === undefined ? [] : [`${locale === "ja" ? "解釈" : "reading"} ${entry.why.reading}`]),
      ...entry.why.sources.map((key) => sourceTitle(key, locale)),
    ];
    if (decided.length > 0) out.push(paint.dim(wrap(`[${decided.join("; ")}]`, columns, indent)));
  }
  return out.length === 0 ? "" : `${out.join("\n")}\n`;
}
