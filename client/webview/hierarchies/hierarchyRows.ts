// The resource trees as rows, in the order in which lcdstatus prints them: parents before children, a shared child
// again under each of its parents.

import type { Cluster, Resource } from "@lkcluster/core/model/cluster.ts";

export interface HierarchyRow {
  readonly resource: Resource;
  readonly depth: number;
  /** Unique also when a shared child stands twice. */
  readonly key: string;
}

/** A graph with many shared children could be written out for ever. */
const rowsMax = 2000;

export function hierarchyRows(cluster: Cluster): readonly HierarchyRow[] {
  const byTag = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  const rows: HierarchyRow[] = [];
  const visit = (resource: Resource, depth: number, path: readonly string[]): void => {
    if (rows.length >= rowsMax || path.includes(resource.name)) return;
    const below = [...path, resource.name];
    rows.push({ resource, depth, key: below.join("\n") });
    for (const child of resource.children) {
      const found = byTag.get(child);
      if (found !== undefined) visit(found, depth + 1, below);
    }
  };
  for (const resource of cluster.resources) if (resource.parents.length === 0) visit(resource, 0, []);
  return rows;
}

/** The priority of a node for a resource; undefined when it is no server of it. */
export function priorityOn(resource: Resource, node: string): number | undefined {
  return resource.servers.find((server) => server.node === node)?.priority;
}
