// Communication paths as straight lines between nodes: links of one pair run parallel.

import type { NodeBox } from "./arrangement.ts";
import { centerOf, exitPoint, fitText, type Point, textWidth } from "./geometry.ts";
import type { TopologyShape } from "./shape.ts";

export interface LinkLine {
  /** Index into the cluster's paths, and into the links of that path. */
  readonly path: number;
  readonly link: number;
  readonly from: Point;
  readonly to: Point;
  readonly label: { readonly text: string; readonly at: Point } | undefined;
  /** Where the line is crossed out while it is broken. */
  readonly mark: Point;
}

const spacing = 20;

export function layoutLinks({ paths }: TopologyShape, nodes: readonly NodeBox[]): readonly LinkLine[] {
  return paths.flatMap((path, pathIndex) => {
    const [a, b] = path.nodes.map((name) => nodes.find((node) => node.name === name));
    if (a === undefined || b === undefined || a === b) return [];
    const { middle, stagger, mark } = labelling(a, b, nodes);
    return path.links.map((link, index): LinkLine => {
      const nth = index - (path.links.length - 1) / 2;
      const { from, to } = parallel(a, b, nth * spacing);
      const along = (part: number): Point => ({
        x: Math.round(from.x + (to.x - from.x) * part),
        y: Math.round(from.y + (to.y - from.y) * part),
      });
      const name = link.network ?? (link.kind === "tty" ? "tty" : undefined);
      const text = name === undefined ? undefined : fitText(name, roomForLabel(from, to), 11);
      const across = Math.abs(to.x - from.x);
      const wide = text === undefined ? 0 : textWidth(text, 11);
      const isLevel = a.row === b.row && mark === undefined;
      // A wide label makes room for the mark at its right.
      const aside = isLevel ? Math.max(0, Math.min(12, wide / 2 + 30 - across / 2)) / across : 0;
      const part = middle + nth * stagger - aside;
      const behind = text === undefined ? middle : part + markDistance(from, to, text);
      return {
        path: pathIndex,
        link: index,
        from,
        to,
        label: text === undefined ? undefined : { text, at: along(part) },
        mark: along(mark ?? (isLevel ? Math.min(behind, 1 - 12 / across) : behind)),
      };
    });
  });
}

/** A label on a level line leaves something of the line in sight; on a slanted one it must not reach its neighbours. */
function roomForLabel(from: Point, to: Point): number {
  const across = Math.abs(to.x - from.x);
  const level = Math.abs(to.y - from.y) < 2;
  return level ? Math.max(30, across - 54) : 96;
}

interface Labelling {
  /** Where labels stand on the line, as a part of its length, and how far those of parallel lines stand apart. */
  readonly middle: number;
  readonly stagger: number;
  /** Where a broken line is crossed out; undefined: behind its label. */
  readonly mark: number | undefined;
}

function labelling(a: NodeBox, b: NodeBox, nodes: readonly NodeBox[]): Labelling {
  const level = a.row === b.row;
  const upright = a.column === b.column;
  const beside = { middle: 0.5, stagger: 0, mark: undefined };
  if (nodes.length < 4) return level ? beside : { middle: 0.55, stagger: 0.22, mark: 0.18 };
  // Two of the lines between four nodes cross in the middle: those with a row or a column between their ends,
  // and the two diagonals of the square.
  const witnessOnTop = nodes.filter(({ row }) => row === 0).length === 1;
  if (witnessOnTop) {
    if (level) return { middle: 0.22, stagger: 0, mark: 0.78 };
    return upright ? { middle: 0.22, stagger: 0.14, mark: 0.78 } : { middle: 0.55, stagger: 0.24, mark: 0.16 };
  }
  if (level) return beside;
  return upright ? { middle: 0.55, stagger: 0.3, mark: 0.14 } : { middle: 0.25, stagger: 0.16, mark: 0.78 };
}

/** How far behind its label the mark of a broken line stands, as a part of the length of the line. */
function markDistance(from: Point, to: Point, text: string): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const flatness = Math.abs(to.x - from.x) / length;
  return (16 + flatness * flatness * (textWidth(text, 11) / 2 + 2)) / length;
}

/** The visible part of the line between the middles of two boxes, moved sideways by `shift`. */
function parallel(a: NodeBox, b: NodeBox, shift: number): { readonly from: Point; readonly to: Point } {
  const start = centerOf(a);
  const end = centerOf(b);
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const side = { x: (-(end.y - start.y) / length) * shift, y: ((end.x - start.x) / length) * shift };
  const from = { x: start.x + side.x, y: start.y + side.y };
  const to = { x: end.x + side.x, y: end.y + side.y };
  return { from: exitPoint(a, from, to), to: exitPoint(b, to, from) };
}
