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
  const known = Object.entries({ ...structuralDocumentation, ...scenarioDocumentation, ...more }).find(
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

const more: Readonly<Record<string, Documentation>> = {
  "proof-violated": {
    title: { en: "A proof that does not hold", ja: "成り立たない証明" },
    why: {
      en: "A sequence of faults within the bounds of the proof leads to what it says can never happen. The steps show the shortest way there.",
      ja: "証明の範囲内の障害で、「決して起こらない」とした状態に至ります。最短の経緯を順に示します。",
    },
    how: {
      en: "Change the configuration (`lkcluster advise` looks for repairs), or claim less.",
      ja: "構成を変えるか（`lkcluster advise` が修正案を探します）、主張を弱めてください。",
    },
    severity: "error",
  },
  "proof-incomplete": {
    title: { en: "A proof that was not finished", ja: "完了しなかった証明" },
    why: {
      en: "The search ended at a limit before everything was looked at. Nothing is claimed.",
      ja: "すべてを調べる前に探索が上限に達しました。何も主張しません。",
    },
    how: {
      en: "Ask for fewer faults or kinds, or raise the limit.",
      ja: "障害の数か種類を減らすか、上限を上げてください。",
    },
    severity: "information",
  },
};
