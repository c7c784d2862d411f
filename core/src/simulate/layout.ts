// Where each fact of a state lies. A cell is a number whose bits are nodes, so that a question about all nodes is
// one instruction, and a state of a small cluster is some fifty bytes. The cells after `keyLength` tell history
// (who was restarted, what the last quorum check said); nothing that can happen depends on them.

/** Eight bits a cell up to eight nodes, sixteen up to sixteen, else thirty-two. */
export type Cells = Uint8Array | Uint16Array | Int32Array;

export interface Layout {
  readonly bits: 8 | 16 | 32;
  readonly nodeCount: number;
  /** Offsets of regions, in cells. */
  readonly linkDown: number;
  readonly networkDown: number;
  readonly hostLost: number;
  /** By storage, where there are several: nodes that lost this one. */
  readonly storageGone: number;
  readonly sees: number;
  readonly quorumPending: number;
  readonly witnessPending: number;
  readonly confirmPending: number;
  readonly commUpPending: number;
  readonly noFailover: number;
  readonly inService: number;
  readonly full: number;
  readonly failed: number;
  readonly wanted: number;
  /** Broken, to be found at the next check: what local recovery mends, and what it does not. */
  readonly failing: number;
  readonly failingBeyond: number;
  readonly refuseRestore: number;
  readonly refuseRemove: number;
  readonly reservationHolder: number;
  readonly reservationPlan: number;
  readonly reservationPending: number;
  readonly reservationTaken: number;
  readonly mirrorSource: number;
  readonly mirrorInSync: number;
  readonly mirrorCorrupt: number;
  readonly mirrorOwner: number;
  readonly mirrorLost: number;
  /** Where the key ends. */
  readonly keyLength: number;
  /** How one end sees each link: bits of links, first the first end. */
  readonly pathDead: number;
  readonly length: number;
}

/** Cells that every cluster has, one each. */
export const cell = {
  up: 0,
  halted: 1,
  frozen: 2,
  /** LifeKeeper runs. */
  running: 3,
  /** LifeKeeper was stopped and its applications run on. */
  keeping: 4,
  /** LifeKeeper is starting: LCM_AVAIL is still to come. */
  starting: 5,
  /** Will come up again by itself. */
  restarting: 6,
  /** A stop of LifeKeeper is under way. */
  stopping: 7,
  /** Its network interface is dead, and the clients' network with it; its links are down one by one. */
  isolated: 8,
  /** Every quorum storage. */
  storageLost: 9,
} as const;

const singleCells = 10;

/** Cells after the key, one each. */
export const history = {
  rebooted: 0,
  quorumChecked: 1,
  quorumHeld: 2,
  /** Not a mask: 1 once LifeKeeper brought a hierarchy in service elsewhere by itself. */
  failover: 3,
  /** Nodes that found quorum lost. */
  quorumLost: 4,
} as const;

const historyCells = 5;

export interface Shape {
  /** What each end of a path has marked can make a difference, so that it belongs to the key. */
  readonly marksPaths: boolean;
  readonly nodes: number;
  readonly links: number;
  readonly networks: number;
  readonly hosts: number;
  readonly storages: number;
  readonly resources: number;
  readonly reserved: number;
  readonly mirrors: number;
}

export function layOut(shape: Shape): Layout {
  const bits = shape.nodes <= 8 ? 8 : shape.nodes <= 16 ? 16 : 32;
  let next = singleCells;
  const region = (cells: number): number => {
    const offset = next;
    next += cells;
    return offset;
  };
  const words = (count: number): number => Math.ceil(count / bits);
  const { nodes, resources, reserved, mirrors } = shape;
  const inKey = {
    linkDown: region(words(shape.links)),
    networkDown: region(words(shape.networks)),
    hostLost: region(shape.hosts),
    storageGone: region(shape.storages > 1 ? shape.storages : 0),
    sees: region(nodes),
    quorumPending: region(nodes),
    witnessPending: region(nodes),
    confirmPending: region(nodes),
    commUpPending: region(nodes),
    noFailover: region(nodes),
    inService: region(resources),
    full: region(resources),
    failed: region(resources),
    wanted: region(resources),
    failing: region(resources),
    failingBeyond: region(resources),
    refuseRestore: region(resources),
    refuseRemove: region(resources),
    reservationHolder: region(reserved),
    reservationPlan: region(reserved),
    reservationPending: region(reserved),
    reservationTaken: region(reserved),
    mirrorSource: region(mirrors),
    mirrorInSync: region(mirrors),
    mirrorCorrupt: region(mirrors),
    mirrorOwner: region(mirrors),
    mirrorLost: region(mirrors),
  };
  const marked = shape.marksPaths ? region(2 * words(shape.links)) : undefined;
  // Whole 32-bit words, so that keys are compared and hashed four bytes at a time.
  const perWord = 32 / bits;
  next = Math.ceil(next / perWord) * perWord;
  const keyLength = next;
  next += historyCells;
  const pathDead = marked ?? region(2 * words(shape.links));
  return { bits, nodeCount: nodes, ...inKey, keyLength, pathDead, length: Math.ceil(next / perWord) * perWord };
}

export function newCells(layout: Layout, buffer?: ArrayBuffer, byteOffset?: number): Cells {
  switch (layout.bits) {
    case 8:
      return buffer === undefined ? new Uint8Array(layout.length) : new Uint8Array(buffer, byteOffset, layout.length);
    case 16:
      return buffer === undefined ? new Uint16Array(layout.length) : new Uint16Array(buffer, byteOffset, layout.length);
    case 32:
      return buffer === undefined ? new Int32Array(layout.length) : new Int32Array(buffer, byteOffset, layout.length);
  }
}

export function at(cells: Cells, index: number): number {
  // Every offset comes from the layout that made the array.
  return cells[index] as number;
}

export function hasBit(cells: Cells, index: number, bit: number): boolean {
  return (at(cells, index) & (1 << bit)) !== 0;
}

export function setBit(cells: Cells, index: number, bit: number): void {
  cells[index] = at(cells, index) | (1 << bit);
}

export function clearBit(cells: Cells, index: number, bit: number): void {
  cells[index] = at(cells, index) & ~(1 << bit);
}

/** For lists longer than one cell: links and networks. */
export function hasListBit(cells: Cells, offset: number, index: number, bits: number): boolean {
  return hasBit(cells, offset + ((index / bits) | 0), index % bits);
}

export function putListBit(cells: Cells, offset: number, index: number, bits: number, on: boolean): void {
  const word = offset + ((index / bits) | 0);
  if (on) setBit(cells, word, index % bits);
  else clearBit(cells, word, index % bits);
}

export function countBits(mask: number): number {
  let rest = mask;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count++;
  }
  return count;
}
