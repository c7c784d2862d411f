// The same few questions asked of every cluster that is compared: what can go wrong under one fault and under two,
// and for how long two nodes may run the same thing.

import { type FaultKind, usualFaultKinds } from "../language/actions.ts";
import type { Localized } from "../locale/localized.ts";
import { largest } from "../many.ts";
import type { Cluster } from "../model/cluster.ts";
import { compile } from "../simulate/compile.ts";
import type { ReadingChoice } from "../simulate/readings.ts";
import { atMost } from "./effort.ts";
import { explore, type Progress, type PropertyResult } from "./explore.ts";
import type { Property } from "./property.ts";

export interface Scorecard {
  readonly scores: readonly Score[];
}

export interface Score {
  readonly faults: number;
  readonly splitBrain: Answer;
  readonly outage: Answer;
  readonly dataLoss: Answer;
  /** The longest time that anything is in service twice and ends by itself; 0: never. */
  readonly twoActiveMs: number;
  readonly complete: boolean;
}

/** `unknown`: the search did not finish. */
export type Answer = "never" | "possible" | "unknown";

export interface ScoreOptions {
  readonly faults?: readonly number[];
  readonly kinds?: readonly FaultKind[];
  readonly readings?: ReadingChoice;
  readonly statesMax?: number;
  readonly bytesMax?: number;
  /** How much is done before the caller gets its turn. */
  readonly transitionsPerSlice?: number;
  /** Asked between slices: true ends a search, which is then incomplete. */
  readonly isEnough?: () => boolean;
}

const properties: readonly Property[] = [
  { kind: "never", what: "split-brain" },
  { kind: "never", what: "outage" },
  { kind: "never", what: "data-loss" },
];

/** Many searches are compared, so that each gets less than one that is asked for alone. */
export function comparingStatesMax(cluster: Cluster): number {
  return atMost(compile(cluster, { purpose: "explore" }).layout, 200_000, 20_000_000);
}

export function* scorecardOf(cluster: Cluster, options: ScoreOptions = {}): Generator<Progress, Scorecard> {
  const {
    faults = [1, 2],
    kinds = usualFaultKinds,
    readings,
    statesMax = comparingStatesMax(cluster),
    bytesMax,
    transitionsPerSlice,
    isEnough,
  } = options;
  const scores: Score[] = [];
  for (const faultsMax of faults) {
    const report = yield* explore(cluster, {
      properties,
      bounds: [{ faultsMax, kinds }],
      statesMax,
      ...(bytesMax === undefined ? {} : { bytesMax }),
      ...(readings === undefined ? {} : { readings }),
      ...(transitionsPerSlice === undefined ? {} : { transitionsPerSlice }),
      ...(isEnough === undefined ? {} : { isEnough }),
    });
    const [splitBrain, outage, dataLoss] = report.results.map(answerOf);
    scores.push({
      faults: faultsMax,
      splitBrain: splitBrain ?? "unknown",
      outage: outage ?? "unknown",
      dataLoss: dataLoss ?? "unknown",
      twoActiveMs: largest([0, ...report.explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0)]),
      complete: report.complete,
    });
  }
  return { scores };
}

function answerOf({ status }: PropertyResult): Answer {
  return status === "holds" ? "never" : status === "violated" ? "possible" : "unknown";
}

export interface ScoreChange {
  readonly faults: number;
  readonly what: "split-brain" | "outage" | "data-loss" | "two-active";
  readonly before: Answer | number;
  readonly after: Answer | number;
  readonly change: "better" | "worse";
}

/** Only what differs. */
export function scoreChanges(before: Scorecard, after: Scorecard): readonly ScoreChange[] {
  return after.scores.flatMap((score): readonly ScoreChange[] => {
    const old = before.scores.find(({ faults }) => faults === score.faults);
    if (old === undefined) return [];
    const answers = [
      ["split-brain", old.splitBrain, score.splitBrain],
      ["outage", old.outage, score.outage],
      ["data-loss", old.dataLoss, score.dataLoss],
    ] as const;
    const changes: ScoreChange[] = answers.flatMap(([what, was, is]) =>
      was === is
        ? []
        : [
            {
              faults: score.faults,
              what,
              before: was,
              after: is,
              change: rank[is] < rank[was] ? "better" : "worse",
            } as const,
          ],
    );
    if (old.twoActiveMs !== score.twoActiveMs) {
      changes.push({
        faults: score.faults,
        what: "two-active",
        before: old.twoActiveMs,
        after: score.twoActiveMs,
        change: score.twoActiveMs < old.twoActiveMs ? "better" : "worse",
      });
    }
    return changes;
  });
}

const rank: Readonly<Record<Answer, number>> = { never: 0, unknown: 1, possible: 2 };

export const answerTexts: Readonly<Record<Answer, Localized>> = {
  never: { en: "never", ja: "起こらない" },
  possible: { en: "possible", ja: "起こり得る" },
  unknown: { en: "not known", ja: "未判定" },
};

const whatTexts: Readonly<Record<ScoreChange["what"], Localized>> = {
  "split-brain": { en: "split brain", ja: "スプリットブレイン" },
  outage: { en: "outage", ja: "サービス停止" },
  "data-loss": { en: "data loss", ja: "データ損失" },
  "two-active": { en: "longest time on two nodes", ja: "二重稼働の最長時間" },
};

export function scoreChangeText({ faults, what, before, after }: ScoreChange): Localized {
  const plural = faults === 1 ? "" : "s";
  const en = (value: Answer | number): string =>
    typeof value === "number" ? `${value / 1000} s` : answerTexts[value].en;
  const ja = (value: Answer | number): string =>
    typeof value === "number" ? `${value / 1000} 秒` : answerTexts[value].ja;
  return {
    en: `${whatTexts[what].en} under ${faults} fault${plural}: ${en(before)} → ${en(after)}`,
    ja: `障害 ${faults} 件での${whatTexts[what].ja}: ${ja(before)} → ${ja(after)}`,
  };
}
