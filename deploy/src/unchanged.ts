// Reports of runs that changed nothing: every node held it already, or something spoke against it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { hashOf } from "./hash.ts";
import type { DeployReport, NodeReport } from "./report.ts";

export function unchangedReport(plan: DeploymentPlan): DeployReport {
  return {
    outcome: "unchanged",
    transaction: undefined,
    message: {
      en: `Every node of ${plan.cluster} already holds this configuration.`,
      ja: `${plan.cluster} の全ノードはすでにこの構成です。`,
    },
    advice: [],
    nodes: plan.nodes.map(({ node, before }) => unchangedNode(node, hashOf(before))),
    plan,
  };
}

/** Nothing was touched: the reason, and every node as it was. */
export function refusedReport(
  plan: DeploymentPlan | undefined,
  why: readonly Localized[],
  nodes: readonly NodeReport[],
): DeployReport {
  const reasons = joinLines(why);
  return {
    outcome: "refused",
    transaction: undefined,
    message: {
      en: `Nothing was changed. ${reasons.en}`,
      ja: `何も変更していません。${reasons.ja}`,
    },
    advice: [],
    nodes:
      nodes.length > 0 || plan === undefined
        ? nodes
        : plan.nodes.map(({ node, before }) => unchangedNode(node, hashOf(before))),
    plan,
  };
}

/** Somebody changed their mind before anything was touched. */
export const cancelledReport: DeployReport = refusedReport(
  undefined,
  [{ en: "It was cancelled.", ja: "取り消されました。" }],
  [],
);

export function unchangedNode(node: string, hash: string): NodeReport {
  return {
    node,
    state: "unchanged",
    before: hash,
    after: hash,
    detail: { en: "not changed", ja: "変更なし" },
  };
}

export function joinLines(texts: readonly Localized[]): Localized {
  return { en: texts.map(({ en }) => en).join("\n"), ja: texts.map(({ ja }) => ja).join("\n") };
}
