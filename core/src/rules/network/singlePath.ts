// One path is one failure away from COMM_DOWN.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { isCloud } from "./places.ts";

export const singlePath: Rule = {
  code: "single-path",
  group: "network",
  title: { en: "Only one link between two nodes", ja: "ノード間のコミュニケーションパスが 1 本だけ" },
  documentation: {
    what: {
      en: "Two nodes should have two or more links, ideally two `tcp` links on separate subnets, one of them private. In a cloud one link is acceptable.",
      ja: "ノード間のリンクは 2 本以上にします。別々のサブネットの `tcp` 2 本（1 本は専用線）が推奨です。クラウドでは 1 本でもかまいません。",
    },
    why: {
      en: "When the last path between two nodes is dead, LifeKeeper treats the other node as failed. With one path, a single cable can cause a failover.",
      ja: "最後のパスが切れると、LifeKeeper は相手ノードの障害とみなします。1 本では、ケーブル 1 本の障害でフェイルオーバーが起きます。",
    },
    how: { en: "Add a second link on another network.", ja: "別のネットワークに 2 本目のリンクを追加してください。" },
  },
  sources: ["MAP941", "CHC951", "SRV990"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    if (isCloud(cluster.platform)) return;
    for (const path of cluster.paths) {
      if (path.links.length === 1 && path.links[0]?.kind === "tcp")
        yield {
          place: path.place,
          message: {
            en: `\`${path.nodes[0]}\` and \`${path.nodes[1]}\` have only one link. At least two on separate networks are recommended.`,
            ja: `\`${path.nodes[0]}\` と \`${path.nodes[1]}\` の間のリンクが 1 本だけです。別々のネットワークで 2 本以上にすることが推奨されています。`,
          },
        };
    }
  },
  fires: trio("", { pathAB: "path a <-> b { tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1 }" }),
  reports: `
    cluster.lk
    |   path a <-> b { tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1 }
    |   ^^^^^^^^^^^^ warning: \`a\` and \`b\` have only one link. At least two on separate networks are recommended.
  `,
  silent: trio("", {
    platform: "aws",
    pathAB: "path a <-> b { tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1 }",
  }),
};
