// What came of a scenario or a proof in two versions, in words.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Outcome, ProofComparison, ScenarioComparison } from "@lkcluster/core/prove/compare.ts";
import type { Verdict } from "@lkcluster/core/prove/runProof.ts";

export function outcomesText({ before, after }: ScenarioComparison | ProofComparison): Localized {
  if (before === after) return outcomes[after];
  return {
    en: `${outcomes[before].en} → ${outcomes[after].en}`,
    ja: `${outcomes[before].ja} → ${outcomes[after].ja}`,
  };
}

export const changeNames: Readonly<Record<ScenarioComparison["change"], Localized>> = {
  better: { en: "better", ja: "改善" },
  worse: { en: "worse", ja: "悪化" },
  same: { en: "same", ja: "同じ" },
};

const outcomes: Readonly<Record<Outcome | Verdict, Localized>> = {
  passed: { en: "passes", ja: "成功" },
  failed: { en: "fails", ja: "失敗" },
  impossible: { en: "cannot be run", ja: "実行不可" },
  holds: { en: "holds", ja: "成立" },
  violated: { en: "violated", ja: "不成立" },
  incomplete: { en: "incomplete", ja: "未完了" },
};
