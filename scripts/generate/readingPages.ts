// The page of readings: what LifeKeeper's documents leave open, and the answers that a proof explores.

import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { describeReadingBody } from "@lkcluster/core/simulate/describeReading.ts";
import { readings } from "@lkcluster/core/simulate/readings.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath } from "./markdown.ts";

export const readingPages: Generator = {
  name: "readings",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "readings.md"), readingsPage(locale)])),
};

function readingsPage(locale: Locale): string {
  const ja = locale === "ja";
  return page(ja ? "解釈" : "Readings", [
    ja
      ? `資料に記載のない ${readings.length} 個の点と、ありうる答えです。シミュレーションは最初の答えを使います。証明はすべての答えを調べ、結果がどの解釈に依存するかを示します。`
      : `${readings.length} points on which the documents are silent, with the possible answers. A simulation takes the first answer; a proof explores them all and names the readings its result depends on.`,
    ...readings.flatMap((reading) => [`## \`${reading.id}\``, describeReadingBody(reading, locale)]),
  ]);
}
