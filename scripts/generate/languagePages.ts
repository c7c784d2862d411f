// The page of the cluster language: every statement by the block it stands in, and what its choices mean.

import { describeStatement } from "@lkcluster/core/ide/keywordHover.ts";
import { type ChoiceKind, choices, choiceText } from "@lkcluster/core/language/choices.ts";
import { blockNames, choiceNames, formText, wordsText } from "@lkcluster/core/language/headings.ts";
import type { BlockKind } from "@lkcluster/core/language/statement.ts";
import { statements } from "@lkcluster/core/language/statements.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, table } from "./markdown.ts";

export const languagePages: Generator = {
  name: "cluster language",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "cluster-language.md"), languagePage(locale)])),
};

function languagePage(locale: Locale): string {
  const ja = locale === "ja";
  // The keys of these literals are their own keys and no others.
  const blocks = Object.keys(statements) as BlockKind[];
  const kinds = Object.keys(choices) as ChoiceKind[];
  return page(ja ? "クラスター言語" : "The cluster language", [
    wordsText[locale],
    formText[locale],
    ...blocks
      .filter((block) => statements[block].length > 0)
      .flatMap((block) => [
        `## ${blockNames[block][locale]}`,
        ...statements[block].flatMap((statement) => [
          `### \`${statement.keyword}\``,
          describeStatement(statement, locale, false),
        ]),
      ]),
    `## ${ja ? "選べる語" : "Choices"}`,
    ...kinds.flatMap((kind) => [
      `### ${choiceNames[kind][locale]}`,
      table(
        ja ? ["語", "意味"] : ["Word", "Meaning"],
        choices[kind].map((word) => [`\`${word}\``, choiceText(kind, word)?.[locale] ?? ""]),
      ),
    ]),
  ]);
}
