// Block Resource Failover on every node.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { nodeSettingPlace } from "./settings.ts";

export const resourceFailoverBlocked: Rule = {
  code: "resource-failover-blocked",
  group: "nodes",
  title: { en: "No resource failure leads to a failover", ja: "リソース障害ではフェイルオーバーしない" },
  documentation: {
    what: {
      en: "Every node that runs resources has `block-resource-failover`.",
      ja: "リソースを動かすすべてのノードに `block-resource-failover` があります。",
    },
    why: {
      en: "The setting stops every failover that a failed resource on that node would cause. The failure of the whole node still causes one.",
      ja: "この設定は、そのノードのリソース障害によるフェイルオーバーをすべて止めます。ノード自体の障害ではフェイルオーバーします。",
    },
    how: { en: "Leave it if it is intended.", ja: "意図したものならそのままでかまいません。" },
  },
  sources: ["P301", "P239", "CFB980"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    const data = context.cluster.nodes.filter((node) => node.role === "node");
    const [first] = data;
    if (first === undefined || data.length < 2 || data.some((node) => !node.blockResourceFailover)) return;
    yield {
      place: nodeSettingPlace(context, first, "block-resource-failover"),
      message: {
        en: "All nodes block resource failover, so a failed resource stays where it is. Leave it if that is intended.",
        ja: "すべてのノードでリソースフェイルオーバーがブロックされており、障害になったリソースはほかのノードに移りません。意図したものならそのままでかまいません。",
      },
    };
  },
  fires: trio("", { a: "block-resource-failover", b: "block-resource-failover" }),
  reports: `
    cluster.lk
    |   node a { address 192.0.2.11 block-resource-failover }
    |                               ^^^^^^^^^^^^^^^^^^^^^^^ information: All nodes block resource failover, so a failed resource stays where it is. Leave it if that is intended.
  `,
  silent: trio("", { a: "block-resource-failover" }),
};
