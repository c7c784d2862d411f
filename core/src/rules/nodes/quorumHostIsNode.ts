// A cluster node as a host of the quorum check.

import { givenValue } from "../context.ts";
import { hostsQuorum, pair } from "../example.ts";
import { entryPlace } from "../parameters/listEntry.ts";
import type { Rule } from "../rule.ts";

export const quorumHostIsNode: Rule = {
  code: "quorum-host-is-node",
  group: "nodes",
  title: { en: "A cluster node in QUORUM_HOSTS", ja: "QUORUM_HOSTS にクラスターのノード" },
  documentation: {
    what: {
      en: "`QUORUM_HOSTS` names a node of the cluster, by name or by an address of its links.",
      ja: "`QUORUM_HOSTS` に、クラスターのノードの名前またはリンクのアドレスが書かれています。",
    },
    why: {
      en: "The hosts should be apart from the communication paths. A node always reaches itself, and its failure takes a vote away exactly when it is needed.",
      ja: "ホストはコミュニケーションパスから独立しているべきです。ノードは自分自身には必ず接続でき、そのノードの障害時には票が 1 つ失われます。",
    },
    how: {
      en: "Use hosts outside the cluster, such as gateways.",
      ja: "ゲートウェイなど、クラスターの外のホストを使ってください。",
    },
  },
  sources: ["P130", "TCP940J"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const { cluster, configurations } = context;
    const owners = new Map<string, string>();
    for (const node of cluster.nodes) owners.set(node.name, node.name).set(node.address, node.name);
    for (const { nodes, links } of cluster.paths) {
      for (const { ends } of links) owners.set(ends[0], nodes[0]).set(ends[1], nodes[1]);
    }
    for (const configuration of configurations) {
      const given = givenValue(configuration, "QUORUM_HOSTS");
      if (given === undefined || configuration.quorum.quorumMode !== "tcp_remote") continue;
      for (const host of configuration.quorum.quorumHosts) {
        const name = host.slice(0, host.lastIndexOf(":"));
        if (isLoopback(name)) {
          yield {
            place: entryPlace(context, given.valuePlace, host),
            message: {
              en: `\`${host}\` is the asking node itself, which always answers. Use hosts that are apart from the nodes and their paths.`,
              ja: `\`${host}\` は問い合わせるノード自身で、必ず応答します。ノードやパスから独立したホストを使ってください。`,
            },
          };
          continue;
        }
        const owner = owners.get(name);
        if (owner === undefined) continue;
        yield {
          place: entryPlace(context, given.valuePlace, host),
          message: {
            en: `\`${host}\` is the cluster node \`${owner}\`. Use hosts that are apart from the nodes and their paths.`,
            ja: `\`${host}\` はクラスターのノード \`${owner}\` です。ノードやパスから独立したホストを使ってください。`,
          },
        };
      }
    }
  },
  fires: pair(hostsQuorum.replace("dns1:53,dns2:53", "localhost:22,b:22")),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=gateway:443,localhost:22,b:22
    |                          ^^^^^^^^^^^^ warning: \`localhost:22\` is the asking node itself, which always answers. Use hosts that are apart from the nodes and their paths.
    | QUORUM_HOSTS=gateway:443,localhost:22,b:22
    |                                       ^^^^ warning: \`b:22\` is the cluster node \`b\`. Use hosts that are apart from the nodes and their paths.
  `,
  silent: pair(hostsQuorum),
};

function isLoopback(host: string): boolean {
  return host === "localhost" || host.startsWith("localhost.") || host.startsWith("127.") || /^\[?::1\]?$/.test(host);
}
