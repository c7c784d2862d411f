// In which way a text is no value of a parameter, in a sentence.

import type { Locale } from "../locale/localized.ts";
import { rangeText } from "./describeParts.ts";
import { displayName } from "./parameters.ts";
import type { ParameterSpec } from "./spec.ts";
import { readValue } from "./value.ts";

/** Undefined when nothing is known to be wrong with it. */
export function describeWrongValue(spec: ParameterSpec, text: string, locale: Locale): string | undefined {
  const ja = locale === "ja";
  const reading = readValue(spec, text);
  const name = `\`${displayName(spec)}\``;
  switch (reading.kind) {
    case "not-a-choice": {
      const said = ja ? `\`${text}\` は ${name} の値ではありません。` : `\`${text}\` is no value of ${name}.`;
      if (reading.nearest === undefined) return said;
      return ja ? `${said}\`${reading.nearest}\` のことですか。` : `${said} Did you mean \`${reading.nearest}\`?`;
    }
    case "not-an-integer":
      return ja
        ? `\`${text}\` は整数ではありません。${name} には整数だけを書きます。`
        : `\`${text}\` is no whole number, and ${name} takes nothing else.`;
    case "out-of-range": {
      const ranges = reading.ranges.map((range) => rangeText(range, locale)).join(ja ? "、または " : ", or ");
      return ja
        ? `\`${text}\` は ${name} の範囲（${ranges}）の外です。最も近い値は ${reading.nearest} です。`
        : `\`${text}\` is outside the range of ${name} (${ranges}). The nearest value is ${reading.nearest}.`;
    }
    case "bad-items": {
      const items = reading.items.map((item) => `\`${item}\``).join(ja ? "、" : ", ");
      return ja ? `${name} の項目として読めません: ${items}` : `No entries of ${name}: ${items}.`;
    }
    case "empty":
      return ja ? `${name} に空の値は書けません。` : `${name} cannot be empty.`;
    default:
      return undefined;
  }
}
