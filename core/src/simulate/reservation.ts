// Shared disks with SCSI reservation: whoever holds the reservation has the disk [KB-SCSI].

import { at, cell, clearBit, hasBit, setBit } from "./layout.ts";
import { sayReservation } from "./say/reservation.ts";
import type { Cause, Work } from "./work.ts";

/** In `reservationPlan`: nobody said how a contest ends, the holder keeps it, or node `plan - 2` wins. */
export const plan = { open: 0, held: 1, wonBy: 2 } as const;

/** True when the disk is this node's now. False while a contest is open, or when it is lost. */
export function claimReservation(work: Work, index: number, node: number, cause: Cause): boolean {
  const { cells, model } = work;
  const { layout } = model;
  const number = model.resources[index]?.reservation ?? -1;
  const holder = at(cells, layout.reservationHolder + number) - 1;
  const contested =
    holder >= 0 && holder !== node && hasBit(cells, cell.up, holder) && hasBit(cells, layout.inService + index, holder);
  if (!contested) {
    cells[layout.reservationHolder + number] = node + 1;
    clearBit(cells, layout.reservationTaken + number, node);
    return true;
  }
  // After the forced restart the former holder does not activate the disk again: no ping-pong [KB-SCSI].
  if (cause === "start") {
    sayReservation(work, node, index, "respected");
    return false;
  }
  setBit(cells, layout.reservationPending + number, node);
  return false;
}

/** The holder finds out at its next disk check. */
export function winReservation(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const number = model.resources[index]?.reservation ?? -1;
  const holder = at(cells, layout.reservationHolder + number) - 1;
  clearBit(cells, layout.reservationPending + number, node);
  if (holder >= 0 && holder !== node) setBit(cells, layout.reservationTaken + number, holder);
  clearBit(cells, layout.reservationTaken + number, node);
  cells[layout.reservationHolder + number] = node + 1;
  sayReservation(work, node, index, "won");
}

export function loseReservation(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const number = model.resources[index]?.reservation ?? -1;
  clearBit(cells, layout.reservationPending + number, node);
  setBit(cells, layout.failed + index, node);
  sayReservation(work, node, index, "lost");
}
