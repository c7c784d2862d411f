// Two values that must not run beside each other, in place of exploring every state between two configurations.

import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { JudgeNodes } from "@lkcluster/core/plan/makePlan.ts";
import { valueIn } from "./configurations.ts";

/** A stand-in for the proof of the states in between: these two values must not be mixed, anything else may be. */
export const judgeByValue: JudgeNodes = (_cluster, nodes) => (renewed) => {
  const values = nodes.map(({ node, before, after }: NodePlan) =>
    valueIn(renewed.has(node) ? after : before, "QUORUM_LOSS_ACTION"),
  );
  return mixes(values)
    ? { kind: "unsafe", statesExplored: 1, why: { en: "They must not be mixed.", ja: "混在できません。" } }
    : { kind: "safe", statesExplored: 1 };
};

export function mixes(values: readonly (string | undefined)[]): boolean {
  return values.includes("fastkill") && values.includes("fastboot");
}
