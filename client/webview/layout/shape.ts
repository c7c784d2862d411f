// What of a cluster is drawn, without any state: the only input of the layout. Because states are not in it,
// nothing moves when they change.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";

export interface TopologyShape {
  readonly nodes: readonly { readonly name: string; readonly role: "node" | "witness" }[];
  readonly paths: readonly {
    readonly nodes: readonly [string, string];
    readonly links: readonly { readonly kind: "tcp" | "tty"; readonly network: string | undefined }[];
  }[];
  readonly networks: readonly string[];
  readonly storages: readonly { readonly name: string; readonly reachedBy: readonly string[] }[];
  /** Hosts that quorum checks ask: entries of QUORUM_HOSTS and `host` items. */
  readonly hosts: readonly string[];
  /** Replicated disks, with their servers. */
  readonly mirrors: readonly { readonly name: string; readonly servers: readonly string[] }[];
  readonly domains: readonly { readonly name: string; readonly members: readonly DomainMember[] }[];
}

export interface DomainMember {
  readonly kind: "node" | "network" | "storage" | "host";
  readonly name: string;
}

export function shapeOf(cluster: Cluster, hosts: readonly string[]): TopologyShape {
  return {
    nodes: cluster.nodes.map(({ name, role }) => ({ name, role })),
    paths: cluster.paths.map(({ nodes, links }) => ({
      nodes,
      links: links.map(({ kind, network }) => ({ kind, network })),
    })),
    networks: cluster.networks.map(({ name }) => name),
    storages: cluster.storages.map(({ name, reachedBy }) => ({ name, reachedBy })),
    hosts,
    mirrors: cluster.resources
      .filter(({ application, kind }) => application === "scsi" && kind === "netraid")
      .map(({ name, servers }) => ({ name, servers: servers.map(({ node }) => node) })),
    domains: cluster.domains.map(({ name, members }) => ({
      name,
      members: members.map((member) => ({ kind: member.kind, name: member.name })),
    })),
  };
}
