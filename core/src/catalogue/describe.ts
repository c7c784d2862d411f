// The one renderer of a parameter: hover, completion, panel, `lkcluster explain` and docs/reference all show what
// this file makes, so they cannot disagree. It knows nothing of clusters: what depends on one comes in as facts.

import type { Locale, Localized } from "../locale/localized.ts";
import { code } from "../text/shown.ts";
import { describeRange, sourceLines, withUnit } from "./describeParts.ts";
import { displayName, findParameter } from "./parameters.ts";
import type { ChoiceValue, ParameterSpec, ParameterType } from "./spec.ts";
import { readValue } from "./value.ts";
import { isIn, type VersionNumbers } from "./version.ts";
import {
  evidenceNames,
  evidenceTexts,
  kitNames,
  listOf,
  mustAgreeTexts,
  takesEffectTexts,
  unitForms,
} from "./words.ts";

/** What is known about the place where the parameter stands. All of it optional: a hover in a lone file has none. */
export interface DescribeContext {
  readonly version?: VersionNumbers & { readonly text: string };
  readonly nodes?: number;
  /** The value in force, and where it comes from. */
  readonly value?: { readonly text: string; readonly origin: "default" | "file" | "set" };
  /** What the support matrix says about each value together with everything else in this cluster. */
  readonly verdicts?: readonly ValueVerdict[];
  /** Markdown about the place as a whole, behind the value in force. */
  readonly note?: Localized;
  /** For a hover, which is read in passing: how many sources to name. All of them when undefined. */
  readonly sourcesMax?: number;
}

export interface ValueVerdict {
  readonly value: string;
  readonly verdict: "supported" | "unsupported" | "unknown";
  readonly reason?: Localized;
  /** With which other setting it would be possible: `WITNESS_MODE=storage`. */
  readonly goesWith?: string;
}

/** Markdown: title line, then everything there is to know. */
export function describe(spec: ParameterSpec, locale: Locale, context: DescribeContext = {}): string {
  const title = `**\`${displayName(spec)}\`** · ${kitNames[spec.kit][locale]}`;
  return [title, describeBody(spec, locale, context)].join("\n\n");
}

/** The same without the title line, for pages that have a heading. */
export function describeBody(spec: ParameterSpec, locale: Locale, context: DescribeContext = {}): string {
  const parts = [
    belonging(spec, locale),
    spec.summary[locale],
    here(context, locale),
    context.note?.[locale] ?? "",
    facts(spec, locale),
    values(spec, locale, context),
    spec.details[locale],
    examples(spec, locale),
    seeAlso(spec, locale),
    sourceLines(spec.sources, locale, context.sourcesMax),
    doubts(spec, locale),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Markdown for one value of a parameter: what it means, and what the cluster makes of it. */
export function describeValue(
  spec: ParameterSpec,
  text: string,
  locale: Locale,
  context: DescribeContext = {},
): string | undefined {
  const meaning = meaningOf(spec, text, locale);
  if (meaning === undefined) return undefined;
  const line = `**${code(`${displayName(spec)}=${text}`)}**`;
  const verdict = verdictText(context, canonical(spec, text), locale);
  return [line, meaning, verdict, spec.summary[locale]].filter((part) => part !== "").join("\n\n");
}

/** One line about a value, without markdown blocks: for completion details and inlay hints. */
export function meaningOf(spec: ParameterSpec, text: string, locale: Locale): string | undefined {
  const reading = readValue(spec, text);
  switch (reading.kind) {
    case "choice":
      return sentences([reading.choice.meaning[locale], lifeText(reading.choice, locale)], locale);
    case "flag":
      return spec.type.kind === "flag" ? spec.type.meaning[reading.on ? "on" : "off"][locale] : undefined;
    case "number":
      return withUnit(String(reading.number), spec.type, locale);
    default:
      return undefined;
  }
}

function canonical(spec: ParameterSpec, text: string): string {
  const reading = readValue(spec, text);
  return reading.kind === "choice" ? reading.choice.value : text;
}

function belonging(spec: ParameterSpec, locale: Locale): string {
  if (spec.belongsTo === undefined) return "";
  const texts: Record<"windows" | "add-on", Localized> = {
    windows: {
      en: "> Not a parameter of LifeKeeper for Linux: it belongs to LifeKeeper for Windows.",
      ja: "> LifeKeeper for Linux のパラメーターではありません。LifeKeeper for Windows のものです。",
    },
    "add-on": {
      en: "> Not part of the product: it is read by an add-on script.",
      ja: "> 製品のパラメーターではありません。追加スクリプトが参照します。",
    },
  };
  return texts[spec.belongsTo][locale];
}

function here(context: DescribeContext, locale: Locale): string {
  if (context.value === undefined) return "";
  const { text, origin } = context.value;
  const shown = text === "" ? (locale === "ja" ? "（空）" : "(empty)") : code(text);
  const from: Record<typeof origin, Localized> = {
    default: { en: "the default, since no line sets it", ja: "デフォルト（設定する行がないため）" },
    file: { en: "from the parameter file", ja: "パラメーターファイル" },
    set: { en: "from a `set` line of the cluster file", ja: "クラスターファイルの `set`" },
  };
  return locale === "ja"
    ? `**このノードでの値**: ${shown}（${from[origin].ja}）`
    : `**In force here**: ${shown}, ${from[origin].en}`;
}

function values(spec: ParameterSpec, locale: Locale, context: DescribeContext): string {
  const lines = valueLines(spec.type, locale, context);
  if (lines.length === 0) return "";
  const more =
    spec.type.kind === "choice" && !spec.type.complete
      ? locale === "ja"
        ? "- ほかの値がある可能性があります。資料には上の値だけが示されています。"
        : "- There may be more values; sources show only these."
      : "";
  return [locale === "ja" ? "**値**" : "**Values**", "", ...lines, more]
    .filter((line, at) => at < 2 || line !== "")
    .join("\n");
}

function valueLines(type: ParameterType, locale: Locale, context: DescribeContext): readonly string[] {
  switch (type.kind) {
    case "choice":
      return type.values.map((one) => {
        const names = [one.value, ...(one.aliases ?? [])].map((name) => `\`${name}\``).join(" / ");
        const gone = context.version !== undefined && !isIn(context.version, one);
        const line = [one.meaning[locale], lifeText(one, locale), verdictText(context, one.value, locale)];
        const text = sentences(line, locale);
        return `- ${gone ? `~~${names}~~` : names}: ${text}`;
      });
    case "flag":
      return (["on", "off"] as const).map((side) => {
        const names = type[side].map((name) => (name === "" ? emptyName(locale) : `\`${name}\``)).join(" / ");
        return `- ${names}: ${type.meaning[side][locale]}`;
      });
    default:
      return [];
  }
}

function emptyName(locale: Locale): string {
  return locale === "ja" ? "（空）" : "(empty)";
}

function verdictText(context: DescribeContext, value: string, locale: Locale): string {
  const found = context.verdicts?.find((one) => one.value === value);
  if (found === undefined) return "";
  const words: Record<ValueVerdict["verdict"], Localized> = {
    supported: { en: "✓ Possible here.", ja: "✓ このクラスターで使えます。" },
    unsupported: { en: "✗ Not possible here.", ja: "✗ このクラスターでは使えません。" },
    unknown: { en: "? Not documented for this cluster.", ja: "? このクラスターについては資料に記載がありません。" },
  };
  const other: Localized | undefined =
    found.goesWith === undefined
      ? undefined
      : {
          en: `It would be with \`${found.goesWith}\`.`,
          ja: `\`${found.goesWith}\` と組み合わせれば使えます。`,
        };
  return sentences([words[found.verdict][locale], found.reason?.[locale] ?? "", other?.[locale] ?? ""], locale);
}

/** Sentences behind one another: Japanese has no blank between them. */
function sentences(parts: readonly string[], locale: Locale): string {
  return parts.filter((part) => part !== "").join(locale === "ja" ? "" : " ");
}

/** "(since 9.3)", "(up to before 10.0)". */
function lifeText(life: Pick<ChoiceValue, "since" | "until">, locale: Locale): string {
  const parts: string[] = [];
  if (life.since !== undefined) parts.push(locale === "ja" ? `${life.since} 以降` : `since ${life.since}`);
  if (life.until !== undefined) parts.push(locale === "ja" ? `${life.until} より前` : `before ${life.until}`);
  if (parts.length === 0) return "";
  return locale === "ja" ? `（${parts.join("、")}）` : `(${parts.join(", ")})`;
}

function facts(spec: ParameterSpec, locale: Locale): string {
  const rows: (readonly [Localized, string])[] = [
    [{ en: "Form", ja: "形式" }, formText(spec, locale)],
    [{ en: "Range", ja: "範囲" }, describeRange(spec.type, locale)],
    [{ en: "Default", ja: "デフォルト" }, defaultText(spec, locale)],
    [{ en: "Takes effect", ja: "反映の時期" }, takesEffectTexts[spec.takesEffect][locale]],
    [{ en: "Between nodes", ja: "ノード間" }, mustAgreeTexts[spec.mustAgree][locale]],
    [{ en: "Needs", ja: "前提" }, spec.requires?.[locale] ?? ""],
    [{ en: "Versions", ja: "バージョン" }, lifeText(spec, locale).replace(/^[（(]|[）)]$/g, "")],
    [
      { en: "Misspelt in print as", ja: "資料にある誤記" },
      (spec.misspellings ?? []).map((one) => `\`${one}\``).join(", "),
    ],
  ];
  return rows
    .filter(([, text]) => text !== "")
    .map(([label, text]) => `- **${label[locale]}**: ${text}`)
    .join("\n");
}

function formText(spec: ParameterSpec, locale: Locale): string {
  const type = spec.type;
  const texts: Record<ParameterType["kind"], Localized> = {
    choice: { en: "", ja: "" },
    flag: { en: "a switch", ja: "有効・無効の指定" },
    integer: { en: "a whole number", ja: "整数" },
    duration: { en: "a time, as a whole number", ja: "時間（整数）" },
    list: { en: "a list", ja: "一覧" },
    path: { en: "a path", ja: "パス" },
    text: { en: "text", ja: "文字列" },
  };
  if (type.kind === "list") {
    const item: Record<typeof type.item, Localized> = {
      "host:port": { en: "`host:port` entries", ja: "`host:port` " },
      path: { en: "paths", ja: "パス" },
      mail: { en: "mail addresses", ja: "メールアドレス" },
      text: { en: "entries", ja: "項目" },
    };
    return locale === "ja"
      ? `${item[type.item].ja}を \`${type.separator}\` で区切った一覧（空白なし）`
      : `${item[type.item].en} separated by \`${type.separator}\`, without spaces`;
  }
  const unit = type.kind === "integer" || type.kind === "duration" ? type.unit : undefined;
  const form = texts[type.kind][locale];
  return unit === undefined ? form : unitForms[unit][locale] || form;
}

function defaultText(spec: ParameterSpec, locale: Locale): string {
  const ja = locale === "ja";
  const note = spec.defaultNote?.[locale] ?? "";
  if (spec.default === null) {
    if (note !== "") return note;
    if (spec.evidence.default === "documented") return ja ? "なし（設定されていない）" : "none (not set)";
    return ja ? "不明" : "not known";
  }
  const now = spec.default === "" ? emptyName(locale) : withUnit(`\`${spec.default}\``, spec.type, locale);
  const older = (spec.defaultHistory ?? []).map((one) =>
    ja ? `${one.until} より前は \`${one.value}\`` : `\`${one.value}\` before ${one.until}`,
  );
  const text = older.length === 0 ? now : ja ? `${now}（${older.join("、")}）` : `${now} (${older.join(", ")})`;
  return note === "" ? text : `${text}${ja ? "。" : ". "}${note}`;
}

function examples(spec: ParameterSpec, locale: Locale): string {
  if (spec.examples.length === 0) return "";
  return [locale === "ja" ? "**例**" : "**Example**", "", "```lifekeeper-defaults", ...spec.examples, "```"].join("\n");
}

function seeAlso(spec: ParameterSpec, locale: Locale): string {
  const names = (spec.seeAlso ?? []).map((name) => {
    const other = findBySpecName(name);
    return `\`${other === undefined ? name : displayName(other)}\``;
  });
  if (names.length === 0) return "";
  return locale === "ja" ? `**関連**: ${listOf(names, locale)}` : `**See also**: ${listOf(names, locale)}`;
}

function findBySpecName(name: string): ParameterSpec | undefined {
  const found = findParameter(name) ?? findParameter(`${name}x`);
  return found?.spec.name === name ? found.spec : undefined;
}

/** What is less than documented, each said once; nothing when all is documented. */
function doubts(spec: ParameterSpec, locale: Locale): string {
  const subjects: (readonly [Localized, ParameterSpec["evidence"]["entry"] | undefined])[] = [
    [{ en: "the parameter itself", ja: "パラメーターの存在" }, spec.evidence.entry],
    [{ en: "that it belongs in this file", ja: "このファイルに書くこと" }, spec.evidence.file],
    [{ en: "its values", ja: "値" }, spec.evidence.values],
    [{ en: "its default", ja: "デフォルト" }, spec.evidence.default],
    [{ en: "the versions that have it", ja: "対応バージョン" }, spec.evidence.version],
    [{ en: "agreement between nodes", ja: "ノード間で同じ値にすること" }, spec.evidence.mustAgree],
  ];
  const lines = (["inferred", "unsure"] as const).flatMap((grade) => {
    const names = subjects.filter(([, evidence]) => evidence === grade).map(([subject]) => subject[locale]);
    if (names.length === 0) return [];
    const label = evidenceNames[grade][locale];
    return [
      locale === "ja"
        ? `${label}（${evidenceTexts[grade].ja}）: ${listOf(names, locale)}`
        : `${label} (${evidenceTexts[grade].en}): ${listOf(names, locale)}`,
    ];
  });
  const label = locale === "ja" ? "**確かさ**: " : "**Evidence**: ";
  if (lines.length === 0) {
    return `${label}${evidenceNames.documented[locale]}`;
  }
  return `${label}${lines.join(locale === "ja" ? "。" : "; ")}`;
}
