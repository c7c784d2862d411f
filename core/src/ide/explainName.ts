// Everything that can be asked about by name, and the answer: parameters, values, kinds of resources, terms, the codes
// of problems, and readings.

import { explain } from "../catalogue/explain.ts";
import { explainIndex, type IndexSection } from "../catalogue/explainIndex.ts";
import type { Locale } from "../locale/localized.ts";
import { explainRule } from "../rules/explainRule.ts";
import { rules } from "../rules/rules.ts";
import { explainReading } from "../simulate/describeReading.ts";
import { readings } from "../simulate/readings.ts";

/** Markdown, or undefined when nothing has this name. */
export function explainName(name: string, locale: Locale): string | undefined {
  return explain(name, locale) ?? explainRule(name, locale) ?? explainReading(name, locale);
}

export function nameSections(locale: Locale): readonly IndexSection[] {
  return [
    ...explainIndex(locale),
    { title: locale === "ja" ? "ルール" : "Rules", names: rules.map(({ code }) => code) },
    { title: locale === "ja" ? "解釈" : "Readings", names: readings.map(({ id }) => id) },
  ];
}
