// A cluster of nobody.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const clusterWithoutNodes: Rule = {
  code: "cluster-without-nodes",
  group: "nodes",
  title: { en: "A cluster without nodes", ja: "ノードのないクラスター" },
  documentation: {
    what: { en: "The cluster has no `node`, or only one.", ja: "クラスターに `node` がないか、1 台しかありません。" },
    why: {
      en: "With fewer than two nodes nothing can fail over.",
      ja: "ノードが 2 台以上ないとフェイルオーバーできません。",
    },
    how: { en: "Describe the nodes: `node NAME { … }`.", ja: "`node NAME { … }` でノードを書いてください。" },
  },
  sources: ["TN980", "SRV990"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    const data = cluster.nodes.filter((node) => node.role === "node");
    if (data.length > 1) return;
    yield {
      place: cluster.place,
      message:
        data.length === 0
          ? {
              en: "This cluster has no node that can run resources. Add `node NAME { … }`.",
              ja: "リソースを動かせるノードがありません。`node NAME { … }` を追加してください。",
            }
          : {
              en: "This cluster has only one node that can run resources, so nothing can fail over. Add another `node`.",
              ja: "リソースを動かせるノードが 1 台だけなので、フェイルオーバーできません。`node` を追加してください。",
            },
    };
  },
  fires: { "cluster.lk": "cluster example {\n  lifekeeper 9.9.0\n}\n" },
  reports: `
    cluster.lk
    | cluster example {
    |         ^^^^^^^ warning: This cluster has no node that can run resources. Add \`node NAME { … }\`.
  `,
  silent: trio(""),
};
