// Every pair of nodes needs a communication path.

import { trio } from "../example.ts";
import type { Finding, Rule } from "../rule.ts";

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
      en: "Two nodes without a path cannot see each other alive, cannot be asked for a witness check, and cannot hand resources over.",
      ja: "パスのないノード同士は互いの生存を確認できず、Witness チェックの問い合わせもリソースの受け渡しもできません。",
    },
    how: { en: "Add a `path` between the two.", ja: "2 つのノードの間に `path` を追加してください。" },
  },
  sources: ["QW9J", "MAN-COMM"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  check({ cluster, pathBetween }) {
    const findings: Finding[] = [];
    // Hundreds of missing pairs are one mistake: the first few say enough.
    const toldMax = 20;
    for (const [index, right] of cluster.nodes.entries()) {
      for (const left of cluster.nodes.slice(0, index)) {
        const path = pathBetween(left.name, right.name);
        if (findings.length >= toldMax || (path !== undefined && path.links.length > 0)) continue;
        findings.push({
          place: path?.place ?? right.place,
          message:
            path === undefined
              ? {
                  en: `There is no communication path between ${left.name} and ${right.name}. All nodes need paths with each other.`,
                  ja: `${left.name} と ${right.name} の間にコミュニケーションパスがありません。すべてのノードの間に必要です。`,
                }
              : {
                  en: `The path between ${left.name} and ${right.name} has no link. Add tcp or tty.`,
                  ja: `${left.name} と ${right.name} のパスにリンクがありません。tcp か tty を追加してください。`,
                },
          related: [{ ...left.place, message: { en: "the other node", ja: "もう一方のノード" } }],
        });
      }
    }
    return findings;
  },
  fires: (() => {
    const example = trio("");
    return { ...example, "cluster.lk": (example["cluster.lk"] ?? "").replace(/ {2}path b <-> w \{[^}]*\}\n/, "") };
  })(),
  silent: trio(""),
};
