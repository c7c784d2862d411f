// The one renderer of a reading: `lkcluster explain`, and the page of readings.

import { sourceLines } from "../catalogue/describeParts.ts";
import type { Locale } from "../locale/localized.ts";
import { findReading, type Reading } from "./readings.ts";

/** Markdown; undefined when no reading has this id. */
export function explainReading(id: string, locale: Locale): string | undefined {
  const reading = findReading(id);
  if (reading === undefined) return undefined;
  const kind = locale === "ja" ? "解釈" : "Reading";
  return [`**\`${reading.id}\`** · ${kind}`, describeReadingBody(reading, locale)].join("\n\n");
}

/** The same without the title line, for pages that have a heading. */
export function describeReadingBody(reading: Reading, locale: Locale): string {
  const ja = locale === "ja";
  const answers = reading.answers.map((answer, at) => {
    const mark = at === 0 ? (ja ? "（デフォルト）" : " (default)") : "";
    return `- \`${answer.id}\`${mark}: ${answer.text[locale]}`;
  });
  return [
    reading.question[locale],
    answers.join("\n"),
    reading.reason[locale],
    sourceLines(reading.sources, locale),
  ].join("\n\n");
}
