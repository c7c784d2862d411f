// DataKeeper mirrors: who is the source, which copies are good, and what keeps a bad one out of service [P325 P283 P284].

import { at, cell, clearBit, hasBit, setBit } from "./layout.ts";
import { answering, living, replicates, signals } from "./reach.ts";
import { sayMirror } from "./say/mirror.ts";
import type { Cause, Work } from "./work.ts";

export function mayBringUpMirror(work: Work, index: number, node: number, cause: Cause): boolean {
  const { model, cells } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return false;
  const { mirror } = resource;
  if (hasBit(cells, layout.mirrorCorrupt + mirror, node)) {
    sayMirror(work, node, index, "corrupt-stays");
    return false;
  }
  const targets = resource.servers & ~(1 << node);
  const isOwner =
    at(cells, layout.mirrorSource + mirror) === node + 1 || hasBit(cells, layout.mirrorOwner + mirror, node);
  if (isOwner) {
    // A former source that starts and reaches no target cannot know whether a target went on without it [P284].
    if (cause === "start" && targets !== 0 && (targets & living(model, cells, node)) === 0) {
      setBit(cells, layout.mirrorCorrupt + mirror, node);
      sayMirror(work, node, index, "corrupt");
      return false;
    }
    return true;
  }
  if (hasBit(cells, layout.mirrorInSync + mirror, node)) return true;
  sayMirror(work, node, index, "not-in-sync");
  return false;
}

/** The node becomes the source. Copies that it does not reach stay behind from now on. */
export function bringUpMirror(work: Work, index: number, node: number): void {
  const { model, cells } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return;
  const { mirror, servers } = resource;
  const bit = 1 << node;
  const fed = replicates(model, cells, node) & living(model, cells, node);
  const inSync = at(cells, layout.mirrorInSync + mirror);
  const moved = at(cells, layout.mirrorSource + mirror) !== node + 1;
  // Whoever is cut off but runs decides about its own copy when it notices.
  const behind = moved ? servers & ~fed & ~bit : servers & ~answering(cells) & ~bit;
  cells[layout.mirrorInSync + mirror] = (inSync & ~behind) | bit;
  cells[layout.mirrorOwner + mirror] = (at(cells, layout.mirrorOwner + mirror) & ~living(model, cells, node)) | bit;
  cells[layout.mirrorSource + mirror] = node + 1;
  if (moved) sayMirror(work, node, index, "source");
}

/** `node` has finished with the loss of `peer` and took nothing over: whoever writes on leaves the other copy behind. */
export function fallBehind(work: Work, node: number, peer: number): void {
  const { model, cells } = work;
  const { layout } = model;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    const index = model.mirrors[mirror] ?? 0;
    const servers = model.resources[index]?.servers ?? 0;
    if ((servers & (1 << node)) === 0 || (servers & (1 << peer)) === 0) continue;
    const runsHere = hasBit(cells, layout.inService + index, node);
    const runsThere = hasBit(cells, layout.inService + index, peer) && hasBit(cells, cell.up, peer);
    if (runsHere && (answering(cells) & (1 << peer)) === 0)
      leaveBehind(work, index, mirror, { source: node, target: peer });
    else if (runsThere && !runsHere && (signals(model, cells, node) & (1 << peer)) === 0) {
      leaveBehind(work, index, mirror, { source: peer, target: node });
    }
  }
}

/** Heartbeats still come over a serial line, so that nobody notices anything, and nothing is replicated any more. */
export function starveTargets(work: Work): void {
  const { model, cells } = work;
  if (!model.hasTty) return;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    const index = model.mirrors[mirror] ?? 0;
    const source = at(cells, model.layout.mirrorSource + mirror) - 1;
    if (source < 0 || !hasBit(cells, model.layout.inService + index, source)) continue;
    const starved =
      signals(model, cells, source) & ~replicates(model, cells, source) & ~at(cells, model.layout.inService + index);
    for (let node = 0; node < model.nodes.length; node++) {
      if ((starved & (model.resources[index]?.servers ?? 0) & (1 << node)) !== 0)
        leaveBehind(work, index, mirror, { source, target: node });
    }
  }
}

/** It is the source that writes on and remembers what the target misses; the target may be off. */
function leaveBehind(work: Work, index: number, mirror: number, ends: { source: number; target: number }): void {
  const place = work.model.layout.mirrorInSync + mirror;
  if (!hasBit(work.cells, place, ends.target)) return;
  clearBit(work.cells, place, ends.target);
  sayMirror(work, ends.source, index, "behind", ends.target);
}

/** Both wrote while they could not see each other: one side's writes are discarded. */
export function meetAgain(work: Work, node: number, peer: number): void {
  const { model, cells } = work;
  const { layout } = model;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    const index = model.mirrors[mirror] ?? 0;
    const place = layout.inService + index;
    if (hasBit(cells, place, node) && hasBit(cells, place, peer) && at(cells, layout.mirrorLost + mirror) === 0) {
      cells[layout.mirrorLost + mirror] = 1;
      sayMirror(work, node, index, "discarded");
    }
  }
}

/**
 * The source leaves while the other side of a split goes on: that side is the source from now on, and what was written
 * here meanwhile is discarded when the two meet [BLOG2012].
 */
export function passSource(work: Work, index: number, node: number): void {
  const { model, cells } = work;
  const { layout } = model;
  const mirror = model.resources[index]?.mirror ?? -1;
  if (mirror < 0 || at(cells, layout.mirrorSource + mirror) !== node + 1) return;
  const going = at(cells, layout.inService + index) & at(cells, cell.up) & ~(1 << node);
  if (going === 0) return;
  const heir = 31 - Math.clz32(going & -going);
  cells[layout.mirrorSource + mirror] = heir + 1;
  cells[layout.mirrorInSync + mirror] = 1 << heir;
  setBit(cells, layout.mirrorOwner + mirror, heir);
  cells[layout.mirrorLost + mirror] = 1;
  sayMirror(work, heir, index, "discarded");
}

/** Copies that are being brought up to date now. */
export function resyncing(work: Pick<Work, "model" | "cells">, mirror: number): number {
  const { model, cells } = work;
  const { layout } = model;
  const index = model.mirrors[mirror] ?? 0;
  const source = at(cells, layout.mirrorSource + mirror) - 1;
  if (source < 0 || !hasBit(cells, layout.inService + index, source)) return 0;
  const servers = model.resources[index]?.servers ?? 0;
  const missing = servers & ~at(cells, layout.mirrorInSync + mirror) & ~at(cells, layout.inService + index);
  return missing === 0 ? 0 : missing & replicates(model, cells, source);
}

export function finishResync(work: Work, index: number, node: number): void {
  const { model, cells } = work;
  const { layout } = model;
  const mirror = model.resources[index]?.mirror ?? -1;
  if (mirror < 0) return;
  setBit(cells, layout.mirrorInSync + mirror, node);
  clearBit(cells, layout.mirrorOwner + mirror, node);
  clearBit(cells, layout.mirrorCorrupt + mirror, node);
  sayMirror(work, node, index, "in-sync");
}

/** A former source that sees the current one becomes its target: its flag goes [P283]. */
export function becomeTarget(work: Work, node: number, peer: number): void {
  const { model, cells } = work;
  const { layout } = model;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    const index = model.mirrors[mirror] ?? 0;
    const active = at(cells, layout.inService + index);
    const isSource = at(cells, layout.mirrorSource + mirror) === peer + 1;
    if (isSource && (active & (1 << peer)) !== 0 && (active & (1 << node)) === 0) {
      if (hasBit(cells, layout.mirrorOwner + mirror, node)) {
        clearBit(cells, layout.mirrorOwner + mirror, node);
        sayMirror(work, node, index, "target");
      }
    }
  }
}

export function breakMirror(work: Work, index: number): void {
  const { model, cells } = work;
  const mirror = model.resources[index]?.mirror ?? -1;
  if (mirror < 0) return;
  const source = at(cells, model.layout.mirrorSource + mirror);
  cells[model.layout.mirrorInSync + mirror] = source === 0 ? 0 : 1 << (source - 1);
  sayMirror(work, source - 1, index, "broken");
}

/** Force Mirror Online: the flag goes, this copy counts from now on, every other one is filled from it. */
export function forceMirror(work: Work, index: number, node: number): void {
  const { model, cells } = work;
  const { layout } = model;
  const mirror = model.resources[index]?.mirror ?? -1;
  if (mirror < 0) return;
  const isOwner = hasBit(cells, layout.mirrorOwner + mirror, node);
  if (!isOwner && !hasBit(cells, layout.mirrorInSync + mirror, node)) cells[layout.mirrorLost + mirror] = 1;
  cells[layout.mirrorCorrupt + mirror] = 0;
  cells[layout.mirrorInSync + mirror] = 1 << node;
  cells[layout.mirrorOwner + mirror] = 1 << node;
  cells[layout.mirrorSource + mirror] = node + 1;
  sayMirror(work, node, index, "forced");
}
