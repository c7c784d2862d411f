// Whom a node asks about a suspect, and what they say [QW9J P134 STO981J].

import { at, type Cells, cell, hasBit } from "./layout.ts";
import type { Model } from "./model.ts";
import { reachesObject, signals } from "./reach.ts";

type Moment = { readonly model: Model; readonly cells: Cells };

/** Nodes that can be asked: those this node sees and that answer. */
export function witnesses(work: Moment, node: number, peer: number): number {
  return at(work.cells, work.model.layout.sees + node) & signals(work.model, work.cells, node) & ~(1 << peer);
}

/** Those among `asked` that say the suspect has not failed. */
export function seeingAlive(work: Moment, asked: number, peer: number): number {
  const { model, cells } = work;
  let alive = 0;
  for (let witness = 0; witness < model.nodes.length; witness++) {
    if ((asked & (1 << witness)) === 0) continue;
    if (hasBit(cells, model.layout.sees + witness, peer)) alive |= 1 << witness;
  }
  return alive;
}

/** Those among `witnesses` that still hear the suspect: whoever is asked again will say nothing else in the end. */
function hearing(work: Moment, asked: number, peer: number): number {
  let heard = 0;
  for (let witness = 0; witness < work.model.nodes.length; witness++) {
    if ((asked & (1 << witness)) !== 0 && hears(work, witness, peer)) heard |= 1 << witness;
  }
  return heard;
}

function hears(work: Moment, witness: number, peer: number): boolean {
  return (signals(work.model, work.cells, witness) & (1 << peer)) !== 0;
}

/** A witness that still says alive although it hears nothing: under the reading "asked again" the check waits for it. */
export function waitsForWitness(work: Moment, node: number, peer: number): boolean {
  const { model } = work;
  if (!model.quorumPackage || model.configurations[node]?.witnessMode !== "remote_verify") return false;
  if (model.readings["witness-late"] !== "asked-again") return false;
  const alive = seeingAlive(work, witnesses(work, node, peer), peer);
  return alive !== 0 && hearing(work, alive, peer) === 0;
}

/** What a node that starts learns about a server it cannot see: witnesses are asked then too [QW9J]. */
export function isWitnessedAlive(moment: Moment, node: number, peer: number): boolean {
  const { model } = moment;
  if (!model.quorumPackage) return false;
  switch (model.configurations[node]?.witnessMode) {
    case "remote_verify": {
      const asked = witnesses(moment, node, peer);
      if (asked === 0) return model.readings["nobody-to-ask"] === "alive";
      const alive = seeingAlive(moment, asked, peer);
      if (alive === 0 || model.readings["witness-late"] === "still-alive") return alive !== 0;
      return hearing(moment, alive, peer) !== 0;
    }
    case "storage":
      return isUpdatingObject(moment, node, peer);
    case "none":
    case undefined:
      return false;
  }
}

/** Whether `node` sees the peer write its object: it needs no path for that, both need the storage. */
export function isUpdatingObject(work: Moment, node: number, peer: number): boolean {
  const { cells, model } = work;
  if (!reachesObject(model, cells, node, peer)) return model.readings["object-unreadable"] === "alive";
  const runs = at(cells, cell.up) & at(cells, cell.running) & ~at(cells, cell.frozen) & (1 << peer);
  return runs !== 0 && reachesObject(model, cells, peer, peer);
}
