// A cluster of nobody.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const clusterWithoutNodes: Rule = {
  code: "cluster-without-nodes",
  group: "nodes",
  title: { en: "A cluster without nodes", ja: "ノードのないクラスター" },
  documentation: {
    what: { en: "The cluster has no `node`, or only one.", ja: "クラスターに `node` がないか、1 つしかありません。" },
    why: {
      en: "With fewer than two nodes nothing can fail over.",
      ja: "ノードが 2 つ以上ないとフェイルオーバーできません。",
    },
    how: { en: "Describe the nodes: `node NAME { … }`.", ja: "`node NAME { … }` でノードを書いてください。" },
  },
  sources: ["TN980", "SRV990"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  check({ cluster }) {
    const data = cluster.nodes.filter((node) => node.role === "node");
    if (data.length > 1) return [];
    return [
      {
        place: cluster.place,
        message:
          data.length === 0
            ? {
                en: "This cluster has no nodes that could run resources.",
                ja: "リソースを動かせるノードがありません。",
              }
            : {
                en: "This cluster has one node that can run resources; nothing can fail over.",
                ja: "リソースを動かせるノードが 1 つだけなので、フェイルオーバーできません。",
              },
      },
    ];
  },
  fires: { "cluster.lk": "cluster example {\n  lifekeeper 9.9.0\n}\n" },
  silent: trio(""),
};
