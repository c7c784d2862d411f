// docs/simulation-assumptions.md and its Japanese twin: what a verdict rests on.

import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import { type Assumption, assumptions, assumptionTopics } from "@lkcluster/core/simulate/assumptions.ts";
import type { Generator } from "./generator.ts";
import { page } from "./markdown.ts";

export const assumptionPages: Generator = {
  name: "assumptions",
  owns: [],
  files: () =>
    new Map(
      locales.map((locale) => [
        locale === "ja" ? "docs/simulation-assumptions.ja.md" : "docs/simulation-assumptions.md",
        assumptionsPage(locale),
      ]),
    ),
};

function assumptionsPage(locale: Locale): string {
  const ja = locale === "ja";
  return page(ja ? "シミュレーションの前提" : "What the simulation assumes", [
    ja ? "[English](simulation-assumptions.md)" : "[日本語](simulation-assumptions.ja.md)",
    ja
      ? "シナリオの結果と証明の判定は、製品の資料、[解釈](reference/ja/readings.md)、そして次の前提に基づきます。資料に記載がある点には出典を付けています。"
      : "The result of a scenario and the verdict of a proof rest on the product's documents, on the [readings](reference/en/readings.md), and on what stands here. Where documents say something about it, the source is named.",
    ...assumptionTopics.flatMap(({ id, title }) => [
      `## ${title[locale]}`,
      assumptions
        .filter(({ about }) => about === id)
        .map((assumption) => item(assumption, locale))
        .join("\n"),
    ]),
  ]);
}

function item({ id, text, sources }: Assumption, locale: Locale): string {
  const named = sources.length === 0 ? "" : ` [${sources.join(" ")}]`;
  return `- \`${id}\`: ${text[locale]}${named}`;
}
