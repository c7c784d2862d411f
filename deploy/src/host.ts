// The small port to one node. The OpenSSH host carries it over the wire, the in-memory host plays a node for tests;
// the transaction knows only this.

import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { ByteText } from "@lkcluster/core/text/byteText.ts";
import type { HostFailure } from "./failure.ts";

export interface Destination {
  readonly node: string;
  /** What is handed to ssh: `user@host:port`, an address, or an alias of the SSH configuration. */
  readonly ssh: string;
  /** The parameter file on the node. */
  readonly file: string;
}

/** Makes the port to a node; `openSshHosts` in openssh/host.ts for real ones. */
export type Hosts = (destination: Destination) => Host;

/** One node that can be connected to. */
export interface Host {
  readonly node: string;
  /** A person may have to answer something before a connection stands: it takes as long as they type. */
  readonly asks?: boolean;
  /** Opens a connection of its own, never a shared one: verifying must not trust an old connection. */
  connect(signal?: AbortSignal): Promise<Connection | HostFailure>;
}

export interface Connection {
  readonly kind: "connection";
  request<R extends Request>(request: R): Promise<Answer<R> | HostFailure>;
  /** Ends the connection. Never fails. */
  close(): Promise<void>;
}

export type Request =
  | { readonly kind: "read" }
  /** What LifeKeeper's own commands show there, for an import. Runs only commands that print. */
  | { readonly kind: "show" }
  /** Takes the lock, keeps the old file, writes the new one beside it, and gives both back to be compared. */
  | {
      readonly kind: "stage";
      readonly transaction: string;
      /** One line of JSON: the record. */
      readonly record: string;
      /** Undefined: the file is to be taken away. */
      readonly content: ByteText | undefined;
    }
  /** From now on the node puts the old file back by itself unless it is confirmed in time. */
  | { readonly kind: "arm"; readonly transaction: string; readonly seconds: number }
  /** Starts the node's countdown again. */
  | { readonly kind: "renew"; readonly transaction: string }
  /** Renames the new file into place, if the old one is still what was staged. */
  | { readonly kind: "commit"; readonly transaction: string }
  /** The new file stays; the old one becomes a generation; timer and lock go. */
  | { readonly kind: "confirm"; readonly transaction: string }
  /** The old file comes back if it is not there; timer, lock and staged files go. */
  | { readonly kind: "revert"; readonly transaction: string }
  /** The file that a generation replaced, or undefined when there was none. */
  | { readonly kind: "generation"; readonly number: number }
  /** Stopping and starting are written down on the node, and its timer starts again what this transaction stopped. */
  | { readonly kind: "lifekeeper"; readonly transaction: string; readonly command: LifekeeperCommand }
  /** From now on the timer starts nothing: another node may already run on the new values. */
  | { readonly kind: "stay-down"; readonly transaction: string };

export type LifekeeperCommand = "stop-keeping-applications" | "start" | "qwk-storage-init";

interface Answers {
  readonly read: { readonly kind: "read"; readonly facts: NodeFacts };
  /** Every command with the line in which it was typed, as `readOutput` in core takes it. */
  readonly show: { readonly kind: "shown"; readonly output: ByteText };
  readonly stage: {
    readonly kind: "staged";
    readonly old: ByteText | undefined;
    readonly written: ByteText | undefined;
  };
  readonly arm: { readonly kind: "armed"; readonly by: "systemd" | "process" };
  readonly renew: { readonly kind: "renewed" };
  readonly commit: { readonly kind: "committed" };
  readonly confirm: { readonly kind: "confirmed"; readonly generation: number };
  /** `foreign`: the file was neither old nor new, so it was left alone and the old one was kept as a generation. */
  readonly revert: { readonly kind: "reverted"; readonly file: "old" | "foreign" };
  readonly generation: {
    readonly kind: "generation";
    /** Undefined: there was no file. */
    readonly replaced: ByteText | undefined;
    /** Undefined: the file was taken away. */
    readonly deployed: ByteText | undefined;
  };
  readonly lifekeeper: { readonly kind: "ran"; readonly status: number; readonly output: string };
  readonly "stay-down": { readonly kind: "stays-down" };
}

export type Answer<R extends Request> = Answers[R["kind"]];
