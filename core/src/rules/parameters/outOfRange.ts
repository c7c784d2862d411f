// Numbers outside their documented range.

import type { NumberRange } from "../../catalogue/spec.ts";
import { readValue } from "../../catalogue/value.ts";
import { besideJapanese } from "../../locale/japanese.ts";
import type { Localized } from "../../locale/localized.ts";
import { parameters, storageQuorum } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

/** Too small values of these are replaced by the minimum; `heartbeat-minimum` says so. */
const replacedByMinimum: readonly string[] = ["LCMHBEATTIME", "LCMNUMHBEATS"];

export const outOfRange: Rule = {
  code: "out-of-range",
  group: "parameters",
  title: { en: "A number outside its documented range", ja: "範囲外の数値" },
  documentation: {
    what: {
      en: "The number is smaller or larger than the documented range, for example `QWK_STORAGE_HBEATTIME` outside 5 to 10.",
      ja: "資料に示された範囲を外れた数値です。たとえば `QWK_STORAGE_HBEATTIME` は 5 から 10 です。",
    },
    why: {
      en: "Nothing is promised outside the range. Detection times, and with them the certainty that only one node runs the service, follow from this value.",
      ja: "範囲外の動作は保証されません。障害検知の時間、ひいては 1 ノードだけがサービスを動かすという前提がこの値から決まります。",
    },
    how: { en: "Write a number in this range.", ja: "範囲内の数値を書いてください。" },
  },
  sources: ["QP100", "CORE990"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const { name, value, valuePlace, spec } of given) {
      if (spec === undefined || replacedByMinimum.includes(name)) continue;
      const reading = readValue(spec, value);
      if (reading.kind !== "out-of-range") continue;
      const range = rangeText(reading.ranges);
      yield {
        place: valuePlace,
        message: {
          en: `\`${name}\` must be ${range.en}, not \`${value}\`.`,
          ja: `\`${name}\` に書けるのは${besideJapanese(range.ja)}です。\`${value}\` は範囲外です。`,
        },
        evidence: spec.evidence.values,
        sources: spec.sources,
        fixes: [replacement(valuePlace, String(reading.nearest), "certain")],
      };
    }
  },
  fires: parameters(`${storageQuorum}QWK_STORAGE_HBEATTIME=12\n`),
  reports: `
    LifeKeeper
    | QWK_STORAGE_HBEATTIME=12
    |                       ^^ error: \`QWK_STORAGE_HBEATTIME\` must be 5 to 10, not \`12\`.
  `,
  silent: parameters(`${storageQuorum}QWK_STORAGE_HBEATTIME=10\n`),
};

function rangeText(ranges: readonly NumberRange[]): Localized {
  const one = ({ min, max }: NumberRange): Localized => {
    if (min !== undefined && min === max) return { en: `${min}`, ja: `${min}` };
    if (min === undefined) return { en: `at most ${max}`, ja: `${max} 以下` };
    if (max === undefined) return { en: `${min} or more`, ja: `${min} 以上` };
    return { en: `${min} to ${max}`, ja: `${min} から ${max}` };
  };
  const texts = ranges.map(one);
  return {
    en: texts.map((each) => each.en).join(" or "),
    ja: texts
      .map((each) => besideJapanese(each.ja))
      .join("または")
      .trim(),
  };
}
