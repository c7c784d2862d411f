// What differs between two moments, in the words of a trace.

import { at, type Cells, cell, hasBit, hasListBit } from "./layout.ts";
import type { Model } from "./model.ts";
import { reachesHost, reachesStorage } from "./reach.ts";
import { conditionOf, namesOf, stateOf } from "./read.ts";
import type { Change } from "./trace.ts";

export function changesBetween(model: Model, before: Cells, after: Cells): readonly Change[] {
  if (isSame(before, after)) return [];
  const changes: Change[] = [];
  nodeChanges(model, before, after, changes);
  linkChanges(model, before, after, changes);
  viewChanges(model, before, after, changes);
  flagChanges(model, before, after, changes);
  resourceChanges(model, before, after, changes);
  diskChanges(model, before, after, changes);
  return changes;
}

function isSame(a: Cells, b: Cells): boolean {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}

function nodeChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  for (const [index, node] of model.nodes.entries()) {
    const [from, to] = [conditionOf({ cells: before }, index), conditionOf({ cells: after }, index)];
    if (from !== to) changes.push({ kind: "node", node, from, to });
  }
}

function linkChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  const { layout } = model;
  for (const [index, network] of model.networks.entries()) {
    const down = hasListBit(after, layout.networkDown, index, layout.bits);
    if (down !== hasListBit(before, layout.networkDown, index, layout.bits)) {
      changes.push({ kind: "network", network, up: !down });
    }
  }
  const words = Math.ceil(model.links.length / layout.bits);
  for (const [index, link] of model.links.entries()) {
    const [a, b] = [model.nodes[link.a] ?? "", model.nodes[link.b] ?? ""];
    const down = hasListBit(after, layout.linkDown, index, layout.bits);
    if (down !== hasListBit(before, layout.linkDown, index, layout.bits)) {
      changes.push({ kind: "link", between: [a, b], index: link.number, up: !down });
    }
    for (const side of [0, 1]) {
      const dead = hasListBit(after, layout.pathDead + side * words, index, layout.bits);
      if (dead === hasListBit(before, layout.pathDead + side * words, index, layout.bits)) continue;
      const [node, peer] = side === 0 ? [a, b] : [b, a];
      changes.push({ kind: "path", node, peer, index: link.number, to: dead ? "DEAD" : "ALIVE" });
    }
  }
  for (const [index, node] of model.nodes.entries()) {
    const reached = reachesStorage(model, after, index);
    if (hasBit(after, cell.storageLost, index) !== hasBit(before, cell.storageLost, index)) {
      changes.push({ kind: "storage", node, reached });
    }
    for (let number = 0; model.storages.length > 1 && number < model.storages.length; number++) {
      const gone = layout.storageGone + number;
      if (hasBit(after, gone, index) === hasBit(before, gone, index)) continue;
      const storage = model.storages[number]?.name ?? "";
      changes.push({ kind: "storage", node, storage, reached: reachesStorage(model, after, index, number) });
    }
    for (const [number, host] of model.hosts.entries()) {
      if (hasBit(after, layout.hostLost + number, index) !== hasBit(before, layout.hostLost + number, index)) {
        changes.push({ kind: "host", host: host.name, node, reached: reachesHost(model, after, index, number) });
      }
    }
  }
}

function viewChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  for (const [index, node] of model.nodes.entries()) {
    // A node that went off sees nothing; that it went off is said already.
    if (!hasBit(after, cell.running, index)) continue;
    const [from, to] = [at(before, model.layout.sees + index), at(after, model.layout.sees + index)];
    if (from === to) continue;
    for (const [other, peer] of model.nodes.entries()) {
      const seen = (to & (1 << other)) !== 0;
      if (seen !== ((from & (1 << other)) !== 0)) {
        changes.push({ kind: "view", node, peer, to: seen ? "ALIVE" : "DEAD" });
      }
    }
  }
}

function flagChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  const { layout } = model;
  for (const [index, node] of model.nodes.entries()) {
    for (const [other, peer] of model.nodes.entries()) {
      const set = hasBit(after, layout.noFailover + index, other);
      if (set !== hasBit(before, layout.noFailover + index, other)) {
        changes.push({ kind: "flag", node, flag: `!nofailover!${peer}`, set });
      }
    }
    for (const resource of model.resources) {
      if (resource.mirror < 0) continue;
      for (const [offset, suffix] of [
        [layout.mirrorOwner, "last_owner"],
        [layout.mirrorCorrupt, "data_corrupt"],
      ] as const) {
        const set = hasBit(after, offset + resource.mirror, index);
        if (set !== hasBit(before, offset + resource.mirror, index)) {
          changes.push({ kind: "flag", node, flag: `${resource.tag}_${suffix}`, set });
        }
      }
    }
  }
}

function resourceChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  const { inService, full, failed } = model.layout;
  for (let index = 0; index < model.resources.length; index++) {
    if (isUnchanged(before, after, [inService + index, full + index, failed + index])) continue;
    const tag = model.resources[index]?.tag ?? "";
    for (const [place, node] of model.nodes.entries()) {
      const [from, to] = [
        stateOf(model, { cells: before }, index, place),
        stateOf(model, { cells: after }, index, place),
      ];
      if (from !== to) changes.push({ kind: "resource", tag, node, from, to });
    }
  }
}

function isUnchanged(before: Cells, after: Cells, places: readonly number[]): boolean {
  return places.every((place) => before[place] === after[place]);
}

function diskChanges(model: Model, before: Cells, after: Cells, changes: Change[]): void {
  const { layout } = model;
  for (const { tag, mirror, reservation } of model.resources) {
    if (mirror >= 0) {
      const [source, inSync] = [layout.mirrorSource + mirror, layout.mirrorInSync + mirror];
      if (before[source] !== after[source] || before[inSync] !== after[inSync]) {
        const node = at(after, source);
        changes.push({
          kind: "mirror",
          tag,
          source: node === 0 ? undefined : model.nodes[node - 1],
          inSync: namesOf(model, at(after, inSync)),
        });
      }
    }
    if (reservation >= 0) {
      const holder = at(after, layout.reservationHolder + reservation);
      if (holder !== at(before, layout.reservationHolder + reservation)) {
        changes.push({ kind: "reservation", tag, holder: holder === 0 ? undefined : model.nodes[holder - 1] });
      }
    }
  }
}
