// What each node said when it was last asked, kept for this window.

import type * as vscode from "vscode";
import { updateClusterState } from "../clusterStates.ts";
import type { NodeStatus } from "./nodeStanding.ts";

const learned = new Map<string, ReadonlyMap<string, NodeStatus>>();

export function nodeStatus(uri: vscode.Uri, node: string): NodeStatus | undefined {
  return learned.get(uri.toString())?.get(node);
}

/** `others`: what becomes of what was known of nodes that are not spoken of. */
export function learnNodeStatus(uri: vscode.Uri, nodes: readonly NodeStatus[], others: "forget" | "keep"): void {
  const known = new Map(others === "keep" ? learned.get(uri.toString()) : []);
  for (const status of nodes) known.set(status.node, status);
  learned.set(uri.toString(), known);
  updateClusterState(uri, { nodes: new Map([...known].map(([node, { standing }]) => [node, standing])) });
}
