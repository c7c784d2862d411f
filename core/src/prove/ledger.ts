// What a proof assumes: the readings it took, the bounds it kept to, and what the model leaves out. A verdict is worth
// no more than this list.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";
import { assumptions } from "../simulate/assumptions.ts";
import { readings } from "../simulate/readings.ts";
import type { Report } from "./explore.ts";
import type { LimitName } from "./explorer.ts";
import type { Proof } from "./proof.ts";
import { consultedIn, coverText } from "./readingText.ts";

export interface LedgerEntry {
  readonly kind: "bound" | "limit" | "reading" | "assumed" | "not-modelled";
  readonly text: Localized;
  readonly sources: readonly SourceKey[];
}

export function ledgerOf(proof: Proof, report: Report): readonly LedgerEntry[] {
  return [...boundEntries(proof), ...limitEntries(report), ...readingEntries(report), ...alwaysSaid];
}

function boundEntries({ bounds }: Proof): readonly LedgerEntry[] {
  return bounds.map(({ faultsMax, kinds }) => ({
    kind: "bound",
    text: {
      en: `At most ${faultsMax} fault${faultsMax === 1 ? "" : "s"} of these kinds: ${kinds.join(", ")}.`,
      ja: `障害は最大 ${faultsMax} 件、種類は ${kinds.join("、")} です。`,
    },
    sources: [],
  }));
}

function limitEntries(report: Report): readonly LedgerEntry[] {
  const { limit, states } = report;
  // How much of the combinations is covered stands among the readings.
  if (limit === undefined) return [];
  if (limit === "statesOfAllMax") {
    const text = {
      en: `The search of every combination of readings ended at its limit after ${states} states.`,
      ja: `解釈の組み合わせの探索は、${states} 状態で上限に達しました。`,
    };
    return [{ kind: "limit", text, sources: [] }];
  }
  const name = limitTexts[limit];
  const covered = coveredText(report.faultsCovered);
  return [
    {
      kind: "limit",
      text: {
        en: `The search ended at ${name.en} after ${states} states. ${covered.en}`,
        ja: `${states} 状態で${name.ja}に達しました。${covered.ja}`,
      },
      sources: [],
    },
  ];
}

/** How far a search came that did not finish. */
export function coveredText(faults: number): Localized {
  if (faults < 0) {
    return {
      en: "Not even what happens without any fault is covered.",
      ja: "障害がない場合の動作も調べ終えていません。",
    };
  }
  const covered =
    faults === 0
      ? { en: "Only what happens without any fault is covered", ja: "調べ終えたのは障害がない場合だけです" }
      : {
          en: `Every sequence of up to ${faults} fault${faults === 1 ? "" : "s"} is covered`,
          ja: `障害 ${faults} 件までの並びはすべて調べました`,
        };
  return {
    en: `${covered.en}; with ${faults + 1}, only a part.`,
    ja: `${covered.ja}。${faults + 1} 件の並びは一部だけ調べました。`,
  };
}

export const limitTexts: Readonly<Record<LimitName, Localized>> = {
  statesMax: { en: "its limit of states", ja: "状態数の上限" },
  bytesMax: { en: "its limit of memory", ja: "メモリーの上限" },
  statesOfAllMax: { en: "its limit for all combinations of readings together", ja: "解釈の全組み合わせに対する上限" },
  ways: { en: "its limit of ways in which one step can go", ja: "1 ステップで起こり得る場合の数の上限" },
  stopped: { en: "its limit of time", ja: "時間の上限" },
};

/** The readings that the search consulted; whatever the answers to the others, nothing would have been different. */
function readingEntries(report: Report): readonly LedgerEntry[] {
  const { explorations, everyReading, cover } = report;
  const choice = explorations[0]?.choice;
  if (choice === undefined) return [];
  const asked = consultedIn(report);
  const also = !everyReading
    ? { en: "The other answers were not explored.", ja: "ほかの答えは調べていません。" }
    : cover.covered === cover.combinations
      ? { en: "The other answers were explored too.", ja: "ほかの答えも調べました。" }
      : { en: "The other answers were explored only in part.", ja: "ほかの答えは一部だけ調べました。" };
  const consulted = readings
    .filter(({ id }) => asked.includes(id))
    .map(({ id, question, answers, sources }): LedgerEntry => {
      const answer = answers.find((one) => one.id === choice[id]) ?? answers[0];
      return {
        kind: "reading",
        text: {
          en: `${id}: ${question.en} ${answer?.text.en ?? ""} ${also.en}`,
          ja: `${id}: ${question.ja}${answer?.text.ja ?? ""}${also.ja}`,
        },
        sources,
      };
    });
  const unasked = readings.length - consulted.length;
  const rest: LedgerEntry = {
    kind: "reading",
    text: {
      en: `The answers to the other ${unasked} of the ${readings.length} open questions were never needed.`,
      ja: `資料から決まらない ${readings.length} 点のうち、ほかの ${unasked} 点の答えは一度も必要になりませんでした。`,
    },
    sources: [],
  };
  const whole: readonly LedgerEntry[] = everyReading ? [{ kind: "reading", text: coverText(report), sources: [] }] : [];
  return [...consulted, ...(unasked > 0 ? [rest] : []), ...whole];
}

const alwaysSaid: readonly LedgerEntry[] = [
  ...assumptions.map(
    ({ about, text, sources }): LedgerEntry => ({
      kind: about === "not-modelled" ? "not-modelled" : "assumed",
      text,
      sources,
    }),
  ),
  {
    kind: "not-modelled",
    text: {
      en: "Known issue: a race between a failed local recovery and a returning path (listed for 9.5.1).",
      ja: "既知の問題: ローカルリカバリーの失敗とパスの復旧が競合する場合（9.5.1 の一覧に記載）。",
    },
    sources: ["KI951"],
  },
  {
    kind: "not-modelled",
    text: {
      en: "Known issue: when the active node is rebooted with quorum and the shutdown strategy Switch Over, a large hierarchy may stay out of service (listed for 9.5.1).",
      ja: "既知の問題: Quorum とシャットダウンストラテジーの Switch Over を使う構成でアクティブノードを再起動すると、大きな階層が休止したままになる場合（9.5.1 の一覧に記載）。",
    },
    sources: ["KI951"],
  },
  {
    kind: "not-modelled",
    text: {
      en: "Known issue: after fastboot an automatic switchback may not happen (listed for 9.5.2 to 9.6.2).",
      ja: "既知の問題: fastboot 後に自動スイッチバックが行われない場合（9.5.2 ～ 9.6.2 の一覧に記載）。",
    },
    sources: ["KI962"],
  },
];
