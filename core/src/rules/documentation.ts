// What is known about a problem by its code alone, whatever made it: a rule, the structure of a file, a scenario, a proof.

import type { Severity } from "../evidence.ts";
import { capSeverity } from "../evidence.ts";
import type { Locale, Localized } from "../locale/localized.ts";
import { scenarioDocumentation } from "../model/scenarioProblem.ts";
import { structuralDocumentation } from "../model/structure.ts";
import { explainRule } from "./explainRule.ts";
import { rules } from "./rules.ts";

export interface CodeDocumentation {
  readonly title: Localized;
  /** What is reported, and why that matters. */
  readonly text: Localized;
  /** Markdown, with what to do and the sources. */
  readonly help: Localized;
  readonly severity: Severity;
  /** Whether the reference has a page about it. */
  readonly hasPage: boolean;
  /** For lists that are filtered by it. */
  readonly group: string;
}

export function documentationOf(code: string): CodeDocumentation {
  const rule = rules.find((one) => one.code === code);
  if (rule !== undefined) {
    const { what, why } = rule.documentation;
    return {
      title: rule.title,
      text: joined(what, why),
      help: helpOf(code, rule.title),
      severity: capSeverity(rule.severity, rule.evidence),
      hasPage: true,
      group: rule.group,
    };
  }
  const known = Object.entries({ ...structuralDocumentation, ...scenarioDocumentation }).find(
    ([each]) => each === code,
  );
  const { title, why, how, severity } = known?.[1] ?? syntax;
  const asExplained = explainRule(code, "en") === undefined ? joined(why, how) : helpOf(code, title);
  return {
    title,
    text: why,
    help: asExplained,
    severity,
    hasPage: false,
    group: known === undefined ? "syntax" : "language",
  };
}

function helpOf(code: string, title: Localized): Localized {
  const inLanguage = (locale: Locale): string => explainRule(code, locale) ?? title[locale];
  return { en: inLanguage("en"), ja: inLanguage("ja") };
}

function joined(first: Localized, second: Localized): Localized {
  return { en: `${first.en} ${second.en}`, ja: `${first.ja}${second.ja}` };
}

interface Documentation {
  readonly title: Localized;
  readonly why: Localized;
  readonly how: Localized;
  readonly severity: Severity;
}

const syntax: Documentation = {
  title: { en: "Something that cannot be read", ja: "読み取れない記述" },
  why: {
    en: "This is not written as the language wants it, so that nobody knows what it means.",
    ja: "言語の書式に合わないため、意味が決まりません。",
  },
  how: {
    en: "Write it as the message says; the reference lists every form.",
    ja: "メッセージのとおりに書き直してください。すべての書式はリファレンスにあります。",
  },
  severity: "error",
};
