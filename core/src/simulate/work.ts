// A state while one event is being applied to it: the only thing in the engine that changes.

import type { Cells } from "./layout.ts";
import type { Model } from "./model.ts";
import type { Recovery } from "./state.ts";
import type { Why } from "./trace.ts";

export interface Work {
  readonly model: Model;
  cells: Cells;
  timeMs: number;
  recoveries: readonly Recovery[];
  /** Undefined while nobody listens: then no reason is built. */
  readonly tracer: Tracer | undefined;
}

export interface Tracer {
  /** `node` -1: nobody acted. What changed since the last call belongs to this reason. */
  tell(node: number, why: Why): void;
}

/** Why LifeKeeper brings something in service. */
export type Cause = "failover" | "start" | "operator" | "switchback";
