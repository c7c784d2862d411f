// Which thing an arrow key leads to: the nearest one in that direction, straight ahead before sideways.

import { type Box, centerOf, type Point } from "../layout/geometry.ts";
import type { TopologyLayout } from "../layout/topology.ts";
import { keyOf } from "../thing.ts";
import type { Direction } from "./thingFrame.ts";

export function nextThing(layout: TopologyLayout, from: string, direction: Direction): string | undefined {
  const all = anchors(layout);
  const start = all.find(({ key }) => key === from)?.at;
  if (start === undefined) return all[0]?.key;
  let best: { readonly key: string; readonly cost: number } | undefined;
  for (const { key, at } of all) {
    if (key === from) continue;
    const { ahead, aside } = offset(start, at, direction);
    if (ahead < 1) continue;
    const cost = ahead + aside * 2;
    if (best === undefined || cost < best.cost) best = { key, cost };
  }
  return best?.key;
}

interface Anchor {
  readonly key: string;
  readonly at: Point;
}

function anchors(layout: TopologyLayout): readonly Anchor[] {
  const boxed =
    (kind: "node" | "storage" | "host" | "network" | "domain" | "mirror") =>
    (box: Box & { readonly name: string }) => ({
      key: keyOf({ kind, name: box.name }),
      at: centerOf(box),
    });
  return [
    ...layout.nodes.map(boxed("node")),
    ...layout.links.map(({ path, link, from, to }) => ({
      key: keyOf({ kind: "link", path, link }),
      at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    })),
    ...(layout.matrix?.cells ?? []).map((cell) => ({
      key: keyOf({ kind: "path", path: cell.path }),
      at: centerOf(cell),
    })),
    ...layout.reaches.map(({ node, target, points }) => ({
      key:
        target.kind === "storage"
          ? keyOf({ kind: "storage-reach", storage: target.name, node })
          : keyOf({ kind: "hosts-reach", node }),
      at: points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 },
    })),
    ...layout.storages.map(boxed("storage")),
    ...layout.hosts.map(boxed("host")),
    ...layout.mirrors.map(boxed("mirror")),
    ...layout.networks.map(boxed("network")),
    ...layout.otherDomains.map(boxed("domain")),
    // The label of an outline stands at its upper left.
    ...layout.domains.map(({ name, x, y }) => ({ key: keyOf({ kind: "domain", name }), at: { x: x + 30, y: y + 10 } })),
  ];
}

function offset(from: Point, to: Point, direction: Direction): { readonly ahead: number; readonly aside: number } {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  switch (direction) {
    case "left":
      return { ahead: -dx, aside: Math.abs(dy) };
    case "right":
      return { ahead: dx, aside: Math.abs(dy) };
    case "up":
      return { ahead: -dy, aside: Math.abs(dx) };
    case "down":
      return { ahead: dy, aside: Math.abs(dx) };
  }
}
