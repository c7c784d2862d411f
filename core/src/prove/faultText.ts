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
      return ofDomain(cluster, event.domain);
    case "lose-storage":
      return event.storage === undefined
        ? { en: `${event.node} loses the quorum storage`, ja: `${event.node} の Quorum ストレージ喪失` }
        : {
            en: `${event.node} loses the quorum storage ${event.storage}`,
            ja: `${event.node} の Quorum ストレージ ${event.storage} の喪失`,
          };
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
    case "heal-pair": {
      const [a, b] = event.between;
      return { en: `the path between ${a} and ${b} works again`, ja: `${a} と ${b} の間のパスの復旧` };
    }
    case "heal-network":
      return { en: `the network ${event.network} works again`, ja: `ネットワーク ${event.network} の復旧` };
    case "regain-storage":
      return { en: `${event.node} reaches the quorum storage again`, ja: `${event.node} の Quorum ストレージの復旧` };
    case "regain-host":
      return event.node === undefined
        ? { en: `${event.host} can be reached again`, ja: `${event.host} への到達の復旧` }
        : { en: `${event.node} reaches ${event.host} again`, ja: `${event.node} から ${event.host} への到達の復旧` };
    case "heal-node":
    case "heal-domain":
    case "heal-all":
      return { en: "what was broken works again", ja: "障害箇所の復旧" };
    default:
      return same(eventText(event));
  }
}

/** With what is in it: nobody else knows that from its name. */
function ofDomain({ domains }: Cluster, name: string): Localized {
  const members = domains.find((domain) => domain.name === name)?.members.map((member) => member.name) ?? [];
  return members.length === 0
    ? { en: `the failure domain ${name} fails`, ja: `障害ドメイン ${name} の障害` }
    : {
        en: `the failure domain ${name} (${members.join(", ")}) fails`,
        ja: `障害ドメイン ${name}（${members.join("、")}）の障害`,
      };
}

/** Nothing breaks: somebody does it, or it comes back. */
export function isReturn({ kind }: OutsideEvent): boolean {
  switch (kind) {
    case "thaw":
    case "stop":
    case "reboot":
    case "boot":
    case "start":
      return true;
    default:
      return kind.startsWith("heal-") || kind.startsWith("regain-");
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
