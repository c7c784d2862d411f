// Which resources of a hierarchy an exploration keeps. What no rule can tell apart is a class: same servers, same
// policy, same place in the order of starting, the same resources below it that can fail to start. Of a class at most as
// many can differ from the rest as faults of a resource are tried, so that one more than that stands for all.

import type { Cluster, EffectiveConfiguration, Resource } from "../model/cluster.ts";
import type { ReadingChoice } from "./readings.ts";
import { isAddress, reach, type StartOrder } from "./startOrder.ts";

export interface Kept {
  readonly resources: readonly Resource[];
  /** By tag, also of what is not kept: the one that stands for it. */
  readonly standsFor: ReadonlyMap<string, string>;
  /** By tag of what is kept: the one before it of the same class. */
  readonly twin: ReadonlyMap<string, string>;
}

/** `named`: tags that a property speaks of. `failures`: how many faults of a resource are tried at most. */
export function keptForExploration(
  cluster: Cluster,
  readings: ReadingChoice,
  order: StartOrder,
  { named, failures }: { readonly named: readonly string[]; readonly failures: number },
): Kept {
  const byTag = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  const special = new Set(
    cluster.resources
      .filter(
        (resource) => named.includes(resource.name) || canFail(resource, byTag, readings) || mayHalt(cluster, resource),
      )
      .map(({ name }) => name),
  );
  const classes = new Map<string, string[]>();
  for (const resource of cluster.resources) {
    const below = [...reach(resource, byTag, "children")].filter((tag) => special.has(tag)).sort();
    // Whatever hangs together, in the order of the file: only to tell hierarchies apart.
    const key = special.has(resource.name)
      ? JSON.stringify(resource.name)
      : JSON.stringify([
          hierarchyOf(resource, byTag),
          resource.parents.length === 0,
          isAddress(resource),
          resource.failover,
          resource.servers.map(({ node }) => node).sort(),
          order.step.get(resource.name),
          below,
        ]);
    classes.set(key, [...(classes.get(key) ?? []), resource.name]);
  }
  const kept = new Set<string>();
  const standsFor = new Map<string, string>();
  const twin = new Map<string, string>();
  for (const members of classes.values()) {
    const some = members.slice(0, failures + 1);
    for (const [index, tag] of some.entries()) {
      kept.add(tag);
      const before = some[index - 1];
      if (before !== undefined) twin.set(tag, before);
    }
    for (const [index, tag] of members.entries()) standsFor.set(tag, members[index <= failures ? index : 0] ?? tag);
  }
  return { resources: linked(cluster.resources, byTag, kept), standsFor, twin };
}

/** What is left, connected as it was through what is left out. */
function linked(
  resources: readonly Resource[],
  byTag: ReadonlyMap<string, Resource>,
  kept: ReadonlySet<string>,
): readonly Resource[] {
  const nearest = (tags: readonly string[], direction: "children" | "parents"): readonly string[] => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const visit = (tag: string): void => {
      if (seen.has(tag)) return;
      seen.add(tag);
      if (kept.has(tag)) found.add(tag);
      else for (const further of byTag.get(tag)?.[direction] ?? []) visit(further);
    };
    for (const tag of tags) visit(tag);
    return [...found];
  };
  return resources
    .filter(({ name }) => kept.has(name))
    .map((resource) => ({
      ...resource,
      children: nearest(resource.children, "children"),
      parents: nearest(resource.parents, "parents"),
    }));
}

function hierarchyOf(resource: Resource, byTag: ReadonlyMap<string, Resource>): string {
  const found = new Set([resource.name]);
  for (const tag of found) {
    const one = byTag.get(tag);
    for (const next of [...(one?.children ?? []), ...(one?.parents ?? [])]) if (byTag.has(next)) found.add(next);
  }
  return [...found].sort()[0] ?? "";
}

/** Sources disagree about the default of VMDK_ERROR, so that only a written value counts. */
export function haltsOnError(configuration: EffectiveConfiguration, parameter: string): boolean {
  const given = configuration.get(parameter);
  return given?.value === "halt" && given.origin !== "default";
}

function mayHalt({ nodes }: Cluster, resource: Resource): boolean {
  return (
    resource.application === "scsi" &&
    nodes.some(({ configuration }) => ["SCSIERROR", "VMDK_ERROR"].some((name) => haltsOnError(configuration, name)))
  );
}

/** It has a rule of its own by which it does not start where what it needs has started. */
export function canFail(resource: Resource, byTag: ReadonlyMap<string, Resource>, readings: ReadingChoice): boolean {
  const isMirror = resource.application === "scsi" && resource.kind === "netraid";
  const isShared = resource.parents.length > 1;
  const ownServers = resource.parents.some((tag) => !sameServers(resource, byTag.get(tag)));
  return (
    isMirror ||
    resource.reserved ||
    isShared ||
    ownServers ||
    (isAddress(resource) && (resource.network !== undefined || readings["address-check"] === "seen"))
  );
}

function sameServers(a: Resource, b: Resource | undefined): boolean {
  if (b === undefined || a.servers.length !== b.servers.length) return false;
  return a.servers.every((server, index) => server.node === b.servers[index]?.node);
}
