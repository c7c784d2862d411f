// What shells ask of a state. They never touch its encoding.

import { at, cell, countBits, hasBit, hasListBit, history } from "./layout.ts";
import type { Model } from "./model.ts";
import { linkWorks, reachesHost, reachesStorage, signals } from "./reach.ts";
import type { State } from "./state.ts";
import type { NodeCondition, ResourceState } from "./trace.ts";

export interface NodeView {
  readonly name: string;
  readonly condition: NodeCondition;
  /** Restarted by fastboot or by force since the run began. */
  readonly rebooted: boolean;
  readonly lifekeeper: "running" | "starting" | "stopped" | "stopped-keeping-applications";
  /** Its network interface is dead. */
  readonly isolated: boolean;
  /** Its last quorum check; undefined when it made none. */
  readonly quorum: "held" | "lost" | undefined;
  /** Peers that it counts as reachable, itself not among them. */
  readonly sees: readonly string[];
  readonly reachesStorage: boolean;
  /** Of its QUORUM_HOSTS. */
  readonly hosts: readonly { readonly name: string; readonly reached: boolean }[];
  readonly flags: readonly string[];
  /** Peers about which a question waits for an administrator. */
  readonly asksAbout: readonly string[];
}

export interface ResourceView {
  readonly tag: string;
  /** One state per server, best priority first. */
  readonly states: readonly { readonly node: string; readonly state: ResourceState }[];
  /** Where it is ISP or ISU. */
  readonly activeOn: readonly string[];
  readonly mirror: MirrorView | undefined;
  /** Holder of the SCSI reservation; undefined when the resource is not reserved or nobody holds it. */
  readonly reservation: string | undefined;
}

export interface MirrorView {
  readonly source: string | undefined;
  readonly inSync: readonly string[];
  readonly resyncingTo: readonly string[];
  readonly corruptOn: readonly string[];
  readonly lastOwnerOn: readonly string[];
  /** A write side was discarded, or a copy that was not in sync took over by force. */
  readonly dataLost: boolean;
}

export interface LinkView {
  readonly between: readonly [string, string];
  /** Counted from 1 within its pair. */
  readonly index: number;
  readonly kind: "tcp" | "tty";
  readonly network: string | undefined;
  /** Whether the link itself carries anything; says nothing of the nodes at its ends. */
  readonly up: boolean;
  /** How each end sees it. */
  readonly seen: readonly ["ALIVE" | "DEAD", "ALIVE" | "DEAD"];
}

export interface StateView {
  readonly timeMs: number;
  readonly nodes: readonly NodeView[];
  readonly resources: readonly ResourceView[];
  readonly links: readonly LinkView[];
  readonly networks: readonly { readonly name: string; readonly up: boolean }[];
  readonly storages: readonly { readonly name: string; readonly reachedBy: readonly string[] }[];
  /** Tags that are in service on more than one node. */
  readonly split: readonly string[];
  /** LifeKeeper brought a hierarchy in service on another node by itself since the run began. */
  readonly failover: boolean;
  /** Nodes whose quorum check failed at least once since the run began. */
  readonly lostQuorum: readonly string[];
  /** Nothing more happens by itself. */
  readonly settled: boolean;
}

export function readState(model: Model, state: State): StateView {
  return {
    timeMs: state.timeMs,
    nodes: model.nodes.map((_, node) => readNode(model, state, node)),
    resources: model.resources.map((_, resource) => readResource(model, state, resource)),
    links: readLinks(model, state),
    networks: model.networks.map((name, index) => ({
      name,
      up: !hasListBit(state.cells, model.layout.networkDown, index, model.layout.bits),
    })),
    storages: model.storages.map(({ name }, storage) => ({
      name,
      reachedBy: model.nodes.filter((_, node) => reachesStorage(model, state.cells, node, storage)),
    })),
    split: splitTags(model, state),
    failover: hasFailedOver(model, state),
    lostQuorum: namesOf(model, at(state.cells, model.layout.keyLength + history.quorumLost)),
    settled: state.timers.length === 0,
  };
}

export function namesOf(model: Model, mask: number): readonly string[] {
  return model.nodes.filter((_, node) => (mask & (1 << node)) !== 0);
}

/** Nodes on which a resource is in service; empty for a tag that does not exist. */
export function activeNodes(model: Model, state: State, tag: string): readonly string[] {
  const resource = model.indexOfResource.get(tag);
  return resource === undefined ? [] : namesOf(model, at(state.cells, model.layout.inService + resource));
}

export function splitTags(model: Model, state: State): readonly string[] {
  return model.resources
    .filter((_, resource) => countBits(at(state.cells, model.layout.inService + resource)) > 1)
    .map(({ tag }) => tag);
}

export function hasFailedOver(model: Model, state: State): boolean {
  return at(state.cells, model.layout.keyLength + history.failover) !== 0;
}

export function stateOf(model: Model, { cells }: Pick<State, "cells">, resource: number, node: number): ResourceState {
  const { inService, full, failed } = model.layout;
  if (hasBit(cells, inService + resource, node)) return hasBit(cells, full + resource, node) ? "ISU" : "ISP";
  return hasBit(cells, failed + resource, node) ? "OSF" : "OSU";
}

export function conditionOf(state: Pick<State, "cells">, node: number): NodeCondition {
  const is = (index: number): boolean => hasBit(state.cells, index, node);
  if (!is(cell.up)) return is(cell.restarting) ? "restarting" : is(cell.halted) ? "halted" : "off";
  if (is(cell.frozen)) return "frozen";
  if (is(cell.starting)) return "starting";
  if (is(cell.stopping)) return "stopping";
  if (is(cell.running)) return "up";
  return is(cell.keeping) ? "stopped-keeping-applications" : "stopped";
}

/** It has lost its network. */
export function isIsolated(state: Pick<State, "cells">, node: number): boolean {
  return hasBit(state.cells, cell.isolated, node);
}

function readNode(model: Model, state: State, node: number): NodeView {
  const { cells } = state;
  const { layout } = model;
  const is = (index: number): boolean => hasBit(cells, index, node);
  const checked = is(layout.keyLength + history.quorumChecked);
  const peers = (offset: number): readonly string[] => namesOf(model, at(cells, offset + node));
  return {
    name: model.nodes[node] ?? "",
    condition: conditionOf(state, node),
    rebooted: is(layout.keyLength + history.rebooted),
    lifekeeper: is(cell.running)
      ? "running"
      : is(cell.starting)
        ? "starting"
        : is(cell.keeping)
          ? "stopped-keeping-applications"
          : "stopped",
    isolated: is(cell.isolated),
    quorum: checked ? (is(layout.keyLength + history.quorumHeld) ? "held" : "lost") : undefined,
    sees: peers(layout.sees),
    reachesStorage: reachesStorage(model, cells, node),
    hosts: (model.hostsOfNode[node] ?? []).map((host) => ({
      name: model.hosts[host]?.name ?? "",
      reached: reachesHost(model, cells, node, host),
    })),
    flags: [
      ...peers(layout.noFailover).map((peer) => `!nofailover!${peer}`),
      ...model.resources.flatMap(({ tag, mirror }) =>
        mirror < 0
          ? []
          : [
              ...(hasBit(cells, layout.mirrorOwner + mirror, node) ? [`${tag}_last_owner`] : []),
              ...(hasBit(cells, layout.mirrorCorrupt + mirror, node) ? [`${tag}_data_corrupt`] : []),
            ],
      ),
      ...((model.switchesOver & (1 << node)) !== 0 ? ["shutdown_switchover"] : []),
    ],
    asksAbout: peers(layout.confirmPending),
  };
}

function readResource(model: Model, state: State, index: number): ResourceView {
  const { cells } = state;
  const { layout } = model;
  const resource = model.resources[index];
  if (resource === undefined) return { tag: "", states: [], activeOn: [], mirror: undefined, reservation: undefined };
  const { mirror, reservation } = resource;
  const holder = reservation < 0 ? 0 : at(cells, layout.reservationHolder + reservation);
  return {
    tag: resource.tag,
    states: resource.source.servers.flatMap(({ node }) => {
      const place = model.indexOfNode.get(node);
      return place === undefined ? [] : [{ node, state: stateOf(model, state, index, place) }];
    }),
    activeOn: namesOf(model, at(cells, layout.inService + index)),
    mirror: mirror < 0 ? undefined : readMirror(model, state, index, mirror),
    reservation: holder === 0 ? undefined : model.nodes[holder - 1],
  };
}

function readMirror(model: Model, { cells }: State, resource: number, mirror: number): MirrorView {
  const { layout } = model;
  const source = at(cells, layout.mirrorSource + mirror);
  const inSync = at(cells, layout.mirrorInSync + mirror);
  const servers = model.resources[resource]?.servers ?? 0;
  const active = source !== 0 && hasBit(cells, layout.inService + resource, source - 1);
  const fed = active ? signals(model, cells, source - 1) & servers & ~inSync : 0;
  return {
    source: source === 0 ? undefined : model.nodes[source - 1],
    inSync: namesOf(model, inSync),
    resyncingTo: namesOf(model, fed),
    corruptOn: namesOf(model, at(cells, layout.mirrorCorrupt + mirror)),
    lastOwnerOn: namesOf(model, at(cells, layout.mirrorOwner + mirror)),
    dataLost: at(cells, layout.mirrorLost + mirror) !== 0,
  };
}

function readLinks(model: Model, { cells }: State): readonly LinkView[] {
  const { layout } = model;
  const words = Math.ceil(model.links.length / layout.bits);
  return model.links.map((link, index): LinkView => {
    const seen = (side: 0 | 1): "ALIVE" | "DEAD" =>
      hasListBit(cells, layout.pathDead + side * words, index, layout.bits) ? "DEAD" : "ALIVE";
    return {
      between: [model.nodes[link.a] ?? "", model.nodes[link.b] ?? ""],
      index: link.number,
      kind: link.kind,
      network: link.network === undefined ? undefined : model.networks[link.network],
      up: linkWorks(model, cells, index),
      seen: [seen(0), seen(1)],
    };
  });
}
