// Where STONITH is in the vendor's table.

import { platformsOf } from "../../support/matrix.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const stonithPlatform: Rule = {
  code: "stonith-platform",
  group: "nodes",
  title: { en: "STONITH on a platform that the table does not name", ja: "表にないプラットフォームでの STONITH" },
  documentation: {
    what: {
      en: "The vendor's table names STONITH for physical servers, VMware, AWS and Azure.",
      ja: "ベンダーの表で STONITH が挙げられているのは、物理サーバー、VMware、AWS、Azure です。",
    },
    why: {
      en: "We conclude from its absence that it is not supported elsewhere.",
      ja: "ほかでサポートされないことは、記載がないことからの推論です。",
    },
    how: { en: "Use quorum there.", ja: "Quorum を使ってください。" },
  },
  sources: ["KB-PLAT", "STONITH961"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  check({ cluster, nodeItems, parsed }) {
    const platforms = platformsOf("stonith");
    if (platforms.includes(cluster.platform)) return [];
    return cluster.nodes
      .filter((node) => node.stonith)
      .map((node) => ({
        place: node.place,
        message: {
          en: `The vendor's table names STONITH for ${listed(platforms).en}, not for \`${cluster.platform}\`.`,
          ja: `ベンダーの表で STONITH が挙げられているのは ${listed(platforms).ja} で、\`${cluster.platform}\` はありません。`,
        },
        fixes: (nodeItems.get(node.name)?.items ?? [])
          .filter((item) => item.kind === "stonith")
          .map((item) =>
            fix(
              { en: "Remove stonith", ja: "stonith を削除する" },
              [removedLine(parsed.text, { file: parsed.file, span: item.span })],
              "a choice",
            ),
          ),
      }));
  },
  fires: trio("", { platform: "gcp", a: "stonith" }),
  silent: trio("", { platform: "aws", a: "stonith" }),
};
