// The communication paths of many nodes as a triangle of cells, one per pair: lines would be a tangle.

import { largest } from "@lkcluster/core/many.ts";
import type { NodeBox } from "./arrangement.ts";
import { type Box, type Point, textWidth } from "./geometry.ts";
import { distinctTexts } from "./names.ts";
import type { TopologyShape } from "./shape.ts";

export interface PairCell extends Box {
  readonly path: number;
  readonly links: number;
  readonly row: number;
  readonly column: number;
}

export interface PathMatrix {
  readonly box: Box;
  readonly cells: readonly PairCell[];
  /** Pairs without a path. */
  readonly gaps: readonly Box[];
  /** A node's name stands on the diagonal: its pairs lie to the left of it and below it. */
  readonly names: readonly { readonly name: string; readonly text: string; readonly at: Point }[];
  readonly fontSize: number;
}

export function layoutMatrix({ paths }: TopologyShape, nodes: readonly NodeBox[], origin: Point): PathMatrix {
  const size = nodes.length <= 8 ? 22 : nodes.length <= 16 ? 18 : 13;
  const fontSize = nodes.length <= 16 ? 11 : 10;
  const order = new Map(nodes.map(({ name }, index) => [name, index]));
  const cells: PairCell[] = [];
  const taken = new Set<string>();
  for (const [path, { nodes: ends, links }] of paths.entries()) {
    const a = order.get(ends[0]);
    const b = order.get(ends[1]);
    if (a === undefined || b === undefined || a === b) continue;
    const row = Math.max(a, b);
    const column = Math.min(a, b);
    // A pair that is written twice has its cell once; the rules report it.
    if (taken.has(`${row} ${column}`)) continue;
    taken.add(`${row} ${column}`);
    cells.push({ path, links: links.length, row, column, ...cellBox(origin, size, row, column) });
  }
  const gaps: Box[] = [];
  for (let row = 1; row < nodes.length; row++) {
    for (let column = 0; column < row; column++) {
      if (!taken.has(`${row} ${column}`)) gaps.push(cellBox(origin, size, row, column));
    }
  }
  const texts = distinctTexts(
    nodes.map(({ name }) => name),
    110,
    fontSize,
  );
  const names = nodes.map(({ name }, index) => ({
    name,
    text: texts.get(name) ?? name,
    at: { x: origin.x + index * size + 4, y: origin.y + index * size + size / 2 },
  }));
  const right = largest([0, ...names.map(({ text, at }) => at.x + textWidth(text, fontSize) - origin.x)]);
  const box = { ...origin, width: Math.max(right, nodes.length * size), height: nodes.length * size };
  return { box, cells, gaps, names, fontSize };
}

function cellBox(origin: Point, size: number, row: number, column: number): Box {
  return { x: origin.x + column * size, y: origin.y + row * size, width: size - 2, height: size - 2 };
}
