// One moment of a cluster. Opaque to shells: they read it with read.ts and never touch the encoding.

import type { Cells } from "./layout.ts";

export interface State {
  /** What is discrete: who runs, who sees whom, what is in service. Never changed after it was made. */
  readonly cells: Cells;
  readonly timeMs: number;
  /** What will happen by itself, and when; in the order in which it will. */
  readonly timers: readonly Timer[];
  /** Local recoveries that a temporal recovery policy still counts. */
  readonly recoveries: readonly Recovery[];
}

export interface Timer {
  /** The inside event, encoded by code.ts. */
  readonly code: number;
  readonly dueMs: number;
}

export interface Recovery {
  readonly resource: number;
  readonly node: number;
  readonly timeMs: number;
}
