// Heartbeats that stop and come back: what a node believes catches up with what is. COMM_DOWN and COMM_UP are raised
// here and handled later [HB970 MAJ932].

import { at, clearBit, setBit } from "./layout.ts";
import { answering, signals } from "./reach.ts";
import { sayComm } from "./say/paths.ts";
import type { Work } from "./work.ts";

/** Every running node notices everything at once. */
export function notice(work: Work): void {
  const { cells, model } = work;
  const awake = answering(cells);
  for (let node = 0; node < model.nodes.length; node++) {
    if ((awake & (1 << node)) === 0) continue;
    const seen = at(cells, model.layout.sees + node);
    const heard = signals(model, cells, node);
    if (seen === heard) continue;
    for (let peer = 0; peer < model.nodes.length; peer++) {
      const bit = 1 << peer;
      if ((seen & ~heard & bit) !== 0) noticeDown(work, node, peer);
      else if ((heard & ~seen & bit) !== 0) noticeUp(work, node, peer);
    }
  }
}

export function noticeDown(work: Work, node: number, peer: number): void {
  const { cells, model } = work;
  const { layout } = model;
  clearBit(cells, layout.sees + node, peer);
  clearBit(cells, layout.commUpPending + node, peer);
  setBit(cells, layout.quorumPending + node, peer);
  sayComm(work, node, peer, false);
}

/** A path that comes back stops the handling of its loss [SRV990]. */
export function noticeUp(work: Work, node: number, peer: number): void {
  const { cells, model } = work;
  const { layout } = model;
  setBit(cells, layout.sees + node, peer);
  // The flag that inhibits failover is temporary: it goes when communication returns [FLAG75].
  for (const offset of [layout.quorumPending, layout.witnessPending, layout.confirmPending, layout.noFailover]) {
    clearBit(cells, offset + node, peer);
  }
  setBit(cells, layout.commUpPending + node, peer);
  sayComm(work, node, peer, true);
}

/** Whether any running node believes what no longer is. */
export function somethingToNotice(work: Pick<Work, "model" | "cells">): boolean {
  const { cells, model } = work;
  const awake = answering(cells);
  for (let node = 0; node < model.nodes.length; node++) {
    if ((awake & (1 << node)) !== 0 && at(cells, model.layout.sees + node) !== signals(model, cells, node)) return true;
  }
  return false;
}
