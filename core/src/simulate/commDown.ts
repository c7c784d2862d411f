// What a node does when the last path to a peer is DEAD: quorum, witness, confirmation, STONITH, takeover, in this
// order (the order of the last three is inferred) [SRV990 P135 CSO75 STONITH961].

import { at, cell, clearBit, hasBit, setBit } from "./layout.ts";
import { fallBehind } from "./mirror.ts";
import { powerOff } from "./power.ts";
import { checkQuorum, hasQuorum, lossAction } from "./quorum.ts";
import { living } from "./reach.ts";
import { sayConfirm, sayNoTakeover, sayPowerOff, sayTakeover } from "./say/takeover.ts";
import { sayStoppedPeer, sayWitness, sayWitnessWatch } from "./say/witness.ts";
import { activeOn, bestServer, holdsAnything, restoreComponent } from "./service.ts";
import { isUpdatingObject, seeingAlive, witnesses } from "./witness.ts";
import type { Work } from "./work.ts";

export function handleCommDown(work: Work, node: number, peer: number): void {
  const { cells, model } = work;
  const { layout } = model;
  clearBit(cells, layout.quorumPending + node, peer);
  if (hasBit(cells, layout.noFailover + node, peer)) {
    stoppedGracefully(work, node, peer);
    fallBehind(work, node, peer);
    return;
  }
  if (!checkQuorum(work, node)) {
    lossAction(work, node);
    fallBehind(work, node, peer);
    return;
  }
  switch (model.quorumPackage ? (model.configurations[node]?.witnessMode ?? "none") : "none") {
    case "remote_verify":
      conclude(work, node, peer, askWitnesses(work, node, peer));
      return;
    case "storage":
      if (isUpdatingObject(work, node, peer)) {
        sayWitness(work, node, peer, "object", 0, true);
        conclude(work, node, peer, true);
        return;
      }
      setBit(cells, layout.witnessPending + node, peer);
      sayWitnessWatch(work, node, peer);
      return;
    case "none":
      if (model.quorumPackage) sayWitness(work, node, peer, "off", 0, false);
      conclude(work, node, peer, false);
  }
}

/** The watch on the suspect's object has ended. A witness check presupposes quorum, at its end too [QW9J STO981J]. */
export function finishWitnessCheck(work: Work, node: number, peer: number): void {
  clearBit(work.cells, work.model.layout.witnessPending + node, peer);
  if (!hasQuorum(work, node)) {
    checkQuorum(work, node);
    lossAction(work, node);
    fallBehind(work, node, peer);
    return;
  }
  const alive = isUpdatingObject(work, node, peer);
  sayWitness(work, node, peer, "object", 0, alive);
  conclude(work, node, peer, alive);
}

/** One "no failure" means alive, only "failed" from all means dead [QW9J]. */
function askWitnesses(work: Work, node: number, peer: number): boolean {
  const asked = witnesses(work, node, peer);
  const alive = asked === 0 ? work.model.readings["nobody-to-ask"] === "alive" : seeingAlive(work, asked, peer) !== 0;
  sayWitness(work, node, peer, "nodes", asked, alive);
  return alive;
}

/** No failover; whether anybody checks quorum is a reading. */
function stoppedGracefully(work: Work, node: number, peer: number): void {
  const reading = work.model.readings["graceful-stop-check"];
  sayStoppedPeer(work, node, peer);
  if (!work.model.quorumPackage || reading === "no-node") return;
  if (reading === "with-resources" && !holdsAnything(work, node)) return;
  if (!checkQuorum(work, node)) lossAction(work, node);
}

function conclude(work: Work, node: number, peer: number, alive: boolean): void {
  if (alive) {
    fallBehind(work, node, peer);
    return;
  }
  const asks = ((work.model.confirms[node] ?? 0) & (1 << peer)) !== 0 && takesOver(work, node, peer);
  if (!asks) {
    goOn(work, node, peer);
    return;
  }
  setBit(work.cells, work.model.layout.confirmPending + node, peer);
  sayConfirm(work, node, peer, "wait");
}

export function answerConfirmation(work: Work, node: number, peer: number, how: "yes" | "no" | "timeout"): void {
  clearBit(work.cells, work.model.layout.confirmPending + node, peer);
  const goesOn = how === "yes" || (how === "timeout" && work.model.configurations[node]?.confirmDefault === "go-on");
  sayConfirm(work, node, peer, how === "timeout" ? (goesOn ? "timeout-go-on" : "timeout-block") : how);
  if (goesOn) goOn(work, node, peer);
  else fallBehind(work, node, peer);
}

function goOn(work: Work, node: number, peer: number): void {
  if ((work.model.stonith & (1 << peer)) !== 0 && hasBit(work.cells, cell.up, peer)) {
    powerOff(work, peer);
    sayPowerOff(work, node, peer);
  }
  let took = false;
  for (let component = 0; component < work.model.components.length; component++) {
    if (!mayTakeOver(work, component, node, peer)) continue;
    took = true;
    sayTakeover(work, node, peer, component);
    restoreComponent(work, component, node, "failover");
  }
  if (!took) sayNoTakeover(work, node, peer);
  fallBehind(work, node, peer);
}

function takesOver(work: Work, node: number, peer: number): boolean {
  for (let component = 0; component < work.model.components.length; component++) {
    if (mayTakeOver(work, component, node, peer)) return true;
  }
  return false;
}

/** Defined on both, in service on no living node, and this node is the highest-priority living server [SRV990 P82 P274]. */
export function mayTakeOver(work: Work, component: number, node: number, peer: number): boolean {
  const servers = work.model.components[component]?.serverMask ?? 0;
  const both = (1 << node) | (1 << peer);
  if ((servers & both) !== both) return false;
  const seen = living(work.model, work.cells, node);
  if ((activeOn(work, component) & seen) !== 0) return false;
  // Whoever said that it stops is no longer a living server, noticed or not.
  const able = seen & ~at(work.cells, work.model.layout.noFailover + node);
  if (bestServer(work, component, able) !== node) return false;
  const witnessed = witnessedBetter(work, component, node) & ~(1 << peer);
  // More candidates can only put a better one before this node.
  if (witnessed === 0 || bestServer(work, component, able | witnessed) === node) return true;
  return work.model.readings["better-server"] !== "living-if-witnessed";
}

/** Better servers that a witness still sees: under a reading they count as living too. */
function witnessedBetter(work: Work, component: number, node: number): number {
  const servers = work.model.components[component]?.servers ?? [];
  const known = living(work.model, work.cells, node) | at(work.cells, work.model.layout.noFailover + node);
  let seen = 0;
  for (let position = 0; position < servers.length && servers[position] !== node; position++) {
    const server = servers[position] ?? 0;
    if ((known & (1 << server)) !== 0) continue;
    if (seeingAlive(work, witnesses(work, node, server), server) !== 0) seen |= 1 << server;
  }
  return seen;
}
