// What a witness-only node has no use for.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const useless: readonly string[] = ["shutdown", "confirm-failover", "block-resource-failover"];

export const witnessSettingWithoutEffect: Rule = {
  code: "witness-setting-without-effect",
  group: "nodes",
  title: { en: "A setting without effect on a witness-only node", ja: "Witness 専用ノードでは効果のない設定" },
  documentation: {
    what: {
      en: "`shutdown`, `confirm-failover` or `block-resource-failover` on a `witness`.",
      ja: "`witness` に `shutdown`、`confirm-failover`、`block-resource-failover` が書かれています。",
    },
    why: {
      en: "These settings govern a node's resources, and a witness-only node has none.",
      ja: "これらはノードのリソースの扱いを決める設定で、Witness 専用ノードにはリソースがありません。",
    },
    how: { en: "Remove the item.", ja: "項目を削除してください。" },
  },
  sources: ["QW9J", "SHUT941J", "CFB980"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, nodeItems, parsed }) {
    for (const node of cluster.nodes) {
      if (node.role !== "witness") continue;
      for (const item of nodeItems.get(node.name)?.items ?? []) {
        if (!useless.includes(item.kind)) continue;
        const place = { file: cluster.file, span: item.span };
        yield {
          place,
          message: {
            en: `\`${node.name}\` runs no resources, so \`${item.kind}\` has no effect on it.`,
            ja: `\`${node.name}\` はリソースを動かさないため、\`${item.kind}\` は効果がありません。`,
          },
          fixes: [fix({ en: "Remove it", ja: "削除する" }, [removedLine(parsed.text, place)], "certain")],
          tag: "unnecessary",
        };
      }
    }
  },
  fires: trio("", { w: "shutdown switchover" }),
  reports: `
    cluster.lk
    |   witness w { address 192.0.2.13 set WITNESS_MODE = none shutdown switchover }
    |                                                          ^^^^^^^^^^^^^^^^^^^ information: \`w\` runs no resources, so \`shutdown\` has no effect on it.
  `,
  silent: trio("", { a: "shutdown switchover" }),
};
