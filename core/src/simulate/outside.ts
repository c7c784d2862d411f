// What faults and operators do to the state directly. Everything that follows from it is inside events.

import { choiceOf, everyNode, indexOf, op, operationOf, stopModes } from "./code.ts";
import { answerConfirmation } from "./commDown.ts";
import { at, cell, clearBit, hasBit, putListBit, setBit } from "./layout.ts";
import { breakMirror, forceMirror, starveTargets } from "./mirror.ts";
import { powerOff, powerOn, restart } from "./power.ts";
import { hasQuorum, rememberCheck } from "./quorum.ts";
import { living, signals, storageCell } from "./reach.ts";
import { plan } from "./reservation.ts";
import { sayCheckTimeout, sayFileSystem } from "./say/failure.ts";
import { sayOperator, sayOutside } from "./say/outside.ts";
import { activeOn, below, removeAll, restoreAll, restoreComponent, withParents } from "./service.ts";
import { shutDown, stopLifeKeeper } from "./start.ts";
import type { Work } from "./work.ts";

export function applyOutside(work: Work, code: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const index = indexOf(code);
  const choice = choiceOf(code);
  sayOutside(work, code);
  switch (operationOf(code)) {
    case op.crash:
      if (hasBit(cells, cell.up, index)) powerOff(work, index);
      clearBit(cells, cell.restarting, index);
      return;
    case op.freeze:
      if (hasBit(cells, cell.up, index)) setBit(cells, cell.frozen, index);
      return;
    case op.thaw:
      clearBit(cells, cell.frozen, index);
      return;
    case op.isolate:
      isolate(work, index);
      return;
    case op.cutLink:
      putListBit(cells, layout.linkDown, index, layout.bits, true);
      starveTargets(work);
      return;
    case op.healLink:
      healLink(work, index);
      return;
    case op.cutNetwork:
    case op.healNetwork:
      putListBit(cells, layout.networkDown, index, layout.bits, operationOf(code) === op.cutNetwork);
      starveTargets(work);
      return;
    case op.failDomain:
      failDomain(work, index);
      return;
    case op.healDomain:
      healDomain(work, index);
      return;
    case op.healAll:
      for (let word = layout.linkDown; word < layout.sees; word++) cells[word] = 0;
      cells[cell.isolated] = 0;
      cells[cell.storageLost] = 0;
      return;
    case op.healNode:
      healNode(work, index);
      return;
    case op.loseStorage:
      if (choice === 0) setBit(cells, cell.storageLost, index);
      else setBit(cells, storageCell(model, choice - 1), index);
      return;
    case op.regainStorage:
      clearBit(cells, cell.storageLost, index);
      for (let storage = 0; storage < model.storages.length; storage++) {
        if (choice === 0 || choice - 1 === storage) clearBit(cells, storageCell(model, storage), index);
      }
      return;
    case op.loseHost:
      cells[layout.hostLost + index] =
        choice === everyNode ? model.everyone : at(cells, layout.hostLost + index) | (1 << choice);
      return;
    case op.regainHost:
      cells[layout.hostLost + index] = choice === everyNode ? 0 : at(cells, layout.hostLost + index) & ~(1 << choice);
      return;
    case op.fail:
    case op.failBeyond:
      for (const node of nodesMeant(work, index, choice, at(cells, layout.inService + index))) {
        if (!hasBit(cells, layout.inService + index, node)) continue;
        setBit(cells, (operationOf(code) === op.fail ? layout.failing : layout.failingBeyond) + index, node);
      }
      return;
    case op.failStandby:
      failStandby(work, index, choice);
      return;
    case op.timeoutCheck:
      sayCheckTimeout(work, index);
      return;
    case op.fill:
    case op.free:
      for (const node of nodesMeant(work, index, choice, at(cells, layout.inService + index))) {
        if (!hasBit(cells, layout.inService + index, node)) continue;
        if (operationOf(code) === op.fill) setBit(cells, layout.full + index, node);
        else clearBit(cells, layout.full + index, node);
        sayFileSystem(work, node, index, operationOf(code) === op.fill);
      }
      return;
    case op.refuseRestore:
      setBit(cells, layout.refuseRestore + index, choice);
      return;
    case op.refuseRemove:
      setBit(cells, layout.refuseRemove + index, choice);
      return;
    case op.takeReservation:
    case op.holdReservation: {
      const number = model.resources[index]?.reservation ?? -1;
      if (number < 0) return;
      cells[layout.reservationPlan + number] =
        operationOf(code) === op.takeReservation ? plan.wonBy + choice : plan.held;
      return;
    }
    case op.breakMirror:
      breakMirror(work, index);
      return;
    default:
      applyOperator(work, code);
  }
}

function applyOperator(work: Work, code: number): void {
  const { cells, model } = work;
  const index = indexOf(code);
  const choice = choiceOf(code);
  switch (operationOf(code)) {
    case op.boot:
      if (hasBit(cells, cell.up, index)) return;
      if (choice !== 0) isolate(work, index);
      powerOn(work, index);
      return;
    case op.reboot:
      if (hasBit(cells, cell.frozen, index)) restart(work, index);
      else if (hasBit(cells, cell.up, index)) shutDown(work, index, true);
      return;
    case op.shutdown:
      if (hasBit(cells, cell.up, index) && !hasBit(cells, cell.frozen, index)) shutDown(work, index, false);
      return;
    case op.start:
      if (!answersOperator(work, index) || hasBit(cells, cell.running, index)) return;
      setBit(cells, cell.starting, index);
      return;
    case op.stop:
      if (answersOperator(work, index)) stopLifeKeeper(work, index, stopModes[choice] ?? "inhibiting-failover");
      return;
    case op.inService:
      bringInService(work, index, choice);
      return;
    case op.outOfService:
      if (!runsLifeKeeper(work, choice)) return;
      takeOutOfService(work, index, choice);
      return;
    case op.forceMirror: {
      if (!runsLifeKeeper(work, choice)) return;
      forceMirror(work, index, choice);
      restoreComponent(work, model.resources[index]?.component ?? -1, choice, "operator");
      return;
    }
    case op.retstate:
      clearBit(cells, model.layout.failed + index, choice);
      return;
    case op.confirm:
      for (let peer = 0; peer < model.nodes.length; peer++) {
        if (hasBit(cells, model.layout.confirmPending + index, peer)) {
          answerConfirmation(work, index, peer, choice === 0 ? "yes" : "no");
        }
      }
  }
}

function answersOperator(work: Work, node: number): boolean {
  return hasBit(work.cells, cell.up, node) && !hasBit(work.cells, cell.frozen, node);
}

function runsLifeKeeper(work: Work, node: number): boolean {
  return (
    answersOperator(work, node) && hasBit(work.cells, cell.running, node) && !hasBit(work.cells, cell.stopping, node)
  );
}

/** What failed to start becomes OSU by this, too [BLOG2012]. */
function takeOutOfService(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const concerned = withParents(work, [index]);
  if (!removeAll(work, concerned, node)) return;
  for (const resource of concerned) clearBit(cells, model.layout.failed + resource, node);
}

/** A switchover when it is in service elsewhere: out there, in here [SWO940]. */
function bringInService(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  if (!runsLifeKeeper(work, node)) return;
  if (model.quorumPackage && model.readings["manual-without-quorum"] === "refused") {
    const held = hasQuorum(work, node);
    rememberCheck(work, node, held);
    if (!held) {
      sayOperator(work, node, index, "refused");
      return;
    }
  }
  const needed = below(work, index);
  const component = model.resources[index]?.component ?? -1;
  const reachable = signals(model, cells, node) & living(model, cells, node);
  const elsewhere = activeOn(work, component) & reachable;
  for (let peer = 0; peer < model.nodes.length; peer++) {
    if ((elsewhere & (1 << peer)) === 0) continue;
    const held = needed.filter((resource) => hasBit(cells, model.layout.inService + resource, peer));
    if (held.length === 0) continue;
    sayOperator(work, peer, index, "switch-over");
    if (!removeAll(work, withParents(work, held), peer)) return;
  }
  sayOperator(work, node, index, "in-service");
  restoreAll(work, needed, node, "operator");
}

function nodesMeant(work: Work, _index: number, choice: number, active: number): readonly number[] {
  if (choice !== everyNode) return [choice];
  return work.model.nodes.flatMap((_, node) => ((active & (1 << node)) !== 0 ? [node] : []));
}

/** Parameters that switch the health check of a kind of resource on; 0 means that nobody looks. */
const standbyChecks: readonly { readonly parameter: string; readonly kinds: readonly string[] }[] = [
  { parameter: "SNHC_IPCHECK", kinds: ["comm/ip"] },
  { parameter: "SNHC_DISKCHECK", kinds: ["scsi/disk", "scsi/dmmp", "gen/filesys"] },
];

function failStandby(work: Work, index: number, choice: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return;
  const active = at(cells, layout.inService + index);
  for (const node of nodesMeant(work, index, choice, resource.servers & ~active)) {
    if ((active & (1 << node)) !== 0) continue;
    const kind = `${resource.source.application}/${resource.source.kind}`;
    const check = standbyChecks.find(({ kinds }) => kinds.includes(kind));
    const configuration = model.cluster.nodes[node]?.configuration;
    if (check !== undefined && configuration?.get(check.parameter)?.value === "0") continue;
    setBit(cells, layout.failing + index, node);
  }
}

function failDomain(work: Work, index: number): void {
  const { cells, model } = work;
  const domain = model.domains[index];
  if (domain === undefined) return;
  for (const node of domain.nodes) {
    if (hasBit(cells, cell.up, node)) powerOff(work, node);
    clearBit(cells, cell.restarting, node);
  }
  for (const network of domain.networks) putListBit(cells, model.layout.networkDown, network, model.layout.bits, true);
  for (const host of domain.hosts) cells[model.layout.hostLost + host] = model.everyone;
  for (const storage of domain.storages) cells[storageCell(model, storage)] = model.everyone;
  starveTargets(work);
}

/** What broke works again; machines stay off until somebody boots them. */
function healDomain(work: Work, index: number): void {
  const { cells, model } = work;
  const domain = model.domains[index];
  if (domain === undefined) return;
  for (const network of domain.networks) putListBit(cells, model.layout.networkDown, network, model.layout.bits, false);
  for (const host of domain.hosts) cells[model.layout.hostLost + host] = 0;
  for (const storage of domain.storages) cells[storageCell(model, storage)] = 0;
}

/** Its network fails: every path of it, while the machine runs on. */
function isolate(work: Work, node: number): void {
  const { cells, model } = work;
  setBit(cells, cell.isolated, node);
  for (const [index, link] of model.links.entries()) {
    if (link.a === node || link.b === node) putListBit(cells, model.layout.linkDown, index, model.layout.bits, true);
  }
}

/** A path that works again shows that the interfaces at its ends do. */
function healLink(work: Work, index: number): void {
  const { cells, model } = work;
  putListBit(cells, model.layout.linkDown, index, model.layout.bits, false);
  for (const node of [model.links[index]?.a, model.links[index]?.b]) {
    if (node !== undefined) clearBit(cells, cell.isolated, node);
  }
}

function healNode(work: Work, node: number): void {
  const { cells, model } = work;
  clearBit(cells, cell.isolated, node);
  clearBit(cells, cell.storageLost, node);
  for (let storage = 0; storage < model.storages.length; storage++) clearBit(cells, storageCell(model, storage), node);
  for (let host = 0; host < model.hosts.length; host++) clearBit(cells, model.layout.hostLost + host, node);
  for (const [index, link] of model.links.entries()) {
    if (link.a === node || link.b === node) putListBit(cells, model.layout.linkDown, index, model.layout.bits, false);
  }
}
