// Who can physically reach whom at this moment. What a node believes is another matter (`sees`).
// Every cast here reads one of the model's own lists at an index below its length.

import { at, type Cells, cell, countBits, hasBit, hasListBit } from "./layout.ts";
import type { Model } from "./model.ts";

/** Nodes whose LifeKeeper answers: it runs, and its machine is neither off nor frozen. */
export function answering(cells: Cells): number {
  return at(cells, cell.up) & at(cells, cell.running) & ~at(cells, cell.frozen);
}

/** Peers whose heartbeats reach `node` now; none when the node itself does not run. */
export function signals(model: Model, cells: Cells, node: number): number {
  const running = answering(cells);
  if ((running & (1 << node)) === 0) return 0;
  return running & ~(1 << node) & connected(model, cells, node);
}

/** Peers to which at least one link carries something. */
export function connected(model: Model, cells: Cells, node: number): number {
  const count = model.nodes.length;
  let mask = 0;
  for (let peer = 0; peer < count; peer++) {
    if (peer === node) continue;
    const links = model.linksOfPair[node * count + peer] as readonly number[];
    for (let position = 0; position < links.length; position++) {
      if (linkWorks(model, cells, links[position] as number)) {
        mask |= 1 << peer;
        break;
      }
    }
  }
  return mask;
}

/** Peers to which `node` can replicate: over TCP alone, a TTY path only tells that the other is alive [CHC951]. */
export function replicates(model: Model, cells: Cells, node: number): number {
  const heard = signals(model, cells, node);
  if (!model.hasTty) return heard;
  const count = model.nodes.length;
  let mask = 0;
  for (let peer = 0; peer < count; peer++) {
    if ((heard & (1 << peer)) === 0) continue;
    const links = model.linksOfPair[node * count + peer] as readonly number[];
    if (links.some((link) => model.links[link]?.kind === "tcp" && linkWorks(model, cells, link))) mask |= 1 << peer;
  }
  return mask;
}

export function linkWorks(model: Model, cells: Cells, link: number): boolean {
  const { bits, linkDown, networkDown } = model.layout;
  if (hasListBit(cells, linkDown, link, bits)) return false;
  const network = model.links[link]?.network;
  return network === undefined || !hasListBit(cells, networkDown, network, bits);
}

/** With `storage`: that one; else any of them. */
export function reachesStorage(model: Model, cells: Cells, node: number, storage = -1): boolean {
  if (hasBit(cells, cell.storageLost, node)) return false;
  const count = model.storages.length;
  if (count === 0) return true;
  for (let index = 0; index < count; index++) {
    if (storage >= 0 && storage !== index) continue;
    if (count > 1 && hasBit(cells, model.layout.storageGone + index, node)) continue;
    const { reachedBy, networks } = model.storages[index] as Model["storages"][number];
    if ((reachedBy & (1 << node)) !== 0 && networksWork(model, cells, networks)) return true;
  }
  return false;
}

/** Who lost this storage: where there is only one, its loss is that of all. */
export function storageCell(model: Model, storage: number): number {
  return model.storages.length > 1 ? model.layout.storageGone + storage : cell.storageLost;
}

/** Whether `node` can get at the quorum object of `owner`: to write its own, to read another's. */
export function reachesObject(model: Model, cells: Cells, node: number, owner: number): boolean {
  return reachesStorage(model, cells, node, model.objectStorage[owner]);
}

/** Access to the storage of its own object; whether the others' count too, where they lie elsewhere, is a reading. */
export function hasStorageAccess(model: Model, cells: Cells, node: number): boolean {
  if (!reachesObject(model, cells, node, node)) return false;
  for (let owner = 0; owner < model.nodes.length; owner++) {
    if (!reachesObject(model, cells, node, owner)) return model.readings["split-objects"] === "own";
  }
  return true;
}

/** A storage behind several networks is reached as long as one of them works. */
function networksWork(model: Model, cells: Cells, networks: readonly number[]): boolean {
  if (networks.length === 0) return true;
  const { bits, networkDown } = model.layout;
  return networks.some((network) => !hasListBit(cells, networkDown, network, bits));
}

export function reachesHost(model: Model, cells: Cells, node: number, host: number): boolean {
  const { bits, networkDown, hostLost } = model.layout;
  if (hasBit(cells, hostLost + host, node)) return false;
  const network = model.hosts[host]?.network;
  return network === undefined || !hasListBit(cells, networkDown, network, bits);
}

export function hostsReached(model: Model, cells: Cells, node: number): number {
  const hosts = model.hostsOfNode[node] as readonly number[];
  let count = 0;
  for (let index = 0; index < hosts.length; index++) {
    if (reachesHost(model, cells, node, hosts[index] as number)) count++;
  }
  return count;
}

/** Nodes this node counts as living: itself and those it sees. */
export function living(model: Model, cells: Cells, node: number): number {
  return at(cells, model.layout.sees + node) | (1 << node);
}

export function livingCount(model: Model, cells: Cells, node: number): number {
  return countBits(living(model, cells, node));
}
