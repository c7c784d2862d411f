// Compares a text in its two languages: the same code spans, the same numbers, and the words of the glossary.

import type { Localized } from "@lkcluster/core/locale/localized.ts";

const englishNumbers: Readonly<Record<string, string>> = {
  one: "1",
  single: "1",
  once: "1",
  first: "1",
  both: "2",
  two: "2",
  twice: "2",
  second: "2",
  neither: "2",
  pair: "2",
  three: "3",
  third: "3",
  four: "4",
  fourth: "4",
  half: "2",
};

/** For texts whose writers count "a host" as one: Japanese has to write the number. */
export function grossDifferences(text: Localized): readonly string[] {
  return differences(text).filter((difference) => !/^([0-9]|10) only in Japanese/.test(difference));
}

/** What differs between the languages, as sentences for a failing test; empty when nothing does. */
export function differences({ en, ja }: Localized): readonly string[] {
  return [...missingText(en, ja), ...codeDifferences(en, ja), ...numberDifferences(en, ja), ...wordsToAvoid(ja)];
}

function missingText(en: string, ja: string): readonly string[] {
  const wrong: string[] = [];
  if (en.trim() === "") wrong.push("no English");
  if (ja.trim() === "") wrong.push("no Japanese");
  return wrong;
}

function codeSpans(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ""));
}

function codeDifferences(en: string, ja: string): readonly string[] {
  const english = codeSpans(en);
  const japanese = codeSpans(ja);
  return [
    ...[...english].filter((span) => !japanese.has(span)).map((span) => `\`${span}\` only in English: ${ja}`),
    ...[...japanese].filter((span) => !english.has(span)).map((span) => `\`${span}\` only in Japanese: ${en}`),
  ];
}

/** Numbers outside code spans; a version counts as one number. */
function digits(text: string): ReadonlySet<string> {
  const prose = text.replace(/`[^`]+`/g, " ").replaceAll(/(?<=\d),(?=\d{3})/g, "");
  return new Set([...prose.matchAll(/\d+(?:\.\d+)*/g)].map((match) => match[0]));
}

function numberDifferences(en: string, ja: string): readonly string[] {
  const english = digits(en);
  const japanese = digits(ja);
  const spelt = new Set(
    en
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => englishNumbers[word] ?? []),
  );
  return [
    ...[...english].filter((number) => !japanese.has(number)).map((number) => `${number} only in English: ${ja}`),
    ...[...japanese]
      .filter((number) => !english.has(number) && !spelt.has(number))
      .map((number) => `${number} only in Japanese: ${en}`),
  ];
}

/** Spellings that the glossary replaces by another word. */
export const avoided: readonly (readonly [RegExp, string])[] = [
  [/パラメータ(?!ー)/, "パラメーター"],
  [/サーバ(?!ー)/, "サーバー"],
  [/クラスタ(?!ー)/, "クラスター"],
  [/メモリ(?!ー)/, "メモリー"],
  [/フェールオーバ|フェイルオーバ(?!ー)/, "フェイルオーバー"],
  [/スイッチオーバ(?!ー)/, "スイッチオーバー"],
  [/ハートビートパス|通信経路|通信パス/, "コミュニケーションパス"],
  [/クォーラム|クオーラム/, "Quorum"],
  [/ウィットネス/, "Witness"],
  [/ロードバランサ(?!ー)/, "ロードバランサー"],
  [/フォルダ(?!ー)/, "フォルダー"],
  [/ユーザ(?!ー)/, "ユーザー"],
  [/既定/, "デフォルト"],
  [/待機(?:ノード|系)|予備ノード/, "スタンバイノード"],
  [/配備/, "デプロイ"],
  [/稼動/, "稼働"],
  [/[｡-ﾟ]/, "全角カナ"],
  // One word for one thing; most of these were mended twice.
  [/文書/, "資料, or ドキュメント for our own pages"],
  [/推定/, "推論"],
  [/製品元/, "ベンダー"],
  [/当方|(?<!本)この製品/, "本製品"],
  [/稼働系/, "アクティブノード"],
  [/リザーブ/, "リザベーション"],
  [/リソース種別|リソースタイプ/, "リソースの種類"],
  [/コンマ/, "カンマ"],
  [/〜/, "～"],
  [/検出/, "検知"],
  [/即座に|ただちに/, "直ちに"],
  [/[0-9] つ(?:以上)?のノード|ノードが [0-9] つ/, "台"],
  [/^(?!.*(?:nice|LCDTSPRI|LCMTSPRI|-20)).*優先度/, "優先順位"],
  [/か[?？]/, "か。"],
  [/(?<=[ぁ-んァ-ヶ一-龠])既に|(?<=、)既に/, "すでに"],
  // As in VS Code's own Japanese: a colon is half-width, with a space after it.
  [/：/, "a half-width colon and a space"],
  [/[ぁ-んァ-ヶー一-龠）」]\**:(?=[ぁ-んァ-ヶ一-龠（「\w])/, "a space after the colon"],
  [/[ぁ-んァ-ヶ一-龠][,.](?=[ぁ-んァ-ヶ一-龠]|$)/, "、 or 。"],
];

function wordsToAvoid(ja: string): readonly string[] {
  return avoided.filter(([pattern]) => pattern.test(ja)).map(([, better]) => `write ${better}: ${ja}`);
}

/** A name in a message, so that what stands around it can be judged. */
const marked = /`[^`]*`|'[^']*'|"[^"]*"/g;

/**
 * What is wrong in a text as it was put together: spaces and stops that are missing or doubled, a wrong plural, a gap
 * where a word should be. Names in quotes or code marks may hold anything.
 */
export function flaws(text: Localized): readonly string[] {
  return [...flawsOf(text.en, englishFlaws), ...flawsOf(text.ja, japaneseFlaws)];
}

export function flawsOf(text: string, patterns: Flaws = japaneseFlaws): readonly string[] {
  const around = text.replace(marked, (name) => (name.length === 2 ? name : "`x`"));
  return patterns.filter(([pattern]) => pattern.test(around)).map(([, what]) => `${what}: ${text}`);
}

type Flaws = readonly (readonly [RegExp, string])[];

const gaps: Flaws = [
  [/\S {2,}\S/, "two spaces"],
  [/\bundefined\b|\bnull\b|\bNaN\b|\[object/, "a value of the program"],
];

export const englishFlaws: Flaws = [
  ...gaps,
  [/[^.]\.\.(?!\.)|,,|;;| [,.;:](?=\s|$)|:\./, "doubled or stray punctuation"],
  [
    /(?<![\d.,])1 (?:[a-z]+ )?(?:nodes|paths|faults|hosts|links|states|errors|files|problems|checks|seconds|times)\b/,
    "1 with a plural",
  ],
  [/[a-z]!(?:\s|$)/, "an exclamation"],
];

export const japaneseFlaws: Flaws = [
  ...gaps,
  [/[。、]{2}|。 |[ぁ-んァ-ヶー一-龠][,.!?](?=[\sぁ-んァ-ヶ一-龠]|$)/, "doubled or half-width punctuation"],
  [/[ぁ-んァ-ヶー一-龠々](?=[\w`])|[\w`](?=[ぁ-んァ-ヶー一-龠々])/, "no space between Japanese and Latin"],
  [/[ぁ-んァ-ヶー一-龠々] (?=[ぁ-んァ-ヶー一-龠々])|[、。（）「」] | (?=[、。（）「」])/, "a space between Japanese"],
  [/[ぁ-んァ-ヶー一-龠々] ?\(|\) ?[ぁ-んァ-ヶー一-龠々]/, "half-width brackets"],
  [/、(?=。|$)/, "a list that does not end"],
];
