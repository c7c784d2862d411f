// Nodes that answer a loss of quorum differently.

import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const differentLossAction: Rule = {
  code: "different-loss-action",
  group: "agreement",
  title: { en: "Different loss actions on data nodes", ja: "データノードで異なる Quorum 喪失時の動作" },
  documentation: {
    what: {
      en: "`QUORUM_LOSS_ACTION` is not the same on all nodes that run resources.",
      ja: "リソースを動かすノードの間で `QUORUM_LOSS_ACTION` が一致していません。",
    },
    why: {
      en: "No source demands it. After a switchover, however, the cluster reacts to the same failure in another way.",
      ja: "一致を求める資料はありませんが、スイッチオーバー後に同じ障害への動作が変わってしまいます。",
    },
    how: {
      en: "Use one action, unless the difference is intended.",
      ja: "意図した違いでなければ、同じ動作にしてください。",
    },
  },
  sources: ["QW9J", "P132"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ configurations, parsed }) {
    const data = configurations.filter(({ nodes }) => nodes.some((node) => node.role === "node"));
    const [first, ...others] = data;
    for (const configuration of others) {
      const given = givenValue(configuration, "QUORUM_LOSS_ACTION");
      if (first === undefined || given === undefined) continue;
      const [own, theirs] = [configuration.quorum.lossAction, first.quorum.lossAction];
      if (own === theirs || configuration.quorum.quorumMode === "none") continue;
      const name = (nodes: typeof first.nodes) => listed(nodes.map((node) => node.name));
      yield {
        place: given.place,
        message: {
          en: `On a loss of quorum ${name(configuration.nodes).en} would run \`${own}\`, but ${name(first.nodes).en} would run \`${theirs}\`. Use one action, unless the difference is intended.`,
          ja: `Quorum を失ったときの動作が、${name(configuration.nodes).ja} では \`${own}\`、${name(first.nodes).ja} では \`${theirs}\` です。意図した違いでなければ、同じ動作にしてください。`,
        },
        fixes:
          given.origin === "set"
            ? [
                fix(
                  { en: "Remove this set", ja: "この set を削除する" },
                  [removedLine(parsed.text, given.place)],
                  "a choice",
                ),
              ]
            : [],
      };
    }
  },
  fires: trio("", { b: "set QUORUM_LOSS_ACTION = osu" }),
  reports: `
    cluster.lk
    |   node b { address 192.0.2.12 set QUORUM_LOSS_ACTION = osu }
    |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: On a loss of quorum \`b\` would run \`osu\`, but \`a\` would run \`fastkill\`. Use one action, unless the difference is intended.
  `,
  silent: trio("", { w: "set QUORUM_LOSS_ACTION = osu" }),
};
