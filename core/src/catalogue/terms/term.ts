// The shape of a word of the glossary: a term, a state, an event, a flag, a command.

import type { Evidence } from "../../evidence.ts";
import type { Localized } from "../../locale/localized.ts";
import type { SourceKey } from "../sources.ts";

export type TermGroup =
  | "cluster"
  | "quorum"
  | "state"
  | "event"
  | "flag"
  | "command"
  | "operation"
  | "message"
  | "kit"
  | "product";

export interface Term {
  /** As it is written; for a flag or a command in LifeKeeper's own spelling. Unique, and the anchor of its page. */
  readonly id: string;
  readonly group: TermGroup;
  readonly name: Localized;
  /** Other ways to ask for it. */
  readonly also?: readonly string[];
  readonly text: Localized;
  /** How a command is called, one form a line. */
  readonly syntax?: readonly string[];
  /** Ids of other terms. */
  readonly seeAlso?: readonly string[];
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}
