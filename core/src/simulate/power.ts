// Machines that go off and come back.

import { cell, clearBit, hasBit, history, setBit } from "./layout.ts";
import { passSource } from "./mirror.ts";
import { sayForcedRestart } from "./say/power.ts";
import { rememberWhatRuns } from "./service.ts";
import type { Work } from "./work.ts";

/** Off at once: no shutdown task, no removal. What ran is remembered and starts with the next start. */
export function powerOff(work: Work, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  // Where LifeKeeper was stopped before, what that stop remembered counts: it was the last one [KB-AUTO].
  if (hasBit(cells, cell.running, node) && !hasBit(cells, cell.stopping, node)) rememberWhatRuns(work, node);
  for (let resource = 0; resource < model.resources.length; resource++) {
    for (const offset of [layout.inService, layout.full, layout.failing, layout.failingBeyond]) {
      clearBit(cells, offset + resource, node);
    }
  }
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) passSource(work, model.mirrors[mirror] ?? 0, node);
  leaveCluster(work, node);
  for (const index of [cell.up, cell.frozen, cell.keeping, cell.starting, cell.halted, cell.restarting]) {
    clearBit(cells, index, node);
  }
}

/** LifeKeeper no longer runs: nothing is seen, nothing is pending. */
export function leaveCluster(work: Work, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  clearBit(cells, cell.running, node);
  clearBit(cells, cell.stopping, node);
  for (const offset of [
    layout.sees,
    layout.quorumPending,
    layout.witnessPending,
    layout.confirmPending,
    layout.commUpPending,
    layout.noFailover,
  ]) {
    cells[offset + node] = 0;
  }
  for (let number = 0; number < model.reserved.length; number++) {
    clearBit(cells, layout.reservationPending + number, node);
    clearBit(cells, layout.reservationTaken + number, node);
  }
}

/** Goes off and comes back by itself. */
export function restart(work: Work, node: number): void {
  powerOff(work, node);
  setBit(work.cells, cell.restarting, node);
  setBit(work.cells, work.model.layout.keyLength + history.rebooted, node);
}

/** A removal failed, or the reservation was taken: the node is restarted by force [KB-FLOW KB-SCSI]. */
export function forcedRestart(work: Work, node: number, because: "removal" | "reservation"): void {
  restart(work, node);
  sayForcedRestart(work, node, because);
}

export function powerOn(work: Work, node: number): void {
  const { cells } = work;
  for (const index of [cell.halted, cell.restarting]) clearBit(cells, index, node);
  setBit(cells, cell.up, node);
  setBit(cells, cell.starting, node);
}
