// Partial-order reduction: handlers that can do nothing, whatever happens before them, are taken off the agenda at
// once instead of being tried in every order. Only handlers whose result is fixed qualify: the views that decide
// them change only when nodes notice something, and nodes notice nothing while quick handlers are pending.

import { at, type Cells, cell, clearBit, hasBit } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";
import { hasQuorum } from "../simulate/quorum.ts";
import { living } from "../simulate/reach.ts";

/** Which handlers may be dropped in this model at all; found once. */
export interface IdleRules {
  readonly model: Model;
  readonly enabled: boolean;
  /** By `node * nodes + peer`: losing the peer can make the node do something. */
  readonly matters: Uint8Array;
  /** By `node * nodes + peer`: losing the peer does something besides a takeover: to its power, to a mirror of both. */
  readonly acts: Uint8Array;
  /** By `node * nodes + peer`: meeting the peer again can change something. */
  readonly meetingMatters: Uint8Array;
  /** Resources can be OSF on a standby, so that under a reading a worse server may become the best. */
  readonly standbysFail: boolean;
}

/** What a search can meet at all. */
export interface FaultsTried {
  /** Nodes may stop in an orderly way, and then others become the best that is left. */
  readonly stops: boolean;
  readonly resourceFailures: boolean;
}

export function idleRules(model: Model, enabled: boolean, { stops, resourceFailures }: FaultsTried): IdleRules {
  const count = model.nodes.length;
  const matters = new Uint8Array(count * count);
  const acts = new Uint8Array(count * count);
  const meetingMatters = new Uint8Array(count * count);
  for (let node = 0; node < count; node++) {
    for (let peer = 0; peer < count; peer++) {
      const both = (1 << node) | (1 << peer);
      const sharesMirror = model.mirrors.some((index) => ((model.resources[index]?.servers ?? 0) & both) === both);
      const shares = model.components.some(({ serverMask }) => (serverMask & both) === both);
      const shoots = (model.stonith & (1 << peer)) !== 0;
      const switchesBack = model.components.some(
        ({ switchesBackTo, serverMask }) => (switchesBackTo & (1 << node)) !== 0 && (serverMask & both) === both,
      );
      if (shoots || sharesMirror) acts[node * count + peer] = 1;
      if (shoots || sharesMirror || (shares && stops)) matters[node * count + peer] = 1;
      if (sharesMirror || switchesBack) meetingMatters[node * count + peer] = 1;
    }
  }
  const addressesFail = model.resources.some(({ isAddress }) => isAddress);
  const standbysFail = resourceFailures || model.reserved.length > 0 || addressesFail;
  return { model, enabled, matters, acts, meetingMatters, standbysFail };
}

export function dropIdle(rules: IdleRules, cells: Cells): void {
  if (!rules.enabled) return;
  const { model } = rules;
  const { layout } = model;
  const count = model.nodes.length;
  const awake = at(cells, cell.up) & at(cells, cell.running) & ~at(cells, cell.frozen);
  for (let node = 0; node < count; node++) {
    if ((awake & (1 << node)) === 0) continue;
    const lost = at(cells, layout.quorumPending + node);
    if (lost !== 0 && hasFixedQuorum(model, cells, node)) {
      for (let peer = 0; peer < count; peer++) {
        if ((lost & (1 << peer)) !== 0 && isIdle(rules, cells, node, peer))
          clearBit(cells, layout.quorumPending + node, peer);
      }
    }
    const met = at(cells, layout.commUpPending + node);
    if (met !== 0 && !wantsAnything(model, cells, node)) {
      for (let peer = 0; peer < count; peer++) {
        if ((met & (1 << peer)) === 0 || rules.meetingMatters[node * count + peer] !== 0) continue;
        clearBit(cells, layout.commUpPending + node, peer);
      }
    }
  }
}

/** The quorum check will succeed whenever the handler runs. */
function hasFixedQuorum(model: Model, cells: Cells, node: number): boolean {
  if (!model.quorumPackage) return true;
  const mode = model.configurations[node]?.quorumMode;
  return mode === "none" || (mode === "majority" && hasQuorum({ model, cells }, node));
}

function isIdle(rules: IdleRules, cells: Cells, node: number, peer: number): boolean {
  const { model } = rules;
  if (rules.matters[node * model.nodes.length + peer] !== 0) return false;
  if (hasBit(cells, model.layout.noFailover + node, peer)) return true;
  return !canTakeOver(rules, cells, node, peer, living(model, cells, node));
}

/** As `mayTakeOver` decides, for a node that sees at least these. */
export function canTakeOver(rules: IdleRules, cells: Cells, node: number, peer: number, seen: number): boolean {
  const { model } = rules;
  const both = (1 << node) | (1 << peer);
  const able = seen & ~at(cells, model.layout.noFailover + node);
  for (let number = 0; number < model.components.length; number++) {
    const { serverMask, order, servers } = model.components[number] as Model["components"][number];
    if ((serverMask & both) !== both) continue;
    let active = 0;
    for (let place = 0; place < order.length; place++) {
      active |= at(cells, model.layout.inService + (order[place] as number));
    }
    if ((active & seen) !== 0) continue;
    if (!hasBetter(servers, able, node)) return true;
    // A better server may be skipped under a reading, which is then relied upon.
    if (rules.standbysFail && model.readings["standby-osf"] !== "tried") return true;
  }
  return false;
}

function hasBetter(servers: readonly number[], able: number, node: number): boolean {
  for (let place = 0; place < servers.length && servers[place] !== node; place++) {
    if ((able & (1 << (servers[place] as number))) !== 0) return true;
  }
  return false;
}

/** What it had when it left is forgotten once it has met everybody, so the meetings are kept while that matters. */
function wantsAnything(model: Model, cells: Cells, node: number): boolean {
  for (let resource = 0; resource < model.resources.length; resource++) {
    if (hasBit(cells, model.layout.wanted + resource, node)) return true;
  }
  return false;
}
