// Merging states that differ only by the names of things that are the same: nodes that serve nothing, hosts that
// everybody asks. Each state is replaced by one that sorts these; which of the same states stands for all is only a
// matter of how much is merged, never of what is true.

import { at, type Cells, countBits } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";

export interface Symmetry {
  readonly model: Model;
  /** Nodes that can be exchanged for each other, two or more. */
  readonly nodeClasses: readonly (readonly number[])[];
  /** Hosts that can be exchanged for each other, two or more. */
  readonly hostClasses: readonly (readonly number[])[];
  readonly pairOfNodes: readonly (readonly number[])[];
}

export function findSymmetry(model: Model, enabled: boolean): Symmetry {
  if (!enabled) return { model, nodeClasses: [], hostClasses: [], pairOfNodes: [] };
  return {
    model,
    nodeClasses: classesOf(model.nodes.length, (a, b) => areSameNodes(model, a, b)),
    hostClasses: classesOf(model.hosts.length, (a, b) => areSameHosts(model, a, b)),
    pairOfNodes: model.linksOfPair,
  };
}

function classesOf(count: number, same: (a: number, b: number) => boolean): readonly (readonly number[])[] {
  const classes: number[][] = [];
  for (let index = 0; index < count; index++) {
    const own = classes.find(([first]) => first !== undefined && same(first, index));
    if (own === undefined) classes.push([index]);
    else own.push(index);
  }
  return classes.filter((members) => members.length > 1);
}

/** The mask with the bits of the two exchanged. */
function exchanged(mask: number, a: number, b: number): number {
  const differ = ((mask >> a) ^ (mask >> b)) & 1;
  return mask ^ ((differ << a) | (differ << b));
}

/** Exchanging the two leaves the model as it is. */
function areSameNodes(model: Model, a: number, b: number): boolean {
  const either = (1 << a) | (1 << b);
  if ((model.servers & either) !== 0) return false;
  const [asksA = 0, asksB = 0] = [model.confirms[a], model.confirms[b]];
  if (exchanged(asksA, a, b) !== asksB) return false;
  const asked = model.confirms.filter((_, node) => node !== a && node !== b);
  for (const mask of [...asked, model.stonith, model.switchesOver, model.blocksResourceFailover, model.witnessOnly]) {
    if (countBits(mask & either) === 1) return false;
  }
  if (model.domains.some(({ nodes }) => nodes.includes(a) !== nodes.includes(b))) return false;
  if (model.storages.some(({ reachedBy }) => countBits(reachedBy & either) === 1)) return false;
  if (model.objectStorage[a] !== model.objectStorage[b]) return false;
  if (JSON.stringify(model.configurations[a]) !== JSON.stringify(model.configurations[b])) return false;
  const between = (node: number, other: number): string =>
    JSON.stringify(
      (model.linksOfPair[node * model.nodes.length + other] ?? []).map((link) => model.links[link]?.network ?? -1),
    );
  return model.nodes.every((_, other) => other === a || other === b || between(a, other) === between(b, other));
}

function areSameHosts(model: Model, a: number, b: number): boolean {
  if (model.hosts[a]?.network !== model.hosts[b]?.network) return false;
  if (model.domains.some(({ hosts }) => hosts.includes(a) !== hosts.includes(b))) return false;
  return model.hostsOfNode.every((hosts) => hosts.includes(a) === hosts.includes(b));
}

/** Which thing of the cluster stands at each place after renaming. */
export interface Names {
  readonly nodes: number[];
  readonly hosts: number[];
}

/** With `names`, keeps track of what was exchanged. */
export function normalize(symmetry: Symmetry, cells: Cells, names?: Names): void {
  for (const hosts of symmetry.hostClasses) sortHosts(symmetry.model, cells, hosts, names);
  for (const nodes of symmetry.nodeClasses) sortNodes(symmetry, cells, nodes, names);
}

function swap(list: number[] | undefined, a: number, b: number): void {
  if (list === undefined) return;
  const first = list[a] as number;
  list[a] = list[b] as number;
  list[b] = first;
}

function sortHosts(model: Model, cells: Cells, hosts: readonly number[], names: Names | undefined): void {
  const { hostLost } = model.layout;
  for (let end = hosts.length - 1; end > 0; end--) {
    for (let position = 0; position < end; position++) {
      const [here, next] = [hostLost + (hosts[position] as number), hostLost + (hosts[position + 1] as number)];
      const [first, second] = [at(cells, here), at(cells, next)];
      if (first < second) {
        cells[here] = second;
        cells[next] = first;
        swap(names?.hosts, hosts[position] as number, hosts[position + 1] as number);
      }
    }
  }
}

const signatures = new Int32Array(32);
const sorted = new Int32Array(32);

/** A sort by exchanges, each of which is a symmetry. Only what stands in a wrong place is moved: an exchange is dear. */
function sortNodes(symmetry: Symmetry, cells: Cells, nodes: readonly number[], names: Names | undefined): void {
  const count = nodes.length;
  const inside = maskOf(nodes);
  const areLinksWhole = !isAnyLinkDown(symmetry, cells);
  const used = usedRegions(symmetry, cells);
  let isSorted = true;
  for (let position = 0; position < count; position++) {
    const signature = signatureOf(symmetry, cells, nodes[position] as number, { inside, used, areLinksWhole });
    signatures[position] = signature;
    let place = position;
    for (; place > 0 && (sorted[place - 1] as number) > signature; place--) sorted[place] = sorted[place - 1] as number;
    sorted[place] = signature;
    if (place < position) isSorted = false;
  }
  if (isSorted) return;
  for (let position = 0; position < count; position++) {
    const wanted = sorted[position] as number;
    if (signatures[position] === wanted) continue;
    let from = position + 1;
    while (signatures[from] !== wanted || sorted[from] === wanted) from++;
    const [a, b] = [nodes[position] as number, nodes[from] as number];
    exchange(symmetry, cells, a, b, areLinksWhole);
    swap(names?.nodes, a, b);
    signatures[from] = signatures[position] as number;
    signatures[position] = wanted;
  }
}

/** Of a state, the same for all nodes of a class. */
interface Seen {
  readonly inside: number;
  /** Which of the regions with a cell for each node hold anything. */
  readonly used: number;
  readonly areLinksWhole: boolean;
}

function usedRegions({ model }: Symmetry, cells: Cells): number {
  const { layout, nodes } = model;
  let used = 0;
  let region = 0;
  for (let offset = layout.sees; offset < layout.inService; offset += nodes.length) {
    for (let node = 0; node < nodes.length; node++) {
      if (at(cells, offset + node) === 0) continue;
      used |= 1 << region;
      break;
    }
    region++;
  }
  return used;
}

function maskOf(nodes: readonly number[]): number {
  let mask = 0;
  for (let position = 0; position < nodes.length; position++) mask |= 1 << (nodes[position] as number);
  return mask;
}

function isAnyLinkDown({ model }: Symmetry, cells: Cells): boolean {
  for (let word = model.layout.linkDown; word < model.layout.networkDown; word++) {
    if (at(cells, word) !== 0) return true;
  }
  return false;
}

/**
 * What tells a node from the others of its class, without regard to their order. Two nodes with one signature may
 * still differ: then less is merged than could be, and nothing else.
 */
function signatureOf(symmetry: Symmetry, cells: Cells, node: number, seen: Seen): number {
  const { inside, used, areLinksWhole } = seen;
  const { layout, nodes, everyone } = symmetry.model;
  const bit = 1 << node;
  let signature = 0;
  for (let index = 0; index < layout.linkDown; index++) signature = (signature << 1) | bitOf(at(cells, index), bit);
  for (let index = layout.hostLost; index < layout.sees; index++) {
    signature = Math.imul(signature, 3) + bitOf(at(cells, index), bit);
  }
  const outside = everyone & ~inside;
  let region = 0;
  for (let offset = layout.sees; offset < layout.inService; offset += nodes.length) {
    if ((used & (1 << region++)) === 0) continue;
    const own = at(cells, offset + node);
    signature = Math.imul(signature, 31) + (own & outside);
    signature = Math.imul(signature, 31) + countBits(own & inside);
    for (let rest = outside; rest !== 0; rest &= rest - 1) {
      signature = Math.imul(signature, 3) + bitOf(at(cells, offset + 31 - Math.clz32(rest & -rest)), bit);
    }
  }
  if (areLinksWhole) return signature | 0;
  let cutsInside = 0;
  for (let other = 0; other < nodes.length; other++) {
    const cuts = cutsBetween(symmetry, cells, node, other);
    if ((inside & (1 << other)) !== 0) cutsInside += cuts;
    else signature = Math.imul(signature, 31) + cuts;
  }
  return (Math.imul(signature, 31) + cutsInside) | 0;
}

function bitOf(mask: number, bit: number): number {
  return (mask & bit) === 0 ? 0 : 1;
}

/** The cut links of a pair as a number. */
function cutsBetween({ model, pairOfNodes }: Symmetry, cells: Cells, a: number, b: number): number {
  const links = pairOfNodes[a * model.nodes.length + b] as readonly number[];
  const { linkDown, bits } = model.layout;
  let cuts = 0;
  for (let position = 0; position < links.length; position++) {
    const link = links[position] as number;
    if ((at(cells, linkDown + ((link / bits) | 0)) & (1 << (link % bits))) !== 0) cuts |= 1 << position;
  }
  return cuts;
}

/** Links that all work are the same already. */
export function exchange(symmetry: Symmetry, cells: Cells, a: number, b: number, areLinksWhole = false): void {
  const { layout, nodes } = symmetry.model;
  const count = nodes.length;
  for (let index = 0; index < layout.linkDown; index++) exchangeBits(cells, index, a, b);
  for (let index = layout.hostLost; index < layout.sees; index++) exchangeBits(cells, index, a, b);
  for (let offset = layout.sees; offset < layout.inService; offset += count) {
    const first = at(cells, offset + a);
    cells[offset + a] = at(cells, offset + b);
    cells[offset + b] = first;
  }
  for (let index = layout.sees; index < layout.inService; index++) exchangeBits(cells, index, a, b);
  if (areLinksWhole) return;
  // The two serve nothing, so that no cell of a resource speaks of them.
  for (let other = 0; other < count; other++) {
    if (other !== a && other !== b) exchangeLinks(symmetry, cells, a, b, other);
  }
}

function exchangeBits(cells: Cells, index: number, a: number, b: number): void {
  const mask = at(cells, index);
  const [first, second] = [(mask >> a) & 1, (mask >> b) & 1];
  if (first !== second) cells[index] = mask ^ ((1 << a) | (1 << b));
}

function exchangeLinks({ model, pairOfNodes }: Symmetry, cells: Cells, a: number, b: number, other: number): void {
  const first = pairOfNodes[a * model.nodes.length + other] as readonly number[];
  const second = pairOfNodes[b * model.nodes.length + other] as readonly number[];
  const { linkDown, bits } = model.layout;
  for (let position = 0; position < first.length; position++) {
    const [one, two] = [first[position] as number, second[position] as number];
    const [wordOne, wordTwo] = [linkDown + ((one / bits) | 0), linkDown + ((two / bits) | 0)];
    const [cutOne, cutTwo] = [(at(cells, wordOne) >> (one % bits)) & 1, (at(cells, wordTwo) >> (two % bits)) & 1];
    if (cutOne === cutTwo) continue;
    cells[wordOne] = at(cells, wordOne) ^ (1 << (one % bits));
    cells[wordTwo] = at(cells, wordTwo) ^ (1 << (two % bits));
  }
}
