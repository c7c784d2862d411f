// The first moment of a run: everything works, every hierarchy is in service on its best living server, mirrors are
// in sync, unless it is said otherwise. What contradicts itself is followed as far as it goes and never throws.

import { at, type Cells, cell, clearBit, newCells, putListBit, setBit } from "./layout.ts";
import type { Model } from "./model.ts";
import { signals } from "./reach.ts";
import type { State } from "./state.ts";
import { timersOf } from "./step.ts";

export type InitialCondition =
  /** Its whole hierarchy; no node: nowhere. */
  | { readonly kind: "active"; readonly tag: string; readonly nodes: readonly string[] }
  /** It was in service there when LifeKeeper last stopped on that node. */
  | { readonly kind: "last-active"; readonly tag: string; readonly node: string }
  | { readonly kind: "down"; readonly node: string }
  /** It runs, has lost every communication path, and holds nothing in service. */
  | { readonly kind: "isolated"; readonly node: string }
  | { readonly kind: "mirror-resyncing"; readonly tag: string; readonly from: string; readonly to: string }
  | { readonly kind: "mirror-source"; readonly tag: string; readonly node: string };

export function initialState(model: Model, given: readonly InitialCondition[] = []): State {
  const cells = initialCells(model, given);
  return { cells, timeMs: 0, timers: timersOf(model, cells, 0, [], undefined), recoveries: [] };
}

export function initialCells(model: Model, given: readonly InitialCondition[]): Cells {
  const cells = newCells(model.layout);
  const nodesWith = (kind: "down" | "isolated"): number =>
    given.reduce((mask, condition) => (condition.kind === kind ? mask | bitOf(model, condition.node) : mask), 0);
  const up = model.everyone & ~nodesWith("down");
  const isolated = up & nodesWith("isolated");
  cells[cell.up] = up;
  cells[cell.running] = up;
  cells[cell.isolated] = isolated;
  cutOff(model, cells, isolated);
  for (let node = 0; node < model.nodes.length; node++) cells[model.layout.sees + node] = signals(model, cells, node);
  markDeadPaths(model, cells);
  placeHierarchies(model, cells, given, up & ~isolated);
  placeMirrors(model, cells, given);
  placeReservations(model, cells);
  return cells;
}

function bitOf(model: Model, name: string): number {
  const node = model.indexOfNode.get(name);
  return node === undefined ? 0 : 1 << node;
}

function cutOff(model: Model, cells: Cells, isolated: number): void {
  for (const [index, link] of model.links.entries()) {
    if ((isolated & ((1 << link.a) | (1 << link.b))) !== 0) {
      putListBit(cells, model.layout.linkDown, index, model.layout.bits, true);
    }
  }
}

/** What has been so for long is already marked. */
function markDeadPaths(model: Model, cells: Cells): void {
  const { layout } = model;
  const words = Math.ceil(model.links.length / layout.bits);
  for (const [index, link] of model.links.entries()) {
    const alive = (at(cells, layout.sees + link.a) & (1 << link.b)) !== 0;
    if (alive) continue;
    for (const [side, node] of [link.a, link.b].entries()) {
      if ((at(cells, cell.running) & (1 << node)) !== 0) {
        putListBit(cells, layout.pathDead + side * words, index, layout.bits, true);
      }
    }
  }
}

function placeHierarchies(model: Model, cells: Cells, given: readonly InitialCondition[], able: number): void {
  const { layout } = model;
  const placed = new Map<number, number>();
  for (const condition of given) {
    if (condition.kind !== "active") continue;
    const component = model.resources[model.indexOfResource.get(condition.tag) ?? -1]?.component;
    if (component === undefined) continue;
    const nodes = condition.nodes.reduce((mask, name) => mask | bitOf(model, name), 0);
    placed.set(component, (placed.get(component) ?? 0) | (nodes & at(cells, cell.up)));
  }
  for (const [number, component] of model.components.entries()) {
    const best = component.servers.find((server) => (able & (1 << server)) !== 0);
    const nodes = placed.get(number) ?? (best === undefined ? 0 : 1 << best);
    for (const resource of component.order) {
      cells[layout.inService + resource] = nodes & (model.resources[resource]?.servers ?? 0);
    }
  }
  for (const condition of given) {
    if (condition.kind !== "last-active") continue;
    const component = model.resources[model.indexOfResource.get(condition.tag) ?? -1]?.component;
    for (const resource of model.components[component ?? -1]?.order ?? []) {
      cells[layout.wanted + resource] = at(cells, layout.wanted + resource) | bitOf(model, condition.node);
    }
  }
}

function placeMirrors(model: Model, cells: Cells, given: readonly InitialCondition[]): void {
  const { layout } = model;
  for (const [mirror, resource] of model.mirrors.entries()) {
    const entry = model.resources[resource];
    if (entry === undefined) continue;
    const servers = entry.source.servers.flatMap(({ node }) => model.indexOfNode.get(node) ?? []);
    const active = servers.find((server) => (at(cells, layout.inService + resource) & (1 << server)) !== 0);
    let source = active ?? servers[0];
    let inSync = entry.servers;
    for (const condition of given) {
      if ((condition.kind !== "mirror-source" && condition.kind !== "mirror-resyncing") || condition.tag !== entry.tag)
        continue;
      source = model.indexOfNode.get(condition.kind === "mirror-source" ? condition.node : condition.from) ?? source;
      if (condition.kind === "mirror-resyncing") inSync &= ~bitOf(model, condition.to);
    }
    // While it is written to, a copy on a node that is off falls behind.
    if (active !== undefined) inSync &= at(cells, cell.up) | (1 << active);
    cells[layout.mirrorInSync + mirror] = inSync;
    if (source === undefined) continue;
    cells[layout.mirrorSource + mirror] = source + 1;
    setBit(cells, layout.mirrorOwner + mirror, source);
    setBit(cells, layout.mirrorInSync + mirror, source);
    if (active !== undefined && active !== source) clearBit(cells, layout.mirrorInSync + mirror, active);
  }
}

function placeReservations(model: Model, cells: Cells): void {
  const { layout } = model;
  for (const [number, resource] of model.reserved.entries()) {
    const active = at(cells, layout.inService + resource);
    cells[layout.reservationHolder + number] = active === 0 ? 0 : 32 - Math.clz32(active);
  }
}
