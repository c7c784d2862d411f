// Which faults can happen in a state. What would change nothing is not among them, and of several that are the same
// by symmetry only the first is.

import type { FaultKind } from "../language/actions.ts";
import { checkCycleMs } from "./agenda.ts";
import { codeOf, every, op } from "./code.ts";
import { decode } from "./decode.ts";
import type { OutsideEvent } from "./event.ts";
import { at, type Cells, cell, countBits, hasBit, hasListBit } from "./layout.ts";
import type { Model } from "./model.ts";
import { linkWorks, reachesHost, reachesStorage, storageCell } from "./reach.ts";
import type { State } from "./state.ts";

/** For shells: what can be done to this cluster now. */
export function enabledFaults(model: Model, state: State, kinds: readonly FaultKind[]): readonly OutsideEvent[] {
  const codes: number[] = [];
  listFaults(model, state.cells, kinds, codes);
  // Faults are outside events, and none of them is `notice`.
  return codes.map((code) => decode(model, code) as OutsideEvent);
}

export function listFaults(model: Model, cells: Cells, kinds: readonly FaultKind[], out: number[]): void {
  out.length = 0;
  const returns = kinds.includes("reboot");
  for (const kind of kinds) lists[kind](model, cells, out, returns);
}

/** Adds what can happen now. `returns`: what broke may come back. */
type List = (model: Model, cells: Cells, out: number[], returns: boolean) => void;

const lists: { readonly [Kind in FaultKind]: List } = {
  crash: (model, cells, out) => pushMask(model, out, op.crash, at(cells, cell.up) | at(cells, cell.restarting)),
  freeze: (model, cells, out) => pushMask(model, out, op.freeze, at(cells, cell.up) & ~at(cells, cell.frozen)),
  isolate: (model, cells, out, returns) => {
    // A machine that is off and stays off has nothing to lose.
    const able =
      (returns ? model.everyone : at(cells, cell.up) | at(cells, cell.restarting)) & ~at(cells, cell.isolated);
    pushMask(model, out, op.loseNetwork, able & linked(model, cells));
  },
  cut: listCuts,
  network: (model, cells, out) => {
    for (let network = 0; network < model.networks.length; network++) {
      if (!isDown(model, cells, network) && carriesAnything(model, network)) out.push(codeOf(op.cutNetwork, network));
    }
  },
  domain: (model, cells, out) => {
    for (let domain = 0; domain < model.domains.length; domain++) {
      if (domainChanges(model, cells, domain)) out.push(codeOf(op.failDomain, domain));
    }
  },
  storage: listStorageLosses,
  host: listHostLosses,
  resource: listResourceFailures,
  stop: (model, cells, out) => {
    const able = at(cells, cell.running) & ~at(cells, cell.frozen) & ~at(cells, cell.stopping);
    pushMask(model, out, op.stop, able);
  },
  reboot: listReturns,
};

/** Costs nothing and can happen at any time: a frozen node goes on. */
export function listThaws(model: Model, cells: Cells, out: number[]): void {
  pushMask(model, out, op.thaw, at(cells, cell.frozen) & at(cells, cell.up));
}

function pushMask(
  model: Model,
  out: number[],
  operation: Parameters<typeof codeOf>[0],
  mask: number,
  choice = 0,
): void {
  for (let node = 0; mask !== 0 && node < model.nodes.length; node++) {
    if ((mask & (1 << node)) !== 0) out.push(codeOf(operation, node, choice));
  }
}

/** Nodes with a link that is not cut. */
function linked({ links, layout }: Model, cells: Cells): number {
  return links.reduce(
    (mask, { a, b }, link) =>
      hasListBit(cells, layout.linkDown, link, layout.bits) ? mask : mask | (1 << a) | (1 << b),
    0,
  );
}

function isDown(model: Model, cells: Cells, network: number): boolean {
  return hasListBit(cells, model.layout.networkDown, network, model.layout.bits);
}

function carriesAnything(model: Model, network: number): boolean {
  return (
    model.links.some((link) => link.network === network) ||
    model.hosts.some((host) => host.network === network) ||
    model.resources.some((resource) => resource.isAddress && resource.network === network) ||
    model.storages.some((storage) => storage.networks.includes(network))
  );
}

/** Links of one pair on the same network are the same: the first that works stands for them. */
function listCuts(model: Model, cells: Cells, out: number[], returns: boolean): void {
  const { linkDown, bits } = model.layout;
  for (let link = 0; link < model.links.length; link++) {
    if (hasListBit(cells, linkDown, link, bits)) continue;
    // A link on a dead network carries nothing; that matters only if the network may come back.
    if (!returns && !linkWorks(model, cells, link)) continue;
    const twin = model.twinOfLink[link] ?? -1;
    if (twin >= 0 && !hasListBit(cells, linkDown, twin, bits)) continue;
    out.push(codeOf(op.cutLink, link));
  }
}

function usesStorage(model: Model, node: number): boolean {
  const configuration = model.configurations[node];
  return model.quorumPackage && (configuration?.quorumMode === "storage" || configuration?.witnessMode === "storage");
}

/** All at once, as by a broken adapter, and each by itself where the objects lie on several; then for every node. */
function listStorageLosses(model: Model, cells: Cells, out: number[]): void {
  const count = model.storages.length;
  const users = model.nodes.flatMap((_, node) => (usesStorage(model, node) ? [node] : []));
  for (const node of users) {
    if (!reachesStorage(model, cells, node)) continue;
    out.push(codeOf(op.loseStorage, node, every));
    for (let storage = 0; count > 1 && storage < count; storage++) {
      if (reachesStorage(model, cells, node, storage)) out.push(codeOf(op.loseStorage, node, storage));
    }
  }
  const reaching = (storage?: number) => users.filter((node) => reachesStorage(model, cells, node, storage)).length;
  if (reaching() > 1) out.push(codeOf(op.loseStorage, every, every));
  for (let storage = 0; count > 1 && storage < count; storage++) {
    if (reaching(storage) > 1) out.push(codeOf(op.loseStorage, every, storage));
  }
}

/** To one node; then to all that ask it. */
function listHostLosses(model: Model, cells: Cells, out: number[]): void {
  if (!model.quorumPackage) return;
  const reaching = new Uint8Array(model.hosts.length);
  for (let node = 0; node < model.nodes.length; node++) {
    if (model.configurations[node]?.quorumMode !== "tcp_remote") continue;
    for (const host of model.hostsOfNode[node] ?? []) {
      if (!reachesHost(model, cells, node, host)) continue;
      out.push(codeOf(op.loseHost, host, node));
      reaching[host] = (reaching[host] ?? 0) + 1;
    }
  }
  for (const [host, count] of reaching.entries()) if (count > 1) out.push(codeOf(op.loseHost, host, every));
}

/** The flag of `fail`. */
const beyondLocalRecovery = 1;

/** Beyond local recovery, where it is in service and LifeKeeper watches it. */
function listResourceFailures(model: Model, cells: Cells, out: number[]): void {
  const { inService, failingBeyond } = model.layout;
  const watched = at(cells, cell.running) & ~at(cells, cell.frozen);
  for (let resource = 0; resource < model.resources.length; resource++) {
    const able = at(cells, inService + resource) & watched & ~at(cells, failingBeyond + resource);
    for (let node = 0; able !== 0 && node < model.nodes.length; node++) {
      if ((able & (1 << node)) === 0 || checkCycleMs(model, resource, node) === 0) continue;
      if (!isLikeTwin(model, cells, resource)) {
        out.push(codeOf(op.fail, resource, node, beyondLocalRecovery));
      }
    }
  }
}

/** Of several that nothing tells apart, the first stands for all. */
function isLikeTwin(model: Model, cells: Cells, resource: number): boolean {
  const twin = model.twinOfResource[resource] ?? -1;
  if (twin < 0) return false;
  const { inService, full, failed, wanted, failing, failingBeyond } = model.layout;
  return [inService, full, failed, wanted, failing, failingBeyond].every(
    (region) => at(cells, region + resource) === at(cells, region + twin),
  );
}

function domainChanges(model: Model, cells: Cells, index: number): boolean {
  const domain = model.domains[index];
  if (domain === undefined) return false;
  return (
    domain.nodes.some((node) => hasBit(cells, cell.up, node) || hasBit(cells, cell.restarting, node)) ||
    domain.networks.some((network) => !isDown(model, cells, network) && carriesAnything(model, network)) ||
    domain.hosts.some((host) => at(cells, model.layout.hostLost + host) !== model.everyone) ||
    domain.storages.some((storage) => at(cells, storageCell(model, storage)) !== model.everyone)
  );
}

/** Restarts, and everything that was broken coming back. */
function listReturns(model: Model, cells: Cells, out: number[]): void {
  const { linkDown, bits } = model.layout;
  const up = at(cells, cell.up);
  const running = at(cells, cell.running) & ~at(cells, cell.frozen);
  pushMask(model, out, op.reboot, up & running);
  pushMask(model, out, op.boot, model.everyone & ~up & ~at(cells, cell.restarting));
  pushMask(model, out, op.start, up & ~at(cells, cell.running) & ~at(cells, cell.starting) & ~at(cells, cell.frozen));
  for (let link = 0; link < model.links.length; link++) {
    if (!hasListBit(cells, linkDown, link, bits)) continue;
    const heir = model.twinOfLink.indexOf(link);
    if (heir < 0 || !hasListBit(cells, linkDown, heir, bits)) out.push(codeOf(op.healLink, link));
  }
  for (let network = 0; network < model.networks.length; network++) {
    if (isDown(model, cells, network)) out.push(codeOf(op.healNetwork, network));
  }
  pushMask(model, out, op.regainStorage, at(cells, cell.storageLost), every);
  if (countBits(at(cells, cell.storageLost)) > 1) out.push(codeOf(op.regainStorage, every, every));
  for (let storage = 0; model.storages.length > 1 && storage < model.storages.length; storage++) {
    const gone = at(cells, model.layout.storageGone + storage);
    pushMask(model, out, op.regainStorage, gone, storage);
    if (countBits(gone) > 1) out.push(codeOf(op.regainStorage, every, storage));
  }
  for (let host = 0; host < model.hosts.length; host++) {
    const lost = at(cells, model.layout.hostLost + host);
    for (let node = 0; lost !== 0 && node < model.nodes.length; node++) {
      if ((lost & (1 << node)) !== 0) out.push(codeOf(op.regainHost, host, node));
    }
    if (countBits(lost) > 1) out.push(codeOf(op.regainHost, host, every));
  }
}
