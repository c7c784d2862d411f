// What a node does when the first path to a peer is ALIVE again: nothing is started twice, what runs is kept, and
// automatic switchback may follow [P135 SB990].

import { at, clearBit, hasBit } from "./layout.ts";
import { becomeTarget, meetAgain } from "./mirror.ts";
import { forcedRestart } from "./power.ts";
import { checkQuorum } from "./quorum.ts";
import { signals } from "./reach.ts";
import { sayKeep, saySwitchback } from "./say/start.ts";
import { activeOn, removeComponent, restoreComponent } from "./service.ts";
import type { Work } from "./work.ts";

export function handleCommUp(work: Work, node: number, peer: number): void {
  const { cells, model } = work;
  const { layout } = model;
  clearBit(cells, layout.commUpPending + node, peer);
  const held = checkQuorum(work, node);
  sayKeep(work, node, peer, held);
  meetAgain(work, node, peer);
  becomeTarget(work, node, peer);
  if (held) {
    for (let component = 0; component < model.components.length; component++) {
      switchBack(work, component, node, peer);
    }
  }
  // Whoever has met everybody no longer remembers what it had when it left.
  if (at(cells, layout.commUpPending + node) === 0) forget(work, node);
}

/** To the better server that had it when it left, never to a worse one [LKWMC990J SB990 SB911]. */
function switchBack(work: Work, component: number, node: number, peer: number): void {
  const { cells, model } = work;
  const entry = model.components[component];
  if (entry === undefined || (entry.switchesBackTo & (1 << node)) === 0) return;
  if (activeOn(work, component) !== 1 << peer) return;
  if (entry.servers.indexOf(node) > entry.servers.indexOf(peer)) return;
  if (!entry.roots.some((root) => hasBit(cells, model.layout.wanted + root, node))) return;
  if ((signals(model, cells, node) & (1 << peer)) === 0) return;
  saySwitchback(work, node, peer, component);
  if (!removeComponent(work, component, peer)) {
    forcedRestart(work, peer, "removal");
    return;
  }
  restoreComponent(work, component, node, "switchback");
}

function forget(work: Work, node: number): void {
  for (let resource = 0; resource < work.model.resources.length; resource++) {
    clearBit(work.cells, work.model.layout.wanted + resource, node);
  }
}
