// Heartbeats that stop and come back: what a node believes catches up with what is. COMM_DOWN and COMM_UP are raised
// here and handled later [HB970 MAJ932].

import { clearBit, setBit } from "./layout.ts";
import { sayComm } from "./say/paths.ts";
import type { Work } from "./work.ts";

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
