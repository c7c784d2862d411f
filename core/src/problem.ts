// What is wrong in a user's file. Returned beside a result, never thrown.

import type { SourceKey } from "./catalogue/sources.ts";
import type { Evidence, Severity } from "./evidence.ts";
import type { Localized } from "./locale/localized.ts";
import type { FileEdit } from "./text/edit.ts";
import type { Span } from "./text/span.ts";

export interface Place {
  readonly file: string;
  readonly span: Span;
}

export interface Fix {
  readonly title: Localized;
  readonly edits: readonly FileEdit[];
  /** True when this is the one right answer: *fix all* applies it. */
  readonly certain: boolean;
}

export interface Problem extends Place {
  /** Permanent, kebab-case; the name of the rule. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why, then what to do. */
  readonly message: Localized;
  readonly evidence: Evidence;
  /** Empty only for problems of syntax, whose source is our own language. */
  readonly sources: readonly SourceKey[];
  readonly related: readonly (Place & { readonly message: Localized })[];
  readonly fixes: readonly Fix[];
  /** Which requirements are not shown to be met because of it. */
  readonly requirements?: readonly string[];
  readonly tag?: "unnecessary" | "deprecated";
}
