// Block Resource Failover on every node.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const resourceFailoverBlocked: Rule = {
  code: "resource-failover-blocked",
  group: "nodes",
  title: { en: "Resource failures move nothing anywhere", ja: "リソース障害ではどこにも切り替わらない" },
  documentation: {
    what: {
      en: "Every node that runs resources has `block-resource-failover`.",
      ja: "リソースを動かすすべてのノードに `block-resource-failover` があります。",
    },
    why: {
      en: "The setting stops every transfer caused by a failed resource on that node. The failure of a whole node is another matter and still fails over.",
      ja: "この設定は、そのノードのリソース障害による切り替えをすべて止めます。ノード自体の障害は別で、フェイルオーバーします。",
    },
    how: { en: "Leave it if it is meant.", ja: "意図したものならそのままでかまいません。" },
  },
  sources: ["P301", "P239", "CFB980"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  check({ cluster }) {
    const data = cluster.nodes.filter((node) => node.role === "node");
    const [first] = data;
    if (first === undefined || data.length < 2 || data.some((node) => !node.blockResourceFailover)) return [];
    return [
      {
        place: first.place,
        message: {
          en: "All nodes block resource failover: a failed resource stays down wherever it fails.",
          ja: "すべてのノードでリソースのフェイルオーバーがブロックされており、障害になったリソースはどこにも切り替わりません。",
        },
      },
    ];
  },
  fires: trio("", { a: "block-resource-failover", b: "block-resource-failover" }),
  silent: trio("", { a: "block-resource-failover" }),
};
