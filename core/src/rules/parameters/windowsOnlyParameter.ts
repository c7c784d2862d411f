// A parameter of LifeKeeper for Windows in the file of a Linux node.

import { parameters } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const windowsOnlyParameter: Rule = {
  code: "windows-only-parameter",
  group: "parameters",
  title: { en: "A parameter of LifeKeeper for Windows", ja: "LifeKeeper for Windows のパラメーター" },
  documentation: {
    what: {
      en: "The parameter exists in LifeKeeper for Windows only, for example `QUORUM_QUARANTINE_SECS`.",
      ja: "`QUORUM_QUARANTINE_SECS` のように、LifeKeeper for Windows にしかないパラメーターです。",
    },
    why: {
      en: "On Linux it has no effect. The manuals of the two editions look alike but have different defaults, so other lines may come from the wrong one too.",
      ja: "Linux では何の効果もありません。両製品のマニュアルはよく似ていますがデフォルト値が異なるため、ほかの行も取り違えている可能性があります。",
    },
    how: { en: "Remove the line.", ja: "行を削除してください。" },
  },
  sources: ["Q-WIN", "WINQP"],
  evidence: "documented",
  severity: "warning",
  about: "parameters",
  *check({ given, parameterFile }) {
    for (const { name, place, origin, spec } of given) {
      if (spec?.belongsTo !== "windows") continue;
      yield {
        place,
        message: {
          en: `\`${name}\` is a parameter of LifeKeeper for Windows and has no effect on Linux. Remove it.`,
          ja: `\`${name}\` は LifeKeeper for Windows のパラメーターで、Linux では効果がありません。削除してください。`,
        },
        fixes:
          origin === "file"
            ? [
                fix(
                  { en: "Remove the line", ja: "この行を削除する" },
                  [removedLine(parameterFile?.text ?? "", place)],
                  "certain",
                ),
              ]
            : [],
        tag: "unnecessary",
      };
    }
  },
  fires: parameters("QUORUM_QUARANTINE_SECS=300\n"),
  reports: `
    LifeKeeper
    | QUORUM_QUARANTINE_SECS=300
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`QUORUM_QUARANTINE_SECS\` is a parameter of LifeKeeper for Windows and has no effect on Linux. Remove it.
  `,
  silent: parameters("QUORUM_LOSS_ACTION=osu\n"),
};
