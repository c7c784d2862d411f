// What was last learned about each cluster of the workspace: the verdict of its proofs and the state of its nodes.
// Kept for this window only; it can be learned again.

import * as vscode from "vscode";

export type Verdict = "holds" | "violated" | "incomplete";

/**
 * `unequal`: it holds what is here, and another node another value that must be equal everywhere. `unknown`: what it
 * holds cannot be told, because an earlier deployment is unfinished there or it stopped answering.
 */
export type NodeStanding = "same" | "drifted" | "unequal" | "unknown" | "unreachable";

/** What the language server found while somebody typed, in figures; the protocol's `lifekeeper/standing`. */
export interface Standing {
  readonly scenarios: { readonly passed: number; readonly failed: number };
  readonly failedScenarios: readonly string[];
  readonly proofs: {
    readonly of: number;
    readonly hold: number;
    readonly violated: number;
    readonly incomplete: number;
  };
}

export interface ClusterState {
  /** Of the proofs that somebody ran. */
  readonly verdict: Verdict | undefined;
  readonly standing: Standing | undefined;
  /** By node; empty until somebody asked the nodes. */
  readonly nodes: ReadonlyMap<string, NodeStanding>;
}

const unknown: ClusterState = { verdict: undefined, standing: undefined, nodes: new Map() };
const states = new Map<string, ClusterState>();
const changed = new vscode.EventEmitter<vscode.Uri>();

export const onClusterStateChange: vscode.Event<vscode.Uri> = changed.event;

export function clusterState(uri: vscode.Uri): ClusterState {
  return states.get(uri.toString()) ?? unknown;
}

export function updateClusterState(uri: vscode.Uri, change: Partial<ClusterState>): void {
  states.set(uri.toString(), { ...clusterState(uri), ...change });
  changed.fire(uri);
}
