// What an expectation may look at: the state, and what the run remembers of the way there.

import type { StateView } from "../read.ts";

export interface Moment {
  readonly view: StateView;
  readonly lastActionMs: number;
  /** Since when the resource is in service where it is now. */
  activeSinceMs(tag: string): number;
  /** The answer of a quorum check made now. */
  holdsQuorumNow(node: string): boolean;
  /** The first settled moment with something in service twice. */
  readonly split: { readonly tag: string; readonly nodes: readonly string[]; readonly timeMs: number } | undefined;
}
