// The words of the proofs.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import type { VerdictParts } from "../prove/verdicts.ts";

export const proveWords = {
  holds: { en: "holds", ja: "成り立ちます" },
  depends: { en: "holds under the default readings only", ja: "デフォルトの解釈でのみ成り立ちます" },
  violated: { en: "violated", ja: "反例があります" },
  unknown: { en: "not known", ja: "未判定" },
  incomplete: { en: "not finished", ja: "未完了" },
  running: { en: "exploring…", ja: "探索中…" },
  waiting: { en: "waiting", ja: "待機中" },
  property: { en: "Property", ja: "性質" },
  verdict: { en: "Verdict", ja: "判定" },
  counterexample: { en: "Shortest counterexample", ja: "最短の反例" },
  witness: { en: "Shown by", ja: "成立する例" },
  replay: { en: "Replay", ja: "再生" },
  replayHelp: { en: "Replay it in the time line and the drawing", ja: "タイムラインと図で再生" },
  defaultReadings: { en: "under the default readings", ja: "デフォルトの解釈で" },
  everyReading: { en: "all combinations of readings", ja: "解釈のすべての組み合わせ" },
  notAsked: { en: "Not asked", ja: "対象外の障害" },
  twoActive: {
    en: "In service on two nodes at once, until it ends by itself: at most",
    ja: "2 台のノードで同時にサービス中となる時間（自然に解消するまで）: 最長",
  },
  noSurvivor: {
    en: "Some of these faults leave no server of a hierarchy up; nothing can run then.",
    ja: "障害によってはリソース階層のサーバーがすべて停止するため、どこでも稼働できません。",
  },
  limit: { en: "stopped at its limit", ja: "上限で停止" },
  standard: { en: "standard proof: the file has none", ja: "標準の証明（ファイルに証明がありません）" },
  ledger: { en: "Assumptions", ja: "前提" },
  repairs: { en: "Repairs", ja: "修正案" },
  apply: { en: "Apply", ja: "適用" },
  worse: { en: "gets worse", ja: "悪くなる点" },
  nothingWorse: { en: "nothing gets worse", ja: "悪くなる点なし" },
  searching: { en: "Looking for repairs and proving them…", ja: "修正案を探し、証明しています…" },
  noRepair: {
    en: "No single change that was tried makes this proof hold.",
    ja: "試した変更の中に、1 つでこの証明が成り立つものはありません。",
  },
} as const satisfies Record<string, Localized>;

/** `holds under the default readings (373 states); all combinations of readings: not finished`: one verdict of two parts. */
export function partsText({ usual, usualStates, every }: VerdictParts): Localized {
  const states = { en: statesText(usualStates, "en"), ja: statesText(usualStates, "ja") };
  const own = {
    en: `${proveWords[usual].en} ${proveWords.defaultReadings.en} (${states.en})`,
    ja: `${proveWords.defaultReadings.ja}${proveWords[usual].ja}（${states.ja}）`,
  };
  if (every === undefined) return own;
  return {
    en: `${own.en}; ${proveWords.everyReading.en}: ${proveWords[every].en}`,
    ja: `${own.ja}、${proveWords.everyReading.ja}: ${proveWords[every].ja}`,
  };
}

/** `3,846`; in both languages the same. */
function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

export function statesText(states: number, locale: Locale): string {
  return locale === "ja" ? `${countText(states)} 状態` : `${countText(states)} ${states === 1 ? "state" : "states"}`;
}

export function elapsedText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function faultsText(faultsMax: number, kinds: string, locale: Locale): string {
  return locale === "ja"
    ? `障害 ${faultsMax} 件まで（${kinds}）`
    : `up to ${faultsMax} ${faultsMax === 1 ? "fault" : "faults"} (${kinds})`;
}

export const adviseWords = {
  title: { en: "Supported combinations", ja: "サポートされる組み合わせ" },
  searching: { en: "Exploring every supported combination…", ja: "サポートされる組み合わせをすべて探索しています…" },
  none: {
    en: "The support matrix has no combination for this number of nodes and this version.",
    ja: "このノード数とバージョンでサポートされる組み合わせはありません。",
  },
  under: (faults: number): Localized => ({
    en: faults === 1 ? "One fault" : `Up to ${faults} faults`,
    ja: faults === 1 ? "障害 1 件" : `障害 ${faults} 件まで`,
  }),
  splitBrain: { en: "Split brain", ja: "スプリットブレイン" },
  dataLoss: { en: "Data loss", ja: "データ損失" },
  outage: { en: "Outage", ja: "サービス停止" },
  twoActive: { en: "Longest on two nodes", ja: "二重稼働の最長" },
  now: { en: "now", ja: "現在" },
  best: {
    en: "Best first: split brain weighs most, then data loss, then outages. Under the default readings.",
    ja: "良い順に表示しています。スプリットブレイン、データ損失、サービス停止の順に重視します。デフォルトの解釈での結果です。",
  },
};
