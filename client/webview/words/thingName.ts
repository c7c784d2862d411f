// What a thing is called in a sentence and above its menu.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import type { Thing } from "../thing.ts";

export function thingName(cluster: Cluster, thing: Thing): string {
  switch (thing.kind) {
    case "node":
    case "network":
    case "storage":
    case "host":
    case "domain":
    case "mirror":
      return thing.name;
    case "path":
      return endsOf(cluster, thing.path);
    case "link": {
      const link = cluster.paths[thing.path]?.links[thing.link];
      return `${endsOf(cluster, thing.path)} ${thing.link + 1}${link?.network === undefined ? "" : ` (${link.network})`}`;
    }
    case "storage-reach":
      return `${thing.node} → ${thing.storage}`;
    case "hosts-reach":
      return `${thing.node} → QUORUM_HOSTS`;
    case "resource":
      return `${thing.tag} · ${thing.node}`;
  }
}

function endsOf(cluster: Cluster, path: number): string {
  return cluster.paths[path]?.nodes.join(" ↔ ") ?? "";
}
