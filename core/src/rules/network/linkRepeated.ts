// Two links that are one.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const linkRepeated: Rule = {
  code: "link-repeated",
  group: "network",
  title: { en: "The same link twice", ja: "同じリンクの重複" },
  documentation: {
    what: {
      en: "Two links of a pair have the same two ends.",
      ja: "同じノードの組に、両端が同じリンクが 2 本あります。",
    },
    why: {
      en: "They share the cable, the card and the switch, so there is only one path where two were intended. This is our conclusion.",
      ja: "ケーブルもカードもスイッチも共有するため、2 本のつもりでも実質的に 1 本のパスです。本製品の推論です。",
    },
    how: {
      en: "Use other addresses for the second link, or remove it.",
      ja: "2 本目には別のアドレスを使うか、削除してください。",
    },
  },
  sources: ["MAP941", "P150"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    for (const { links, nodes } of cluster.paths) {
      for (const [index, link] of links.entries()) {
        const first = links
          .slice(0, index)
          .find(
            (other) => other.kind === link.kind && other.ends[0] === link.ends[0] && other.ends[1] === link.ends[1],
          );
        if (first === undefined) continue;
        yield {
          place: link.place,
          message: {
            en: `\`${nodes[0]}\` and \`${nodes[1]}\` already have a link between \`${link.ends[0]}\` and \`${link.ends[1]}\`. Use other addresses, or remove it.`,
            ja: `\`${nodes[0]}\` と \`${nodes[1]}\` の間には、\`${link.ends[0]}\` と \`${link.ends[1]}\` を結ぶリンクがすでにあります。別のアドレスを使うか、削除してください。`,
          },
          related: [{ ...first.place, message: { en: "the same link", ja: "同じリンク" } }],
        };
      }
    }
  },
  fires: trio("", {
    pathAB:
      "path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n    tcp 198.51.100.11 <-> 198.51.100.12 on office priority 2\n  }",
  }),
  reports: `
    cluster.lk
    |     tcp 198.51.100.11 <-> 198.51.100.12 on office priority 2
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`a\` and \`b\` already have a link between \`198.51.100.11\` and \`198.51.100.12\`. Use other addresses, or remove it.
    |     tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1
    |     --------------------------------------------------------- the same link
  `,
  silent: trio(""),
};
