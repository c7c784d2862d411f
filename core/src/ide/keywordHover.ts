// Hover on words of the language itself: what a keyword says, how it is written, what a choice means.

import { describeTerm } from "../catalogue/describeTerm.ts";
import { findTerm } from "../catalogue/glossary.ts";
import type { ChoiceKind } from "../language/choices.ts";
import { choices, choiceText } from "../language/choices.ts";
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

const choiceOfSlot: Readonly<Partial<Record<Slot, ChoiceKind>>> = {
  platform: "platform",
  quorumPackage: "quorumPackage",
  shutdown: "shutdown",
  switchback: "switchback",
  onOff: "onOff",
  mode: "mode",
  operation: "refuse",
  answer: "answer",
  state: "state",
  never: "never",
  sometimes: "sometimes",
  fault: "fault",
};

/** The choices that may stand in a slot. */
export function choicesOf(slot: Slot): { readonly kind: ChoiceKind; readonly words: readonly string[] } | undefined {
  const kind = choiceOfSlot[slot];
  return kind === undefined ? undefined : { kind, words: choices[kind] };
}

function describeChoice(slots: readonly Slot[], word: string, locale: Locale): string | undefined {
  for (const slot of [...slots, ...(slots.includes("state") ? (["condition"] as const) : [])]) {
    const kind = slot === "condition" ? "nodeCondition" : choiceOfSlot[slot];
    const text = kind === undefined ? undefined : choiceText(kind, word);
    if (text === undefined) continue;
    const term = findTerm(word);
    return term === undefined ? `**\`${word}\`**\n\n${text[locale]}` : describeTerm(term, locale);
  }
  return undefined;
}
