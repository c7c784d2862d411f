// One question, "what is this?", for every name the product knows: parameters, values, kinds of resources, terms.

import type { Locale } from "../locale/localized.ts";
import { nearest } from "../text/suggest.ts";
import { type DescribeContext, describe, describeValue } from "./describe.ts";
import { describeKind } from "./describeKind.ts";
import { sourceLines } from "./describeParts.ts";
import { describeTerm } from "./describeTerm.ts";
import { describeWrongValue } from "./describeWrongValue.ts";
import { findTerm, glossary, spellingsOf } from "./glossary.ts";
import { namesOnScreen } from "./namesOnScreen.ts";
import { displayName, findMisspelt, findParameter, parameters } from "./parameters.ts";
import { findResourceKind, resourceKinds, typeOf } from "./resourceKinds.ts";
import type { ParameterSpec } from "./spec.ts";

/** Markdown about `name`, or undefined when nothing here has that name; then see `suggestName`. */
export function explain(name: string, locale: Locale, context: DescribeContext = {}): string | undefined {
  for (const asked of [name.trim(), ...namesOnScreen(name)]) {
    const parts = [
      ...explainParameter(asked, locale, context),
      ...explainValue(asked, locale, context),
      ...explainKind(asked, locale),
      ...explainTerm(asked, locale),
    ];
    if (parts.length > 0) return parts.join("\n\n---\n\n");
  }
  return undefined;
}

/** The known name that `name` was probably meant to be; `others` are names that the caller can explain besides. */
export function suggestName(name: string, others: readonly string[] = []): string | undefined {
  return nearest(name.trim(), [...explainableNames(), ...others]);
}

/** Every name that `explain` answers, parameters first. */
export function explainableNames(): readonly string[] {
  return [
    ...parameters.map((spec) => (spec.variableEnd === undefined ? spec.name : displayName(spec))),
    ...choiceValues,
    ...resourceKinds.map(typeOf),
    ...glossary.flatMap(spellingsOf),
  ];
}

function explainParameter(name: string, locale: Locale, context: DescribeContext): readonly string[] {
  const found = findParameter(name)?.spec ?? findFamily(name);
  if (found !== undefined) return [describe(found, locale, context)];
  const meant = findMisspelt(name);
  if (meant === undefined) return [];
  const note =
    locale === "ja"
      ? `\`${name}\` は資料にある誤記です。正しい名前は \`${meant.name}\` です。`
      : `\`${name}\` is a misspelling found in print; the name is \`${meant.name}\`.`;
  return [`${note}\n\n${describe(meant, locale, context)}`];
}

/** `QWK_STORAGE_OBJECT_<host>` and the bare stem. */
function findFamily(name: string): ParameterSpec | undefined {
  return parameters.find(
    (spec) => spec.variableEnd !== undefined && (displayName(spec) === name || spec.name === name),
  );
}

/** Whoever asks for a value alone has no parameter beside it that says where all of it is known from. */
function valueWithSources(
  spec: ParameterSpec,
  value: string,
  locale: Locale,
  context: DescribeContext,
): readonly string[] {
  const text = describeValue(spec, value, locale, context);
  return text === undefined ? [] : [[text, sourceLines(spec.sources, locale)].join("\n\n")];
}

/** `QUORUM_MODE=storage`, or a value alone when it is a word of its own: `tcp_remote`. */
function explainValue(name: string, locale: Locale, context: DescribeContext): readonly string[] {
  const equals = name.indexOf("=");
  if (equals > 0) {
    const spec = findParameter(name.slice(0, equals).trim())?.spec;
    if (spec === undefined) return [];
    const value = name.slice(equals + 1).trim();
    const found = valueWithSources(spec, value, locale, context);
    if (found.length > 0) return found;
    const wrong = describeWrongValue(spec, value, locale);
    return [[wrong, describe(spec, locale, context)].filter((part) => part !== undefined).join("\n\n")];
  }
  return parameters.flatMap((spec) => {
    if (spec.type.kind !== "choice") return [];
    const known = spec.type.values.some((one) => one.value === name || one.aliases?.includes(name));
    return known ? valueWithSources(spec, name, locale, context) : [];
  });
}

function explainKind(name: string, locale: Locale): readonly string[] {
  const kind = findResourceKind(name);
  return kind === undefined ? [] : [describeKind(kind, locale)];
}

function explainTerm(name: string, locale: Locale): readonly string[] {
  const term = findTerm(name);
  return term === undefined ? [] : [describeTerm(term, locale)];
}

const choiceValues: readonly string[] = [
  ...new Set(
    parameters.flatMap((spec) =>
      spec.type.kind === "choice" ? spec.type.values.flatMap((one) => [one.value, ...(one.aliases ?? [])]) : [],
    ),
  ),
];
