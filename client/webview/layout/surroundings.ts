// Where everything that is neither node nor path stands: hosts, storages, mirrors, networks, domains without nodes, and
// the matrix of pairs.

import type { NodeBox } from "./arrangement.ts";
import { type Box, boundsOf, grow, type NamedBox, textWidth } from "./geometry.ts";
import { layoutMatrix, type PathMatrix } from "./matrix.ts";
import type { TopologyShape } from "./shape.ts";

export interface Surroundings {
  readonly storages: readonly NamedBox[];
  readonly hosts: readonly NamedBox[];
  readonly hostsFrame: Box | undefined;
  readonly mirrors: readonly NamedBox[];
  readonly networks: readonly NamedBox[];
  readonly otherDomains: readonly NamedBox[];
  readonly matrix: PathMatrix | undefined;
}

type Size = (name: string) => { readonly width: number; readonly height: number };

const storageSize = { width: 116, height: 58 };
const pillHeight = 24;

function pillWidth(name: string): number {
  return Math.min(220, Math.ceil(textWidth(name, 12)) + 40);
}

/** Things in one row, centred on `middle`. */
function inRow(names: readonly string[], size: Size, gap: number, middle: number, y: number): readonly NamedBox[] {
  const sizes = names.map(size);
  const total = sizes.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, names.length - 1);
  let x = middle - total / 2;
  return names.map((name, index) => {
    const { width, height } = sizes[index] ?? { width: 0, height: 0 };
    const box = { name, x, y, width, height };
    x += width + gap;
    return box;
  });
}

/** For the state of the copies, in either language. */
const stateRoom = textWidth(" · not in sync", 11);

/** The widest thing a mirror says: `tag  a → b`. */
function mirrorSize(shape: TopologyShape): Size {
  return (name) => {
    const servers = shape.mirrors.find((mirror) => mirror.name === name)?.servers ?? [];
    const longest = [...servers].sort((a, b) => textWidth(b, 11) - textWidth(a, 11)).slice(0, 2);
    const width = textWidth(name, 12) + textWidth(`${longest.join(" → ")}`, 11) + 64 + stateRoom;
    return { width: Math.min(380, Math.ceil(width)), height: pillHeight };
  };
}

const pill = (name: string) => ({ width: pillWidth(name), height: pillHeight });

/** As many rows as it takes. */
function inRows(
  names: readonly string[],
  size: Size,
  place: { readonly gap: number; readonly middle: number; readonly y: number; readonly width: number },
): readonly NamedBox[] {
  const rows: string[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const own = size(name).width;
    if (width + place.gap + own > place.width) {
      rows.push([]);
      width = -place.gap;
    }
    rows.at(-1)?.push(name);
    width += place.gap + own;
  }
  return rows.flatMap((row, index) => inRow(row, size, place.gap, place.middle, place.y + index * (pillHeight + 8)));
}

/** Hosts above the nodes, the storage below them, networks and other domains at the bottom. */
export function placeAround(shape: TopologyShape, main: Box, otherDomains: readonly string[]): Surroundings {
  const middle = main.x + main.width / 2;
  const width = Math.max(main.width, 320);
  const rowsBelow = (names: readonly string[], size: Size, y: number) =>
    inRows(names, size, { gap: 10, middle, y, width });
  const framed = hostsAbove(shape.hosts, middle, main, width);
  const hostsFrame =
    framed.length === 0 ? undefined : grow(boundsOf(framed), { left: 10, right: 10, top: 22, bottom: 10 });
  let bottom = main.y + main.height;
  const storages = inRow(
    shape.storages.map(({ name }) => name),
    () => storageSize,
    40,
    middle,
    bottom + 34,
  );
  if (storages.length > 0) bottom += 34 + storageSize.height;
  const mirrors = rowsBelow(
    shape.mirrors.map(({ name }) => name),
    mirrorSize(shape),
    bottom + 26,
  );
  bottom = bottomOf(mirrors, bottom);
  const networks = rowsBelow(shape.networks, pill, bottom + (mirrors.length > 0 ? 14 : 26));
  bottom = bottomOf(networks, bottom);
  const others = rowsBelow(otherDomains, pill, bottom + 14);
  return { hosts: framed, hostsFrame, storages, mirrors, networks, otherDomains: others, matrix: undefined };
}

/** In rows above the nodes, the lowest of them always as far away. */
function hostsAbove(hosts: readonly string[], middle: number, main: Box, width: number): readonly NamedBox[] {
  const framed = inRows(hosts, pill, { gap: 8, middle, y: 0, width });
  const up = main.y - 66 + pillHeight - bottomOf(framed, 0);
  return framed.map((box) => ({ ...box, y: box.y + up }));
}

function bottomOf(boxes: readonly Box[], above: number): number {
  return boxes.reduce((lowest, { y, height }) => Math.max(lowest, y + height), boxes.length === 0 ? above : -Infinity);
}

interface Grid {
  readonly shape: TopologyShape;
  readonly nodes: readonly NodeBox[];
  readonly main: Box;
  readonly otherDomains: readonly string[];
  readonly form: "usual" | "narrow" | "beside";
}

/**
 * The matrix of pairs below the nodes and everything else to its right; in a narrow room everything else below it;
 * in a wide one the matrix beside the nodes, and everything else below them.
 */
export function placeBeside({ shape, nodes, main, otherDomains, form }: Grid): Surroundings {
  const below = main.y + main.height + 30;
  const right = main.x + main.width;
  const matrix = layoutMatrix(shape, nodes, form === "beside" ? { x: right + 44, y: main.y } : { x: main.x, y: below });
  const flow =
    form === "usual"
      ? new Flow(Math.max(matrix.box.x + matrix.box.width + 40, main.x + main.width / 2), below, right, 240)
      : new Flow(main.x, form === "beside" ? below : matrix.box.y + matrix.box.height + 26, right, 240);
  const storages = flow.place(
    shape.storages.map(({ name }) => name),
    () => storageSize,
    20,
  );
  if (shape.hosts.length > 0) flow.skip(22);
  const hosts = flow.place(shape.hosts, pill, 8);
  const hostsFrame =
    hosts.length === 0 ? undefined : grow(boundsOf(hosts), { left: 10, right: 10, top: 22, bottom: 10 });
  if (hostsFrame !== undefined) flow.skip(10);
  const mirrors = flow.place(
    shape.mirrors.map(({ name }) => name),
    mirrorSize(shape),
    10,
  );
  const networks = flow.place(shape.networks, pill, 10);
  const others = flow.place(otherDomains, pill, 10);
  return { hosts, hostsFrame, storages, mirrors, networks, otherDomains: others, matrix };
}

/** Things side by side from the left, in as many rows as it takes. */
class Flow {
  readonly #left: number;
  readonly #right: number;
  #y: number;

  constructor(left: number, top: number, right: number, widthMin: number) {
    this.#left = left;
    this.#right = Math.max(right, left + widthMin);
    this.#y = top;
  }

  skip(by: number): void {
    this.#y += by;
  }

  place(names: readonly string[], size: Size, gap: number): readonly NamedBox[] {
    const boxes: NamedBox[] = [];
    let x = this.#left;
    let rowHeight = 0;
    for (const name of names) {
      const { width, height } = size(name);
      if (x > this.#left && x + width > this.#right) {
        x = this.#left;
        this.#y += rowHeight + 8;
      }
      boxes.push({ name, x, y: this.#y, width, height });
      x += width + gap;
      rowHeight = height;
    }
    if (names.length > 0) this.#y += rowHeight + 18;
    return boxes;
  }
}
