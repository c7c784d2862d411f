// A name that is nearly a parameter, and is therefore none.

import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { likelyName } from "./misspelling.ts";

export const misspeltParameter: Rule = {
  code: "misspelt-parameter",
  group: "parameters",
  title: { en: "A misspelt parameter", ja: "パラメーター名の書き間違い" },
  documentation: {
    what: {
      en: "The name is close to a known parameter, or is a misspelling that has been printed in a manual.",
      ja: "既知のパラメーターによく似た名前か、マニュアルに印刷された誤記です。",
    },
    why: {
      en: "LifeKeeper does not read the misspelt name, and silently uses the default.",
      ja: "書き間違えた名前は LifeKeeper に読まれず、何の警告もなくデフォルト値が使われます。",
    },
    how: { en: "Correct the name.", ja: "名前を直してください。" },
  },
  sources: ["CORE990", "QP100"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ given }) {
    for (const parameter of given) {
      const meant = parameter.spec === undefined ? likelyName(parameter.name) : undefined;
      if (meant === undefined) continue;
      const isTaken = given.some((other) => other.name === meant && other.node === parameter.node);
      yield {
        place: parameter.namePlace,
        message: {
          en: `LifeKeeper has no parameter \`${parameter.name}\`. Did you mean \`${meant}\`?`,
          ja: `\`${parameter.name}\` というパラメーターはありません。\`${meant}\` のことですか。`,
        },
        // Where the right name is already set, renaming would set it twice.
        fixes: [replacement(parameter.namePlace, meant, isTaken ? "a choice" : "certain")],
      };
    }
  },
  fires: parameters("CONFIMRSODEF=1\n"),
  reports: `
    LifeKeeper
    | CONFIMRSODEF=1
    | ^^^^^^^^^^^^ warning: LifeKeeper has no parameter \`CONFIMRSODEF\`. Did you mean \`CONFIRMSODEF\`?
  `,
  silent: parameters("CONFIRMSODEF=1\n"),
};
