// Two links of a pair with one priority.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { prioritiesOf } from "./priorities.ts";

const two = (first: number, second: number): string =>
  `path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority ${first}\n    tcp 192.0.2.11 <-> 192.0.2.12 on office priority ${second}\n  }`;

export const pathPriorityRepeated: Rule = {
  code: "path-priority-repeated",
  group: "network",
  title: { en: "Two links with the same priority", ja: "優先順位が同じリンク" },
  documentation: {
    what: {
      en: "Two `tcp` links of one pair have the same priority.",
      ja: "同じノードの組の 2 本の `tcp` リンクが同じ優先順位です。",
    },
    why: {
      en: "Control data goes over the living path with the best priority. With two equal ones, no document says which. Heartbeats go over all paths.",
      ja: "制御データは優先順位の最も高い正常なパスを通ります。同じ値だと、どちらになるか決まりません。ハートビートはすべてのパスを通ります。",
    },
    how: { en: "Give each link its own number.", ja: "リンクごとに異なる数値にしてください。" },
  },
  sources: ["KB-HBPRIO", "P210"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const priorities of prioritiesOf(context)) {
      for (const [index, { value, place, nodes }] of priorities.entries()) {
        const first = priorities.slice(0, index).find((other) => other.value === value);
        if (first === undefined) continue;
        yield {
          place,
          message: {
            en: `Two links between \`${nodes[0]}\` and \`${nodes[1]}\` have priority ${value}, so it is not defined which one carries the control data. Give each link its own number.`,
            ja: `\`${nodes[0]}\` と \`${nodes[1]}\` の間に優先順位 ${value} のリンクが 2 本あり、どちらが制御データを運ぶか決まりません。リンクごとに異なる数値にしてください。`,
          },
          related: [{ ...first.place, message: { en: "the same priority", ja: "同じ優先順位" } }],
        };
      }
    }
  },
  fires: trio("", { pathAB: two(1, 1) }),
  reports: `
    cluster.lk
    |     tcp 192.0.2.11 <-> 192.0.2.12 on office priority 1
    |                                                      ^ warning: Two links between \`a\` and \`b\` have priority 1, so it is not defined which one carries the control data. Give each link its own number.
    |     tcp 198.51.100.11 <-> 198.51.100.12 on private priority 1
    |                                                             - the same priority
  `,
  silent: trio("", { pathAB: two(1, 2) }),
};
