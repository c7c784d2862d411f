// Problems of syntax: always errors, because the rest of a statement that is not understood means nothing.

import type { Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { Fix, Place, Problem } from "../problem.ts";
import { type Span, spanOf } from "../text/span.ts";

/** What a parser knows while it makes a tree. */
export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly problems: Problem[];
  /** The `{` that the indentation of the text suggests is the one without its `}`. */
  readonly suspectBrace?: Span | undefined;
}

/** Larger files are not read: no real one comes near, and an editor must answer at once. In UTF-16 code units. */
export const textMax = 1_000_000;
/** More braces within each other than this are not read. */
export const depthMax = 64;
/** A file that is not of this language at all need not be reported word by word. */
export const problemsMax = 500;

export interface SyntaxProblemOptions {
  readonly severity?: Severity;
  readonly related?: readonly (Place & { readonly message: Localized })[];
  readonly fixes?: readonly Fix[];
}

export function report(
  reading: Reading,
  code: `syntax-${string}`,
  span: Span,
  message: Localized,
  options: SyntaxProblemOptions = {},
): void {
  reading.problems.push({
    file: reading.file,
    span,
    code,
    severity: options.severity ?? "error",
    message,
    evidence: "documented",
    sources: [],
    related: options.related ?? [],
    fixes: options.fixes ?? [],
  });
}

/** Replaces the text at `span`. */
export function replacement(reading: Reading, span: Span, newText: string, title: Localized, certain: boolean): Fix {
  return { title, certain, edits: [{ file: reading.file, span, newText }] };
}

export function reportTooLarge(reading: Reading): void {
  report(reading, "syntax-too-large", spanOf(0, Math.min(reading.text.length, 1)), {
    en: `This file has ${reading.text.length} characters; only files of up to ${textMax} characters are read. Check that it is the right file.`,
    ja: `このファイルは ${reading.text.length} 文字あります。読み取れるのは ${textMax} 文字までです。ファイルが正しいか確認してください。`,
  });
}

/** NUL and other control characters, and those that turn writing round: a sign of a damaged file, or of a trick. */
export function reportControlCharacters(reading: Reading, span: Span): void {
  const first = (reading.text.codePointAt(span.start) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  report(
    reading,
    "syntax-control-character",
    span,
    {
      en: `The invisible character U+${first} is not allowed here. The file may be damaged or not a text file; remove the character.`,
      ja: `見えない文字 U+${first} は使えません。ファイルが壊れているか、テキストファイルではない可能性があります。この文字を削除してください。`,
    },
    {
      fixes: [
        replacement(reading, span, "", { en: "Remove the invisible characters", ja: "見えない文字を削除する" }, false),
      ],
    },
  );
}

/** Whoever decoded the file put U+FFFD where the bytes were no UTF-8. Told once: there may be thousands. */
export function reportUndecoded(reading: Reading): void {
  const at = reading.text.indexOf("\ufffd");
  if (at < 0) return;
  report(
    reading,
    "syntax-not-utf8",
    spanOf(at, at + 1),
    {
      en: "From here on this is not UTF-8, and some characters are lost. Open the file in its own encoding (often Shift_JIS or EUC-JP) and save it as UTF-8.",
      ja: "ここに UTF-8 として読めない文字があります。元の文字コード（Shift_JIS や EUC-JP など）で開き直し、UTF-8 で保存してください。",
    },
    { severity: "warning" },
  );
}

/** In the order of the text, and no more than anybody would read. */
export function orderProblems(reading: Reading): readonly Problem[] {
  const ordered = [...reading.problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (ordered.length <= problemsMax) return ordered;
  const kept = ordered.slice(0, problemsMax);
  const last = kept.at(-1)?.span ?? spanOf(0, 0);
  const rest: Reading = { ...reading, problems: [] };
  report(rest, "syntax-too-many-problems", last, {
    en: `There ${ordered.length - problemsMax === 1 ? "is 1 more problem" : `are ${ordered.length - problemsMax} more problems`} below; fix the ones above first.`,
    ja: `この先にさらに ${ordered.length - problemsMax} 件の問題があります。先に上の問題を修正してください。`,
  });
  return [...kept, ...rest.problems];
}
