// What a proof assumes: the readings it took, the bounds it kept to, and what the model leaves out. A verdict is worth
// no more than this list.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import { assumptions } from "../simulate/assumptions.ts";
import { compile } from "../simulate/compile.ts";
import { readings } from "../simulate/readings.ts";
import type { Report } from "./explore.ts";
import type { LimitName } from "./explorer.ts";
import type { Proof } from "./proof.ts";
import { isRelevant } from "./relevant.ts";

export interface LedgerEntry {
  readonly kind: "bound" | "limit" | "reading" | "assumed" | "not-modelled";
  readonly text: Localized;
  readonly sources: readonly SourceKey[];
}

export function ledgerOf(cluster: Cluster, proof: Proof, report: Report): readonly LedgerEntry[] {
  return [...boundEntries(proof), ...limitEntries(report), ...readingEntries(cluster, proof, report), ...alwaysSaid];
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

function limitEntries({ limit, states, explorations }: Report): readonly LedgerEntry[] {
  if (limit === undefined) return [];
  const { faultsReached = 0 } = explorations.find((one) => one.limit !== undefined) ?? {};
  const name = limitTexts[limit];
  return [
    {
      kind: "limit",
      text: {
        en: `The search ended at ${name.en} after ${states} states, while it looked at sequences of ${faultsReached} fault${faultsReached === 1 ? "" : "s"}; what lies beyond was not looked at.`,
        ja: `${states} 状態、障害 ${faultsReached} 件の並びを調べている途中で${name.ja}に達しました。その先は調べていません。`,
      },
      sources: [],
    },
  ];
}

export const limitTexts: Readonly<Record<LimitName, Localized>> = {
  statesMax: { en: "its limit of states", ja: "状態数の上限" },
  bytesMax: { en: "its limit of memory", ja: "メモリーの上限" },
  stopped: { en: "its limit of time", ja: "時間の上限" },
};

function readingEntries(
  cluster: Cluster,
  { bounds }: Proof,
  { explorations, everyReading }: Report,
): readonly LedgerEntry[] {
  const choice = explorations[0]?.choice;
  if (choice === undefined) return [];
  const model = compile(cluster, { readings: choice, purpose: "explore" });
  const kinds = new Set(bounds.flatMap((bound) => bound.kinds));
  return readings
    .filter(({ id }) => isRelevant(model, id, kinds))
    .map(({ id, question, answers, sources }) => {
      const answer = answers.find((one) => one.id === choice[id]) ?? answers[0];
      const also = everyReading
        ? { en: "The other answers were explored too.", ja: "ほかの答えも調べました。" }
        : { en: "The other answers were not explored.", ja: "ほかの答えは調べていません。" };
      return {
        kind: "reading",
        text: {
          en: `${id}: ${question.en} ${answer?.text.en ?? ""} ${also.en}`,
          ja: `${id}: ${question.ja} ${answer?.text.ja ?? ""}${also.ja}`,
        },
        sources,
      } as const;
    });
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
      en: "Known issue: with quorum, the strategy Switch Over and a reboot of the active node, a large hierarchy may stay out of service (listed for 9.5.1).",
      ja: "既知の問題: Quorum とシャットダウン時のスイッチオーバーを使いアクティブノードを再起動すると、大きな階層が休止したままになる場合（9.5.1 の一覧に記載）。",
    },
    sources: ["KI951"],
  },
  {
    kind: "not-modelled",
    text: {
      en: "Known issue: after fastboot an automatic switchback may not happen (listed for 9.5.2 to 9.6.2).",
      ja: "既知の問題: fastboot 後に自動スイッチバックが行われない場合（9.5.2～9.6.2 の一覧に記載）。",
    },
    sources: ["KI962"],
  },
];
