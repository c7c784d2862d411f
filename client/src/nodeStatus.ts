// What each node said when it was last asked, kept for this window.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type * as vscode from "vscode";
import { type NodeStanding, updateClusterState } from "./clusterStates.ts";

export interface NodeStatus {
  readonly node: string;
  readonly standing: NodeStanding;
  /** A few words. */
  readonly summary: Localized;
  /** Everything that is known. */
  readonly details: Localized;
  /** What the node holds and would hold; undefined when it holds what is here, or nobody knows what it holds. */
  readonly plan: NodePlan | undefined;
}

const learned = new Map<string, ReadonlyMap<string, NodeStatus>>();

export function nodeStatuses(uri: vscode.Uri): ReadonlyMap<string, NodeStatus> {
  return learned.get(uri.toString()) ?? new Map<string, NodeStatus>();
}

/** `others`: what becomes of what was known of nodes that are not spoken of. */
export function learnNodeStatus(uri: vscode.Uri, nodes: readonly NodeStatus[], others: "forget" | "keep"): void {
  const known = new Map(others === "keep" ? nodeStatuses(uri) : []);
  for (const status of nodes) known.set(status.node, status);
  learned.set(uri.toString(), known);
  updateClusterState(uri, { nodes: new Map([...known].map(([node, { standing }]) => [node, standing])) });
}
