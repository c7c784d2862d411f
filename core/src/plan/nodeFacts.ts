// What a node said about itself when it was read, as plain data. Nothing here is decided yet.

import type { ByteText } from "./byteText.ts";

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
  /** A rollback says which generation it went back to. */
  readonly rollbackTo: number | undefined;
}

export interface Generation {
  readonly number: number;
  readonly record: DeploymentRecord | undefined;
  /** What the deployment wrote. */
  readonly deployed: ByteText | undefined;
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
