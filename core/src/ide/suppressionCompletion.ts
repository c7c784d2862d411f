// Completion in a comment that holds rules back on the next line: the comment itself, and the codes of the rules.

import type { Locale } from "../locale/localized.ts";
import { rules } from "../rules/rules.ts";
import { runBefore } from "../text/before.ts";
import { spanOf } from "../text/span.ts";
import type { CompletionItem } from "./completionItem.ts";

const directive = "lkcluster-disable-next-line";

/** Undefined where the cursor is in no comment of its own line. */
export function completeSuppression(
  text: string,
  offset: number,
  locale: Locale,
): readonly CompletionItem[] | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const comment = /^[ \t]*#[ \t]*(.*)$/.exec(text.slice(lineStart, offset))?.[1];
  if (comment === undefined) return undefined;
  const word = runBefore(comment, comment.length, /[\w-]/);
  const span = spanOf(offset - word.length, offset);
  if (comment === word) {
    const detail = locale === "ja" ? "次の行でルールを抑止する" : "suppress a rule on the next line";
    return [entry(directive, detail, `${directive} `, span, 0)];
  }
  if (!comment.startsWith(`${directive} `)) return [];
  return rules.map(({ code, title }, rank) => entry(code, title[locale], code, span, rank));
}

function entry(
  label: string,
  detail: string,
  newText: string,
  span: CompletionItem["span"],
  rank: number,
): CompletionItem {
  return { label, kind: "value", detail, newText, isSnippet: false, span, rank };
}
