// What a proof claims, and what is looked at in a state to decide it.

import type { Localized } from "../locale/localized.ts";
import type { Cells } from "../simulate/layout.ts";
import { at, cell, countBits } from "../simulate/layout.ts";
import type { Model } from "../simulate/model.ts";

export type Property =
  | { readonly kind: "never"; readonly what: "split-brain" | "outage" | "data-loss" }
  /** Ends by itself, but may not last longer; 0: never at all. */
  | { readonly kind: "never"; readonly what: "two-active"; readonly longerThanMs: number }
  | { readonly kind: "always-recovers"; readonly tag: string }
  | { readonly kind: "sometimes"; readonly what: "failover" | "quorum-loss" };

/** In the spelling of a `prove` clause. */
export function propertyText(property: Property): string {
  switch (property.kind) {
    case "never":
      return property.what === "two-active" && property.longerThanMs > 0
        ? `never two-active longer than ${property.longerThanMs / 1000}s`
        : `never ${property.what}`;
    case "always-recovers":
      return `always ${property.tag} recovers`;
    case "sometimes":
      return `sometimes ${property.what}`;
  }
}

export function describeProperty(property: Property): Localized {
  switch (property.kind) {
    case "never":
      switch (property.what) {
        case "split-brain":
          return {
            en: "No hierarchy is ever in service on two nodes for good.",
            ja: "リソース階層が 2 台のノードでサービス中のままになることはありません。",
          };
        case "outage":
          return {
            en: "No hierarchy stays out of service while one of its servers is up.",
            ja: "いずれかのサーバーが稼働している限り、リソース階層が休止したままになることはありません。",
          };
        case "data-loss":
          return { en: "No data is lost.", ja: "データは失われません。" };
        case "two-active":
          return property.longerThanMs === 0
            ? {
                en: "No hierarchy is in service on two nodes, not even for a moment.",
                ja: "リソース階層が 2 台のノードで同時にサービス中になることは、一時的にもありません。",
              }
            : {
                en: `No hierarchy is in service on two nodes for longer than ${property.longerThanMs / 1000} s.`,
                ja: `リソース階層が ${property.longerThanMs / 1000} 秒を超えて 2 台のノードでサービス中になることはありません。`,
              };
      }
      break;
    case "always-recovers":
      return {
        en: `${property.tag} comes back in service as long as one of its servers is up.`,
        ja: `いずれかのサーバーが稼働している限り、${property.tag} は再びサービス中になります。`,
      };
    case "sometimes":
      return property.what === "failover"
        ? { en: "A failover can happen at all.", ja: "フェイルオーバーが起こり得ます。" }
        : { en: "Quorum can be lost at all.", ja: "Quorum の喪失が起こり得ます。" };
  }
}

/** The first resource in service on two machines that are up; -1 when there is none. */
export function splitResource(model: Model, cells: Cells): number {
  const up = at(cells, cell.up);
  for (let resource = 0; resource < model.resources.length; resource++) {
    const active = at(cells, model.layout.inService + resource) & up;
    if ((active & (active - 1)) !== 0 && countBits(active) > 1) return resource;
  }
  return -1;
}

/**
 * Servers that could run something: they work, or they halted themselves when they lost quorum. No fault took those
 * from the service, LifeKeeper did.
 */
export function ableServers(cells: Cells): number {
  return (at(cells, cell.up) & ~at(cells, cell.frozen) & at(cells, cell.running)) | at(cells, cell.halted);
}

/**
 * The first resource that clients miss although one of the servers of its hierarchy could run it: a hierarchy serves them
 * where a node that works, and that they reach, has all of it in service. -1 when they miss nothing.
 */
function missingResource(model: Model, cells: Cells): number {
  const able = ableServers(cells);
  for (let number = 0; number < model.components.length; number++) {
    const component = model.components[number] as Model["components"][number];
    for (let position = 0; position < component.roots.length; position++) {
      const root = component.roots[position] as number;
      if (((model.resources[root]?.servers ?? 0) & able) === 0) continue;
      if (servingWhole(model, cells, root) === 0) return missingBelow(model, cells, root);
    }
  }
  return -1;
}

/** Clients get everything that this hierarchy offers: nothing of it is broken where it is in service. */
export function isServed(model: Model, cells: Cells, component: number): boolean {
  const roots = model.components[component]?.roots ?? [];
  for (let position = 0; position < roots.length; position++) {
    if (servingWell(model, cells, roots[position] as number) === 0) return false;
  }
  return true;
}

/** Nodes where clients find some root of this hierarchy, with all that it needs. */
export function serversNow(model: Model, cells: Cells, component: number): number {
  const roots = model.components[component]?.roots ?? [];
  return roots.reduce((mask, root) => mask | servingWell(model, cells, root), 0);
}

/** A broken resource serves nobody from then on, also while LifeKeeper has not found it. */
function servingWell(model: Model, cells: Cells, root: number): number {
  const { failing, failingBeyond } = model.layout;
  let whole = servingWhole(model, cells, root);
  const below = model.resources[root]?.below ?? [];
  for (let place = 0; place < below.length; place++) {
    const resource = below[place] as number;
    whole &= ~(at(cells, failing + resource) | at(cells, failingBeyond + resource));
  }
  return whole;
}

/** Nodes that clients reach and that have all of it in service. */
function servingWhole(model: Model, cells: Cells, root: number): number {
  const { servers, below } = model.resources[root] as Model["resources"][number];
  let whole = serving(cells) & servers;
  for (let place = 0; place < below.length; place++) {
    const resource = below[place] as number;
    whole &= at(cells, model.layout.inService + resource) | ~(model.resources[resource]?.servers ?? 0);
  }
  return whole;
}

/** Machines that work and that clients reach. */
function serving(cells: Cells): number {
  return at(cells, cell.up) & ~at(cells, cell.frozen) & ~at(cells, cell.isolated);
}

/** The root itself when it runs nowhere, else what of it is out where the root is in service. */
function missingBelow(model: Model, cells: Cells, root: number): number {
  const where = at(cells, model.layout.inService + root) & serving(cells);
  if (where === 0) return root;
  const below = model.resources[root]?.below ?? [];
  return below.find((resource) => (at(cells, model.layout.inService + resource) & where) === 0) ?? root;
}

/** As `missingResource`, for one resource by itself. */
function isOut(model: Model, cells: Cells, resource: number): boolean {
  const servers = model.resources[resource]?.servers ?? 0;
  const runs = at(cells, model.layout.inService + resource) & serving(cells);
  return (servers & ableServers(cells)) !== 0 && runs === 0;
}

export function hasLostData(model: Model, cells: Cells): boolean {
  const { mirrorLost, mirrorCorrupt } = model.layout;
  for (let mirror = 0; mirror < model.mirrors.length; mirror++) {
    if (at(cells, mirrorLost + mirror) !== 0 || at(cells, mirrorCorrupt + mirror) !== 0) return true;
  }
  return false;
}

export interface Sight {
  /** Nothing more happens by itself. */
  readonly settled: boolean;
  /** As `splitResource` says. */
  readonly split: number;
}

/** Whether a state by itself breaks a property; a `sometimes` is shown by steps, not by states. */
export function violates(property: Property, model: Model, cells: Cells, { settled, split }: Sight): boolean {
  switch (property.kind) {
    case "never":
      switch (property.what) {
        case "split-brain":
          return settled && split >= 0;
        case "outage":
          return settled && missingResource(model, cells) >= 0;
        case "data-loss":
          return hasLostData(model, cells);
        case "two-active":
          // How long it lasts is found afterwards; what never ends lasts longer than anything.
          return split >= 0 && (settled || property.longerThanMs === 0);
      }
      break;
    case "always-recovers": {
      const resource = model.indexOfResource.get(property.tag);
      return settled && resource !== undefined && isOut(model, cells, resource);
    }
    case "sometimes":
      return false;
  }
  return false;
}
