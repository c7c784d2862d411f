// Starting and stopping LifeKeeper on a node [KB-AUTO P135 SHUT941J FLAG75 P234 KB-STOP].

import { at, cell, clearBit, hasBit, putListBit, setBit } from "./layout.ts";
import { noticeDown, noticeUp } from "./notice.ts";
import { leaveCluster, powerOff, restart } from "./power.ts";
import { checkQuorum, hasQuorum, lossAction } from "./quorum.ts";
import { linkWorks, living, signals } from "./reach.ts";
import { sayFalseLoss, sayHandOver, sayStart, sayStopped } from "./say/start.ts";
import {
  activeOn,
  bestServer,
  reachableServers,
  rememberWhatRuns,
  removeAll,
  restoreAll,
  restoreComponent,
} from "./service.ts";
import { isWitnessedAlive } from "./witness.ts";
import type { Work } from "./work.ts";

/** LCM_AVAIL: once per start, before any COMM_UP. The node knows by then which paths work. */
export function handleLcmAvail(work: Work, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  clearBit(cells, cell.starting, node);
  clearBit(cells, cell.keeping, node);
  setBit(cells, cell.running, node);
  const heard = signals(model, cells, node);
  cells[layout.sees + node] = heard;
  cells[layout.commUpPending + node] = heard;
  markPaths(work, node, heard);
  sayStart(work, node, "started");
  meetPeers(work, node, heard);
  // A node that can run nothing has nothing to ask for.
  if ((model.servers & (1 << node)) === 0) return;
  if (!checkQuorum(work, node)) {
    sayStart(work, node, "without-quorum");
    return;
  }
  for (let component = 0; component < model.components.length; component++) startWhatRan(work, component, node);
}

function startWhatRan(work: Work, component: number, node: number): void {
  const { cells, model } = work;
  const order = model.components[component]?.order ?? [];
  const wanted = order.filter((resource) => hasBit(cells, model.layout.wanted + resource, node));
  if (wanted.length === 0) return;
  if ((activeOn(work, component) & living(model, cells, node) & ~(1 << node)) !== 0) {
    sayStart(work, node, "holds-back", component);
    return;
  }
  const elsewhere = witnessedServer(work, component, node);
  if (elsewhere >= 0) {
    sayStart(work, node, "witnessed", component, elsewhere);
    return;
  }
  sayStart(work, node, "restores", component);
  restoreAll(work, wanted, node, "start");
  for (const resource of wanted) clearBit(cells, model.layout.wanted + resource, node);
}

/** A server that this node cannot see and that lives all the same: it may have the hierarchy. -1 when there is none. */
function witnessedServer(work: Work, component: number, node: number): number {
  const { cells, model } = work;
  const seen = living(model, cells, node);
  const servers = model.components[component]?.servers ?? [];
  return servers.find((server) => (seen & (1 << server)) === 0 && isWitnessedAlive(work, node, server)) ?? -1;
}

/** A connection has two ends: whoever it hears gets COMM_UP too, also who never noticed its absence. */
function meetPeers(work: Work, node: number, heard: number): void {
  for (let peer = 0; peer < work.model.nodes.length; peer++) {
    if ((heard & (1 << peer)) !== 0) noticeUp(work, peer, node);
  }
}

/** A node that starts sees at once which of its paths work. */
function markPaths(work: Work, node: number, heard: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const words = Math.ceil(model.links.length / layout.bits);
  for (let index = 0; index < model.links.length; index++) {
    const link = model.links[index];
    if (link === undefined || (link.a !== node && link.b !== node)) continue;
    const peer = link.a === node ? link.b : link.a;
    const side = link.a === node ? 0 : words;
    const works = (heard & (1 << peer)) !== 0 && linkWorks(model, cells, index);
    putListBit(cells, layout.pathDead + side, index, layout.bits, !works);
  }
}

export type StopMode = "inhibiting-failover" | "allowing-failover" | "keeping-applications";

/** lkstop. It takes effect for the others when it is finished. */
export function stopLifeKeeper(work: Work, node: number, mode: StopMode): void {
  const { cells, model } = work;
  if (!hasBit(cells, cell.running, node)) {
    clearBit(cells, cell.starting, node);
    return;
  }
  // A stop that is under way is the same stop.
  if (hasBit(cells, cell.stopping, node)) return;
  if (model.overlappingStopsLoseQuorum && stoppingPeers(work, node) !== 0 && losesQuorumFalsely(work, node)) return;
  if (mode === "keeping-applications" && holdsVmdk(work, node)) {
    powerOff(work, node);
    setBit(cells, cell.halted, node);
    sayStopped(work, node, "halted-by-vmdk");
    return;
  }
  rememberWhatRuns(work, node);
  const peers = signals(model, cells, node) & living(model, cells, node);
  // Without the strategy Switch Over a stop that allows failover behaves like one that inhibits it [P234].
  const handsOver = mode === "allowing-failover" && (model.switchesOver & (1 << node)) !== 0;
  if (!handsOver) {
    for (let peer = 0; peer < model.nodes.length; peer++) {
      if ((peers & (1 << peer)) !== 0) setBit(cells, model.layout.noFailover + peer, node);
    }
  }
  setBit(cells, cell.stopping, node);
  if (mode === "keeping-applications") {
    setBit(cells, cell.keeping, node);
    sayStopped(work, node, mode);
    return;
  }
  sayStopped(work, node, handsOver ? mode : "inhibiting-failover");
  const ran = model.components.map((_, component) => (activeOn(work, component) & (1 << node)) !== 0);
  for (const component of model.components) removeAll(work, component.order, node);
  dropWhatStayed(work, node);
  if (handsOver) handOver(work, node, ran);
}

/**
 * Before 9.6.1 a node that is stopped during the stop of another can mistake its communication with all others for
 * lost: COMM_DOWN is raised for each, and the loss action follows when quorum is not held then [KB-MAJORDER].
 */
function losesQuorumFalsely(work: Work, node: number): boolean {
  const { cells, model } = work;
  if (!model.quorumPackage || model.configurations[node]?.quorumMode !== "majority") return false;
  sayFalseLoss(work, node);
  const seen = at(cells, model.layout.sees + node);
  for (let peer = 0; peer < model.nodes.length; peer++) {
    if ((seen & (1 << peer)) !== 0) noticeDown(work, node, peer);
  }
  if (!checkQuorum(work, node)) lossAction(work, node);
  if (!hasBit(cells, cell.up, node)) return true;
  // It stays up, nothing was lost in truth, and the stop goes on.
  cells[model.layout.sees + node] = seen;
  cells[model.layout.quorumPending + node] = at(cells, model.layout.quorumPending + node) & ~seen;
  return false;
}

/** A node that keeps VMDK resources while LifeKeeper stops is halted [KB-STOP]. */
function holdsVmdk(work: Work, node: number): boolean {
  return work.model.resources.some(
    ({ source }, resource) =>
      source.kind.toLowerCase() === "vmdk" && hasBit(work.cells, work.model.layout.inService + resource, node),
  );
}

/** A removal that fails does not keep the machine from stopping. */
function dropWhatStayed(work: Work, node: number): void {
  const { cells, model } = work;
  for (let resource = 0; resource < model.resources.length; resource++) {
    if (!hasBit(cells, model.layout.inService + resource, node)) continue;
    clearBit(cells, model.layout.inService + resource, node);
    setBit(cells, model.layout.failed + resource, node);
  }
}

/** Switch Over: the best living backup brings in service what ran here [SHUT941J]. */
function handOver(work: Work, node: number, ran: readonly boolean[]): void {
  const servers = reachableServers(work, node) & ~(1 << node);
  for (const [component, wasHere] of ran.entries()) {
    if (!wasHere) continue;
    const target = bestServer(work, component, servers);
    if (target < 0) continue;
    // A node without quorum may not bring resources in service; the leaving node still counts at this moment.
    const held = hasQuorum(work, target);
    sayHandOver(work, node, target, component, held);
    if (held) restoreComponent(work, component, target, "failover");
  }
}

function stoppingPeers(work: Work, node: number): number {
  return at(work.cells, cell.stopping) & ~(1 << node) & at(work.cells, work.model.layout.sees + node);
}

export function finishStop(work: Work, node: number): void {
  leaveCluster(work, node);
}

/** An orderly shutdown of the machine; with `returns` it comes up again. */
export function shutDown(work: Work, node: number, returns: boolean): void {
  const { cells, model } = work;
  const switchesOver = (model.switchesOver & (1 << node)) !== 0;
  if (hasBit(cells, cell.running, node))
    stopLifeKeeper(work, node, switchesOver ? "allowing-failover" : "inhibiting-failover");
  if (!hasBit(cells, cell.up, node)) return;
  if (returns) restart(work, node);
  else powerOff(work, node);
}
