// Priorities of links: 1 to 99, and different within a pair.

import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { prioritiesOf } from "./priorities.ts";

const two = (first: number, second: number): string =>
  `path a <-> b {\n    tcp 198.51.100.11 <-> 198.51.100.12 on private priority ${first}\n    tcp 192.0.2.11 <-> 192.0.2.12 on office priority ${second}\n  }`;

export const pathPriority: Rule = {
  code: "path-priority",
  group: "network",
  title: { en: "A path priority outside 1 to 99", ja: "1 から 99 の範囲にないパスの優先順位" },
  documentation: {
    what: {
      en: "The priority of a `tcp` link is 1 (best) to 99.",
      ja: "`tcp` リンクの優先順位は 1（最高）から 99 です。",
    },
    why: { en: "The manual gives this range and no other.", ja: "マニュアルに示された範囲です。" },
    how: { en: "Use a number in this range.", ja: "範囲内の数値にしてください。" },
  },
  sources: ["P210", "P150"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const { value, place } of prioritiesOf(context).flat()) {
      if (value < 1 || value > 99)
        yield {
          place,
          message: {
            en: `The priority of a path must be 1 to 99, not ${value}.`,
            ja: `パスの優先順位は 1 から 99 です。${value} は範囲外です。`,
          },
          fixes: [replacement(place, String(Math.min(Math.max(value, 1), 99)), "a choice")],
        };
    }
  },
  fires: trio("", { pathAB: two(0, 100) }),
  reports: `
    cluster.lk
    |     tcp 198.51.100.11 <-> 198.51.100.12 on private priority 0
    |                                                             ^ error: The priority of a path must be 1 to 99, not 0.
    |     tcp 192.0.2.11 <-> 192.0.2.12 on office priority 100
    |                                                      ^^^ error: The priority of a path must be 1 to 99, not 100.
  `,
  silent: trio("", { pathAB: two(1, 99) }),
};
