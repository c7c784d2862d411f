// Faults in the words of somebody who reads no configuration, for explanations.

import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { Cluster } from "../model/cluster.ts";
import type { Place } from "../problem.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { eventText } from "../simulate/scenario/eventText.ts";

export function faultText(cluster: Cluster, event: OutsideEvent): Localized {
  switch (event.kind) {
    case "crash":
      return { en: `${event.node} crashes`, ja: `${event.node} のクラッシュ` };
    case "freeze":
      return { en: `${event.node} freezes`, ja: `${event.node} のフリーズ` };
    case "thaw":
      return { en: `${event.node} resumes`, ja: `${event.node} のフリーズからの復帰` };
    case "isolate":
      return { en: `${event.node} loses its network`, ja: `${event.node} のネットワーク喪失` };
    case "cut-pair":
    case "cut-link": {
      const [a, b] = event.between;
      const path = cluster.paths.find(({ nodes }) => nodes.includes(a) && nodes.includes(b));
      const one = event.kind === "cut-link" && (path?.links.length ?? 1) > 1;
      return one
        ? {
            en: `path ${event.index} between ${a} and ${b} is cut`,
            ja: `${a} と ${b} の間のパス ${event.index} の切断`,
          }
        : { en: `the path between ${a} and ${b} is cut`, ja: `${a} と ${b} の間のパスの切断` };
    }
    case "cut-network":
      return { en: `the network ${event.network} fails`, ja: `ネットワーク ${event.network} の障害` };
    case "fail-domain":
      return { en: `the failure domain ${event.domain} fails`, ja: `障害ドメイン ${event.domain} の障害` };
    case "lose-storage":
      return { en: `${event.node} loses the quorum storage`, ja: `${event.node} の Quorum ストレージ喪失` };
    case "lose-host":
      return event.node === undefined
        ? { en: `${event.host} cannot be reached`, ja: `${event.host} への到達不能` }
        : { en: `${event.node} no longer reaches ${event.host}`, ja: `${event.node} から ${event.host} への到達不能` };
    case "fail":
      return {
        en: `${event.tag} fails${event.node === undefined ? "" : ` on ${event.node}`}`,
        ja: `${event.node === undefined ? "" : `${event.node} での `}${event.tag} の障害`,
      };
    case "stop":
      return { en: `LifeKeeper is stopped on ${event.node}`, ja: `${event.node} での LifeKeeper の停止` };
    case "reboot":
      return { en: `${event.node} is rebooted`, ja: `${event.node} の再起動` };
    case "boot":
    case "start":
      return { en: `${event.node} is started`, ja: `${event.node} の起動` };
    case "heal-link":
    case "heal-pair":
    case "heal-network":
    case "heal-node":
    case "heal-domain":
    case "heal-all":
    case "regain-storage":
    case "regain-host":
      return { en: "what was broken works again", ja: "障害箇所の復旧" };
    default:
      return same(eventText(event));
  }
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
      return "node" in event ? named(cluster.nodes, event.node) : undefined;
  }
}
