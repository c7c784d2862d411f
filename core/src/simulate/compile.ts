// From the cluster as an administrator means it to the model the engine runs.

import type { Cluster, Resource } from "../model/cluster.ts";
import { quorumConfiguration } from "../model/quorumConfiguration.ts";
import { ttyBeatMs } from "./agenda.ts";
import { layOut } from "./layout.ts";
import type { Component, Model, ModelDomain, ModelHost, ModelLink, ModelResource } from "./model.ts";
import { defaultReadings, type ReadingChoice } from "./readings.ts";
import { canFail, haltsOnError, type Kept, keptForExploration } from "./reduce.ts";
import { hasLooseAddress, isAddress, reach, type StartOrder, startOrder } from "./startOrder.ts";

export interface CompileOptions {
  readonly readings?: ReadingChoice;
  /** `run`: every path and every resource. `explore`: only what can change a verdict. */
  readonly purpose?: "run" | "explore";
  /** Whether what is the same by symmetry is tried only once; it is unless this says no. */
  readonly symmetry?: "merge" | "keep";
  /** Resources that an exploration must not let another one stand for. */
  readonly named?: readonly string[];
  /** How many faults of a resource an exploration tries at most. */
  readonly failures?: number;
}

export function compile(cluster: Cluster, options: CompileOptions = {}): Model {
  const readings = options.readings ?? defaultReadings;
  const explore = options.purpose === "explore";
  const nodes = cluster.nodes.slice(0, 32);
  const indexOfNode = new Map(nodes.map((node, index) => [node.name, index]));
  const maskOf = (names: readonly string[]): number =>
    names.reduce((mask, name) => mask | bitOf(indexOfNode.get(name)), 0);
  const maskWhere = (test: (node: Cluster["nodes"][number]) => boolean): number =>
    nodes.reduce((mask, node, index) => (test(node) ? mask | (1 << index) : mask), 0);
  const networks = cluster.networks.map((network) => network.name);
  const networkIndex = (name: string | undefined): number | undefined => {
    const index = name === undefined ? -1 : networks.indexOf(name);
    return index < 0 ? undefined : index;
  };
  const configurations = nodes.map((node) => quorumConfiguration(node));
  const links = linksOf(cluster, indexOfNode, networkIndex);
  const hosts = hostsOf(
    cluster,
    configurations.flatMap((configuration) => configuration.quorumHosts),
    networkIndex,
  );
  const byTag = new Map(cluster.resources.map((resource) => [resource.name, resource]));
  const order = startOrder(cluster.resources, (tags) => {
    const matters =
      !explore ||
      (hasLooseAddress(cluster.resources, tags) &&
        tags.flatMap((tag) => byTag.get(tag) ?? []).some((resource) => canFail(resource, byTag, readings)));
    return matters && readings["sibling-order"] === "addresses-first";
  });
  const { failures = Number.POSITIVE_INFINITY, named = [], symmetry = "merge" } = options;
  const kept: Kept | undefined =
    explore && symmetry === "merge" ? keptForExploration(cluster, readings, order, { named, failures }) : undefined;
  const haltingNodes = (parameter: string): number => maskWhere((node) => haltsOnError(node.configuration, parameter));
  const { resources, components } = resourcesOf(
    kept?.resources ?? cluster.resources,
    order,
    indexOfNode,
    maskOf,
    networkIndex,
    {
      disks: haltingNodes("SCSIERROR"),
      virtualDisks: haltingNodes("VMDK_ERROR"),
      withoutReservations: maskWhere((node) => node.configuration.get("RESERVATIONS")?.value === "none"),
    },
  );
  const mirrors = resources.flatMap((resource, index) => (resource.mirror >= 0 ? [index] : []));
  const reserved = resources.flatMap((resource, index) => (resource.reservation >= 0 ? [index] : []));
  const indexOfTag = indexesOf(resources, kept);
  const everyone = nodes.reduce((mask, _, index) => mask | (1 << index), 0);
  const detection = detectionOf(links, configurations, explore);
  return {
    cluster,
    readings,
    layout: layOut({
      marksPaths: explore && detection === "timed",
      nodes: nodes.length,
      links: links.length,
      networks: networks.length,
      hosts: hosts.length,
      storages: cluster.storages.length,
      resources: resources.length,
      reserved: reserved.length,
      mirrors: mirrors.length,
    }),
    detection,
    quorumPackage: cluster.quorumPackage,
    overlappingStopsLoseQuorum: isOlderThan961(cluster.version),
    nodes: nodes.map((node) => node.name),
    everyone,
    configurations,
    witnessOnly: maskWhere((node) => node.role === "witness"),
    confirms: nodes.map(({ confirmsFailoverOf }) => maskWhere(({ name }) => confirmsFailoverOf.includes(name))),
    blocksResourceFailover: maskWhere((node) => node.blockResourceFailover),
    stonith: maskWhere((node) => node.stonith),
    switchesOver: maskWhere((node) => node.shutdownStrategy === "switchover"),
    skipsAddressCheck: maskWhere((node) => node.configuration.get("NOIPUNIQUE")?.value === "1"),
    links,
    hasTty: links.some((link) => link.kind === "tty"),
    linksOfPair: pairsOf(links, nodes.length),
    twinOfLink: links.map((link, index) =>
      symmetry === "keep" ? -1 : links.findLastIndex((other, before) => before < index && isTwin(link, other)),
    ),
    networks,
    domains: cluster.domains.map((domain): ModelDomain => {
      const named = (kind: string): readonly string[] =>
        domain.members.filter((member) => member.kind === kind).map((member) => member.name);
      return {
        name: domain.name,
        nodes: named("node").flatMap((name) => indexOfNode.get(name) ?? []),
        networks: named("network").flatMap((name) => networkIndex(name) ?? []),
        hosts: named("host").flatMap((name) => {
          const index = hosts.findIndex((host) => host.name === name);
          return index < 0 ? [] : [index];
        }),
        storages: named("storage").flatMap((name) => {
          const index = cluster.storages.findIndex((storage) => storage.name === name);
          return index < 0 ? [] : [index];
        }),
      };
    }),
    hosts,
    hostsOfNode: configurations.map(({ quorumHosts }) =>
      quorumHosts.map((name) => hosts.findIndex((host) => host.name === name)),
    ),
    storages: cluster.storages.map((storage) => ({
      name: storage.name,
      reachedBy: storage.reachedBy.length === 0 ? everyone : maskOf(storage.reachedBy),
      networks: storage.networks.flatMap((name) => networkIndex(name) ?? []),
    })),
    objectStorage: nodes.map(({ name }) => cluster.storages.findIndex(({ holds }) => holds.includes(name))),
    resources,
    components,
    twinOfResource: resources.map(({ tag }) => indexOfTag.get(kept?.twin.get(tag) ?? "") ?? -1),
    mirrors,
    reserved,
    indexOfNode,
    indexOfResource: indexOfTag,
    servers: resources.reduce((mask, resource) => mask | resource.servers, 0),
  };
}

function bitOf(index: number | undefined): number {
  return index === undefined ? 0 : 1 << index;
}

function isOlderThan961({ major, minor, patch }: Cluster["version"]): boolean {
  return major < 9 || (major === 9 && (minor < 6 || (minor === 6 && patch < 1)));
}

/** A serial line may beat more slowly than the other paths of its pair; then each path has its own silence. */
function detectionOf(
  links: readonly ModelLink[],
  configurations: Model["configurations"],
  explore: boolean,
): Model["detection"] {
  const isSlower = ({ kind, a, b }: ModelLink): boolean =>
    kind === "tty" && [a, b].some((node) => (configurations[node]?.heartbeatMs ?? 0) < ttyBeatMs);
  return explore && !links.some(isSlower) ? "by-pair" : "timed";
}

function linksOf(
  cluster: Cluster,
  indexOfNode: ReadonlyMap<string, number>,
  networkIndex: (name: string | undefined) => number | undefined,
): readonly ModelLink[] {
  const counted = new Map<string, number>();
  return cluster.paths.flatMap((path) => {
    const [a, b] = path.nodes.map((name) => indexOfNode.get(name));
    if (a === undefined || b === undefined || a === b) return [];
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    return path.links.map((link) => {
      const number = (counted.get(key) ?? 0) + 1;
      counted.set(key, number);
      return { a, b, number, network: networkIndex(link.network), kind: link.kind, place: link.place };
    });
  });
}

function pairsOf(links: readonly ModelLink[], nodes: number): readonly (readonly number[])[] {
  const pairs: number[][] = Array.from({ length: nodes * nodes }, () => []);
  for (const [index, { a, b }] of links.entries()) {
    pairs[a * nodes + b]?.push(index);
    pairs[b * nodes + a]?.push(index);
  }
  return pairs;
}

function hostsOf(
  cluster: Cluster,
  asked: readonly string[],
  networkIndex: (name: string | undefined) => number | undefined,
): readonly ModelHost[] {
  const known = new Map(cluster.hosts.map((host) => [host.name, host.network]));
  return [...new Set([...known.keys(), ...asked])].map((name) => ({ name, network: networkIndex(known.get(name)) }));
}

function resourcesOf(
  kept: readonly Resource[],
  start: StartOrder,
  indexOfNode: ReadonlyMap<string, number>,
  maskOf: (names: readonly string[]) => number,
  networkIndex: (name: string | undefined) => number | undefined,
  nodesWith: { readonly disks: number; readonly virtualDisks: number; readonly withoutReservations: number },
): { readonly resources: readonly ModelResource[]; readonly components: readonly Component[] } {
  const index = new Map(kept.map((resource, position) => [resource.name, position]));
  const byTag = new Map(kept.map((resource) => [resource.name, resource]));
  const indexes = (tags: readonly string[]): readonly number[] => tags.flatMap((tag) => index.get(tag) ?? []);
  const componentOf = connect(kept, indexes);
  const names = [...new Set(componentOf)];
  let mirrors = 0;
  let reservations = 0;
  const resources = kept.map((source, position): ModelResource => {
    const isMirror = source.application === "scsi" && source.kind === "netraid";
    const servers = maskOf(source.servers.map((server) => server.node));
    // RESERVATIONS=none switches them off, whatever the cluster file says [DISR951 KB-ANY].
    const isReserved = source.reserved && !isMirror && (servers & nodesWith.withoutReservations) === 0;
    return {
      tag: source.name,
      source,
      component: names.indexOf(componentOf[position] ?? 0),
      servers,
      children: indexes(source.children),
      parents: indexes(source.parents),
      below: [...reach(source, byTag, "children")].flatMap((tag) => index.get(tag) ?? []),
      startStep: start.step.get(source.name) ?? 0,
      isRoot: indexes(source.parents).length === 0,
      isAddress: isAddress(source),
      network: networkIndex(source.network),
      haltsOn:
        source.kind.toLowerCase() === "vmdk"
          ? nodesWith.virtualDisks
          : source.application === "scsi" && !isMirror
            ? nodesWith.disks
            : 0,
      mirror: isMirror ? mirrors++ : -1,
      reservation: isReserved ? reservations++ : -1,
    };
  });
  const components = names.map((_, number): Component => {
    const members = resources.flatMap((resource, position) => (resource.component === number ? [position] : []));
    const roots = members.filter((position) => resources[position]?.isRoot);
    const lead = leadOf((roots.length > 1 ? members : roots).flatMap((position) => resources[position] ?? []));
    const servers = (lead?.source.servers ?? []).flatMap((server) => indexOfNode.get(server.node) ?? []);
    return {
      name: resources[roots[0] ?? members[0] ?? 0]?.tag ?? "",
      order: [...members].sort((a, b) => place(start, resources[a]) - place(start, resources[b])),
      roots,
      servers,
      serverMask: servers.reduce((mask, node) => mask | (1 << node), 0),
      switchesBackTo: switchbackMask(members, resources, indexOfNode, servers),
    };
  });
  return { resources, components };
}

/** The smallest number of those each resource hangs together with. Cycles and dangling names do no harm. */
function connect(
  kept: readonly Resource[],
  indexes: (tags: readonly string[]) => readonly number[],
): readonly number[] {
  const leader = kept.map((_, position) => position);
  const find = (position: number): number => {
    let at = position;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  for (const [position, resource] of kept.entries()) {
    for (const other of indexes([...resource.children, ...resource.parents])) {
      const [a, b] = [find(position), find(other)];
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return kept.map((_, position) => find(position));
}

/**
 * Whose priorities count: those of the root. Where several roots share something no document says; those of what has
 * the most servers, whichever is written first.
 */
function leadOf(candidates: readonly ModelResource[]): ModelResource | undefined {
  const count = ({ source }: ModelResource): number => source.servers.length;
  return [...candidates].sort((a, b) => count(b) - count(a) || (a.tag < b.tag ? -1 : 1))[0];
}

function place({ position }: StartOrder, resource: ModelResource | undefined): number {
  return position.get(resource?.tag ?? "") ?? 0;
}

/** Hierarchies with mirrors never switch back by themselves, nor do those with HANA [SB990]. */
function switchbackMask(
  members: readonly number[],
  resources: readonly ModelResource[],
  indexOfNode: ReadonlyMap<string, number>,
  servers: readonly number[],
): number {
  const never = members.some((position) => {
    const resource = resources[position];
    return resource !== undefined && (resource.mirror >= 0 || resource.source.kind.toLowerCase() === "hana");
  });
  if (never || servers.length === 0) return 0;
  let mask = 0;
  for (const position of members) {
    const resource = resources[position];
    if (resource === undefined || resource.source.switchback.kind !== "automatic" || !resource.isRoot) continue;
    const on = resource.source.switchback.node;
    mask |= on === undefined ? resource.servers : bitOf(indexOfNode.get(on));
  }
  return mask;
}

/** A tag that is not kept goes by the one that stands for it. */
function indexesOf(resources: readonly ModelResource[], kept: Kept | undefined): ReadonlyMap<string, number> {
  const indexes = new Map(resources.map((resource, index) => [resource.tag, index]));
  for (const [tag, other] of kept?.standsFor ?? []) {
    const index = indexes.get(other);
    if (index !== undefined) indexes.set(tag, index);
  }
  return indexes;
}

function isTwin(a: ModelLink, b: ModelLink): boolean {
  const samePair = (a.a === b.a && a.b === b.b) || (a.a === b.b && a.b === b.a);
  return samePair && a.network === b.network && a.kind === b.kind;
}
