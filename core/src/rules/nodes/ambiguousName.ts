// One name for two kinds of things.

import type { Named } from "../../model/cluster.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const ambiguousName: Rule = {
  code: "ambiguous-name",
  group: "nodes",
  title: { en: "One name for two things", ja: "2 種類のものに同じ名前" },
  documentation: {
    what: {
      en: "A node, network, storage or host has a name that another kind has too.",
      ja: "ノード、ネットワーク、ストレージ、ホストのうち、種類の異なるものが同じ名前です。",
    },
    why: {
      en: "A `domain` lists its members by name only, and takes the node then. This concerns the cluster language, not LifeKeeper.",
      ja: "`domain` は名前だけでメンバーを並べるため、その場合はノードとみなされます。LifeKeeper ではなくクラスター言語についての指摘です。",
    },
    how: { en: "Rename one of the two.", ja: "どちらかの名前を変えてください。" },
  },
  sources: ["MAN-COMM"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    const seen = new Map<string, Named>();
    for (const named of [cluster.nodes, cluster.networks, cluster.storages, cluster.hosts].flat()) {
      const first = seen.get(named.name);
      if (first === undefined) {
        seen.set(named.name, named);
      } else {
        yield {
          place: named.place,
          message: {
            en: `\`${named.name}\` is also the name of something else, so a domain could mean either. Rename one of the two.`,
            ja: `\`${named.name}\` は別の種類のものの名前でもあり、障害ドメインでどちらを指すか紛らわしくなります。どちらかの名前を変えてください。`,
          },
          related: [{ ...first.place, message: { en: "the other one", ja: "もう一方" } }],
        };
      }
    }
  },
  fires: trio("network a"),
  reports: `
    cluster.lk
    |   network a
    |           ^ warning: \`a\` is also the name of something else, so a domain could mean either. Rename one of the two.
    |   node a { address 192.0.2.11 }
    |        - the other one
  `,
  silent: trio("domain a { office }"),
};
