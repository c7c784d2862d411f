// What all blocks share: their place, their braces, and the statements in them that make no sense.

import type { CstNode } from "chevrotain";
import { openers } from "../../language/keywords.ts";
import type { BlockKind } from "../../language/statement.ts";
import type { Fix } from "../../problem.ts";
import { cover, type Span, spanOf } from "../../text/span.ts";
import { nearest } from "../../text/suggest.ts";
import { type Reading, replacement, report } from "../syntaxProblem.ts";
import { nodeSpan, nodesOf, tokenOf, tokenSpan, tokensOf } from "./cst.ts";
import { shortened } from "./words.ts";

const openBraceCode = "syntax-missing-brace";

/** Where a statement stands, and its keyword. */
export function partOf(cst: CstNode): { readonly span: Span; readonly keyword: Span } {
  const written = tokenOf(cst, "keyword");
  const keyword = written === undefined ? nodeSpan(cst) : tokenSpan(written);
  const span = nodeSpan(cst) ?? keyword ?? spanOf(0, 0);
  return { span, keyword: keyword ?? span };
}

/** The same for a statement with braces; `rest` holds the closing one. Reports a brace that is open to the end. */
export function blockOf(
  reading: Reading,
  cst: CstNode,
  rest: CstNode = cst,
): { readonly span: Span; readonly keyword: Span; readonly body: Span | undefined } {
  const part = partOf(cst);
  const open = tokenOf(cst, "`{`");
  if (open === undefined) return { ...part, body: undefined };
  const left = tokenSpan(open);
  const close = tokenOf(rest, "`}`");
  if (close !== undefined) return { ...part, body: cover(left, tokenSpan(close)) };
  const body = spanOf(left.start, Math.max(left.end, part.span.end));
  reportOpenBrace(reading, left, body.end);
  return { ...part, body };
}

/** `end` is where the block seems to end, if that is known. */
function reportOpenBrace(reading: Reading, open: Span, end?: number): void {
  const suspect = reading.suspectBrace;
  const isTold = reading.problems.some(({ code, span }) => code === openBraceCode && span.start === suspect?.start);
  // What is left open at the end is the outermost block; what lacks its brace is often one inside of it.
  const brace = suspect === undefined || isTold || suspect.start < open.start ? open : suspect;
  report(
    reading,
    openBraceCode,
    brace,
    {
      en: "This `{` is never closed. Add `}` where the block ends.",
      ja: "この `{` は閉じられていません。ブロックの終わりに `}` を追加してください。",
    },
    { fixes: brace.start === open.start && end !== undefined ? [closing(reading, open, end)] : [] },
  );
}

/** In the manner of the block: on its line, or on a line of its own below it. */
function closing(reading: Reading, open: Span, end: number): Fix {
  const lineStart =
    Math.max(reading.text.lastIndexOf("\n", open.start), reading.text.lastIndexOf("\r", open.start)) + 1;
  const indentation = /^[^\S\r\n]*/.exec(reading.text.slice(lineStart))?.[0] ?? "";
  const isOneLine = !/[\r\n]/.test(reading.text.slice(open.start, end));
  const newText = isOneLine ? " }" : `\n${indentation}}`;
  return replacement(reading, spanOf(end, end), newText, { en: "Add `}`", ja: "`}` を追加する" }, false);
}

/** Reports each run of words that opens no statement of `block`, unless an error in front of it explains it. */
export function reportStrange(reading: Reading, cst: CstNode, block: BlockKind): void {
  for (const strange of nodesOf(cst, "strange")) {
    const span = nodeSpan(strange);
    if (span === undefined) continue;
    reportOpenBraces(reading, strange);
    const first = firstWord(strange) ?? reading.text.slice(span.start, span.start + 1);
    const allowed = openers[block];
    const meant = nearest(first, allowed);
    const place = spanOf(span.start, span.start + Math.max(1, Math.min(first.length, span.end - span.start)));
    const list = allowed.map((word) => `\`${word}\``);
    report(
      reading,
      "syntax-unknown-item",
      place,
      {
        en: `\`${shortened(first)}\` cannot be used here. Expected ${list.length > 1 ? "one of " : ""}${list.join(", ")}.${meant === undefined ? "" : ` Did you mean \`${meant}\`?`}`,
        ja: `\`${shortened(first)}\` で始まるものはここには書けません。書けるのは ${list.join("、")} です。${meant === undefined ? "" : `\`${meant}\` のことですか。`}`,
      },
      meant === undefined
        ? {}
        : {
            fixes: [replacement(reading, place, meant, { en: `Change to ${meant}`, ja: `${meant} に変更する` }, true)],
          },
    );
  }
}

function firstWord(strange: CstNode): string | undefined {
  const piece = nodesOf(strange, "strangePiece")[0];
  return piece === undefined ? undefined : tokensOf(piece, "stray")[0]?.image;
}

function reportOpenBraces(reading: Reading, cst: CstNode): void {
  for (const piece of nodesOf(cst, "strangePiece")) {
    for (const balanced of nodesOf(piece, "balanced")) {
      const open = tokenOf(balanced, "`{`");
      if (open !== undefined && tokenOf(balanced, "`}`") === undefined) reportOpenBrace(reading, tokenSpan(open));
      reportOpenBraces(reading, balanced);
    }
  }
}
