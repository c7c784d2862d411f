// How many faults of which kinds a search tries.

import { countedAs, type FaultKind } from "../language/actions.ts";
import { isDeed, kindOf, operationOf } from "../simulate/code.ts";
import { listFaults, listThaws } from "../simulate/faults.ts";
import type { Cells } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";

/** At most so many faults of these kinds, counted together. */
export interface Bound {
  readonly faultsMax: number;
  readonly kinds: readonly FaultKind[];
}

export interface Spent {
  /** Faults that have happened. */
  readonly depth: number;
  /** By bound, when there are several. */
  readonly spent: Uint8Array;
}

export function listFaultsWithin(
  model: Model,
  cells: Cells,
  bounds: readonly Bound[],
  { depth, spent }: Spent,
  out: number[],
): void {
  out.length = 0;
  const [only] = bounds;
  if (bounds.length === 1 && only !== undefined) {
    if (depth < only.faultsMax) listFaults(model, cells, only.kinds, out);
  } else {
    // A kind named by several bounds must have room in each of them.
    const full = new Set(bounds.flatMap((bound, index) => ((spent[index] ?? 0) < bound.faultsMax ? [] : bound.kinds)));
    const open = new Set(bounds.flatMap(({ kinds }) => kinds.filter((kind) => !full.has(kind))));
    listFaults(model, cells, [...open], out);
  }
}

/** What costs no fault: nodes that froze go on. */
export function listFreeWithin(model: Model, cells: Cells, bounds: readonly Bound[], out: number[]): void {
  out.length = 0;
  if (bounds.some(({ kinds }) => kinds.includes("freeze"))) listThaws(model, cells, out);
}

/** Takes a fault off every bound that counts its kind. */
export function spend(bounds: readonly Bound[], code: number, used: Uint8Array): void {
  if (used.length === 0) return;
  const kind = kindOfFault(code);
  for (const [index, bound] of bounds.entries()) {
    if (kind !== undefined && bound.kinds.includes(kind)) used[index] = (used[index] ?? 0) + 1;
  }
}

/** True when all of these are faults that a proof with these bounds may try in one run. */
export function isWithin(bounds: readonly Bound[], codes: readonly number[]): boolean {
  const used = new Uint8Array(bounds.length);
  for (const code of codes) {
    const kind = kindOfFault(code);
    if (kind === undefined || !bounds.some(({ kinds }) => kinds.includes(kind))) return false;
    spend(bounds, code, used);
  }
  return bounds.every(({ faultsMax }, index) => (used[index] ?? 0) <= faultsMax);
}

function kindOfFault(code: number): FaultKind | undefined {
  const kind = kindOf(operationOf(code));
  return kind === undefined || !isDeed(kind) ? undefined : countedAs(kind);
}
