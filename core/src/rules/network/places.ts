// What fails together: networks and failure domains of links and nodes.

import type { Cluster, Link, Platform } from "../../model/cluster.ts";

export function isCloud(platform: Platform): boolean {
  switch (platform) {
    case "aws":
    case "azure":
    case "gcp":
    case "oci":
      return true;
    case "physical":
    case "vmware":
      return false;
  }
}

/** The failure domains whose failure cuts every one of the links, which have networks to tell it by. */
export function domainsCutting(cluster: Cluster, links: readonly Link[]) {
  return cluster.domains.filter((domain) =>
    links.every((link) => domain.members.some((member) => member.kind === "network" && member.name === link.network)),
  );
}

/** The first three parts of an IPv4 address; undefined for names and other addresses. */
export function subnetOf(address: string): string | undefined {
  return /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
}
