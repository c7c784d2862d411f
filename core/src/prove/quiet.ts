// Quiet notices: that a node has lost a peer changes what it believes and nothing else, as long as its handler would do
// nothing and nobody asks the node about that peer. When it happens then makes no difference, so that a search leaves it
// open whether it has happened yet, and decides it when something depends on it.

import { choiceOf, indexOf, op, operationOf } from "../simulate/code.ts";
import { at, type Cells, cell, countBits, hasBit } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import { hasStorageAccess, hostsReached, living, signals } from "../simulate/reach.ts";
import { isUpdatingObject, seeingAlive, witnesses } from "../simulate/witness.ts";
import { canTakeOver, type IdleRules } from "./idle.ts";

const lostBy = new Int32Array(32);

/** Puts the quiet notices of an agenda at its end and counts what comes before them. */
export function splitAgenda(rules: IdleRules, cells: Cells, agenda: number[]): number {
  const { length } = agenda;
  let losing = 0;
  for (let place = 0; place < length; place++) {
    const code = agenda[place] as number;
    if (operationOf(code) !== op.commDown) continue;
    const node = indexOf(code);
    lostBy[node] = (((losing >> node) & 1) === 0 ? 0 : (lostBy[node] as number)) | (1 << choiceOf(code));
    losing |= 1 << node;
  }
  if (losing === 0) return length;
  for (let node = 0; node < rules.model.nodes.length; node++) {
    if (((losing >> node) & 1) !== 0) lostBy[node] = quietPeers(rules, cells, node, lostBy[node] as number);
  }
  const quiet: number[] = [];
  let waiting = 0;
  for (let place = 0; place < length; place++) {
    const code = agenda[place] as number;
    const isQuiet =
      operationOf(code) === op.commDown && (((lostBy[indexOf(code)] as number) >> choiceOf(code)) & 1) !== 0;
    if (isQuiet) quiet.push(code);
    else agenda[waiting++] = code;
  }
  for (let place = 0; place < quiet.length; place++) agenda[waiting + place] = quiet[place] as number;
  return waiting;
}

/** Of the peers that a node has lost and may not have noticed yet, those whose notice is quiet in this state. */
function quietPeers(rules: IdleRules, cells: Cells, node: number, lost: number): number {
  const { model } = rules;
  const { layout } = model;
  if (!rules.enabled || model.detection === "timed" || hasBit(cells, cell.stopping, node)) return 0;
  // What it sees at the least, whichever of these it has noticed.
  const seen = (at(cells, layout.sees + node) & ~lost) | (1 << node);
  if (!holdsQuorum(model, cells, node, seen)) return 0;
  let quiet = lost & ~at(cells, layout.commUpPending + node);
  for (let peer = 0; peer < model.nodes.length; peer++) {
    const bit = 1 << peer;
    if ((quiet & bit) === 0) continue;
    if (isAskedAbout(model, cells, node, peer) || !doesNothing(rules, cells, node, peer, seen)) quiet &= ~bit;
  }
  return quiet;
}

/** Every check that it makes in this state succeeds at once. */
function holdsQuorum(model: Model, cells: Cells, node: number, seen: number): boolean {
  if (!model.quorumPackage) return true;
  switch (model.configurations[node]?.quorumMode) {
    case "majority":
      return countBits(seen) * 2 > model.nodes.length;
    case "tcp_remote": {
      const hosts = (model.hostsOfNode[node] ?? []).length;
      return hosts > 0 && hostsReached(model, cells, node) === hosts;
    }
    case "storage":
      return hasStorageAccess(model, cells, node);
    case "none":
    case undefined:
      return true;
  }
}

function asksWitnesses(model: Model, node: number): boolean {
  return model.quorumPackage && model.configurations[node]?.witnessMode === "remote_verify";
}

/** Somebody who lost the peer too waits for what this node says. */
function isAskedAbout(model: Model, cells: Cells, node: number, peer: number): boolean {
  for (let other = 0; other < model.nodes.length; other++) {
    if (other === node || !asksWitnesses(model, other)) continue;
    if (hasBit(cells, model.layout.quorumPending + other, peer)) return true;
  }
  return false;
}

/** The notice would begin a watch on the quorum object of the peer. */
function isWatched(model: Model, cells: Cells, node: number, peer: number): boolean {
  const mode = model.quorumPackage ? model.configurations[node]?.witnessMode : "none";
  return mode === "storage" && !isUpdatingObject({ model, cells }, node, peer);
}

/** Whether what follows from this event depends on the node having noticed the loss of the peer, quiet as that is. */
export function dependsOn(rules: IdleRules, cells: Cells, code: number, node: number, peer: number): boolean {
  const { model } = rules;
  const about = indexOf(code);
  switch (operationOf(code)) {
    case op.handleCommDown:
    case op.witnessCheck:
    case op.confirmTimeout:
      // The node itself holds quorum in any case and takes nothing over. Others that answer are asked about the suspect,
      // where nobody waits until all have noticed, and under a reading about servers that are better than the one that
      // asks; whoever sees such a server asks nobody and leaves everything to it.
      if (node === about || ((signals(model, cells, about) >> node) & 1) === 0) return false;
      if (peer === choiceOf(code))
        return asksWitnesses(model, about) && model.readings["witness-late"] !== "asked-again";
      return (
        isBetter(model, peer, about, choiceOf(code)) &&
        !seesForSure(rules, cells, about, peer) &&
        model.readings["better-server"] === "living-if-witnessed"
      );
    case op.quickCheck:
      return node === choiceOf(code) && ((serversWith(model, about) >> peer) & 1) !== 0;
    case op.lcmAvail:
      return node !== about && (model.servers & (1 << peer)) !== 0;
    case op.stop:
    case op.reboot:
      return node === about && model.overlappingStopsLoseQuorum;
    default:
      return !independent.has(operationOf(code));
  }
}

/**
 * Whoever asks about the peer hears "no failure" from one of the others at the least, which is all that counts: what the
 * rest of them have noticed makes no difference. `undecided`: the nodes of which it is not known.
 */
export function isAnswered(model: Model, cells: Cells, code: number, peer: number, undecided: number): boolean {
  switch (operationOf(code)) {
    case op.handleCommDown:
    case op.witnessCheck:
    case op.confirmTimeout: {
      const asked = witnesses({ model, cells }, indexOf(code), peer);
      return seeingAlive({ model, cells }, asked & ~undecided, peer) !== 0;
    }
    default:
      return false;
  }
}

/**
 * Whether a notice bears on one of these handlers, which run at this very moment. What does not comes before the notice
 * that they handle, or after them, and leads to the same.
 */
export function bearsOn(rules: IdleRules, cells: Cells, handlers: readonly number[], notice: number): boolean {
  const [node, peer] = [indexOf(notice), choiceOf(notice)];
  return handlers.some((handler) =>
    indexOf(handler) === node
      ? !comesApart(rules, cells, node, peer, choiceOf(handler))
      : dependsOn(rules, cells, handler, node, peer),
  );
}

/**
 * A node that loses two peers in the same moment does the same when the one that it handles decides alone, or when it
 * notices this one first and handles that, which does nothing, and then the other.
 */
function comesApart(rules: IdleRules, cells: Cells, node: number, peer: number, other: number): boolean {
  const seen = living(rules.model, cells, node);
  // Whichever handler runs first, the node takes its loss action.
  if (!holdsQuorum(rules.model, cells, node, seen)) return true;
  const both = seen & ~(1 << peer);
  if (!doesNothing(rules, cells, node, peer, both | (1 << other))) return false;
  return !holdsQuorum(rules.model, cells, node, both) || doesNothing(rules, cells, node, peer, both);
}

/** The handler for the loss of a peer, when the node sees these. */
function doesNothing(rules: IdleRules, cells: Cells, node: number, peer: number, seen: number): boolean {
  const { model } = rules;
  return (
    holdsQuorum(model, cells, node, seen) &&
    rules.acts[node * model.nodes.length + peer] === 0 &&
    !isWatched(model, cells, node, peer) &&
    (hasBit(cells, model.layout.noFailover + node, peer) || !canTakeOver(rules, cells, node, peer, seen))
  );
}

function serversWith(model: Model, resource: number): number {
  return model.components[model.resources[resource]?.component ?? -1]?.serverMask ?? 0;
}

/** Of what the suspect could leave to the node, the peer would be a better server. */
function isBetter(model: Model, peer: number, node: number, suspect: number): boolean {
  return model.components.some(({ servers }) => {
    const place = servers.indexOf(peer);
    return place >= 0 && place < servers.indexOf(node) && servers.includes(suspect);
  });
}

/** It has not noticed a loss of this peer, and did not say that it stops; nor is that left open. */
function seesForSure(rules: IdleRules, cells: Cells, node: number, peer: number): boolean {
  const { model } = rules;
  const seen = at(cells, model.layout.sees + node) & ~at(cells, model.layout.noFailover + node);
  const lost = at(cells, model.layout.sees + node) & ~signals(model, cells, node);
  return (((seen & ~quietPeers(rules, cells, node, lost)) >> peer) & 1) !== 0;
}

/** They ask no node whom it sees, other than by what it hears. Whatever is not known here counts as dependent. */
const independent: ReadonlySet<number> = new Set([
  op.crash,
  op.boot,
  op.freeze,
  op.thaw,
  op.start,
  op.loseNetwork,
  op.cutLink,
  op.cutNetwork,
  op.failDomain,
  op.healLink,
  op.healNetwork,
  op.loseStorage,
  op.regainStorage,
  op.loseHost,
  op.regainHost,
  op.fail,
  op.commDown,
  op.commUp,
  op.handleCommUp,
  op.stopped,
  op.booted,
  op.standbyCheck,
  op.diskCheck,
  op.reservationWon,
  op.reservationLost,
  op.resyncDone,
]);
