// What will happen next by itself, and how long it takes. A function of the state alone, so that a run and an
// exploration can never disagree about it.

import { choiceOf, codeOf, indexOf, type Op, op, operationOf } from "./code.ts";
import { at, type Cells, cell, hasBit, hasListBit } from "./layout.ts";
import { resyncing } from "./mirror.ts";
import { type Model, restartMs, resyncMs } from "./model.ts";
import { quorumDelayMs } from "./quorum.ts";
import { answering, linkWorks, signals } from "./reach.ts";
import { plan } from "./reservation.ts";
import { isUpdatingObject, waitsForWitness } from "./witness.ts";

type Moment = { readonly model: Model; readonly cells: Cells };

/** Fills `out` with the inside events that are on, in the order in which they happen when due at the same time. */
export function listAgenda(moment: Moment, out: number[]): void {
  out.length = 0;
  const { model, cells } = moment;
  listNoticing(moment, out);
  pushNodes(out, op.stopped, at(cells, cell.stopping) & ~at(cells, cell.frozen), model.nodes.length);
  pushNodes(out, op.booted, at(cells, cell.restarting), model.nodes.length);
  pushNodes(
    out,
    op.lcmAvail,
    at(cells, cell.starting) & at(cells, cell.up) & ~at(cells, cell.frozen),
    model.nodes.length,
  );
  listHandlers(moment, out);
  listResources(moment, out);
}

function pushNodes(out: number[], operation: Op, mask: number, count: number): void {
  if (mask === 0) return;
  for (let node = 0; node < count; node++) {
    if ((mask & (1 << node)) !== 0) out.push(codeOf(operation, node));
  }
}

function pushPeers(out: number[], operation: Op, node: number, mask: number, count: number): void {
  if (mask === 0) return;
  for (let peer = 0; peer < count; peer++) {
    if ((mask & (1 << peer)) !== 0) out.push(codeOf(operation, node, peer));
  }
}

/** Each node by itself; in a timed run path by path, and the pair when its last path is marked. */
function listNoticing({ model, cells }: Moment, out: number[]): void {
  const { layout, nodes, detection } = model;
  const awake = answering(cells);
  const words = Math.ceil(model.links.length / layout.bits);
  for (let node = 0; node < nodes.length; node++) {
    if ((awake & (1 << node)) === 0) continue;
    const heard = signals(model, cells, node);
    const seen = at(cells, layout.sees + node);
    for (let peer = 0; peer < nodes.length; peer++) {
      if (peer === node) continue;
      const bit = 1 << peer;
      let marked = true;
      if (detection === "timed") {
        for (const link of model.linksOfPair[node * nodes.length + peer] ?? []) {
          const side = model.links[link]?.a === node ? 0 : 1;
          const dead = hasListBit(cells, layout.pathDead + side * words, link, layout.bits);
          const heardHere = (heard & bit) !== 0 && linkWorks(model, cells, link);
          if (!dead && !heardHere) {
            marked = false;
            out.push(codeOf(op.pathDead, link, side));
          } else if (dead && heardHere) out.push(codeOf(op.pathAlive, link, side));
        }
      }
      if ((seen & bit) !== 0 && (heard & bit) === 0 && marked) out.push(codeOf(op.commDown, node, peer));
      else if ((heard & ~seen & bit) !== 0) out.push(codeOf(op.commUp, node, peer));
    }
  }
}

function listHandlers(moment: Moment, out: number[]): void {
  const { model, cells } = moment;
  const { layout } = model;
  const count = model.nodes.length;
  // A node that is stopping takes nothing over any more.
  const awake = answering(cells) & ~at(cells, cell.stopping);
  for (let node = 0; node < count; node++) {
    if ((awake & (1 << node)) === 0) continue;
    const pending = at(cells, layout.quorumPending + node);
    if (pending !== 0) {
      for (let peer = 0; peer < count; peer++) {
        if ((pending & (1 << peer)) !== 0 && !waitsForWitness(moment, node, peer)) {
          out.push(codeOf(op.handleCommDown, node, peer));
        }
      }
    }
    pushPeers(out, op.witnessCheck, node, at(cells, layout.witnessPending + node), count);
    pushPeers(out, op.confirmTimeout, node, at(cells, layout.confirmPending + node), count);
    pushPeers(out, op.handleCommUp, node, at(cells, layout.commUpPending + node), count);
  }
}

function listResources(moment: Moment, out: number[]): void {
  const { model, cells } = moment;
  const { layout } = model;
  const awake = answering(cells);
  const count = model.nodes.length;
  for (let index = 0; index < model.resources.length; index++) {
    const broken = (at(cells, layout.failing + index) | at(cells, layout.failingBeyond + index)) & awake;
    if (broken !== 0) {
      for (let node = 0; node < count; node++) {
        if ((broken & (1 << node)) === 0 || checkCycleMs(model, index, node) === 0) continue;
        const active = hasBit(cells, layout.inService + index, node);
        out.push(codeOf(active ? op.quickCheck : op.standbyCheck, index, node));
      }
    }
  }
  for (let number = 0; number < model.reserved.length; number++) {
    const index = model.reserved[number] ?? 0;
    const trying = at(cells, layout.reservationPending + number) & awake;
    const decided = at(cells, layout.reservationPlan + number);
    for (let node = 0; trying !== 0 && node < count; node++) {
      if ((trying & (1 << node)) === 0) continue;
      // Undecided, both ends are possible; a run then stops and asks, a proof explores both.
      if (decided === plan.open || decided === plan.wonBy + node) out.push(codeOf(op.reservationWon, index, node));
      if (decided !== plan.wonBy + node) out.push(codeOf(op.reservationLost, index, node));
    }
    const taken = at(cells, layout.reservationTaken + number) & awake & at(cells, layout.inService + index);
    for (let node = 0; taken !== 0 && node < count; node++) {
      if ((taken & (1 << node)) !== 0) out.push(codeOf(op.diskCheck, index, node));
    }
  }
  for (let number = 0; number < model.mirrors.length; number++) {
    const targets = resyncing(moment, number);
    for (let node = 0; targets !== 0 && node < count; node++) {
      if ((targets & (1 << node)) !== 0) out.push(codeOf(op.resyncDone, model.mirrors[number] ?? 0, node));
    }
  }
}

export interface Delay {
  readonly min: number;
  readonly max: number;
  /** What a timed run uses. */
  readonly usual: number;
}

const atOnce: Delay = { min: 0, max: 0, usual: 0 };

/** How long after it was first possible an inside event happens. */
export function delayOf({ model, cells }: Moment, code: number): Delay {
  const index = indexOf(code);
  const node = index;
  const choice = choiceOf(code);
  switch (operationOf(code)) {
    case op.pathDead: {
      const link = model.links[index];
      return detection(model, choice === 0 ? (link?.a ?? 0) : (link?.b ?? 0), link?.kind === "tty");
    }
    case op.commDown:
      return model.detection === "timed" ? atOnce : detection(model, node);
    case op.handleCommDown: {
      const { min, max } = quorumDelayMs(model, cells, node);
      return { min, max, usual: max };
    }
    case op.witnessCheck:
      return storageWatch(model, cells, node, choice);
    case op.confirmTimeout: {
      const timeout = model.configurations[node]?.confirmTimeoutMs ?? 0;
      return { min: timeout, max: timeout, usual: timeout };
    }
    case op.lcmAvail:
      // LifeKeeper takes some time to start; a scenario shows none, because no document says how long.
      return { min: 0, max: restartMs, usual: 0 };
    case op.booted:
      return { min: restartMs, max: restartMs, usual: restartMs };
    case op.quickCheck:
    case op.standbyCheck: {
      const interval = checkCycleMs(model, index, choice);
      return { min: 0, max: interval, usual: interval };
    }
    case op.diskCheck: {
      const cycle = model.configurations[choice]?.diskCheckMs ?? 0;
      return { min: 0, max: cycle, usual: cycle };
    }
    case op.resyncDone:
      return { min: 0, max: Number.POSITIVE_INFINITY, usual: resyncMs };
    default:
      return atOnce;
  }
}

/** lkscsid looks after the disks that LifeKeeper has reserved, lkcheck after everything else; 0: nobody [LKSCSID75 RER980]. */
export function checkCycleMs(model: Model, resource: number, node: number): number {
  const configuration = model.configurations[node];
  const isReserved = (model.resources[resource]?.reservation ?? -1) >= 0;
  return (isReserved ? configuration?.diskCheckMs : configuration?.checkIntervalMs) ?? 0;
}

/** A serial line beats every two seconds at most [HB970]. */
export const ttyBeatMs = 2000;

/** The last beat came up to one interval before the silence began [HB970]. */
function detection(model: Model, node: number, isTty = false): Delay {
  const { heartbeatMs: given = 0, heartbeatCount = 0 } = model.configurations[node] ?? {};
  const heartbeatMs = isTty ? Math.max(given, ttyBeatMs) : given;
  const max = heartbeatMs * heartbeatCount;
  return { min: heartbeatMs * (heartbeatCount - 1), max, usual: max };
}

/** What is left of the watch when COMM_DOWN comes. */
function storageWatch(model: Model, cells: Cells, node: number, peer: number): Delay {
  if (isUpdatingObject({ model, cells }, node, peer)) return atOnce;
  const { storageHeartbeatMs = 0, storageHeartbeatCount = 0 } = model.configurations[node] ?? {};
  const whole = storageHeartbeatMs * storageHeartbeatCount;
  if (model.readings["storage-watch"] === "from-comm-down")
    return { min: whole - storageHeartbeatMs, max: whole, usual: whole };
  const seen = detection(model, node);
  return {
    min: Math.max(0, whole - storageHeartbeatMs - seen.max),
    max: Math.max(0, whole - seen.min),
    usual: Math.max(0, whole - seen.usual),
  };
}
