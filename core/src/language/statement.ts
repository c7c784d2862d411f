// The shape of what the language knows about one statement of a cluster file: how it is written and what it says.

import type { Localized } from "../locale/localized.ts";

export interface Statement {
  readonly keyword: string;
  /**
   * How it is written: words as they are, `<slot>`, `<slot,>` for a list with commas, `[…]` for what may be left out.
   * Several when the keyword has several forms.
   */
  readonly forms: readonly string[];
  readonly text: Localized;
  /** What completion inserts, with tab stops as `<1:text>` and `<0>`; the keyword alone when there is none. */
  readonly snippet?: string;
  /** The word of the glossary that says more. */
  readonly term?: string;
}

/** The blocks in which statements stand. */
export type BlockKind = "file" | "cluster" | "domain" | "node" | "path" | "storage" | "resource" | "scenario" | "prove";
