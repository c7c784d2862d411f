// What the nodes hold, what they should hold, and the steps from one to the other, as data. The dry run is this, worded.

import type { TakesEffect } from "../catalogue/spec.ts";
import type { Localized } from "../locale/localized.ts";
import type { ByteText } from "../text/byteText.ts";
import type { Drift } from "./drift.ts";
import type { DeploymentRecord } from "./nodeFacts.ts";

export interface DeploymentPlan {
  readonly cluster: string;
  readonly mode: "merge" | "replace";
  readonly activate: boolean;
  /** What it goes back to: the result of a deployment, or what was there before it. Undefined: it goes forward. */
  readonly rollback: DeploymentRecord["rollback"];
  /** Those that were asked for, in the order of the cluster file. */
  readonly nodes: readonly NodePlan[];
  /** Nodes of the cluster that are not written: some were read, and some could not be. */
  readonly others: readonly { readonly node: string; readonly read: boolean }[];
  /** Where the file of each of `nodes` goes: what ssh is given, and the path there. */
  readonly goesTo: readonly { readonly node: string; readonly ssh: string; readonly file: string }[];
  /** The changed nodes, in the order in which their files are renamed into place. */
  readonly order: readonly string[];
  /** What changes, by the moment it begins to count. */
  readonly effects: readonly Effect[];
  readonly rollout: Rollout;
  /** A proof that the cluster file asks for does not hold, whether or not that is ignored. */
  readonly proofsViolated: boolean;
  readonly steps: readonly PlanStep[];
  /** Why this plan must not be carried out; empty when it may. */
  readonly refusals: readonly Localized[];
  readonly warnings: readonly Localized[];
}

export interface NodePlan {
  readonly node: string;
  /** Undefined: there is no such file yet. */
  readonly before: ByteText | undefined;
  /** Undefined: the file is taken away; only going back to where there was none does that. */
  readonly after: ByteText | undefined;
  readonly changes: readonly ParameterChange[];
  /** Every name that this deployment answers for, changed or not. */
  readonly sets: readonly string[];
  readonly drift: Drift;
  /** Names that the last deployment set and this one does not; they stay on the node. */
  readonly noLongerSet: readonly string[];
}

export interface ParameterChange {
  readonly name: string;
  readonly before: string | undefined;
  /** Undefined: replace mode takes it away. */
  readonly after: string | undefined;
}

export interface Effect {
  readonly takesEffect: TakesEffect;
  readonly names: readonly string[];
}

/**
 * `all-stopped`: values that must be equal and count at start, so every node stops, is written, and starts.
 * `proved`: every mixed state of this order was explored. `unproved`: it could not be explored to the end.
 * `unsafe`: every order has a mixed state that splits or loses quorum. `trivial`: no mixed state differs in what counts.
 */
export type Rollout =
  | { readonly kind: "trivial" }
  | { readonly kind: "proved"; readonly statesExplored: number; readonly text: Localized }
  | { readonly kind: "unproved"; readonly text: Localized }
  | { readonly kind: "unsafe"; readonly text: Localized }
  | { readonly kind: "all-stopped"; readonly text: Localized };

export interface PlanStep {
  readonly kind: "stage" | "arm" | "stop" | "commit" | "start" | "verify" | "qwk-storage-init" | "confirm" | "later";
  /** Undefined: all nodes at once. */
  readonly node: string | undefined;
  readonly text: Localized;
}

export function isChanged(node: NodePlan): boolean {
  return node.before !== node.after;
}
