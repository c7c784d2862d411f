// Which things a moment changed, by their keys: the drawing and the tables mark them.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Change, TimelineEntry } from "@lkcluster/core/simulate/trace.ts";
import { keyOf } from "../thing.ts";

export function changedKeys(cluster: Cluster, entry: TimelineEntry | undefined): ReadonlySet<string> {
  return new Set((entry?.changes ?? []).flatMap((change) => keysOf(cluster, change)));
}

function keysOf(cluster: Cluster, change: Change): readonly string[] {
  switch (change.kind) {
    case "node":
    case "flag":
    case "view":
      return [keyOf({ kind: "node", name: change.node })];
    case "resource":
      return [
        keyOf({ kind: "resource", tag: change.tag, node: change.node }),
        keyOf({ kind: "node", name: change.node }),
      ];
    case "link":
      return linkKeys(cluster, change.between, change.index);
    case "path":
      return linkKeys(cluster, [change.node, change.peer], change.index);
    case "network":
      return [keyOf({ kind: "network", name: change.network })];
    case "storage":
      return cluster.storages.flatMap(({ name }) => [
        keyOf({ kind: "storage", name }),
        keyOf({ kind: "storage-reach", storage: name, node: change.node }),
      ]);
    case "host":
      return [keyOf({ kind: "host", name: change.host }), keyOf({ kind: "hosts-reach", node: change.node })];
    case "mirror":
    case "reservation":
      return [
        keyOf({ kind: "mirror", name: change.tag }),
        ...cluster.nodes.map(({ name }) => keyOf({ kind: "resource", tag: change.tag, node: name })),
      ];
  }
}

function linkKeys(cluster: Cluster, [a, b]: readonly [string, string], index: number): readonly string[] {
  return cluster.paths.flatMap(({ nodes }, path) =>
    nodes.includes(a) && nodes.includes(b) && a !== b
      ? [keyOf({ kind: "link", path, link: index - 1 }), keyOf({ kind: "path", path })]
      : [],
  );
}
