// A witness that fails with the node it should watch.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const witnessInNodeDomain: Rule = {
  code: "witness-in-node-domain",
  group: "network",
  title: { en: "A witness in the failure domain of a node", ja: "ノードと同じ障害ドメインにある Witness" },
  documentation: {
    what: {
      en: "A witness-only node is in one `domain` with a node that runs resources.",
      ja: "Witness 専用ノードが、リソースを動かすノードと同じ `domain` にあります。",
    },
    why: {
      en: "When the domain fails, two of three votes are lost, and the last node has no quorum. The witness should stand at another site.",
      ja: "障害ドメインごと失われると 3 票のうち 2 票がなくなり、残ったノードは Quorum を得られません。Witness は別のサイトに置くべきとされています。",
    },
    how: { en: "Put the witness into a domain of its own.", ja: "Witness を別の障害ドメインに置いてください。" },
  },
  sources: ["P126"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster, nodes }) {
    for (const domain of cluster.domains) {
      const members = domain.members.flatMap((member) => {
        const node = member.kind === "node" ? nodes.get(member.name) : undefined;
        return node === undefined ? [] : [{ node, place: member.place }];
      });
      const data = members.filter(({ node }) => node.role === "node").map(({ node }) => node.name);
      if (data.length === 0) continue;
      for (const { node, place } of members) {
        if (node.role !== "witness") continue;
        yield {
          place,
          message: {
            en: `\`${node.name}\` fails together with ${listed(data).en}. Put the witness at another site, apart from the nodes.`,
            ja: `\`${node.name}\` は ${listed(data).ja} と同時に失われます。Witness はノードとは別の場所に置いてください。`,
          },
        };
      }
    }
  },
  fires: trio("domain rack-1 { a, w }"),
  reports: `
    cluster.lk
    |   domain rack-1 { a, w }
    |                      ^ warning: \`w\` fails together with \`a\`. Put the witness at another site, apart from the nodes.
  `,
  silent: trio("domain rack-1 { a, office }\ndomain rack-2 { w }"),
};
