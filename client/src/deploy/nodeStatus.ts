// What each node said when it was last asked, in words for the tree.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { DeployReport } from "@lkcluster/deploy/report.ts";
import type { NodeStatus as AskedStatus } from "@lkcluster/deploy/statusCluster.ts";
import type * as vscode from "vscode";
import { type NodeStanding, updateClusterState } from "../clusterStates.ts";

export interface NodeStatus {
  readonly node: string;
  readonly standing: NodeStanding;
  /** A few words. */
  readonly summary: Localized;
  /** Everything that is known. */
  readonly details: Localized;
  /** What the node holds and would hold; undefined when it could not be read or nobody asked since. */
  readonly plan: NodePlan | undefined;
}

const learned = new Map<string, ReadonlyMap<string, NodeStatus>>();

export function nodeStatus(uri: vscode.Uri, node: string): NodeStatus | undefined {
  return learned.get(uri.toString())?.get(node);
}

export function learnNodeStatus(uri: vscode.Uri, nodes: readonly NodeStatus[]): void {
  learned.set(uri.toString(), new Map(nodes.map((status) => [status.node, status])));
  updateClusterState(uri, { nodes: new Map(nodes.map(({ node, standing }) => [node, standing])) });
}

export function statusForTree({ node, state, detail, facts, failure, plan, hierarchies }: AskedStatus): NodeStatus {
  const standing = failure !== undefined ? "unreachable" : state === "same" ? "same" : "drifted";
  const running = facts === undefined ? undefined : lifekeeperWords[facts.lifekeeper];
  const inService = hierarchies?.resources.filter(({ state: held }) => held === "ISP").map(({ tag }) => tag) ?? [];
  const services: Localized | undefined =
    inService.length === 0
      ? undefined
      : { en: `In service here: ${inService.join(", ")}`, ja: `サービス中: ${inService.join("、")}` };
  const lines = [detail, running, services].filter((line) => line !== undefined);
  return {
    node,
    standing,
    summary: joined(
      [standingWords[standing], ...(running === undefined || facts?.lifekeeper === "running" ? [] : [running])],
      ", ",
      "、",
    ),
    details: joined(lines, "\n\n", "\n\n"),
    plan: plan?.before === plan?.after ? undefined : plan,
  };
}

function joined(texts: readonly Localized[], en: string, ja: string): Localized {
  return { en: texts.map((text) => text.en).join(en), ja: texts.map((text) => text.ja).join(ja) };
}

const standingWords = {
  same: { en: "same as here", ja: "ここと一致" },
  drifted: { en: "differs from here", ja: "ここと相違" },
  unreachable: { en: "cannot be reached", ja: "接続できません" },
} as const satisfies Record<NodeStanding, Localized>;

const lifekeeperWords = {
  running: { en: "LifeKeeper is running", ja: "LifeKeeper は稼働中" },
  stopped: { en: "LifeKeeper is stopped", ja: "LifeKeeper は停止中" },
  absent: { en: "LifeKeeper is not installed", ja: "LifeKeeper がありません" },
} as const satisfies Record<string, Localized>;

/** What is certain after a deployment; nodes that a report does not speak of keep what was known. */
export function learnFromReport(uri: vscode.Uri, { outcome, nodes }: DeployReport): void {
  if (nodes.length === 0) return;
  const known = new Map(learned.get(uri.toString()));
  const isHere = outcome === "deployed" || outcome === "unchanged";
  for (const { node, state, detail } of nodes) {
    if (isHere && (state === "changed" || state === "unchanged")) {
      known.set(node, { node, standing: "same", summary: standingWords.same, details: detail, plan: undefined });
    } else known.delete(node);
  }
  learnNodeStatus(uri, [...known.values()]);
}
