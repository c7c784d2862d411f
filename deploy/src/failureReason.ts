// The ways in which the world can refuse, by name.

/** Reasons that the node itself gives, by a code that our remote program prints. */
export const nodeReasons = [
  "not-a-regular-file",
  "hard-linked",
  "no-such-folder",
  "too-large",
  "state-folder-unsafe",
  "locked",
  "same-as-another",
  "write-failed",
  "attributes-not-kept",
  "changed-meanwhile",
  "already-decided",
  "no-such-transaction",
  "no-such-generation",
  "timer-failed",
  "command-missing",
] as const;

export type NodeReason = (typeof nodeReasons)[number];

/** Why no connection came about; `unreachable` when ssh said it in words that we do not know. */
export const connectReasons = [
  "unreachable",
  "name-not-resolved",
  "connection-refused",
  "connect-timed-out",
  "no-route",
  "closed-while-connecting",
  "no-common-algorithm",
] as const;

export type ConnectReason = (typeof connectReasons)[number];

export type FailureReason =
  /** A destination we refuse to hand to ssh. */
  | "bad-destination"
  | ConnectReason
  | "host-key-unknown"
  | "host-key-changed"
  | "authentication"
  /** What our own side lacks: the ssh program, or a configuration it can read. */
  | "ssh-missing"
  | "ssh-misconfigured"
  | "askpass-folder"
  /** ssh would have asked, and its questions cannot be passed on where we run. */
  | "cannot-ask"
  | "sudo-not-allowed"
  /** The connection ended before the answer was whole: it may or may not have happened. */
  | "connection-lost"
  | "timed-out"
  | "garbage"
  | "cancelled"
  | NodeReason;
