// Where the nodes stand. Up to four nodes stand so that every pair can be joined by a straight line that meets
// no third node; more nodes stand in a grid, and their pairs are drawn as a matrix instead.

import { largest } from "@lkcluster/core/many.ts";
import { type Box, textWidth } from "./geometry.ts";
import type { TopologyShape } from "./shape.ts";

/** The most nodes whose communication paths are drawn as lines between them. */
export const linesNodesMax = 4;

export interface NodeBox extends Box {
  readonly name: string;
  readonly role: "node" | "witness";
  /** Nodes of one row that follow each other stand side by side. */
  readonly row: number;
  readonly column: number;
}

interface Slot {
  readonly column: number;
  readonly row: number;
}

const one: readonly Slot[] = [{ column: 0, row: 0 }];
const pair: readonly Slot[] = [
  { column: 0, row: 0 },
  { column: 2, row: 0 },
];
/** Two above, one below in the middle. */
const triangleDown: readonly Slot[] = [...pair, { column: 1, row: 1 }];
/** One above in the middle, two below. */
const triangleUp: readonly Slot[] = [
  { column: 1, row: 0 },
  { column: 0, row: 1 },
  { column: 2, row: 1 },
];
const diamond: readonly Slot[] = [
  { column: 1, row: 0 },
  { column: 0, row: 1 },
  { column: 2, row: 1 },
  { column: 1, row: 2 },
];
const square: readonly Slot[] = [...pair, { column: 0, row: 1 }, { column: 2, row: 1 }];

function slotsFor(count: number, witnesses: number): readonly Slot[] {
  if (count <= 1) return one;
  if (count === 2) return pair;
  if (count === 3) return witnesses === 1 ? triangleUp : triangleDown;
  return witnesses === 1 ? diamond : square;
}

export function arrange(shape: TopologyShape, levels: number, narrow: boolean): readonly NodeBox[] {
  return shape.nodes.length <= linesNodesMax
    ? arrangeForLines(shape, levels, narrow)
    : arrangeInGrid(shape, levels, narrow);
}

function arrangeForLines({ nodes }: TopologyShape, levels: number, narrow: boolean): readonly NodeBox[] {
  const witnesses = nodes.filter(({ role }) => role === "witness");
  // Witnesses stand above the nodes that they watch.
  const ordered = [...witnesses, ...nodes.filter(({ role }) => role === "node")];
  const slots = slotsFor(nodes.length, witnesses.length);
  const width = narrow ? 140 : 184;
  const height = 88;
  const columnStep = narrow ? 136 : nodes.length === 2 ? 184 : 172;
  const rowStep = height + 76 + levels * 18;
  return ordered.map(({ name, role }, index) => {
    const { column, row } = slots[index] ?? { column: index, row: 0 };
    return { name, role, width, height, row, column: column / 2, x: column * columnStep, y: row * rowStep };
  });
}

function arrangeInGrid({ nodes, domains }: TopologyShape, levels: number, narrow: boolean): readonly NodeBox[] {
  const roomy = nodes.length <= 8;
  const columns = narrow ? (roomy ? 2 : 3) : roomy ? 4 : 6;
  // Wide enough for the names, as far as that goes: those that are cut are told apart by what differs.
  const longest = largest(nodes.map(({ name }) => Math.ceil(textWidth(name, 14)) + (roomy ? 68 : 44)));
  const width = Math.max(roomy ? 158 : 112, Math.min(roomy ? 184 : 160, longest));
  const height = roomy ? 88 : 52;
  const gapX = 16 + levels * 16;
  const gapY = 16 + levels * 28;
  // Nodes that fail together stand together.
  const domainOf = (name: string): number => {
    const index = domains.findIndex(({ members }) => members.some((m) => m.kind === "node" && m.name === name));
    return index < 0 ? domains.length : index;
  };
  const ordered = nodes
    .map((node, index) => ({ node, index, domain: domainOf(node.name) }))
    .sort((a, b) => a.domain - b.domain || a.index - b.index);
  return ordered.map(({ node: { name, role } }, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    return { name, role, width, height, row, column, x: column * (width + gapX), y: row * (height + gapY) };
  });
}
