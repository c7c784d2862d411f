// What faults and operators do to the state directly, one handler for each action of the language. Everything that
// follows from it is inside events.

import { assert } from "../assert.ts";
import type { DeedKind } from "../language/actions.ts";
import { camelCase } from "../language/form.ts";
import { choiceOf, every, flagsOf, indexOf, op, operationOf } from "./code.ts";
import { answerConfirmation } from "./commDown.ts";
import { at, cell, clearBit, hasBit, putListBit, setBit } from "./layout.ts";
import { breakMirror, forceMirror, starveTargets } from "./mirror.ts";
import type { Model } from "./model.ts";
import { powerOff, powerOn, restart } from "./power.ts";
import { hasQuorum, rememberCheck } from "./quorum.ts";
import { living, replicates, signals, storageCell } from "./reach.ts";
import { plan } from "./reservation.ts";
import { sayCheckTimeout, sayFileSystem } from "./say/failure.ts";
import { sayOperator, sayOutside } from "./say/outside.ts";
import { activeOn, below, removeAll, restoreAll, restoreComponent, withParents } from "./service.ts";
import { shutDown, stopLifeKeeper } from "./start.ts";
import type { Work } from "./work.ts";

/**
 * By `index` goes what the action happens to, as its form names it first: a node, a link, a resource. `choice` is the
 * other thing that it names, or `every`; `flags` are words that may be left out, or which of two words it has.
 */
type Handler = (work: Work, index: number, choice: number, flags: number) => void;

const handlers: { readonly [Kind in DeedKind]: Handler } = {
  crash: (work, node) => {
    if (hasBit(work.cells, cell.up, node)) powerOff(work, node);
    clearBit(work.cells, cell.restarting, node);
  },
  boot: (work, node, _, withoutNetwork) => {
    if (hasBit(work.cells, cell.up, node)) return;
    if (withoutNetwork !== 0) isolate(work, node);
    powerOn(work, node);
  },
  freeze: ({ cells }, node) => {
    if (hasBit(cells, cell.up, node)) setBit(cells, cell.frozen, node);
  },
  thaw: ({ cells }, node) => clearBit(cells, cell.frozen, node),
  isolate,
  "cut-link": (work, link) => {
    const { linkDown, bits } = work.model.layout;
    putListBit(work.cells, linkDown, link, bits, true);
    starveTargets(work);
  },
  "cut-network": (work, network) => switchNetwork(work, network, true),
  "fail-domain": failDomain,
  "heal-all": ({ cells, model: { layout } }) => {
    for (let word = layout.linkDown; word < layout.sees; word++) cells[word] = 0;
    cells[cell.isolated] = 0;
    cells[cell.storageLost] = 0;
  },
  "heal-node": healNode,
  "heal-link": healLink,
  "heal-network": (work, network) => switchNetwork(work, network, false),
  "heal-domain": healDomain,
  "lose-storage": ({ cells, model }, node, storage) => {
    const lost = storage === every ? cell.storageLost : storageCell(model, storage);
    cells[lost] = at(cells, lost) | nodesMeant(model, node);
  },
  "lose-network": loseNetwork,
  "regain-storage": ({ cells, model }, node, which) => {
    const kept = ~nodesMeant(model, node);
    cells[cell.storageLost] = at(cells, cell.storageLost) & kept;
    for (let storage = 0; storage < model.storages.length; storage++) {
      const lost = storageCell(model, storage);
      if (which === every || which === storage) cells[lost] = at(cells, lost) & kept;
    }
  },
  "lose-host": ({ cells, model }, host, node) => {
    const lost = model.layout.hostLost + host;
    cells[lost] = at(cells, lost) | nodesMeant(model, node);
  },
  "regain-host": ({ cells, model }, host, node) => {
    const lost = model.layout.hostLost + host;
    cells[lost] = at(cells, lost) & ~nodesMeant(model, node);
  },
  shutdown: (work, node) => {
    if (answersOperator(work, node)) shutDown(work, node, false);
  },
  stop: (work, node, _, how) => {
    const mode = (how & 1) !== 0 ? "keeping-applications" : how === 0 ? "inhibiting-failover" : "allowing-failover";
    if (answersOperator(work, node)) stopLifeKeeper(work, node, mode);
  },
  start: (work, node) => {
    if (answersOperator(work, node) && !hasBit(work.cells, cell.running, node)) setBit(work.cells, cell.starting, node);
  },
  reboot: (work, node) => {
    if (hasBit(work.cells, cell.frozen, node)) restart(work, node);
    else if (hasBit(work.cells, cell.up, node)) shutDown(work, node, true);
  },
  "in-service": bringInService,
  "out-of-service": (work, resource, node) => {
    if (runsLifeKeeper(work, node)) takeOutOfService(work, resource, node);
  },
  fail: (work, resource, where, isBeyond) => {
    const { layout } = work.model;
    const broken = (isBeyond === 0 ? layout.failing : layout.failingBeyond) + resource;
    for (const node of inServiceOf(work, resource, where)) setBit(work.cells, broken, node);
  },
  refuse: ({ cells, model: { layout } }, resource, node, isRemove) =>
    setBit(cells, (isRemove === 0 ? layout.refuseRestore : layout.refuseRemove) + resource, node),
  "take-reservation": (work, resource, node) => planReservation(work, resource, plan.wonBy + node),
  "hold-reservation": (work, resource) => planReservation(work, resource, plan.held),
  confirm: (work, failed, _, isNo) => {
    for (let node = 0; node < work.model.nodes.length; node++) {
      if (!hasBit(work.cells, work.model.layout.confirmPending + node, failed)) continue;
      answerConfirmation(work, node, failed, isNo === 0 ? "yes" : "no");
    }
  },
  "force-mirror": (work, resource, node) => {
    if (!runsLifeKeeper(work, node)) return;
    forceMirror(work, resource, node);
    restoreComponent(work, work.model.resources[resource]?.component ?? -1, node, "operator");
  },
  "break-mirror": breakMirror,
  fullresync: (work, resource) => {
    const { cells, model } = work;
    const mirror = model.resources[resource]?.mirror ?? -1;
    const source = mirror < 0 ? -1 : at(cells, model.layout.mirrorSource + mirror) - 1;
    const active = at(cells, model.layout.inService + resource);
    if (source < 0 || (active & (1 << source)) === 0 || !runsLifeKeeper(work, source)) return;
    // Each copy that it reaches is overwritten from the beginning, and good for nothing until that is done [MIRROR].
    const place = model.layout.mirrorInSync + mirror;
    cells[place] = at(cells, place) & ~(replicates(model, cells, source) & ~active);
  },
  "timeout-check": sayCheckTimeout,
  "fail-standby": failStandby,
  retstate: ({ cells, model }, resource, node) => clearBit(cells, model.layout.failed + resource, node),
  fill: (work, resource, where) => {
    for (const node of inServiceOf(work, resource, where)) {
      setBit(work.cells, work.model.layout.full + resource, node);
      sayFileSystem(work, node, resource, true);
    }
  },
  free: (work, resource, where) => {
    for (const node of inServiceOf(work, resource, where)) {
      clearBit(work.cells, work.model.layout.full + resource, node);
      sayFileSystem(work, node, resource, false);
    }
  },
};

const byOperation: Handler[] = [];
for (const [kind, handler] of Object.entries(handlers)) {
  // Every action that has a handler has a number.
  byOperation[op[camelCase(kind) as keyof typeof op]] = handler;
}

export function applyOutside(work: Work, code: number): void {
  const handler = byOperation[operationOf(code)];
  assert(handler !== undefined, "a number of no action: it was not made by codeOf");
  sayOutside(work, code);
  handler(work, indexOf(code), choiceOf(code), flagsOf(code));
}

function switchNetwork(work: Work, network: number, isDown: boolean): void {
  const { networkDown, bits } = work.model.layout;
  putListBit(work.cells, networkDown, network, bits, isDown);
  starveTargets(work);
}

function planReservation({ cells, model }: Work, resource: number, planned: number): void {
  const number = model.resources[resource]?.reservation ?? -1;
  if (number >= 0) cells[model.layout.reservationPlan + number] = planned;
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

function nodesMeant(model: Model, node: number): number {
  return node === every ? model.everyone : 1 << node;
}

/** Where it is in service, of the nodes that are meant. */
function inServiceOf({ cells, model }: Work, resource: number, choice: number): readonly number[] {
  const active = at(cells, model.layout.inService + resource) & (choice === every ? -1 : 1 << choice);
  return model.nodes.flatMap((_, node) => ((active & (1 << node)) !== 0 ? [node] : []));
}

/** Parameters that switch the health check of a kind of resource on; 0 means that nobody looks. */
const standbyChecks: readonly { readonly parameter: string; readonly kinds: readonly string[] }[] = [
  { parameter: "SNHC_IPCHECK", kinds: ["comm/ip"] },
  { parameter: "SNHC_DISKCHECK", kinds: ["scsi/disk", "scsi/dmmp", "gen/filesys"] },
];

function failStandby(work: Work, index: number, node: number): void {
  const { cells, model } = work;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return;
  if (hasBit(cells, layout.inService + index, node)) return;
  const kind = `${resource.source.application}/${resource.source.kind}`;
  const check = standbyChecks.find(({ kinds }) => kinds.includes(kind));
  const configuration = model.cluster.nodes[node]?.configuration;
  if (check !== undefined && configuration?.get(check.parameter)?.value === "0") return;
  setBit(cells, layout.failing + index, node);
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
  cutFrom(work, node, () => true);
}

function cutFrom({ cells, model }: Work, node: number, which: (link: Model["links"][number]) => boolean): void {
  setBit(cells, cell.isolated, node);
  for (const [index, link] of model.links.entries()) {
    const isOfNode = link.a === node || link.b === node;
    if (isOfNode && which(link)) putListBit(cells, model.layout.linkDown, index, model.layout.bits, true);
  }
}

/** Its paths over a network, every host, and each storage that is reached over one; a serial line is none. */
function loseNetwork(work: Work, node: number): void {
  const { cells, model } = work;
  cutFrom(work, node, ({ kind }) => kind === "tcp");
  for (let host = 0; host < model.hosts.length; host++) setBit(cells, model.layout.hostLost + host, node);
  for (const [storage, { networks }] of model.storages.entries()) {
    if (networks.length > 0) setBit(cells, storageCell(model, storage), node);
  }
}

/** A path over a network that works again shows that the interfaces at its ends do. */
function healLink(work: Work, index: number): void {
  const { cells, model } = work;
  putListBit(cells, model.layout.linkDown, index, model.layout.bits, false);
  const link = model.links[index];
  if (link?.kind !== "tcp") return;
  for (const node of [link.a, link.b]) clearBit(cells, cell.isolated, node);
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
