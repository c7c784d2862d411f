// A value that is none of the documented ones.

import { allowedTexts, readValue } from "../../catalogue/value.ts";
import { slips } from "../../text/suggest.ts";
import type { GivenParameter } from "../context.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Finding, Rule } from "../rule.ts";
import { alternatives } from "../wording.ts";

export const wrongValue: Rule = {
  code: "wrong-value",
  group: "parameters",
  title: { en: "A value that the parameter does not have", ja: "パラメーターにない値" },
  documentation: {
    what: {
      en: "The parameter takes one of a few documented values, and this is not one of them.",
      ja: "このパラメーターに書ける値は資料に示されたものだけですが、そのどれでもありません。",
    },
    why: {
      en: "What LifeKeeper does with any other value is not documented: it may silently fall back to a default.",
      ja: "それ以外の値を書いたときの動作は資料になく、何の警告もなくデフォルト値に戻る可能性があります。",
    },
    how: { en: "Write one of the documented values.", ja: "資料にある値のいずれかを書いてください。" },
  },
  sources: ["QP100", "CORE990"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const parameter of given) yield* checkOne(parameter);
  },
  fires: parameters("QUORUM_MODE=majorty\nWITNESS_MODE=remote_verify\n"),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majorty
    |             ^^^^^^^ error: \`QUORUM_MODE\` cannot be \`majorty\`. Write \`majority\`, \`tcp_remote\`, \`storage\`, \`none\` or \`off\`. Did you mean \`majority\`?
  `,
  silent: parameters("QUORUM_MODE=off\nWITNESS_MODE=off\n"),
};

/** Parameters for which a source says what another value does; they have their own rules. */
const ownRules: readonly string[] = ["SWITCH_USER_CMD"];

function* checkOne({ name, value, valuePlace, spec }: GivenParameter): Iterable<Finding> {
  if (spec === undefined || ownRules.includes(name)) return;
  const { type } = spec;
  if (type.kind !== "choice" && type.kind !== "flag") return;
  const reading = readValue(spec, value);
  if (reading.kind !== "not-a-choice") return;
  const allowed = allowedTexts(spec);
  const isSure = spec.evidence.values === "documented" && (type.kind === "flag" || type.complete);
  const { nearest: close } = reading;
  const certain = close !== undefined && slips(value, close) <= 2 ? "certain" : "a choice";
  yield {
    place: valuePlace,
    message: {
      en: `\`${name}\` cannot be \`${value}\`. Write ${alternatives(allowed).en}.${close === undefined ? "" : ` Did you mean \`${close}\`?`}`,
      ja: `\`${name}\` に \`${value}\` は書けません。書ける値は ${alternatives(allowed).ja} です。${close === undefined ? "" : `\`${close}\` のことですか。`}`,
    },
    evidence: isSure ? "documented" : "unsure",
    sources: spec.sources,
    fixes:
      close !== undefined
        ? [replacement(valuePlace, close, certain)]
        : allowed.slice(0, 4).map((each) => replacement(valuePlace, each, "a choice")),
  };
}
