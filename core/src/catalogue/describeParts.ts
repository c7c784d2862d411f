// Small parts of a description that other renderers of the catalogue need as well: ranges, units, sources.

import type { Evidence } from "../evidence.ts";
import type { Locale } from "../locale/localized.ts";
import { type SourceKey, sources } from "./sources.ts";
import { sourceTitlesJa } from "./sourceTitles.ja.ts";
import type { NumberRange, ParameterType } from "./spec.ts";
import { evidenceNames, evidenceTexts, listOf, unitSuffixes } from "./words.ts";

/** A number with its unit: "5 s", "5 秒". */
export function withUnit(number: string, type: ParameterType, locale: Locale): string {
  if (type.kind !== "integer" && type.kind !== "duration") return number;
  return type.unit === undefined ? number : `${number}${unitSuffixes[type.unit][locale]}`;
}

/** "5 to 10", "0, or 1024 to 65535"; empty when the type has no range or no source gives one. */
export function describeRange(type: ParameterType, locale: Locale): string {
  if (type.kind !== "integer" && type.kind !== "duration") return "";
  const texts = type.ranges.map((range) => rangeText(range, locale)).filter((text) => text !== "");
  if (texts.length === 0) return locale === "ja" ? "資料に記載なし" : "not documented";
  return texts.join(locale === "ja" ? "、または " : ", or ");
}

/** One range in words. */
export function rangeText({ min, max }: NumberRange, locale: Locale): string {
  const ja = locale === "ja";
  if (min !== undefined && min === max) return String(min);
  if (min !== undefined && max !== undefined) return ja ? `${min} ～ ${max}` : `${min} to ${max}`;
  if (min !== undefined) return ja ? `${min} 以上` : `${min} or more`;
  if (max !== undefined) return ja ? `${max} 以下` : `${max} or less`;
  return "";
}

/** "**Sources**: …" with links where an address is known; `max` names so many of them and counts the rest. */
export function sourceLines(keys: readonly SourceKey[], locale: Locale, max: number = keys.length): string {
  if (keys.length === 0) return "";
  const links = keys.slice(0, max).map((key) => sourceLink(key, locale));
  const left = keys.length - links.length;
  if (locale === "ja") return `**出典**: ${listOf(links, locale)}${left > 0 ? `、ほか ${left} 件` : ""}`;
  return `**Sources**: ${links.join("; ")}${left > 0 ? `; and ${left} more` : ""}`;
}

/** What a document is called in the reader's language. */
export function sourceTitle(key: SourceKey, locale: Locale): string {
  return locale === "ja" ? sourceTitlesJa[key] : sources[key].title;
}

/** A copy on a bare address is named but not linked: a reader should not have to trust an unknown host. */
export function sourceLink(key: SourceKey, locale: Locale): string {
  const { url } = sources[key];
  const title = sourceTitle(key, locale);
  return url === null || /^http:\/\/\d/.test(url) ? title : `[${title}](${url})`;
}

/** "**Evidence**: unsure (…)". */
export function evidenceLine(evidence: Evidence, locale: Locale): string {
  const name = evidenceNames[evidence][locale];
  const text = evidenceTexts[evidence][locale];
  if (locale === "ja") return `**確かさ**: ${name}${evidence === "documented" ? "" : `（${text}）`}`;
  return `**Evidence**: ${name}${evidence === "documented" ? "" : ` (${text})`}`;
}
