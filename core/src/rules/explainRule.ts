// A rule as `lkcluster explain` and hover show it: what it reports, why, how to mend it, where that is known from.

import { sourceLink } from "../catalogue/describeParts.ts";
import { evidenceNames, severityNames } from "../catalogue/words.ts";
import { capSeverity } from "../evidence.ts";
import type { Locale, Localized } from "../locale/localized.ts";
import { scenarioDocumentation } from "../model/scenarioProblem.ts";
import { structuralDocumentation } from "../model/structure.ts";
import { rules } from "./rules.ts";

/** Markdown; undefined when no rule has this code. */
export function explainRule(code: string, locale: Locale): string | undefined {
  const rule = rules.find((candidate) => candidate.code === code);
  if (rule === undefined) return explainStructure(code, locale);
  const { what, why, how } = rule.documentation;
  const severity = severityNames[capSeverity(rule.severity, rule.evidence)][locale];
  return [
    `# ${rule.title[locale]}`,
    `\`${rule.code}\`: ${severity} · ${evidenceNames[rule.evidence][locale]}`,
    what[locale],
    `**${headings.why[locale]}** ${why[locale]}`,
    `**${headings.how[locale]}** ${how[locale]}`,
    `**${headings.sources[locale]}**`,
    ...rule.sources.map((key) => `- ${sourceLink(key, locale)}`),
  ].join("\n\n");
}

/** Names that lead nowhere, scenarios that cannot work: not rules, because no setting changes what they mean. */
function explainStructure(code: string, locale: Locale): string | undefined {
  const found = Object.entries({ ...structuralDocumentation, ...scenarioDocumentation }).find(
    ([each]) => each === code,
  );
  if (found === undefined) return undefined;
  const { title, why, how, severity } = found[1];
  return [
    `# ${title[locale]}`,
    `\`${code}\`: ${severityNames[severity][locale]}`,
    `**${headings.why[locale]}** ${why[locale]}`,
    `**${headings.how[locale]}** ${how[locale]}`,
  ].join("\n\n");
}

const headings = {
  why: { en: "Why:", ja: "理由:" },
  how: { en: "What to do:", ja: "対処:" },
  sources: { en: "Sources", ja: "出典" },
} as const satisfies Record<string, Localized>;
