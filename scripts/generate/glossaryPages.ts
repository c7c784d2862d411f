// The page of terms, states, events, flags and commands.

import { describeTermBody, titleOfTerm } from "@lkcluster/core/catalogue/describeTerm.ts";
import { glossary, termGroups } from "@lkcluster/core/catalogue/glossary.ts";
import type { TermGroup } from "@lkcluster/core/catalogue/terms/term.ts";
import { type Locale, locales } from "@lkcluster/core/locale/localized.ts";
import type { Generator } from "./generator.ts";
import { page, pagePath, table } from "./markdown.ts";

export const glossaryPages: Generator = {
  name: "glossary",
  owns: [],
  files: () => new Map(locales.map((locale) => [pagePath(locale, "glossary.md"), glossaryPage(locale)])),
};

function glossaryPage(locale: Locale): string {
  const groups = [...new Set(glossary.map((term) => term.group))];
  return page(locale === "ja" ? "用語集" : "Glossary", [words(), ...groups.flatMap((group) => section(group, locale))]);
}

/** Both languages side by side: whoever writes the one needs the word of the other. */
function words(): string {
  const rows = glossary
    .filter((term) => term.group === "cluster" || term.group === "quorum" || term.group === "product")
    .map((term) => [term.name.en, term.name.ja]);
  return table(["English", "日本語"], rows);
}

function section(group: TermGroup, locale: Locale): readonly string[] {
  return [
    `## ${termGroups[group][locale]}`,
    ...glossary
      .filter((term) => term.group === group)
      .flatMap((term) => [`### ${titleOfTerm(term, locale)}`, describeTermBody(term, locale)]),
  ];
}
