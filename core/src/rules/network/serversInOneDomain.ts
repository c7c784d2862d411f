// All servers of a hierarchy in one failure domain.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

const app = "resource app gen/app {\n  servers a 1, b 10\n}";

export const serversInOneDomain: Rule = {
  code: "servers-in-one-domain",
  group: "network",
  title: { en: "All servers of a hierarchy in one failure domain", ja: "同じ障害ドメインにある全サーバー" },
  documentation: {
    what: {
      en: "All nodes that can run a hierarchy are in one `domain`, and other nodes of the cluster are not.",
      ja: "リソース階層を動かせるノードがすべて同じ `domain` にあり、クラスターのほかのノードはその外にあります。",
    },
    why: {
      en: "When the domain fails, no server is left: two virtual machines on one host, or in one availability zone, protect against less than they seem to.",
      ja: "その障害ドメインごと失われると、動かせるノードがなくなります。1 台の物理ホストや 1 つのアベイラビリティーゾーンに置いた 2 台の仮想マシンでは、見かけほどの保護になりません。",
    },
    how: { en: "Put one of the servers elsewhere.", ja: "いずれかのサーバーを別の場所に置いてください。" },
  },
  sources: ["CHC951", "P126"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, roots }) {
    for (const domain of cluster.domains) {
      const inside = domain.members.filter(({ kind }) => kind === "node").map(({ name }) => name);
      // A domain of everything is the site of the whole cluster.
      if (cluster.nodes.every(({ name }) => inside.includes(name))) continue;
      const lost = roots.filter(
        ({ servers }) => servers.length > 1 && servers.every(({ node }) => inside.includes(node)),
      );
      const [first] = lost;
      if (first === undefined) continue;
      const names = first.servers.map(({ node }) => node);
      yield {
        place: domain.place,
        message: {
          en: `${listed(names).en} fail together, and nothing else can run \`${first.name}\`. Put one of them elsewhere.`,
          ja: `${listed(names).ja} は同時に失われ、\`${first.name}\` を動かせるノードがなくなります。いずれかを別の場所に置いてください。`,
        },
      };
    }
  },
  fires: trio(`domain host-1 { a, b }\n${app}`),
  reports: `
    cluster.lk
    |   domain host-1 { a, b }
    |          ^^^^^^ information: \`a\` and \`b\` fail together, and nothing else can run \`app\`. Put one of them elsewhere.
  `,
  silent: trio(`domain host-1 { a }\ndomain host-2 { b }\n${app}`),
};
