// Where STONITH is in the vendor's table.

import { platformsOf } from "../../support/matrix.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";
import { nodeSettingPlace } from "./settings.ts";

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
  *check(context) {
    const { cluster, parsed } = context;
    const platforms = platformsOf("stonith");
    if (platforms.includes(cluster.platform)) return;
    const places = cluster.nodes
      .filter((node) => node.stonith)
      .map((node) => nodeSettingPlace(context, node, "stonith"));
    for (const place of places) {
      yield {
        place,
        message: {
          en: `The vendor's table names STONITH for ${listed(platforms).en}, not for \`${cluster.platform}\`.`,
          ja: `ベンダーの表で STONITH が挙げられているのは ${listed(platforms).ja} で、\`${cluster.platform}\` はありません。`,
        },
        fixes: [fix({ en: "Remove stonith", ja: "stonith を削除する" }, [removedLine(parsed.text, place)], "a choice")],
      };
    }
  },
  fires: trio("", { platform: "gcp", a: "stonith" }),
  reports: `
    cluster.lk
    |   node a { address 192.0.2.11 stonith }
    |                               ^^^^^^^ warning: The vendor's table names STONITH for \`physical\`, \`vmware\`, \`aws\` and \`azure\`, not for \`gcp\`.
  `,
  silent: trio("", { platform: "aws", a: "stonith" }),
};
