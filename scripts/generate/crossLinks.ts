// Which rules speak of which parameter: read from the code spans of their documentation, so that nobody keeps a list.

import { displayName, findParameter, parameters } from "@lkcluster/core/catalogue/parameters.ts";
import type { ParameterSpec } from "@lkcluster/core/catalogue/spec.ts";
import { listOf } from "@lkcluster/core/catalogue/words.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Rule } from "@lkcluster/core/rules/rule.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { anchor } from "./markdown.ts";

/** For a page in `parameters/`; empty when no rule speaks of it. */
export function ruleLinks(spec: ParameterSpec, locale: Locale): string {
  const links = rules
    .filter((rule) => parametersOf(rule).includes(spec))
    .map((rule) => `[\`${rule.code}\`](../rules/${rule.code}.md)`);
  if (links.length === 0) return "";
  return locale === "ja" ? `**ルール**: ${listOf(links, locale)}` : `**Rules**: ${listOf(links, locale)}`;
}

/** For a page in `rules/`; empty when it speaks of no parameter. */
export function parameterLinks(rule: Rule, locale: Locale): string {
  const links = parametersOf(rule).map(
    (spec) => `[\`${displayName(spec)}\`](../parameters/${spec.kit}.md#${anchor(displayName(spec))})`,
  );
  if (links.length === 0) return "";
  return locale === "ja" ? `**パラメーター**: ${listOf(links, locale)}` : `**Parameters**: ${listOf(links, locale)}`;
}

/** In the order of the catalogue, each once. */
function parametersOf({ documentation: { what, why, how } }: Rule): readonly ParameterSpec[] {
  const text = [what.en, why.en, how.en].join(" ");
  const named = new Set(
    [...text.matchAll(/`([A-Za-z][\w<>]*)(?:=[^`]*)?`/g)].flatMap(([, name = ""]) => specOf(name) ?? []),
  );
  return parameters.filter((spec) => named.has(spec));
}

function specOf(name: string): ParameterSpec | undefined {
  return findParameter(name)?.spec ?? parameters.find((spec) => displayName(spec) === name || spec.name === name);
}
