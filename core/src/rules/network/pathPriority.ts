// Priorities of links: 1 to 99, and different within a pair.

import type { Fix, Place } from "../../problem.ts";
import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";

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
  check: ({ cluster, parsed }) =>
    cluster.paths
      .flatMap((path) => path.links)
      .flatMap(({ priority, place }): readonly Finding[] =>
        priority === undefined || (priority >= 1 && priority <= 99)
          ? []
          : [
              {
                place,
                message: {
                  en: `The priority of a path must be 1 to 99, not ${priority}.`,
                  ja: `パスの優先順位は 1 から 99 です。${priority} は範囲外です。`,
                },
                fixes: clamped(place, priority, parsed.text),
              },
            ],
      ),
  fires: trio("", { pathAB: two(1, 100) }),
  silent: trio("", { pathAB: two(1, 99) }),
};

/** The nearest number of the range, where the number is written. */
function clamped(place: Place, priority: number, text: string): readonly Fix[] {
  const written = /priority\s+(\d+)$/.exec(text.slice(place.span.start, place.span.end));
  if (written === null) return [];
  const start = place.span.end - (written[1]?.length ?? 0);
  const at = { file: place.file, span: { start, end: place.span.end } };
  return [replacement(at, String(Math.min(Math.max(priority, 1), 99)), "a choice")];
}
