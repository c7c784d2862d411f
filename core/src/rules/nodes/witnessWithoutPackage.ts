// A witness-only node is nothing without the package that asks it.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const witnessWithoutPackage: Rule = {
  code: "witness-without-package",
  group: "nodes",
  title: { en: "A witness without the Quorum/Witness package", ja: "Quorum/Witness パッケージのない Witness" },
  documentation: {
    what: {
      en: "The cluster says `quorum-package none` and has a `witness`.",
      ja: "`quorum-package none` のクラスターに `witness` があります。",
    },
    why: {
      en: "The package must be on every node of the cluster, witness-only nodes included. Without it no node asks the witness.",
      ja: "パッケージは Witness 専用ノードを含むすべてのノードに必要です。パッケージがなければ、Witness への問い合わせは行われません。",
    },
    how: {
      en: "Install the package and remove the item, or remove the witness.",
      ja: "パッケージをインストールしてこの項目を削除するか、Witness を削除してください。",
    },
  },
  sources: ["QW9J", "P128"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ cluster }) {
    if (cluster.quorumPackage) return;
    for (const node of cluster.nodes) {
      if (node.role !== "witness") continue;
      yield {
        place: node.place,
        message: {
          en: `No node asks the witness \`${node.name}\`, because the cluster says \`quorum-package none\`.`,
          ja: `\`quorum-package none\` のため、Witness の \`${node.name}\` への問い合わせは行われません。`,
        },
      };
    }
  },
  fires: { "cluster.lk": (trio("quorum-package none")["cluster.lk"] ?? "").replace('  defaults "LifeKeeper"\n', "") },
  reports: `
    cluster.lk
    |   witness w { address 192.0.2.13 set WITNESS_MODE = none }
    |           ^ error: No node asks the witness \`w\`, because the cluster says \`quorum-package none\`.
  `,
  silent: trio("quorum-package installed"),
};
