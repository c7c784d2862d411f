// An action as written becomes an event of the simulator; undefined while a part of it is missing or names nothing.

import { unreachable } from "../../assert.ts";
import type { Cluster } from "../../model/cluster.ts";
import type { Action, Word } from "../../syntax/cluster/tree.ts";
import type { OutsideEvent, Pair } from "../event.ts";

export function outsideEvent(cluster: Cluster, action: Action): OutsideEvent | undefined {
  switch (action.kind) {
    case "crash":
    case "freeze":
    case "thaw":
    case "isolate":
    case "shutdown":
    case "start":
    case "reboot": {
      const node = nodeOf(cluster, action.node);
      return node === undefined ? undefined : { kind: action.kind, node };
    }
    case "lose-storage":
    case "regain-storage": {
      const node = nodeOf(cluster, action.node);
      const storage = nameOf(cluster.storages, action.storage);
      if (node === undefined || (action.storage !== undefined && storage === undefined)) return undefined;
      return { kind: action.kind, node, ...(storage === undefined ? {} : { storage }) };
    }
    case "boot": {
      const node = nodeOf(cluster, action.node);
      return node === undefined ? undefined : { kind: "boot", node, withoutNetwork: action.withoutNetwork };
    }
    case "stop": {
      const node = nodeOf(cluster, action.node);
      if (node === undefined) return undefined;
      const mode = action.keepingApplications
        ? "keeping-applications"
        : action.allowingFailover
          ? "allowing-failover"
          : "inhibiting-failover";
      return { kind: "stop", node, mode };
    }
    case "cut-pair":
    case "heal-pair": {
      const between = pairOf(cluster, action.left, action.right);
      return between === undefined ? undefined : { kind: action.kind, between };
    }
    case "cut-link":
    case "heal-link": {
      const between = pairOf(cluster, action.left, action.right);
      const index = action.index?.value;
      const links =
        cluster.paths.find(({ nodes }) => between?.every((name) => nodes.includes(name)))?.links.length ?? 0;
      if (between === undefined || index === undefined || index < 1 || index > links) return undefined;
      return { kind: action.kind, between, index };
    }
    case "cut-network":
    case "heal-network": {
      const network = nameOf(cluster.networks, action.network);
      return network === undefined ? undefined : { kind: action.kind, network };
    }
    case "partition": {
      const left = nodesOf(cluster, action.left);
      const right = nodesOf(cluster, action.right);
      return left === undefined || right === undefined ? undefined : { kind: "partition", left, right };
    }
    case "fail-domain":
    case "heal-domain": {
      const domain = nameOf(cluster.domains, action.domain);
      return domain === undefined ? undefined : { kind: action.kind, domain };
    }
    case "heal-all":
      return { kind: "heal-all" };
    case "heal":
      return healOf(cluster, action.name);
    case "lose-host":
    case "regain-host": {
      const node = nodeOf(cluster, action.node);
      if (action.host === undefined || (action.node !== undefined && node === undefined)) return undefined;
      return { kind: action.kind, host: action.host.value, node };
    }
    case "in-service":
    case "out-of-service":
    case "take-reservation":
    case "retstate":
    case "force-mirror": {
      const tag = tagOf(cluster, action.tag);
      const node = nodeOf(cluster, action.node);
      return tag === undefined || node === undefined ? undefined : { kind: action.kind, tag, node };
    }
    case "hold-reservation":
    case "break-mirror": {
      const tag = tagOf(cluster, action.tag);
      return tag === undefined ? undefined : { kind: action.kind, tag };
    }
    case "fail": {
      const tag = tagOf(cluster, action.tag);
      const node = nodeOf(cluster, action.node);
      if (tag === undefined || (action.node !== undefined && node === undefined)) return undefined;
      return { kind: "fail", tag, node, beyondLocalRecovery: action.beyondLocalRecovery };
    }
    case "timeout-check":
    case "fail-standby":
    case "fill":
    case "free": {
      const tag = tagOf(cluster, action.tag);
      const node = nodeOf(cluster, action.node);
      if (tag === undefined || (action.node !== undefined && node === undefined)) return undefined;
      return { kind: action.kind, tag, node };
    }
    case "refuse": {
      const tag = tagOf(cluster, action.tag);
      const node = nodeOf(cluster, action.node);
      const { operation } = action;
      return tag === undefined || node === undefined || operation === undefined
        ? undefined
        : { kind: "refuse", operation, tag, node };
    }
    case "confirm": {
      const node = nodeOf(cluster, action.node);
      return node === undefined || action.answer === undefined
        ? undefined
        : { kind: "confirm", node, answer: action.answer };
    }
    case "wait":
      return undefined;
    default:
      return unreachable(action, "an action that has no event");
  }
}

function nameOf(items: readonly { readonly name: string }[], word: Word | undefined): string | undefined {
  return items.find((item) => item.name === word?.value)?.name;
}

function nodeOf(cluster: Cluster, word: Word | undefined): string | undefined {
  return nameOf(cluster.nodes, word);
}

function tagOf(cluster: Cluster, word: Word | undefined): string | undefined {
  return nameOf(cluster.resources, word);
}

function nodesOf(cluster: Cluster, words: readonly Word[]): readonly string[] | undefined {
  const names = words.flatMap((word) => nodeOf(cluster, word) ?? []);
  return names.length === words.length && names.length > 0 ? names : undefined;
}

function pairOf(cluster: Cluster, left: Word | undefined, right: Word | undefined): Pair | undefined {
  const path = cluster.paths.find(
    ({ nodes }) =>
      nodes.includes(left?.value ?? "") && nodes.includes(right?.value ?? "") && left?.value !== right?.value,
  );
  return path === undefined || left === undefined || right === undefined ? undefined : [left.value, right.value];
}

/** A bare name heals what has it: nodes first, then networks, then failure domains. */
function healOf(cluster: Cluster, word: Word | undefined): OutsideEvent | undefined {
  const node = nodeOf(cluster, word);
  if (node !== undefined) return { kind: "heal-node", node };
  const network = nameOf(cluster.networks, word);
  if (network !== undefined) return { kind: "heal-network", network };
  const domain = nameOf(cluster.domains, word);
  return domain === undefined ? undefined : { kind: "heal-domain", domain };
}
