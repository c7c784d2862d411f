// Quorum hosts behind the only network of the communication paths.

import { hostsQuorum, pair } from "../example.ts";
import type { Example, Rule } from "../rule.ts";
import { counted } from "../wording.ts";

const onOffice = "host gateway:443 on office\nhost dns1:53 on office\nhost dns2:53";

export const hostsShareNetwork: Rule = {
  code: "hosts-share-network",
  group: "network",
  title: { en: "Quorum hosts and paths on one network", ja: "パスと同じネットワークにある Quorum ホスト" },
  documentation: {
    what: {
      en: "At least half of the hosts in `QUORUM_HOSTS` are on one network, and a communication path runs only over that network.",
      ja: "`QUORUM_HOSTS` の半数以上が 1 つのネットワークにあり、そのネットワークだけを通るコミュニケーションパスがあります。",
    },
    why: {
      en: "The hosts should be apart from the communication paths. When that network fails, a node loses the other node and its quorum at the same time: every node takes the loss action.",
      ja: "ホストはコミュニケーションパスから独立しているべきです。そのネットワークの障害で、ノードは相手と Quorum を同時に失い、すべてのノードが Quorum 喪失時の動作を行います。",
    },
    how: {
      en: "Spread the hosts over several networks, or add a path over another one.",
      ja: "ホストを複数のネットワークに分けるか、別のネットワークを通るパスを追加してください。",
    },
  },
  sources: ["P130", "TCP940J"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, configurations }) {
    const hosts = new Map(cluster.hosts.map((host) => [host.name, host]));
    for (const { quorum } of configurations) {
      if (quorum.quorumMode !== "tcp_remote") continue;
      for (const { name } of cluster.networks) {
        const lost = quorum.quorumHosts
          .flatMap((host) => hosts.get(host) ?? [])
          .filter(({ network }) => network === name);
        const [first] = lost;
        if (first === undefined || lost.length * 2 < quorum.quorumHosts.length) continue;
        const path = cluster.paths.find(
          ({ links }) => links.length > 0 && links.every((link) => link.network === name),
        );
        if (path === undefined) continue;
        const [a, b] = path.nodes;
        const total = quorum.quorumHosts.length;
        yield {
          place: first.place,
          message: {
            en: `Without \`${name}\`, \`${a}\` and \`${b}\` lose each other and ${lost.length} of ${counted(total, "host")}: both lose quorum. Use another network for some of the hosts.`,
            ja: `\`${name}\` が失われると、\`${a}\` と \`${b}\` は互いの通信と、ホスト ${total} 台中 ${lost.length} 台を失い、どちらも Quorum を失います。ホストの一部を別のネットワークにしてください。`,
          },
        };
      }
    }
  },
  fires: onePath(onOffice, hostsQuorum.replace("dns2:53", "dns2:53,dns3:53")),
  reports: `
    cluster.lk
    |   host gateway:443 on office
    |        ^^^^^^^^^^^ information: Without \`office\`, \`a\` and \`b\` lose each other and 2 of 4 hosts: both lose quorum. Use another network for some of the hosts.
  `,
  silent: pair(hostsQuorum, { extra: onOffice }),
};

function onePath(extra: string, quorum = hostsQuorum): Example {
  const example = pair(quorum, { extra });
  return { ...example, "cluster.lk": (example["cluster.lk"] ?? "").replace("on private", "on office") };
}
