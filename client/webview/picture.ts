// What the drawing and the tables show of one moment, looked up by name. Made from core's reading of a state; the
// views know this and the layout, and nothing of how a state is simulated.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { quorumConfiguration } from "@lkcluster/core/model/quorumConfiguration.ts";
import type { LinkView, NodeView, ResourceView, StateView } from "@lkcluster/core/simulate/read.ts";
import type { NodeCondition, ResourceState } from "@lkcluster/core/simulate/trace.ts";

export interface NodePicture {
  readonly condition: NodeCondition;
  /** It runs and has no network. */
  readonly isolated: boolean;
  /** Its last quorum check; `unchecked`: it made none; `unused`: QUORUM_MODE is off. */
  readonly quorum: "held" | "lost" | "unchecked" | "unused";
  /** How much of what a quorum check counts is reached now, as the node sees it: "2/3". */
  readonly reached: string | undefined;
  /** It counts a node that it cannot reach any more: it has not noticed yet. */
  readonly isDeceived: boolean;
  /** Roots of hierarchies. */
  readonly inService: readonly string[];
  /** Any resource in OSF. */
  readonly failed: readonly string[];
  readonly storageReached: boolean;
  readonly hostsReached: ReadonlyMap<string, boolean>;
  readonly deadPeers: readonly string[];
  readonly flags: readonly string[];
  readonly asksAbout: readonly string[];
}

/** `cut`: nothing passes, and neither end knows; `dead`: at least one end has marked it DEAD. */
export type LinkCondition = "alive" | "cut" | "dead";

export interface Picture {
  readonly timeMs: number;
  readonly nodes: ReadonlyMap<string, NodePicture>;
  /** `links[path][link]`, as in the cluster. */
  readonly links: readonly (readonly LinkCondition[])[];
  readonly networksDown: ReadonlySet<string>;
  /** By quorum storage, the nodes that reach it now. */
  readonly storagesReached?: ReadonlyMap<string, readonly string[]>;
  readonly resources: ReadonlyMap<string, ResourceView>;
  /** In service on more than one node at this moment. */
  readonly splitBrain: readonly string[];
}

export function pictureOf(cluster: Cluster, view: StateView): Picture {
  const resources = new Map(view.resources.map((resource) => [resource.tag, resource]));
  const roots = cluster.resources.filter(({ parents }) => parents.length === 0).map(({ name }) => name);
  const heard = pairsThatHear(view);
  return {
    timeMs: view.timeMs,
    nodes: new Map(view.nodes.map((node) => [node.name, pictureOfNode(cluster, view, node, { roots, heard })])),
    links: linkConditions(cluster, view.links),
    storagesReached: new Map(view.storages.map(({ name, reachedBy }) => [name, reachedBy])),
    networksDown: new Set(view.networks.filter(({ up }) => !up).map(({ name }) => name)),
    resources,
    splitBrain: view.split,
  };
}

/** One of several storages may be lost without the others. */
export function isReached({ nodes, storagesReached }: Picture, storage: string, node: string): boolean {
  return storagesReached?.get(storage)?.includes(node) ?? nodes.get(node)?.storageReached ?? false;
}

function pictureOfNode(
  cluster: Cluster,
  view: StateView,
  node: NodeView,
  { roots, heard }: { readonly roots: readonly string[]; readonly heard: ReadonlySet<string> },
): NodePicture {
  const stateOf = (resource: ResourceView): ResourceState | undefined =>
    resource.states.find((entry) => entry.node === node.name)?.state;
  const runs = node.lifekeeper === "running" && node.condition !== "off" && node.condition !== "halted";
  return {
    condition: node.condition,
    isolated: node.isolated,
    ...quorumOf(cluster, node),
    isDeceived: node.sees.some((peer) => !heard.has(pairKey([node.name, peer]))),
    inService: view.resources
      .filter((resource) => roots.includes(resource.tag) && resource.activeOn.includes(node.name))
      .map(({ tag }) => tag),
    failed: view.resources.filter((resource) => stateOf(resource) === "OSF").map(({ tag }) => tag),
    storageReached: node.reachesStorage,
    hostsReached: new Map(node.hosts.map(({ name, reached }) => [name, reached])),
    deadPeers: runs ? view.nodes.map(({ name }) => name).filter((n) => n !== node.name && !node.sees.includes(n)) : [],
    flags: node.flags,
    asksAbout: node.asksAbout,
  };
}

/** Pairs of which both run and a link between them carries heartbeats. */
function pairsThatHear({ nodes, links }: StateView): ReadonlySet<string> {
  const running = new Set(nodes.filter(({ condition }) => condition === "up").map(({ name }) => name));
  const isolated = new Set(nodes.filter((node) => node.isolated).map(({ name }) => name));
  const heard = new Set<string>();
  for (const { between, up, kind } of links) {
    const isCutOff = kind === "tcp" && between.some((name) => isolated.has(name));
    if (up && !isCutOff && between.every((name) => running.has(name))) heard.add(pairKey(between));
  }
  return heard;
}

function quorumOf(cluster: Cluster, node: NodeView): Pick<NodePicture, "quorum" | "reached"> {
  const source = cluster.nodes.find(({ name }) => name === node.name);
  const mode = source === undefined || !cluster.quorumPackage ? "none" : quorumConfiguration(source).quorumMode;
  const quorum = node.quorum ?? "unchecked";
  switch (mode) {
    case "majority":
      return { quorum, reached: `${node.sees.length + 1}/${cluster.nodes.length}` };
    case "tcp_remote":
      return { quorum, reached: `${node.hosts.filter(({ reached }) => reached).length}/${node.hosts.length}` };
    case "storage":
      return { quorum, reached: undefined };
    case "none":
      return { quorum: "unused", reached: undefined };
  }
}

function linkConditions(cluster: Cluster, links: readonly LinkView[]): readonly (readonly LinkCondition[])[] {
  // Links of one pair are counted together, also when the pair is written twice.
  const byPair = new Map<string, LinkView[]>();
  for (const link of links) {
    const key = pairKey(link.between);
    const known = byPair.get(key);
    if (known === undefined) byPair.set(key, [link]);
    else known.push(link);
  }
  const used = new Map<string, number>();
  return cluster.paths.map((path) => {
    const key = pairKey(path.nodes);
    return path.links.map(() => {
      const nth = used.get(key) ?? 0;
      used.set(key, nth + 1);
      const link = byPair.get(key)?.[nth];
      if (link === undefined) return "alive";
      if (link.seen.includes("DEAD")) return "dead";
      return link.up ? "alive" : "cut";
    });
  });
}

function pairKey([a, b]: readonly [string, string]): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
