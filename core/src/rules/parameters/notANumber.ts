// Values that must be whole numbers.

import { readValue } from "../../catalogue/value.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const notANumber: Rule = {
  code: "not-a-number",
  group: "parameters",
  title: { en: "A value that must be a whole number", ja: "整数でなければならない値" },
  documentation: {
    what: {
      en: "The parameter takes a plain decimal whole number: `5`, not `5.0`, `0x5` or `5s`.",
      ja: "このパラメーターには 10 進の整数を書きます。`5` は正しく、`5.0`、`0x5`、`5s` は誤りです。",
    },
    why: {
      en: "The man pages say so explicitly for `FAILFASTTIMER`; the lists call the other parameters integers.",
      ja: "`FAILFASTTIMER` についてはマニュアルページに明記があり、ほかのパラメーターも一覧で整数とされています。",
    },
    how: { en: "Write digits only; the unit is fixed.", ja: "数字だけを書いてください。単位は決まっています。" },
  },
  sources: ["LKSCSID75", "QP100"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const { name, value, valuePlace, spec } of given) {
      if (spec === undefined || readValue(spec, value).kind !== "not-an-integer") continue;
      const digits = /^\+?(\d{1,9})(?:\.0+|s|sec|secs|seconds)?$/i.exec(value)?.[1];
      yield {
        place: valuePlace,
        message: {
          en: `\`${name}\` must be a whole number in digits, not \`${value}\`.`,
          ja: `\`${name}\` には整数を数字だけで書きます。\`${value}\` は整数ではありません。`,
        },
        evidence: spec.evidence.entry,
        sources: spec.sources,
        fixes: digits === undefined ? [] : [replacement(valuePlace, String(Number(digits)), "certain")],
      };
    }
  },
  fires: parameters("LCMHBEATTIME=7.0\n"),
  reports: `
    LifeKeeper
    | LCMHBEATTIME=7.0
    |              ^^^ error: \`LCMHBEATTIME\` must be a whole number in digits, not \`7.0\`.
  `,
  silent: parameters("LCMHBEATTIME=7\n"),
};
