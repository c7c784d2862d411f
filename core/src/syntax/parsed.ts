// What every parser returns: a tree, always, and the problems beside it.

import type { Problem } from "../problem.ts";

export interface Parsed<Tree> {
  readonly file: string;
  readonly text: string;
  readonly tree: Tree;
  readonly problems: readonly Problem[];
}
