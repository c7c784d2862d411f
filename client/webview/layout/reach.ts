// Lines from nodes to the quorum storage below and to the quorum hosts above: at right angles, outside the nodes.

import { largest, smallest } from "@lkcluster/core/many.ts";
import type { NodeBox } from "./arrangement.ts";
import { type Box, centerOf, overlap, type Point } from "./geometry.ts";
import type { TopologyShape } from "./shape.ts";

export interface Reach {
  readonly node: string;
  readonly target: { readonly kind: "storage"; readonly name: string } | { readonly kind: "hosts" };
  readonly points: readonly Point[];
}

export function routeReach(
  shape: TopologyShape,
  nodes: readonly NodeBox[],
  storages: readonly (Box & { readonly name: string })[],
  hostsFrame: Box | undefined,
): readonly Reach[] {
  const reaches: Reach[] = [];
  for (const [order, storage] of storages.entries()) {
    const reachedBy = shape.storages.find(({ name }) => name === storage.name)?.reachedBy ?? [];
    for (const node of nodes) {
      if (!reachedBy.includes(node.name)) continue;
      const points = route(node, storage, nodes, { direction: "down", shift: order * 10 });
      reaches.push({ node: node.name, target: { kind: "storage", name: storage.name }, points });
    }
  }
  if (hostsFrame !== undefined) {
    for (const node of nodes) {
      const points = route(node, hostsFrame, nodes, { direction: "up", shift: 0 });
      reaches.push({ node: node.name, target: { kind: "hosts" }, points });
    }
  }
  return reaches;
}

interface Way {
  readonly direction: "up" | "down";
  /** Keeps lines to several targets apart. */
  readonly shift: number;
}

function route(node: NodeBox, target: Box, nodes: readonly NodeBox[], { direction, shift }: Way): readonly Point[] {
  const down = direction === "down";
  const middle = centerOf(target);
  const center = centerOf(node);
  const edge = down ? node.y + node.height : node.y;
  const end = down ? target.y : target.y + target.height;
  // The strip that a straight line out of the middle of the node would pass.
  const strip = {
    x: center.x - 8,
    width: 16,
    y: Math.min(edge, end) + 1,
    height: Math.max(1, Math.abs(end - edge) - 2),
  };
  const free = nodes.every((other) => other === node || !overlap(other, strip));
  if (free && center.x > target.x && center.x < target.x + target.width) {
    return [
      { x: center.x + shift, y: edge },
      { x: center.x + shift, y: end },
    ];
  }
  const left = center.x === middle.x ? node.role === "witness" : center.x < middle.x;
  const level = middle.y + shift;
  const side = { x: left ? target.x : target.x + target.width, y: level };
  if (free) {
    const x = center.x + (left ? -shift : shift);
    return [{ x, y: edge }, { x, y: level }, side];
  }
  // Around everything: out of the side of the node and past the outermost node.
  const outer = left
    ? smallest(nodes.map(({ x }) => x)) - 26 - shift
    : largest(nodes.map(({ x, width }) => x + width)) + 26 + shift;
  const exit = { x: left ? node.x : node.x + node.width, y: node.y + 20 };
  return [exit, { x: outer, y: exit.y }, { x: outer, y: level }, side];
}
