// What a deployment tells while it runs and when it has ended. Plain data: the editor and the command line word it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";

/**
 * `deployed`: every node holds the new file, verified. `unchanged`: every node held it already. `reverted`: something
 * failed, and every node holds its old file again, verified. `refused`: nothing was changed. `mixed`: none of these
 * could be shown to be true; the report says of each node what is known, and what to do. `healed`: what an earlier run
 * had left was mended, and what was asked for was then not done. Of which nodes it speaks, `message` says.
 */
export type Outcome = "unchanged" | "deployed" | "reverted" | "mixed" | "refused" | "healed";

/**
 * What this run did to what an earlier one had left on a node. `left-as-edited`: somebody else had changed the file,
 * which stays as it is. `failed`: whether it was done is not known.
 */
export interface Mended {
  readonly node: string;
  readonly transaction: string;
  readonly act: "finished" | "put-back" | "tidied" | "left-as-edited" | "failed";
}

/**
 * `changed`: the new file is there. `reverted`: the old one is there again. `edited`: somebody else changed the file
 * meanwhile and ours was never there. `failed`: ours, or what somebody made of it, may still be there.
 */
export type NodeState = "unchanged" | "changed" | "reverted" | "edited" | "failed" | "unknown";

export interface NodeReport {
  readonly node: string;
  readonly state: NodeState;
  /** SHA-256 of the file before and after, `absent`, or undefined when it could not be read. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What is known of it, or why nothing is; without the name of the node. */
  readonly detail: Localized;
  /** What ssh or the node itself said about that, in its own words and safe to show. */
  readonly said?: string;
}

export interface DeployReport {
  readonly outcome: Outcome;
  readonly transaction: string | undefined;
  /** One sentence for a notification. */
  readonly message: Localized;
  /** What to do now; empty when nothing is left to do. */
  readonly advice: readonly Localized[];
  readonly nodes: readonly NodeReport[];
  /** What an earlier run had left, and this one mended; empty when there was nothing. */
  readonly healed: readonly Mended[];
  /** The user said no to the question, or cancelled before anything began. */
  readonly declined: boolean;
  /** Undefined when the nodes could not be read. */
  readonly plan: DeploymentPlan | undefined;
}

export type Phase =
  | "connect"
  | "heal"
  | "read"
  | "plan"
  | "show"
  | "stage"
  | "arm"
  | "stop"
  | "commit"
  | "start"
  | "verify"
  | "activate"
  | "confirm"
  | "revert"
  | "record";

export interface ProgressEvent {
  /** Undefined when the event is about the whole cluster. */
  readonly node: string | undefined;
  readonly phase: Phase;
  /** `goes-on`: a long step is still under way, and the text says how far it is. */
  readonly state: "begins" | "goes-on" | "done" | "failed";
  readonly text: Localized;
}

/** What went over to a node and how it ended; never file contents, never what a user typed. */
export interface AuditEntry {
  readonly at: string;
  readonly transaction: string | undefined;
  readonly node: string | undefined;
  readonly event: string;
  readonly status: string;
  readonly details?: AuditDetails;
}

/** About a run as a whole: its beginning, its plan, what it mended, its end. Hashes, never contents. */
export interface AuditDetails {
  readonly command?: string;
  readonly who?: string | undefined;
  readonly cluster?: string;
  /** SHA-256 that names the plan, as on the nodes. */
  readonly plan?: string;
  /** How far the rollout was proved. */
  readonly proof?: string;
  readonly nodes?: readonly {
    readonly node: string;
    readonly state?: NodeState;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
  readonly healed?: readonly Mended[];
  readonly declined?: boolean;
}

export interface AuditSink {
  write(entry: AuditEntry): void;
}
