// Faults in the words of somebody who reads no configuration, for explanations.

import { faultTextOf } from "../language/tell.ts";
import { type Localized, same } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import { surroundingsOf } from "../model/surroundings.ts";
import type { Place } from "../problem.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { eventText } from "../simulate/scenario/eventText.ts";

export function faultText(cluster: Cluster, event: OutsideEvent): Localized {
  return faultTextOf(event, surroundingsOf(cluster)) ?? same(eventText(event));
}

/** Where what breaks is written; undefined for what has no line of its own. */
export function faultPlace(cluster: Cluster, event: OutsideEvent): Place | undefined {
  const named = (items: readonly { readonly name: string; readonly place: Place }[], name: string): Place | undefined =>
    items.find((item) => item.name === name)?.place;
  switch (event.kind) {
    case "cut-pair":
    case "cut-link":
    case "heal-pair":
    case "heal-link": {
      const path = cluster.paths.find(({ nodes }) => event.between.every((name) => nodes.includes(name)));
      return "index" in event ? (path?.links[event.index - 1]?.place ?? path?.place) : path?.place;
    }
    case "cut-network":
    case "heal-network":
      return named(cluster.networks, event.network);
    case "fail-domain":
    case "heal-domain":
      return named(cluster.domains, event.domain);
    case "lose-host":
    case "regain-host":
      return (
        named(cluster.hosts, event.host) ?? (event.node === undefined ? undefined : named(cluster.nodes, event.node))
      );
    default:
      if ("tag" in event) return named(cluster.resources, event.tag);
      return "node" in event && event.node !== undefined ? named(cluster.nodes, event.node) : undefined;
  }
}
