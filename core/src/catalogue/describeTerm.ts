// The one renderer of a word of the glossary.

import type { Locale } from "../locale/localized.ts";
import { evidenceLine, sourceLines } from "./describeParts.ts";
import { findTerm } from "./glossary.ts";
import type { Term } from "./terms/term.ts";
import { listOf } from "./words.ts";

export function describeTerm(term: Term, locale: Locale): string {
  return [`**${titleOfTerm(term, locale)}**`, describeTermBody(term, locale)].join("\n\n");
}

/** "Communication path", or for LifeKeeper's own words "`COMM_DOWN` · Communication lost". */
export function titleOfTerm(term: Term, locale: Locale): string {
  const literal =
    term.group === "state" ||
    term.group === "event" ||
    term.group === "flag" ||
    term.group === "command" ||
    term.group === "message";
  return literal ? `\`${term.id}\` · ${term.name[locale]}` : term.name[locale];
}

export function describeTermBody(term: Term, locale: Locale): string {
  const parts = [
    term.syntax && term.syntax.length > 0 ? ["```text", ...term.syntax, "```"].join("\n") : "",
    term.text[locale],
    related(term, locale),
    sourceLines(term.sources, locale),
    term.evidence === "documented" ? "" : evidenceLine(term.evidence, locale),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function related(term: Term, locale: Locale): string {
  const names = (term.seeAlso ?? []).flatMap((id) => {
    const other = findTerm(id);
    return other === undefined ? [] : [titleOfTerm(other, locale).split(" · ")[0] ?? ""];
  });
  if (names.length === 0) return "";
  return locale === "ja" ? `**関連**: ${listOf(names, locale)}` : `**See also**: ${listOf(names, locale)}`;
}
