// Invented clusters of any size, for tests of the layout.

import type { TopologyShape } from "../../../client/webview/layout/shape.ts";

export interface Invention {
  readonly witnesses: number;
  readonly networks: readonly string[];
  readonly storages: readonly string[];
  readonly hosts: readonly string[];
}

/** Every pair of nodes has two links, one on each of two networks where there are two. */
export function inventedShape(dataNodes: number, { witnesses, networks, storages, hosts }: Invention): TopologyShape {
  const nodes = [
    ...Array.from({ length: dataNodes }, (_, index) => ({ name: `node-${index + 1}`, role: "node" as const })),
    ...Array.from({ length: witnesses }, (_, index) => ({ name: `witness-${index + 1}`, role: "witness" as const })),
  ];
  const links = [0, 1].map((index) => ({ kind: "tcp" as const, network: networks[index] }));
  const paths = nodes.flatMap((a, index) =>
    nodes.slice(index + 1).map((b) => ({ nodes: [a.name, b.name] as const, links })),
  );
  const reachedBy = nodes.map(({ name }) => name);
  return {
    nodes,
    paths,
    networks,
    storages: storages.map((name) => ({ name, reachedBy })),
    hosts,
    mirrors: [],
    domains: [],
  };
}
