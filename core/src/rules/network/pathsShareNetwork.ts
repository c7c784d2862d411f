// Two links that one switch cuts are one path.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { isCloud } from "./places.ts";

export const pathsShareNetwork: Rule = {
  code: "paths-share-network",
  group: "network",
  title: { en: "All links on one network", ja: "すべてのリンクが同じネットワーク" },
  documentation: {
    what: {
      en: "The links between two nodes are all on one network.",
      ja: "2 台のノードの間のリンクが、すべて同じネットワーク上にあります。",
    },
    why: {
      en: "The second path exists for the case that a network fails. Separate subnets are recommended.",
      ja: "2 本目のパスはネットワーク障害に備えるものです。別々のサブネットが推奨されています。",
    },
    how: { en: "Move one link to another network.", ja: "1 本を別のネットワークに移してください。" },
  },
  sources: ["MAP941", "SRV990"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    for (const path of cluster.paths) {
      const [first, ...others] = path.links;
      if (first?.network === undefined || others.length === 0 || isCloud(cluster.platform)) continue;
      if (others.some((link) => link.network !== first.network)) continue;
      yield {
        place: path.place,
        message: {
          en: `All links between \`${path.nodes[0]}\` and \`${path.nodes[1]}\` are on \`${first.network}\`; when it fails, they all fail. Move one link to another network.`,
          ja: `\`${path.nodes[0]}\` と \`${path.nodes[1]}\` の間のリンクがすべて \`${first.network}\` 上にあり、その障害ですべて切れます。1 本を別のネットワークに移してください。`,
        },
        related: others.map((link) => ({
          ...link.place,
          message: { en: "on the same network", ja: "同じネットワーク" },
        })),
      };
    }
  },
  fires: trio("", {
    pathAB:
      "path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n    tcp 198.51.100.21 <-> 198.51.100.22 on private priority 2\n  }",
  }),
  reports: `
    cluster.lk
    |   path a <-> b {
    |   ^^^^^^^^^^^^ warning: All links between \`a\` and \`b\` are on \`private\`; when it fails, they all fail. Move one link to another network.
    |     tcp 198.51.100.21 <-> 198.51.100.22 on private priority 2
    |     --------------------------------------------------------- on the same network
  `,
  silent: trio(""),
};
