// Heartbeat settings below their minimum are replaced without a word.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import type { Context } from "../context.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const heartbeatMinimum: Rule = {
  code: "heartbeat-minimum",
  group: "parameters",
  title: { en: "A heartbeat setting below its minimum", ja: "最小値を下回るハートビート設定" },
  documentation: {
    what: {
      en: "`LCMHBEATTIME` is at least 1 second over TCP and 2 over TTY, `LCMNUMHBEATS` at least 2. Smaller values are replaced with the minimum.",
      ja: "`LCMHBEATTIME` の最小値は TCP で 1 秒、TTY で 2 秒、`LCMNUMHBEATS` の最小値は 2 です。これより小さい値は最小値に置き換えられます。",
    },
    why: {
      en: "The file then differs from the value in force, and detection times computed from it are wrong.",
      ja: "ファイルの値と実際に有効な値が食い違い、そこから計算した検知時間も誤りになります。",
    },
    how: { en: "Write the minimum or more.", ja: "最小値以上の値を書いてください。" },
  },
  sources: ["HB970", "HB960J", "P95"],
  evidence: "documented",
  severity: "warning",
  about: "parameters",
  *check(context) {
    for (const { name, value, valuePlace } of context.given) {
      const min = minimumOf(context, name);
      const number = wholeNumber(value);
      if (min === undefined || number === undefined || number >= min) continue;
      const overTty = name === "LCMHBEATTIME" && min === 2;
      yield {
        place: valuePlace,
        message: {
          en: `\`${name}\` is at least ${min}${overTty ? " with a TTY path" : ""}; LifeKeeper silently replaces \`${value}\` with ${min}.`,
          ja: `\`${name}\` の最小値は${overTty ? "、TTY パスがある場合" : ""} ${min} です。\`${value}\` は警告なしに ${min} に置き換えられます。`,
        },
        fixes: [replacement(valuePlace, String(min), "certain")],
      };
    }
  },
  fires: parameters("LCMNUMHBEATS=1\n"),
  reports: `
    LifeKeeper
    | LCMNUMHBEATS=1
    |              ^ warning: \`LCMNUMHBEATS\` is at least 2; LifeKeeper silently replaces \`1\` with 2.
  `,
  silent: parameters("LCMHBEATTIME=1\nLCMNUMHBEATS=2\n"),
};

function minimumOf({ cluster }: Context, name: string): number | undefined {
  if (name === "LCMNUMHBEATS") return 2;
  if (name !== "LCMHBEATTIME") return undefined;
  return cluster?.paths.some((path) => path.links.some((link) => link.kind === "tty")) === true ? 2 : 1;
}
