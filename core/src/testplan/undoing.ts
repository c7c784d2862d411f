// How a tester takes back on the real machines what a test broke.

import type { Cluster } from "../model/cluster.ts";
import type { OutsideEvent } from "../simulate/event.ts";
import { inWords, mendingOf } from "./interfaces.ts";
import type { Operation } from "./plan.ts";

/** `returning` are the nodes that are powered on afterwards anyway. */
export function undoingOperations(
  cluster: Cluster,
  event: OutsideEvent,
  returning: ReadonlySet<string>,
): readonly Operation[] {
  switch (event.kind) {
    case "isolate":
      return mendingOf(cluster, { node: event.node }, returning);
    case "cut-pair":
      return mendingOf(cluster, { between: event.between, index: undefined }, returning);
    case "cut-link":
      return mendingOf(cluster, { between: event.between, index: event.index }, returning);
    case "cut-network":
      return [
        inWords(undefined, {
          en: `Restore the network ${event.network}.`,
          ja: `ネットワーク ${event.network} を復旧する。`,
        }),
      ];
    case "fail-domain":
      return domainRestored(cluster, event.domain);
    case "lose-storage":
      return [inWords(event.node, { en: "Attach the quorum storage again.", ja: "Quorum ストレージを再び接続する。" })];
    case "lose-host":
      return [
        inWords(event.node, {
          en: `Make ${event.host} reachable again.`,
          ja: `${event.host} に再び接続できるようにする。`,
        }),
      ];
    case "fail":
      return event.beyondLocalRecovery
        ? [
            inWords(event.node, {
              en: `Undo what made ${event.tag} fail, so that it can start here again.`,
              ja: `${event.tag} の障害の原因を取り除き、このノードで再び起動できる状態に戻す。`,
            }),
          ]
        : [];
    default:
      return [];
  }
}

/** Its nodes are not among them: whoever is off is powered on in a step of its own. */
function domainRestored({ domains }: Cluster, domain: string): readonly Operation[] {
  const members = domains.find(({ name }) => name === domain)?.members ?? [];
  const names = members.filter(({ kind }) => kind !== "node").map(({ name }) => name);
  if (names.length === 0) return [];
  return [inWords(undefined, { en: `Restore ${names.join(", ")}.`, ja: `${names.join("、")} を復旧する。` })];
}
