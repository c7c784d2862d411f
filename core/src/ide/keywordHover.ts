// Hover on words of the language itself: what a keyword says, how it is written, what a choice means.

import { describeTerm } from "../catalogue/describeTerm.ts";
import { findTerm } from "../catalogue/glossary.ts";
import { type ChoiceKind, choiceKinds, choices, choiceText } from "../language/choices.ts";
import type { Slot } from "../language/slots.ts";
import type { Statement } from "../language/statement.ts";
import { findStatement } from "../language/statements.ts";
import type { Locale } from "../locale/localized.ts";
import { statementAt } from "./statementAt.ts";
import type { WordAt } from "./wordAt.ts";

export function describeKeyword(text: string, word: WordAt, locale: Locale): string | undefined {
  const before = statementAt(text, word.span.start);
  if (before.block === undefined) return undefined;
  const slots = before.next.flatMap((element) => (element.kind === "slot" ? [element.slot] : []));
  const chosen = describeChoice(slots, word.text, locale);
  if (chosen !== undefined) return chosen;
  const isPart = before.next.some((element) => element.kind === "word" && element.word === word.text);
  const keyword = isPart ? before.words[0] : word.text;
  const statement = keyword === undefined ? undefined : findStatement(before.block, keyword);
  return statement === undefined ? undefined : describeStatement(statement, locale, !isPart);
}

/** The form of a statement, its meaning, and the glossary's entry behind it. */
export function describeStatement(statement: Statement, locale: Locale, withTerm: boolean): string {
  const forms = statement.forms.map((form) => form.replace(/<([a-zA-Z]+),>/g, "<$1>[, …]").replace(/ \{$/, " { … }"));
  const parts = [["```text", ...forms, "```"].join("\n"), statement.text[locale]];
  const term = withTerm && statement.term !== undefined ? findTerm(statement.term) : undefined;
  if (term !== undefined) parts.push("---", describeTerm(term, locale));
  return parts.join("\n\n");
}

/** The choices that may stand in a slot: those of its name. */
export function choicesOf(slot: Slot): { readonly kind: ChoiceKind; readonly words: readonly string[] } | undefined {
  const kind = choiceKinds.find((each) => each === slot);
  return kind === undefined ? undefined : { kind, words: choices[kind] };
}

function describeChoice(slots: readonly Slot[], word: string, locale: Locale): string | undefined {
  const kinds = slots.flatMap((slot) => choicesOf(slot)?.kind ?? []);
  // Where the state of a resource may stand, the condition of a node may.
  for (const kind of kinds.includes("state") ? [...kinds, "nodeCondition" as const] : kinds) {
    const text = choiceText(kind, word);
    if (text === undefined) continue;
    const term = findTerm(word);
    return term === undefined ? `**\`${word}\`**\n\n${text[locale]}` : describeTerm(term, locale);
  }
  return undefined;
}
