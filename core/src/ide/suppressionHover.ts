// Hover in a comment that holds rules back on the next line: what the rule is that keeps silent.

import type { Locale } from "../locale/localized.ts";
import { explainRule } from "../rules/explainRule.ts";
import { runBefore } from "../text/before.ts";
import { spanOf } from "../text/span.ts";
import type { Hover } from "./hoverText.ts";

export function hoverSuppression(text: string, offset: number, locale: Locale): Hover | undefined {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  if (!/^[ \t]*#[ \t]*lkcluster-disable-next-line[ \t]/.test(line)) return undefined;
  const before = runBefore(text, offset, /[\w-]/);
  const after = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? "";
  const markdown = explainRule(before + after, locale);
  return markdown === undefined ? undefined : { span: spanOf(offset - before.length, offset + after.length), markdown };
}
