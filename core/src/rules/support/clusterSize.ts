// How many servers a cluster may have.

import { nodesMaxOfCluster } from "../../support/matrix.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const manyNodes = (count: number): string => {
  const names = Array.from({ length: count }, (_, index) => `n${index + 1}`);
  return `cluster many {\n  lifekeeper 9.9.0\n${names.map((name) => `  node ${name} {}\n`).join("")}}\n`;
};

export const clusterSize: Rule = {
  code: "cluster-size",
  group: "support",
  title: { en: "More nodes than a cluster may have", ja: "クラスターのノード数の上限" },
  documentation: {
    what: { en: "A cluster has at most 32 servers.", ja: "クラスターのサーバーは最大 32 台です。" },
    why: { en: "The product's technical notes give this limit.", ja: "製品のテクニカルノートに示された上限です。" },
    how: { en: "Split the cluster.", ja: "クラスターを分割してください。" },
  },
  sources: ["TN980", "TECH"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ cluster }) {
    const first = cluster.nodes[nodesMaxOfCluster];
    if (first === undefined) return;
    yield {
      place: first.place,
      message: {
        en: `A cluster has at most ${nodesMaxOfCluster} nodes; \`${first.name}\` is number ${nodesMaxOfCluster + 1}. Split the cluster.`,
        ja: `クラスターのノードは最大 ${nodesMaxOfCluster} 台です。\`${first.name}\` は ${nodesMaxOfCluster + 1} 台目です。クラスターを分割してください。`,
      },
    };
  },
  fires: { "cluster.lk": manyNodes(33) },
  reports: `
    cluster.lk
    |   node n33 {}
    |        ^^^ error: A cluster has at most 32 nodes; \`n33\` is number 33. Split the cluster.
  `,
  silent: trio(""),
};
