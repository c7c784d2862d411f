// One thing that can be done at a place, as it is offered to the user.

import type { Localized } from "../locale/localized.ts";
import type { Problem } from "../problem.ts";
import type { FileEdit } from "../text/edit.ts";

export interface CodeAction {
  readonly title: Localized;
  readonly kind: "quickfix" | "fix-all";
  readonly edits: readonly FileEdit[];
  /** A file that is made. It is not there yet; if it has appeared meanwhile, it stays as it is. */
  readonly creates?: { readonly file: string; readonly text: Localized };
  /** What it mends; none for *fix all*. */
  readonly problem: Problem | undefined;
  /** True when there is one right answer. */
  readonly preferred: boolean;
}
