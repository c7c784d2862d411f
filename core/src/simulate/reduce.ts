// Which resources of a hierarchy an exploration keeps. A plain resource goes wherever its hierarchy goes, so that one
// of them stands for all; what has a rule of its own stays.

import type { Cluster, EffectiveConfiguration, Resource } from "../model/cluster.ts";
import type { ReadingChoice } from "./readings.ts";

/** `named`: tags that a property speaks of. */
export function keptForExploration(
  cluster: Cluster,
  readings: ReadingChoice,
  named: readonly string[],
): readonly Resource[] {
  const byTag = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  const kept = new Set(named.filter((tag) => byTag.has(tag)));
  const halts = cluster.nodes.some(({ configuration }) =>
    ["SCSIERROR", "VMDK_ERROR"].some((name) => haltsOnError(configuration, name)),
  );
  for (const resource of cluster.resources) {
    const mayHalt = halts && resource.application === "scsi";
    if (resource.parents.length === 0 || mayHalt || hasOwnRule(resource, byTag, readings)) kept.add(resource.name);
  }
  for (const root of cluster.resources.filter((resource) => resource.parents.length === 0)) {
    // Only a resource with the policy Failover on can move its hierarchy.
    const below = descendants(root, byTag);
    if (!root.failover && !below.some((resource) => kept.has(resource.name) && resource.failover)) {
      const mover = below.find((resource) => resource.failover);
      if (mover !== undefined) kept.add(mover.name);
    }
  }
  const nearest = (tags: readonly string[], next: (resource: Resource) => readonly string[]): readonly string[] => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const visit = (tag: string): void => {
      if (seen.has(tag)) return;
      seen.add(tag);
      const resource = byTag.get(tag);
      if (kept.has(tag)) found.add(tag);
      else if (resource !== undefined) for (const further of next(resource)) visit(further);
    };
    for (const tag of tags) visit(tag);
    return [...found];
  };
  return cluster.resources
    .filter((resource) => kept.has(resource.name))
    .map((resource) => ({
      ...resource,
      children: nearest(resource.children, (below) => below.children),
      parents: nearest(resource.parents, (above) => above.parents),
    }));
}

/** Sources disagree about the default of VMDK_ERROR, so that only a written value counts. */
export function haltsOnError(configuration: EffectiveConfiguration, parameter: string): boolean {
  const given = configuration.get(parameter);
  return given?.value === "halt" && given.origin !== "default";
}

function hasOwnRule(resource: Resource, byTag: ReadonlyMap<string, Resource>, readings: ReadingChoice): boolean {
  const isMirror = resource.application === "scsi" && resource.kind === "netraid";
  const isAddress = resource.application === "comm" && resource.kind === "ip";
  const isShared = resource.parents.length > 1;
  const ownServers = resource.parents.some((tag) => !sameServers(resource, byTag.get(tag)));
  return (
    isMirror ||
    resource.reserved ||
    isShared ||
    ownServers ||
    (isAddress && (resource.network !== undefined || readings["address-check"] === "seen"))
  );
}

function sameServers(a: Resource, b: Resource | undefined): boolean {
  if (b === undefined || a.servers.length !== b.servers.length) return false;
  return a.servers.every((server, index) => server.node === b.servers[index]?.node);
}

function descendants(root: Resource, byTag: ReadonlyMap<string, Resource>): readonly Resource[] {
  const found = new Map<string, Resource>();
  const visit = (resource: Resource): void => {
    for (const tag of resource.children) {
      const child = byTag.get(tag);
      if (child === undefined || found.has(tag)) continue;
      found.set(tag, child);
      visit(child);
    }
  };
  visit(root);
  return [...found.values()];
}
