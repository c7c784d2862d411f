// A line that says what would count anyway.

import { defaultOf } from "../../catalogue/parameters.ts";
import { type Context, type GivenParameter, givenValue } from "../context.ts";
import { parameters } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const sameAsDefault: Rule = {
  code: "same-as-default",
  group: "parameters",
  title: { en: "A value equal to the default", ja: "デフォルト値と同じ値" },
  documentation: {
    what: {
      en: "The line gives a parameter the value that it has anyway. `SAP_CONFIG_REFRESH` is half of `LKCHECKINTERVAL` by default.",
      ja: "デフォルト値と同じ値を指定している行です。`SAP_CONFIG_REFRESH` のデフォルト値は `LKCHECKINTERVAL` の半分です。",
    },
    why: {
      en: "It does no harm, but hides the lines that matter. Quorum parameters are not reported: their lines are worth having, and defaults have changed between versions. Lines that the manuals show with their default are not reported either.",
      ja: "害はありませんが、意味のある行が埋もれます。Quorum のパラメーターは、明示する価値がありデフォルト値がバージョンで変わったこともあるため対象外です。マニュアルがデフォルト値のまま例示している行も対象外です。",
    },
    how: { en: "Remove the line, or keep it as a reminder.", ja: "行を削除するか、覚え書きとして残してください。" },
  },
  sources: ["CORE990", "IPP990"],
  evidence: "documented",
  severity: "hint",
  about: "parameters",
  *check(context) {
    for (const parameter of context.given) {
      const { name, value, place, origin, spec } = parameter;
      if (origin !== "file" || spec === undefined || spec.kit === "quorum" || shownWithDefault.includes(name)) continue;
      const text = context.parameterFile?.text ?? "";
      if (value === "" || value !== defaultFor(context, parameter)) continue;
      yield {
        place,
        message: {
          en: `\`${value}\` is the default of \`${name}\`, so the line changes nothing. Remove it, or keep it as a reminder.`,
          ja: `\`${value}\` は \`${name}\` のデフォルト値なので、この行がなくても変わりません。削除するか、覚え書きとして残してください。`,
        },
        evidence: spec.evidence.default,
        sources: spec.sources,
        fixes: [fix({ en: "Remove the line", ja: "この行を削除する" }, [removedLine(text, place)], "a choice")],
        tag: "unnecessary",
      };
    }
  },
  fires: parameters("LCMHBEATTIME=5\n"),
  reports: `
    LifeKeeper
    | LCMHBEATTIME=5
    | ^^^^^^^^^^^^^^ hint: \`5\` is the default of \`LCMHBEATTIME\`, so the line changes nothing. Remove it, or keep it as a reminder.
  `,
  silent: parameters("LCMHBEATTIME=7\n"),
};

/** Manuals show these lines with the default as value, as part of what is installed or as the example to follow. */
const shownWithDefault: readonly string[] = [
  "FILESYSFULLERROR",
  "FILESYSFULLWARN",
  "LKSYSLOGTAG",
  "LKSYSLOGSELECTOR",
  "GLOBAL_NAS_APP_SKIP_REMOVE",
  "LK_NOTIFY_ALIAS",
  "HIDE_GUI_SYS_LIST",
];

function defaultFor(context: Context, { name, spec }: GivenParameter): string | null {
  if (spec === undefined || spec.variableEnd !== undefined) return null;
  if (name === "SAP_CONFIG_REFRESH") {
    const configuration = context.configurations[0];
    const interval = configuration === undefined ? undefined : givenValue(configuration, "LKCHECKINTERVAL");
    return String(Math.floor(Number(interval?.value ?? "120") / 2));
  }
  return defaultOf(spec, context.version);
}
