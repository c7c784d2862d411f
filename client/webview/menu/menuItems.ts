// What can happen to a thing at this moment: the entries of its menu, each with the events it stands for. Only what
// can apply is offered; what it leads to is the simulator's business.

import { append } from "@lkcluster/core/many.ts";
import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { quorumConfiguration } from "@lkcluster/core/model/quorumConfiguration.ts";
import type { Place } from "@lkcluster/core/problem.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { isReached, type Picture } from "../picture.ts";
import type { Thing } from "../thing.ts";
import { type MenuItem, offering } from "./menuItem.ts";
import { mirrorEvents, resourceEvents } from "./resourceEvents.ts";

export function menuItems(cluster: Cluster, picture: Picture, thing: Thing): readonly MenuItem[] {
  const offered = offering(cluster);
  switch (thing.kind) {
    case "node":
      return offered(nodeEvents(cluster, picture, thing.name));
    case "path":
      return offered(pathEvents(cluster, picture, thing.path, undefined));
    case "link":
      return offered(pathEvents(cluster, picture, thing.path, thing.link));
    case "network": {
      const network = thing.name;
      return offered([{ kind: picture.networksDown.has(network) ? "heal-network" : "cut-network", network }]);
    }
    case "domain":
      return offered([
        { kind: "fail-domain", domain: thing.name },
        { kind: "heal-domain", domain: thing.name },
      ]);
    case "storage":
      return offered(storageEvents(cluster, picture, thing.name), "shared");
    case "storage-reach":
      return offered(storageOfNode(picture, thing.node, cluster.storages.length > 1 ? thing.storage : undefined));
    case "host":
      return offered(hostEvents(picture, thing.name), "shared");
    case "hosts-reach":
      return offered(hostsOfNode(picture, thing.node));
    case "mirror":
      return offered(mirrorEvents(picture, thing.name), "shared");
    case "resource":
      return offered(resourceEvents(cluster, picture, thing.tag, thing.node));
  }
}

/** What *fail together* does to a thing; undefined when it has failed already. */
export function mainFault(cluster: Cluster, picture: Picture, thing: Thing): readonly OutsideEvent[] | undefined {
  const faults = menuItems(cluster, picture, thing).filter(({ group }) => group === "faults");
  // All links of the pair rather than its first.
  if (thing.kind === "path") return (faults.find((item) => isOf(item, "cut-pair")) ?? faults[0])?.events;
  if (thing.kind === "resource") return faults.find(isBeyondRecovery)?.events;
  return faults[0]?.events;
}

export function isOf({ events: [event] }: MenuItem, kind: OutsideEvent["kind"]): boolean {
  return event?.kind === kind;
}

export function isBeyondRecovery({ events: [event] }: MenuItem): boolean {
  return event?.kind === "fail" && event.beyondLocalRecovery;
}

/** Where the thing is written in the cluster file. */
export function placeOf(cluster: Cluster, thing: Thing): Place | undefined {
  const named = (items: readonly { readonly name: string; readonly place: Place }[], name: string): Place | undefined =>
    items.find((item) => item.name === name)?.place;
  switch (thing.kind) {
    case "node":
      return named(cluster.nodes, thing.name);
    case "storage-reach":
      return named(cluster.storages, thing.storage);
    case "hosts-reach":
      return cluster.nodes.find(({ name }) => name === thing.node)?.configuration.get("QUORUM_HOSTS")?.place;
    case "path":
      return cluster.paths[thing.path]?.place;
    case "link":
      return cluster.paths[thing.path]?.links[thing.link]?.place;
    case "network":
      return named(cluster.networks, thing.name);
    case "storage":
      return named(cluster.storages, thing.name);
    case "host":
      return (
        named(cluster.hosts, thing.name) ??
        cluster.nodes.map((node) => node.configuration.get("QUORUM_HOSTS")?.place).find((place) => place !== undefined)
      );
    case "domain":
      return named(cluster.domains, thing.name);
    case "mirror":
      return named(cluster.resources, thing.name);
    case "resource":
      return named(cluster.resources, thing.tag);
  }
}

function nodeEvents(cluster: Cluster, picture: Picture, name: string): readonly OutsideEvent[] {
  const node = picture.nodes.get(name);
  if (node === undefined) return [];
  if (node.condition === "off" || node.condition === "halted" || node.condition === "restarting") {
    return [
      { kind: "boot", node: name, withoutNetwork: false },
      { kind: "boot", node: name, withoutNetwork: true },
    ];
  }
  const events: OutsideEvent[] = [{ kind: "crash", node: name }];
  if (node.condition !== "frozen") events.push({ kind: "freeze", node: name });
  if (!node.isolated) {
    events.push({ kind: "isolate", node: name });
    // Where nothing but paths goes over the network, both are the same.
    if (cluster.hosts.length > 0 || cluster.storages.length > 0) events.push({ kind: "lose-network", node: name });
  }
  append(
    events,
    storageOfNode(picture, name).filter(() => asksStorage(cluster, name)),
  );
  append(events, hostsOfNode(picture, name));
  if (node.condition === "frozen") events.push({ kind: "thaw", node: name });
  if (node.condition === "up") {
    for (const failed of node.asksAbout) {
      events.push({ kind: "confirm", node: failed, answer: "yes" }, { kind: "confirm", node: failed, answer: "no" });
    }
    events.push(
      { kind: "stop", node: name, keepingApplications: false, allowingFailover: false },
      { kind: "stop", node: name, keepingApplications: false, allowingFailover: true },
      { kind: "stop", node: name, keepingApplications: true, allowingFailover: false },
    );
  }
  if (node.condition === "stopped" || node.condition === "stopped-keeping-applications") {
    events.push({ kind: "start", node: name });
  }
  if (node.condition !== "frozen") events.push({ kind: "shutdown", node: name }, { kind: "reboot", node: name });
  if (node.isolated || hasBrokenLink(cluster, picture, name) || !node.storageReached) {
    events.push({ kind: "heal-node", node: name });
  }
  return events;
}

function asksStorage(cluster: Cluster, name: string): boolean {
  const node = cluster.nodes.find((candidate) => candidate.name === name);
  return node !== undefined && quorumConfiguration(node).quorumMode === "storage";
}

function hasBrokenLink(cluster: Cluster, picture: Picture, name: string): boolean {
  return cluster.paths.some(
    ({ nodes }, path) => nodes.includes(name) && picture.links[path]?.some((condition) => condition !== "alive"),
  );
}

function pathEvents(
  cluster: Cluster,
  picture: Picture,
  index: number,
  only: number | undefined,
): readonly OutsideEvent[] {
  const path = cluster.paths[index];
  if (path === undefined) return [];
  const between = path.nodes;
  const conditions = picture.links[index] ?? [];
  const events = path.links.flatMap((_, position): readonly OutsideEvent[] => {
    if (only !== undefined && only !== position) return [];
    return [{ kind: conditions[position] === "alive" ? "cut-link" : "heal-link", between, index: position + 1 }];
  });
  if (path.links.length === 1) return events;
  return [
    ...events,
    ...(conditions.includes("alive") ? [{ kind: "cut-pair", between } as const] : []),
    ...(conditions.some((condition) => condition !== "alive") ? [{ kind: "heal-pair", between } as const] : []),
  ];
}

function storageEvents(cluster: Cluster, picture: Picture, name: string): readonly OutsideEvent[] {
  const nodes = cluster.storages.find((storage) => storage.name === name)?.reachedBy ?? [];
  const reached = nodes.filter((node) => isReached(picture, name, node));
  const lost = nodes.filter((node) => !reached.includes(node));
  const storage = cluster.storages.length > 1 ? name : undefined;
  const events = (kind: "lose-storage" | "regain-storage", of: readonly string[]): readonly OutsideEvent[] =>
    [...(of.length > 1 ? [undefined] : []), ...of].map((node) => ({ kind, node, storage }));
  return [...events("lose-storage", reached), ...events("regain-storage", lost)];
}

/** Without a storage: all of them. */
function storageOfNode(picture: Picture, node: string, storage?: string): readonly OutsideEvent[] {
  const reached =
    storage === undefined ? picture.nodes.get(node)?.storageReached === true : isReached(picture, storage, node);
  return [{ kind: reached ? "lose-storage" : "regain-storage", node, storage }];
}

function hostEvents(picture: Picture, host: string): readonly OutsideEvent[] {
  const asking = [...picture.nodes].filter(([, node]) => node.hostsReached.has(host));
  const reached = asking.filter(([, node]) => node.hostsReached.get(host) === true).map(([name]) => name);
  const lost = asking.map(([name]) => name).filter((name) => !reached.includes(name));
  const events = (kind: "lose-host" | "regain-host", of: readonly string[]): readonly OutsideEvent[] =>
    of.length === 0 ? [] : [undefined, ...of].map((node) => ({ kind, host, node }));
  return [...events("lose-host", reached), ...events("regain-host", lost)];
}

function hostsOfNode(picture: Picture, node: string): readonly OutsideEvent[] {
  return [...(picture.nodes.get(node)?.hostsReached ?? [])].map(([host, reached]) => ({
    kind: reached ? "lose-host" : "regain-host",
    host,
    node,
  }));
}
