// At most one serial line between two nodes.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const tcp = "    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n";

export const severalTty: Rule = {
  code: "several-tty",
  group: "network",
  title: { en: "More than one TTY path", ja: "複数の TTY パス" },
  documentation: {
    what: {
      en: "Two nodes may have one `tty` link at most; several `tcp` are allowed.",
      ja: "2 台のノードの間の `tty` リンクは 1 本までです。`tcp` は複数使えます。",
    },
    why: { en: "The manual allows one.", ja: "マニュアルで 1 本までとされています。" },
    how: { en: "Remove the others.", ja: "余分なリンクを削除してください。" },
  },
  sources: ["P150", "CHC951"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ cluster, parsed }) {
    for (const path of cluster.paths) {
      const [first, ...more] = path.links.filter((link) => link.kind === "tty");
      for (const link of more) {
        yield {
          place: link.place,
          message: {
            en: `\`${path.nodes[0]}\` and \`${path.nodes[1]}\` may have only one \`tty\` link, and this is a further one. Remove it.`,
            ja: `\`${path.nodes[0]}\` と \`${path.nodes[1]}\` の間の \`tty\` リンクは 1 本までです。余分なリンクを削除してください。`,
          },
          related: first === undefined ? [] : [{ ...first.place, message: { en: "the first one", ja: "1 本目" } }],
          fixes: [
            fix(
              { en: "Remove this link", ja: "このリンクを削除する" },
              [removedLine(parsed.text, link.place)],
              "a choice",
            ),
          ],
        };
      }
    }
  },
  fires: trio("", {
    pathAB: `path a <-> b {\n${tcp}    tty /dev/ttyS0 <-> /dev/ttyS0\n    tty /dev/ttyS1 <-> /dev/ttyS1\n  }`,
  }),
  reports: `
    cluster.lk
    |     tty /dev/ttyS1 <-> /dev/ttyS1
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`a\` and \`b\` may have only one \`tty\` link, and this is a further one. Remove it.
    |     tty /dev/ttyS0 <-> /dev/ttyS0
    |     ----------------------------- the first one
  `,
  silent: trio("", { pathAB: `path a <-> b {\n${tcp}    tty /dev/ttyS0 <-> /dev/ttyS0\n  }` }),
};
