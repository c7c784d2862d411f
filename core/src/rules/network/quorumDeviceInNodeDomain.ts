// A quorum storage or host that fails with the node that needs it.

import { hostsQuorum, pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const quorumDeviceInNodeDomain: Rule = {
  code: "quorum-device-in-node-domain",
  group: "network",
  title: {
    en: "A quorum device in the failure domain of a node",
    ja: "ノードと同じ障害ドメインにある Quorum デバイス",
  },
  documentation: {
    what: {
      en: "A `storage` or `host` that decides about quorum is in one `domain` with a node that runs resources.",
      ja: "Quorum の判断に使う `storage` や `host` が、リソースを動かすノードと同じ `domain` にあります。",
    },
    why: {
      en: "When the domain fails, the node is lost, and so is what the other node would ask. Choose storage that every node can always reach, and hosts apart from the communication paths.",
      ja: "障害ドメインごと失われると、残ったノードが判断に使うものも同時に失われます。ストレージは常にすべてのノードから使えるもの、ホストはコミュニケーションパスから独立したものを選びます。",
    },
    how: { en: "Put it into a domain of its own.", ja: "別の障害ドメインに置いてください。" },
  },
  sources: ["STO981J", "P126", "P130"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, nodes, configurations }) {
    const isStorage = configurations.some(({ quorum }) => quorum.quorumMode === "storage");
    const asked = new Set(
      configurations
        .filter(({ quorum }) => quorum.quorumMode === "tcp_remote")
        .flatMap(({ quorum }) => quorum.quorumHosts),
    );
    for (const { members } of cluster.domains) {
      const data = members
        .filter((member) => member.kind === "node" && nodes.get(member.name)?.role === "node")
        .map((member) => member.name);
      if (data.length === 0) continue;
      for (const member of members) {
        if ((member.kind === "storage" && isStorage) || (member.kind === "host" && asked.has(member.name)))
          yield {
            place: member.place,
            message: {
              en: `\`${member.name}\` fails together with ${listed(data).en}, exactly when the other nodes need it for quorum. Put it into a domain of its own.`,
              ja: `\`${member.name}\` は ${listed(data).ja} と同時に失われるため、ほかのノードが Quorum の判断に必要とするときに使えません。別の障害ドメインに置いてください。`,
            },
          };
      }
    }
  },
  fires: pair(storageQuorum, { extra: "storage quorum-disk\ndomain rack-1 { a, quorum-disk }" }),
  reports: `
    cluster.lk
    |   domain rack-1 { a, quorum-disk }
    |                      ^^^^^^^^^^^ warning: \`quorum-disk\` fails together with \`a\`, exactly when the other nodes need it for quorum. Put it into a domain of its own.
  `,
  silent: pair(hostsQuorum, { extra: "host gateway:443\ndomain rack-1 { a }\ndomain rack-2 { gateway:443 }" }),
};
