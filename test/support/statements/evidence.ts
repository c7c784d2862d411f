// What is known of one run when it has ended: what was asked, what was said, and what the nodes really held before and
// after. The laws judge by this and by nothing else.

import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import type { Deed } from "../../../deploy/testNodes/memoryNode.ts";
import type { Wanted } from "./configurations.ts";
import type { Command } from "./sequence.ts";
import type { Told } from "./told.ts";

export interface Snapshot {
  readonly file: ByteText | undefined;
  readonly running: boolean;
}

export type Snapshots = ReadonlyMap<string, Snapshot>;

/** What a deployment made of the nodes, as it was when it ended; a node that joined later is not there. */
export interface Past {
  readonly transaction: string;
  readonly before: ReadonlyMap<string, ByteText | undefined>;
  readonly after: ReadonlyMap<string, ByteText | undefined>;
}

export interface Happened {
  readonly command: Command;
  /** All nodes of the cluster, by its file. */
  readonly names: readonly string[];
  /** Those that were asked for. */
  readonly chosen: readonly string[];
  /** Of a deployment: what is to be written. */
  readonly wanted: Wanted | undefined;
  readonly before: Snapshots;
  readonly after: Snapshots;
  /** What happened on each node during the run, in order. */
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  /** Transactions that this run began. */
  readonly own: ReadonlySet<string>;
  /** Transactions that some node of the cluster had confirmed before. */
  readonly keptBefore: ReadonlySet<string>;
  /** What was answered to the question; undefined when nothing was asked. */
  readonly answered: boolean | undefined;
  /** Undefined: the client died before it could say anything. */
  readonly told: Told | undefined;
}

export interface Evidence extends Happened {
  /** Of a rollback: the states of the cluster that may be meant. */
  readonly targets: readonly Past["after"][];
}

/** A law that does not hold. */
export interface Untrue {
  readonly law: string;
  readonly what: string;
}
