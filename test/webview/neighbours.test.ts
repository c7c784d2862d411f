// Arrow keys in the drawing: everything in it can be reached from everything.

import assert from "node:assert/strict";
import { layoutTopology, type TopologyLayout } from "../../client/webview/layout/topology.ts";
import { keyOf } from "../../client/webview/thing.ts";
import { nextThing } from "../../client/webview/topology/neighbours.ts";
import { inventedShape } from "./support/shapes.ts";

const directions = ["left", "right", "up", "down"] as const;

function keysOf(layout: TopologyLayout): readonly string[] {
  return [
    ...layout.nodes.map(({ name }) => keyOf({ kind: "node", name })),
    ...layout.links.map(({ path, link }) => keyOf({ kind: "link", path, link })),
    ...(layout.matrix?.cells ?? []).map(({ path }) => keyOf({ kind: "path", path })),
    ...layout.storages.map(({ name }) => keyOf({ kind: "storage", name })),
    ...layout.hosts.map(({ name }) => keyOf({ kind: "host", name })),
    ...layout.networks.map(({ name }) => keyOf({ kind: "network", name })),
    ...layout.mirrors.map(({ name }) => keyOf({ kind: "mirror", name })),
    ...layout.domains.map(({ name }) => keyOf({ kind: "domain", name })),
    ...layout.reaches.map(({ node, target }) =>
      target.kind === "storage"
        ? keyOf({ kind: "storage-reach", storage: target.name, node })
        : keyOf({ kind: "hosts-reach", node }),
    ),
  ];
}

function reachableFrom(layout: TopologyLayout, start: string): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const key of reached) {
    for (const direction of directions) {
      const next = nextThing(layout, key, direction);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

describe("arrow keys in the drawing", () => {
  for (const [nodes, witnesses] of [
    [2, 0],
    [2, 1],
    [3, 0],
    [3, 1],
    [4, 0],
    [7, 1],
    [32, 0],
  ] as const) {
    it(`reach everything around ${nodes} nodes and ${witnesses} witnesses`, () => {
      const base = inventedShape(nodes, {
        witnesses,
        networks: ["office", "private"],
        storages: nodes <= 4 ? ["quorum-disk"] : [],
        hosts: ["10.0.0.1:80", "10.0.0.2:80", "10.0.0.3:80"],
      });
      const layout = layoutTopology({
        ...base,
        mirrors: [{ name: "datarep", servers: ["node-1", "node-2"] }],
        domains: [{ name: "rack", members: [{ kind: "node", name: "node-1" }] }],
      });
      const all = keysOf(layout);
      for (const start of all.length > 100 ? [...all.slice(0, 1), ...all.slice(-1)] : all) {
        const reached = reachableFrom(layout, start);
        assert.deepEqual(
          all.filter((key) => !reached.has(key)),
          [],
          `from ${start}`,
        );
      }
    });
  }

  it("stay where they are at the edge", () => {
    const layout = layoutTopology(inventedShape(1, { witnesses: 0, networks: [], storages: [], hosts: [] }));
    for (const direction of directions) assert.equal(nextThing(layout, "node:node-1", direction), undefined);
  });
});
