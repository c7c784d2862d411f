// A quorum storage behind the only network of the communication paths.

import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageSharesNetwork: Rule = {
  code: "storage-shares-network",
  group: "storage",
  title: { en: "Quorum storage and paths on one network", ja: "パスと同じネットワークにある Quorum ストレージ" },
  documentation: {
    what: {
      en: "The quorum storage is reached over only one network, and at least one communication path runs only over that network.",
      ja: "Quorum のストレージに到達するネットワークが 1 つだけで、そのネットワークだけを通るコミュニケーションパスがあります。",
    },
    why: {
      en: "When that network fails, a node loses the other node and the storage at the same time, and with the storage its quorum: every node takes the loss action.",
      ja: "そのネットワークの障害で、ノードは相手とストレージを同時に失います。ストレージを失うと Quorum もなくなるため、すべてのノードが Quorum 喪失時の動作を行います。",
    },
    how: {
      en: "Reach the storage over its own network, or add a path over another one.",
      ja: "ストレージに別のネットワークで到達できるようにするか、別のネットワークを通るパスを追加してください。",
    },
  },
  sources: ["STO981J", "STO951", "MAP941"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, configurations }) {
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "storage")) return;
    for (const { name, networks, place } of cluster.storages) {
      const [network] = networks;
      if (network === undefined || networks.length > 1) continue;
      const path = cluster.paths.find(
        ({ links }) => links.length > 0 && links.every((link) => link.network === network),
      );
      if (path === undefined) continue;
      const [a, b] = path.nodes;
      yield {
        place,
        message: {
          en: `Without \`${network}\`, \`${a}\` and \`${b}\` cannot reach each other and no node reaches \`${name}\`: all lose quorum. Use another network for one of the two.`,
          ja: `\`${network}\` が失われると、\`${a}\` と \`${b}\` の通信も \`${name}\` への到達もできず、すべてのノードが Quorum を失います。どちらかに別のネットワークを使ってください。`,
        },
      };
    }
  },
  fires: {
    ...pair(storageQuorum),
    "cluster.lk": (pair(storageQuorum, { extra: "storage quorum-disk { on office }" })["cluster.lk"] ?? "").replace(
      "on private",
      "on office",
    ),
  },
  reports: `
    cluster.lk
    |   storage quorum-disk { on office }
    |           ^^^^^^^^^^^ information: Without \`office\`, \`a\` and \`b\` cannot reach each other and no node reaches \`quorum-disk\`: all lose quorum. Use another network for one of the two.
  `,
  silent: pair(storageQuorum, { extra: "storage quorum-disk { on office }" }),
};
