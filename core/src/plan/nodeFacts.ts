// What a node said about itself when it was read, as plain data. Nothing here is decided yet.

import type { ByteText } from "../text/byteText.ts";

/** `other`: a directory, a device, a socket, a dangling or endless chain of links. */
export type TargetFile =
  | { readonly kind: "absent" }
  | {
      readonly kind: "file";
      readonly content: ByteText;
      /** Mode, owner and group as `ls -ln` prints them. */
      readonly attributes: string;
      /** The target is a symbolic link, and this is the file behind it. */
      readonly behindLink: string | undefined;
      /** What becomes of an ACL and extended attributes there when the file is replaced; `kept` when not given. */
      readonly extras?: "kept" | "lost" | "unknown";
    }
  | { readonly kind: "other"; readonly what: string };

export interface NodeFacts {
  readonly node: string;
  readonly target: TargetFile;
  /** `absent`: the product's commands are not on the node. */
  readonly lifekeeper: "running" | "stopped" | "absent";
  /** What `lcdstatus -q` printed; undefined when it could not be run. */
  readonly status: string | undefined;
  /** What `lcduname` printed. */
  readonly lifekeeperName: string | undefined;
  readonly unfinished: UnfinishedTransaction | undefined;
  /** Newest last. */
  readonly generations: readonly Generation[];
  /** The last decisions the node wrote down, newest last. */
  readonly journal: readonly JournalLine[];
}

/** Who deployed what and when, as the client that did it wrote it down. */
export interface DeploymentRecord {
  readonly transaction: string;
  readonly cluster: string;
  /** The names this deployment set, so that a later one can tell what is no longer set. */
  readonly names: readonly string[];
  readonly who: string;
  readonly when: string;
  readonly plan: string;
  readonly proof: string;
  /** A rollback says to what it went back: the result of a deployment, or what was there before it. */
  readonly rollback: { readonly part: "before" | "after"; readonly transaction: string } | undefined;
  /** The file on every node of the cluster that was read then, also where it did not change. */
  readonly nodes: readonly NodeHashes[];
  /** The deployments that were the last ones on these nodes when this one was made: an order that needs no clock. */
  readonly follows: readonly string[];
}

/** SHA-256 of a node's file before and after a deployment, or `absent`. */
export interface NodeHashes {
  readonly node: string;
  readonly before: string;
  readonly after: string;
}

export interface Generation {
  readonly number: number;
  readonly record: DeploymentRecord | undefined;
  /** What the deployment wrote; given of the newest confirmed one only. */
  readonly deployed: ByteText | undefined;
  /** The deployment took the file away. */
  readonly removed: boolean;
  /** True when the deployment was confirmed; false when it was reverted but somebody had changed the file meanwhile. */
  readonly confirmed: boolean;
}

export interface UnfinishedTransaction {
  readonly transaction: string;
  readonly record: DeploymentRecord | undefined;
  /** `committed`: the new file is in place; `staged`: the old one is; `foreign`: neither. */
  readonly state: "staged" | "committed" | "foreign";
  readonly decision: "open" | "confirmed" | "reverting";
  /** A connection that began it is still there. */
  readonly held: boolean;
  /** The node will put the old file back by itself. */
  readonly timerArmed: boolean;
}

/** One decision of a node, as it wrote it down when it was made. */
export interface JournalLine {
  readonly when: string;
  readonly transaction: string;
  readonly event: JournalEvent;
}

/**
 * `put`: the new file was in place before it was taken back; without it the parameter file was never touched.
 * `stopping` and `started` speak of LifeKeeper; between the two it is down because of that deployment.
 */
export type JournalEvent =
  | { readonly kind: "confirmed" }
  | {
      readonly kind: "reverted" | "undone";
      readonly by: "client" | "timer";
      readonly file: "old" | "foreign";
      readonly put: boolean;
    }
  | { readonly kind: "stopping" }
  | { readonly kind: "starting" | "started"; readonly by: "client" | "timer" };
