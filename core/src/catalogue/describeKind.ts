// The one renderer of a kind of resource.

import type { Locale, Localized } from "../locale/localized.ts";
import { evidenceLine, sourceLines } from "./describeParts.ts";
import { findResourceKind, idForms, type ResourceKind, typeOf } from "./resourceKinds.ts";
import { listOf } from "./words.ts";

export function describeKind(kind: ResourceKind, locale: Locale): string {
  return [`**\`${typeOf(kind)}\`** · ${kind.name[locale]}`, describeKindBody(kind, locale)].join("\n\n");
}

export function describeKindBody(kind: ResourceKind, locale: Locale): string {
  const parts = [
    kind.summary[locale],
    facts(kind, locale),
    kind.details[locale],
    examples(kind, locale),
    sourceLines(kind.sources, locale),
    evidenceLine(kind.evidence, locale),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function facts(kind: ResourceKind, locale: Locale): string {
  if (kind.windowsOnly) return "";
  const rows: (readonly [Localized, string])[] = [
    [{ en: "Id", ja: "ID" }, idForms[kind.idForm][locale]],
    [{ en: "Needs below it one of", ja: "下位に必要なもの（いずれか）" }, kinds(kind.needsOneOf, locale)],
    [{ en: "Usually stands on", ja: "下位によく置くもの" }, kinds(kind.usualChildren, locale)],
    [{ en: "Comes with", ja: "提供元" }, kind.kit?.[locale] ?? "LifeKeeper"],
  ];
  return rows
    .filter(([, text]) => text !== "")
    .map(([label, text]) => `- **${label[locale]}**: ${text}`)
    .join("\n");
}

function kinds(types: readonly string[], locale: Locale): string {
  const names = types.map((type) => {
    const name = findResourceKind(type)?.name[locale];
    const code = `\`${type}\``;
    if (name === undefined) return code;
    return locale === "ja" ? `${code}（${name}）` : `${code} (${name})`;
  });
  return listOf(names, locale);
}

function examples(kind: ResourceKind, locale: Locale): string {
  if (kind.examples.length === 0) return "";
  const title = locale === "ja" ? "**例**" : "**Example**";
  return [title, "", "```lifekeeper-cluster", ...kind.examples, "```"].join("\n");
}
