// A serial line alone only tells whether the other node is alive.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const onlyTty: Rule = {
  code: "only-tty",
  group: "network",
  title: { en: "TTY as the only path", ja: "TTY パスだけの組" },
  documentation: {
    what: { en: "The only link between two nodes is a `tty`.", ja: "2 台のノードの間のリンクが `tty` だけです。" },
    why: {
      en: "A TTY path only tells whether the other server is alive; two TCP, or TCP and TTY, are the recommended pairs.",
      ja: "TTY パスは相手サーバーの生存を確認するだけのものです。推奨は TCP 2 本、または TCP と TTY の組み合わせです。",
    },
    how: { en: "Add a `tcp` link.", ja: "`tcp` リンクを追加してください。" },
  },
  sources: ["CHC951", "MAP941"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    for (const path of cluster.paths) {
      if (path.links.length > 0 && path.links.every((link) => link.kind === "tty"))
        yield {
          place: path.place,
          message: {
            en: `\`${path.nodes[0]}\` and \`${path.nodes[1]}\` have only a \`tty\` link, which only tells whether the other is alive. Add a \`tcp\` link.`,
            ja: `\`${path.nodes[0]}\` と \`${path.nodes[1]}\` の間は \`tty\` リンクだけで、相手の生存しか確認できません。\`tcp\` リンクを追加してください。`,
          },
        };
    }
  },
  fires: trio("", { pathAB: "path a <-> b { tty /dev/ttyS0 <-> /dev/ttyS0 }" }),
  reports: `
    cluster.lk
    |   path a <-> b { tty /dev/ttyS0 <-> /dev/ttyS0 }
    |   ^^^^^^^^^^^^ warning: \`a\` and \`b\` have only a \`tty\` link, which only tells whether the other is alive. Add a \`tcp\` link.
  `,
  silent: trio("", {
    pathAB:
      "path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1\n    tty /dev/ttyS0 <-> /dev/ttyS0\n  }",
  }),
};
