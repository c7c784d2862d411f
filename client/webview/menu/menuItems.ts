// What can happen to a thing at this moment: the entries of its menu, each with the events it stands for. Only what
// can apply is offered; what it leads to is the simulator's business.

import type { Cluster } from "@lkcluster/core/model/cluster.ts";
import { quorumConfiguration } from "@lkcluster/core/model/quorumConfiguration.ts";
import type { Place } from "@lkcluster/core/problem.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { isReached, type Picture } from "../picture.ts";
import type { Thing } from "../thing.ts";
import { hostOnNodeWords, linkWords, onNodeWords, storageOnNodeWords, menuWords as words } from "../words/menuWords.ts";
import { fault, type MenuItem, operation, repair } from "./menuItem.ts";
import { mirrorItems, resourceItems } from "./resourceItems.ts";

export function menuItems(cluster: Cluster, picture: Picture, thing: Thing): readonly MenuItem[] {
  switch (thing.kind) {
    case "node":
      return nodeItems(cluster, picture, thing.name);
    case "path":
      return pathItems(cluster, picture, thing.path, undefined);
    case "link":
      return pathItems(cluster, picture, thing.path, thing.link);
    case "network":
      return picture.networksDown.has(thing.name)
        ? [repair(words.healNetwork, { kind: "heal-network", network: thing.name })]
        : [fault(words.failNetwork, { kind: "cut-network", network: thing.name })];
    case "domain":
      return [
        fault(words.failDomain, { kind: "fail-domain", domain: thing.name }),
        repair(words.healDomain, { kind: "heal-domain", domain: thing.name }),
      ];
    case "storage":
      return storageItems(cluster, picture, thing.name);
    case "storage-reach":
      return storageOfNode(picture, thing.node, cluster.storages.length > 1 ? thing.storage : undefined);
    case "host":
      return hostItems(picture, thing.name);
    case "hosts-reach":
      return hostsOfNode(picture, thing.node);
    case "mirror":
      return mirrorItems(picture, thing.name);
    case "resource":
      return resourceItems(cluster, picture, thing.tag, thing.node);
  }
}

/** What *fail together* does to a thing; undefined when it has failed already. */
export function mainFault(cluster: Cluster, picture: Picture, thing: Thing): readonly OutsideEvent[] | undefined {
  const faults = menuItems(cluster, picture, thing).filter(({ group }) => group === "faults");
  if (thing.kind === "path") {
    // All links of the pair rather than its first.
    return faults.find(({ label }) => label === words.cutAll)?.events ?? faults[0]?.events;
  }
  if (thing.kind === "resource") return faults.find(({ label }) => label === words.failBeyond)?.events;
  return faults[0]?.events;
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

function nodeItems(cluster: Cluster, picture: Picture, name: string): readonly MenuItem[] {
  const node = picture.nodes.get(name);
  if (node === undefined) return [];
  if (node.condition === "off" || node.condition === "halted" || node.condition === "restarting") {
    return [
      repair(words.boot, { kind: "boot", node: name, withoutNetwork: false }),
      repair(words.bootAlone, { kind: "boot", node: name, withoutNetwork: true }),
    ];
  }
  const items: MenuItem[] = [fault(words.crash, { kind: "crash", node: name })];
  if (node.condition !== "frozen") items.push(fault(words.freeze, { kind: "freeze", node: name }));
  if (!node.isolated) items.push(fault(words.isolate, { kind: "isolate", node: name }));
  items.push(...storageOfNode(picture, name).filter(() => asksStorage(cluster, name)), ...hostsOfNode(picture, name));
  if (node.condition === "frozen") items.push(repair(words.thaw, { kind: "thaw", node: name }));
  if (node.condition === "up") {
    items.push(
      ...node.asksAbout
        .slice(0, 1)
        .flatMap(() => [
          operation(words.confirmYes, { kind: "confirm", node: name, answer: "yes" }),
          operation(words.confirmNo, { kind: "confirm", node: name, answer: "no" }),
        ]),
      operation(words.stop, { kind: "stop", node: name, mode: "inhibiting-failover" }),
      operation(words.stopAllowing, { kind: "stop", node: name, mode: "allowing-failover" }),
      operation(words.stopKeeping, { kind: "stop", node: name, mode: "keeping-applications" }),
    );
  }
  if (node.condition === "stopped" || node.condition === "stopped-keeping-applications") {
    items.push(operation(words.start, { kind: "start", node: name }));
  }
  if (node.condition !== "frozen") {
    items.push(
      operation(words.shutdown, { kind: "shutdown", node: name }),
      operation(words.reboot, { kind: "reboot", node: name }),
    );
  }
  if (node.isolated || hasBrokenLink(cluster, picture, name) || !node.storageReached) {
    items.push(repair(words.healNode, { kind: "heal-node", node: name }));
  }
  return items;
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

function pathItems(cluster: Cluster, picture: Picture, index: number, only: number | undefined): readonly MenuItem[] {
  const path = cluster.paths[index];
  if (path === undefined) return [];
  const between = path.nodes;
  const conditions = picture.links[index] ?? [];
  const items = path.links.flatMap((link, position) => {
    if (only !== undefined && only !== position) return [];
    const number = position + 1;
    return conditions[position] === "alive"
      ? [fault(linkWords("cut", number, link.network), { kind: "cut-link", between, index: number })]
      : [repair(linkWords("heal", number, link.network), { kind: "heal-link", between, index: number })];
  });
  if (path.links.length > 1) {
    if (conditions.includes("alive")) items.push(fault(words.cutAll, { kind: "cut-pair", between }));
    if (conditions.some((condition) => condition !== "alive")) {
      items.push(repair(words.healAll, { kind: "heal-pair", between }));
    }
  }
  return items;
}

function storageItems(cluster: Cluster, picture: Picture, name: string): readonly MenuItem[] {
  const nodes = cluster.storages.find((storage) => storage.name === name)?.reachedBy ?? [];
  const reached = nodes.filter((node) => isReached(picture, name, node));
  const which = cluster.storages.length > 1 ? { storage: name } : {};
  const lost = nodes.filter((node) => !reached.includes(node));
  const lose = (node: string): OutsideEvent => ({ kind: "lose-storage", node, ...which });
  const regain = (node: string): OutsideEvent => ({ kind: "regain-storage", node, ...which });
  return [
    ...(reached.length > 1 ? [fault(words.loseStorageEverywhere, ...reached.map(lose))] : []),
    ...reached.map((node) => fault(onNodeWords("lose", node), lose(node))),
    ...(lost.length > 1 ? [repair(words.regainStorageEverywhere, ...lost.map(regain))] : []),
    ...lost.map((node) => repair(onNodeWords("regain", node), regain(node))),
  ];
}

/** Without a storage: all of them. */
function storageOfNode(picture: Picture, node: string, storage?: string): readonly MenuItem[] {
  const reached =
    storage === undefined ? picture.nodes.get(node)?.storageReached === true : isReached(picture, storage, node);
  const which = storage === undefined ? {} : { storage };
  return reached
    ? [fault(storageOnNodeWords("lose"), { kind: "lose-storage", node, ...which })]
    : [repair(storageOnNodeWords("regain"), { kind: "regain-storage", node, ...which })];
}

function hostItems(picture: Picture, host: string): readonly MenuItem[] {
  const asking = [...picture.nodes].filter(([, node]) => node.hostsReached.has(host));
  const reached = asking.filter(([, node]) => node.hostsReached.get(host) === true).map(([name]) => name);
  const lost = asking.map(([name]) => name).filter((name) => !reached.includes(name));
  return [
    ...(reached.length > 0 ? [fault(words.loseHostEverywhere, { kind: "lose-host", host, node: undefined })] : []),
    ...reached.map((node) => fault(onNodeWords("lose", node), { kind: "lose-host", host, node })),
    ...(lost.length > 0 ? [repair(words.regainHostEverywhere, { kind: "regain-host", host, node: undefined })] : []),
    ...lost.map((node) => repair(onNodeWords("regain", node), { kind: "regain-host", host, node })),
  ];
}

function hostsOfNode(picture: Picture, node: string): readonly MenuItem[] {
  return [...(picture.nodes.get(node)?.hostsReached ?? [])].map(([host, reached]) =>
    reached
      ? fault(hostOnNodeWords("lose", host), { kind: "lose-host", host, node })
      : repair(hostOnNodeWords("regain", host), { kind: "regain-host", host, node }),
  );
}
