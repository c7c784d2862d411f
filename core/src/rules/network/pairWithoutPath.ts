// Every pair of nodes needs a communication path.

import type { ClusterNode } from "../../model/cluster.ts";
import { writtenName } from "../../model/names.ts";
import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { fix, insertedAfter } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const pairWithoutPath: Rule = {
  code: "pair-without-path",
  group: "network",
  title: { en: "Two nodes without a communication path", ja: "コミュニケーションパスのないノードの組" },
  documentation: {
    what: {
      en: "All nodes, witness-only nodes included, need communication paths with each other.",
      ja: "Witness 専用ノードを含むすべてのノードの間に、コミュニケーションパスが必要です。",
    },
    why: {
      en: "Two nodes without a path cannot tell whether the other is alive, cannot ask each other in a witness check, and cannot hand resources over.",
      ja: "パスのないノード同士は互いの生存を確認できず、Witness チェックの問い合わせもリソースの受け渡しもできません。",
    },
    how: { en: "Add a `path` between the two.", ja: "2 台のノードの間に `path` を追加してください。" },
  },
  sources: ["QW9J", "MAN-COMM"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const [index, right] of context.cluster.nodes.entries()) {
      const before = context.cluster.nodes.slice(0, index);
      const away = before.filter((left) => context.pathBetween(left.name, right.name) === undefined);
      if (away.length !== 0) yield missing(context, right, away);
    }
  },
  fires: (() => {
    const example = trio("");
    return { ...example, "cluster.lk": (example["cluster.lk"] ?? "").replace(/ {2}path b <-> w \{[^}]*\}\n/, "") };
  })(),
  reports: `
    cluster.lk
    |   witness w { address 192.0.2.13 set WITNESS_MODE = none }
    |           ^ error: \`w\` has no communication path to \`b\`. All nodes need paths to each other.
    |   node b { address 192.0.2.12 }
    |        - no path to this node
  `,
  silent: trio(""),
};

/** One finding a node: many missing pairs are one mistake. */
function missing(context: ClusterContext, right: ClusterNode, away: readonly ClusterNode[]): Finding {
  const names = listed(away.map((node) => node.name));
  const lines = away.map(
    (left) =>
      `path ${writtenName(left.name)} <-> ${writtenName(right.name)} { tcp ${writtenName(left.address)} <-> ${writtenName(right.address)} }`,
  );
  const items = context.parsed.tree.cluster?.items ?? [];
  const last = items.findLast((item) => item.kind === "path") ?? items.findLast((item) => item.kind === "node");
  return {
    place: right.place,
    message: {
      en: `\`${right.name}\` has no communication path to ${names.en}. All nodes need paths to each other.`,
      ja: `\`${right.name}\` と ${names.ja} の間にコミュニケーションパスがありません。すべてのノードの間にパスが必要です。`,
    },
    related: away.map((left) => ({
      ...left.place,
      message: { en: "no path to this node", ja: "このノードとのパスなし" },
    })),
    fixes:
      last === undefined
        ? []
        : [
            fix(
              { en: "Add a path over the nodes' addresses", ja: "ノードのアドレスを結ぶパスを追加する" },
              [insertedAfter(context, last.span, lines)],
              "a choice",
            ),
          ],
  };
}
