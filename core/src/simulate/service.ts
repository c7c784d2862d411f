// Bringing resources in service and taking them out. Children come in service first, parents go out first
// [KB-FLOW P69]; a step that fails ends the restore there [KB-FLOW].

import { at, cell, clearBit, hasBit, hasListBit, history, setBit } from "./layout.ts";
import { bringUpMirror, mayBringUpMirror, passSource } from "./mirror.ts";
import { living, signals } from "./reach.ts";
import { claimReservation } from "./reservation.ts";
import { sayRemoved, sayRemoveFailed, sayRestored, sayRestoreFailed } from "./say/service.ts";
import type { Cause, Work } from "./work.ts";

/** Bottom-up what this node is a server of. True when all of it is in service there. */
export function restoreComponent(work: Work, component: number, node: number, cause: Cause): boolean {
  // A node that is stopping brings nothing in service.
  if (hasBit(work.cells, cell.stopping, node)) return false;
  return restoreInOrder(work, work.model.components[component]?.order ?? [], node, cause, true);
}

/** Some resources of one hierarchy, in any order. */
export function restoreAll(work: Work, resources: readonly number[], node: number, cause: Cause): boolean {
  const component = work.model.resources[resources[0] ?? -1]?.component ?? -1;
  const order = work.model.components[component]?.order ?? [];
  return restoreInOrder(
    work,
    order.filter((index) => resources.includes(index)),
    node,
    cause,
    false,
  );
}

/**
 * A step that fails ends the restore [KB-FLOW]. What stands beside it in the order is tried first: which of those is
 * written before the other decides nothing.
 */
function restoreInOrder(
  work: Work,
  order: readonly number[],
  node: number,
  cause: Cause,
  skipsOthers: boolean,
): boolean {
  const { cells, model } = work;
  let failedAt = -1;
  for (let position = 0; position < order.length; position++) {
    const index = order[position] ?? 0;
    const resource = model.resources[index];
    if (resource === undefined || hasBit(cells, model.layout.inService + index, node)) continue;
    if (skipsOthers && (resource.servers & (1 << node)) === 0) continue;
    if (failedAt >= 0) {
      if (resource.startStep !== failedAt) return false;
      if (!areUp(work, resource.children, node)) continue;
    }
    if (!restore(work, index, node, cause)) failedAt = resource.startStep;
  }
  return failedAt < 0;
}

function areUp({ cells, model }: Work, resources: readonly number[], node: number): boolean {
  for (let position = 0; position < resources.length; position++) {
    if (!hasBit(cells, model.layout.inService + (resources[position] ?? 0), node)) return false;
  }
  return true;
}

function restore(work: Work, index: number, node: number, cause: Cause): boolean {
  const { model, cells } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return false;
  if (hasBit(cells, layout.inService + index, node)) return true;
  if ((resource.servers & (1 << node)) === 0) {
    sayRestoreFailed(work, node, index, "no-server");
    return false;
  }
  for (const child of resource.children) {
    if (!hasBit(cells, layout.inService + child, node)) {
      sayRestoreFailed(work, node, index, "child");
      return false;
    }
  }
  if (hasBit(cells, layout.refuseRestore + index, node)) {
    clearBit(cells, layout.refuseRestore + index, node);
    return fail(work, index, node, "refused");
  }
  if (resource.isAddress && isAddressTaken(work, index, node)) return fail(work, index, node, "address");
  if (resource.mirror >= 0 && !mayBringUpMirror(work, index, node, cause)) return false;
  if (resource.reservation >= 0 && !claimReservation(work, index, node, cause)) return false;
  if (resource.mirror >= 0) bringUpMirror(work, index, node);
  const elsewhere = at(cells, layout.inService + index) & ~(1 << node);
  setBit(cells, layout.inService + index, node);
  for (const offset of [layout.failed, layout.full, layout.failing, layout.failingBeyond]) {
    clearBit(cells, offset + index, node);
  }
  if (cause === "failover" && (resource.isRoot || elsewhere !== 0)) cells[layout.keyLength + history.failover] = 1;
  sayRestored(work, node, index, cause);
  return true;
}

function fail(work: Work, index: number, node: number, how: "refused" | "address"): false {
  setBit(work.cells, work.model.layout.failed + index, node);
  sayRestoreFailed(work, node, index, how);
  return false;
}

/**
 * The duplicate check of a protected address: it sees the other side over the network that the file names
 * [IPOPS990 DKIO941J BLOG2012]; where it names none, whether it does is a reading.
 */
function isAddressTaken(work: Work, index: number, node: number): boolean {
  const { model, cells } = work;
  if ((model.skipsAddressCheck & (1 << node)) !== 0) return false;
  const cutOff = at(cells, cell.isolated);
  if ((cutOff & (1 << node)) !== 0) return false;
  const elsewhere = at(cells, model.layout.inService + index) & at(cells, cell.up) & ~cutOff & ~(1 << node);
  if (elsewhere === 0) return false;
  const network = model.resources[index]?.network;
  if (network !== undefined) return !hasListBit(cells, model.layout.networkDown, network, model.layout.bits);
  return model.readings["address-check"] === "seen";
}

/** Top-down. False when a step failed: what is below it stays in service. */
export function removeAll(work: Work, resources: readonly number[], node: number): boolean {
  const { cells, model } = work;
  const { layout } = model;
  for (let position = resources.length - 1; position >= 0; position--) {
    const index = resources[position] ?? 0;
    if (!hasBit(cells, layout.inService + index, node)) continue;
    if (hasBit(cells, layout.refuseRemove + index, node)) {
      clearBit(cells, layout.refuseRemove + index, node);
      sayRemoveFailed(work, node, index);
      return false;
    }
    for (const offset of [layout.inService, layout.full, layout.failing, layout.failingBeyond]) {
      clearBit(cells, offset + index, node);
    }
    if (model.mirrors.length > 0) passSource(work, index, node);
    sayRemoved(work, node, index);
  }
  return true;
}

export function removeComponent(work: Work, component: number, node: number): boolean {
  return removeAll(work, work.model.components[component]?.order ?? [], node);
}

/** Nodes on which any resource of the hierarchy is in service. */
export function activeOn(work: Work, component: number): number {
  const { cells, model } = work;
  const order = model.components[component]?.order ?? [];
  let mask = 0;
  for (let position = 0; position < order.length; position++) {
    mask |= at(cells, model.layout.inService + (order[position] ?? 0));
  }
  return mask;
}

export function holdsAnything(work: Work, node: number): boolean {
  const { cells, model } = work;
  for (let resource = 0; resource < model.resources.length; resource++) {
    if (hasBit(cells, model.layout.inService + resource, node)) return true;
  }
  return false;
}

/** What is in service when a node stops is what it starts again [KB-AUTO]. */
export function rememberWhatRuns(work: Work, node: number): void {
  const { cells, model } = work;
  const { inService, wanted } = model.layout;
  for (let resource = 0; resource < model.resources.length; resource++) {
    if (hasBit(cells, inService + resource, node)) setBit(cells, wanted + resource, node);
    else clearBit(cells, wanted + resource, node);
  }
}

/** The best-priority server among `candidates`; -1 when there is none. */
export function bestServer(work: Work, component: number, candidates: number): number {
  const servers = work.model.components[component]?.servers ?? [];
  for (let position = 0; position < servers.length; position++) {
    const server = servers[position] ?? 0;
    if ((candidates & (1 << server)) !== 0 && !isSkipped(work, component, server)) return server;
  }
  return -1;
}

function isSkipped(work: Work, component: number, node: number): boolean {
  const order = work.model.components[component]?.order ?? [];
  for (let position = 0; position < order.length; position++) {
    if (hasBit(work.cells, work.model.layout.failed + (order[position] ?? 0), node)) {
      return work.model.readings["standby-osf"] === "skipped";
    }
  }
  return false;
}

/** Servers that `node` sees and that answer it. */
export function reachableServers(work: Work, node: number): number {
  return living(work.model, work.cells, node) & (signals(work.model, work.cells, node) | (1 << node));
}

/** The resource and what it needs, children first. */
export function below(work: Work, resource: number): readonly number[] {
  return closure(resource, (index) => work.model.resources[index]?.children ?? []);
}

/** What needs any of these, parents last; with themselves. */
export function withParents(work: Work, resources: readonly number[]): readonly number[] {
  const found = new Set(resources.flatMap((index) => closure(index, (at) => work.model.resources[at]?.parents ?? [])));
  const component = work.model.resources[resources[0] ?? -1]?.component ?? -1;
  return (work.model.components[component]?.order ?? []).filter((index) => found.has(index));
}

function closure(start: number, next: (index: number) => readonly number[]): readonly number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    for (const further of next(index)) visit(further);
    order.push(index);
  };
  visit(start);
  return order;
}
