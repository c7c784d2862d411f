// Parses a parameter file, /etc/default/LifeKeeper. Never throws; every character of the text lies in a line, in a
// line end between two lines, or in the white space at the edges of a line's parts.

import type { CstNode, IToken } from "chevrotain";
import { largest, smallest } from "../../many.ts";
import { type Span, spanOf } from "../../text/span.ts";
import type { Parsed } from "../parsed.ts";
import { readPieces, rememberPieces, takePieces } from "../pieces.ts";
import {
  orderProblems,
  type Reading,
  report,
  reportControlCharacters,
  reportTooLarge,
  reportUndecoded,
  textMax,
} from "../syntaxProblem.ts";
import { readDefaultsLine } from "./grammar.ts";
import { defaultsLexer } from "./tokens.ts";
import type { DefaultsFile, DefaultsLine, Piece } from "./tree.ts";

/** Line by line. `previous` is an earlier reading of the same file, which is taken over (pieces.ts). */
export function parseDefaults(file: string, text: string, previous?: Parsed<DefaultsFile>): Parsed<DefaultsFile> {
  const reading: Reading = { file, text, problems: [] };
  const earlier = previous?.file === file ? takePieces<LineRead>(previous) : [];
  if (text.length > textMax) {
    reportTooLarge(reading);
    return { file, text, tree: { text, lines: [] }, problems: reading.problems };
  }
  reportUndecoded(reading);
  const pieces = readPieces(text, linesOf(text), (line, start) => readLine(reading, line, start), earlier);
  for (const { read } of pieces) for (const problem of read.problems) reading.problems.push(problem);
  const lines = pieces.map(({ read }) => read.line);
  const parsed = { file, text, tree: { text, lines }, problems: orderProblems(reading) };
  rememberPieces(parsed, pieces);
  return parsed;
}

type LineRead = Pick<Reading, "problems"> & { readonly line: DefaultsLine };

/** The lines of the file, without their ends: one more than there are line ends. */
function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(spanOf(start, index));
    start = index + lineEnd.length;
  }
  lines.push(spanOf(start, text.length));
  return lines;
}

function readLine({ file, text }: Reading, line: string, start: number): LineRead {
  const reading: Reading = { file, text, problems: [] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be reported.
  for (const found of line.matchAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]+/g)) {
    reportControlCharacters(reading, spanOf(start + found.index, start + found.index + found[0].length));
  }
  const { tokens } = defaultsLexer.tokenize(line);
  for (const token of tokens) token.startOffset += start;
  return {
    line: buildLine(reading, readDefaultsLine(tokens), spanOf(start, start + line.length)),
    problems: reading.problems,
  };
}

function buildLine(reading: Reading, cst: CstNode, span: Span): DefaultsLine {
  const comment = pieceOf(tokensOf(cst, "Comment")[0]);
  const names = tokensOf(cst, "NameWord");
  const equals = tokensOf(cst, "Equals")[0];
  const [first, ...more] = names;
  if (first === undefined && equals === undefined) return { kind: "blank", span, comment };
  if (first === undefined || equals === undefined || more.length > 0) {
    return buildStrange(reading, cst, span, comment);
  }
  const equalsSpan = spanOf(equals.startOffset, equals.startOffset + 1);
  const rawValue = pieceOf(tokensOf(cst, "Value")[0]) ?? { text: "", span: spanOf(equalsSpan.end, equalsSpan.end) };
  const quote = quoteOf(rawValue.text);
  const value = quote === undefined ? rawValue.text : rawValue.text.slice(1, -1);
  const name = { text: first.image, span: tokenSpan(first) };
  return { kind: "assignment", span, comment, name, equals: equalsSpan, rawValue, value, quote };
}

/** `umask 022` is known to stand in this file (KB-DEFAULTS); anything else without `NAME=` is not understood. */
function buildStrange(reading: Reading, cst: CstNode, span: Span, comment: Piece | undefined): DefaultsLine {
  const tokens = [...tokensOf(cst, "NameWord"), ...tokensOf(cst, "Equals"), ...tokensOf(cst, "Value")];
  const start = smallest(edges(tokens, (token) => token.startOffset));
  const end = largest(edges(tokens, (token) => token.startOffset + token.image.length));
  const content = { text: reading.text.slice(start, end), span: spanOf(start, end) };
  if (!/^umask\s+\S+$/.test(content.text)) reportStrange(reading, content);
  return { kind: "strange", span, comment, content };
}

/** The first and the last of many are enough, and a line may have a million words. */
function edges(tokens: readonly IToken[], measure: (token: IToken) => number): readonly number[] {
  return [tokens[0], tokens.at(-1)].flatMap((token) => (token === undefined ? [] : [measure(token)]));
}

function reportStrange(reading: Reading, content: Piece): void {
  const exported = /^export\s+(?=\S+=)/.exec(content.text);
  const remove = spanOf(content.span.start, content.span.start + (exported?.[0].length ?? 0));
  report(
    reading,
    "syntax-not-an-assignment",
    content.span,
    exported === null
      ? {
          en: "This line is not `NAME=value`. Write an assignment without blanks in its name, or begin the line with `#`.",
          ja: "この行は `NAME=value` の形ではありません。名前に空白を含まない代入にするか、行頭に `#` を付けてください。",
        }
      : {
          en: "No document shows `export` in this file, and programs other than a shell cannot read it. Write `NAME=value`.",
          ja: "このファイルで `export` を使う例はどの資料にもなく、シェル以外のプログラムは解釈できません。`NAME=value` と書いてください。",
        },
    {
      severity: "warning",
      fixes:
        exported === null
          ? []
          : [
              {
                title: { en: "Remove `export`", ja: "`export` を削除する" },
                certain: false,
                edits: [{ file: reading.file, span: remove, newText: "" }],
              },
            ],
    },
  );
}

function quoteOf(raw: string): '"' | "'" | undefined {
  if (raw.length < 2) return undefined;
  for (const quote of ['"', "'"] as const) {
    if (raw.startsWith(quote) && raw.endsWith(quote) && !raw.slice(1, -1).includes(quote)) return quote;
  }
  return undefined;
}

function tokensOf(cst: CstNode, name: string): readonly IToken[] {
  return (cst.children[name] ?? []).filter((element): element is IToken => "image" in element);
}

function tokenSpan(token: IToken): Span {
  return spanOf(token.startOffset, token.startOffset + token.image.length);
}

function pieceOf(token: IToken | undefined): Piece | undefined {
  return token === undefined ? undefined : { text: token.image, span: tokenSpan(token) };
}
