// The layout of a parameter file. It is read by programs we do not know, so that nothing changes between the start of
// a name and the end of its value: only white space at the edges of lines and before the comments behind values, which
// line up, repeated blank lines, and a missing last line end.

import { displayWidth, widestOf } from "../../text/displayWidth.ts";
import { parseDefaults } from "./parse.ts";
import type { DefaultsLine } from "./tree.ts";

/** Between a value and the comment behind it. */
const commentGap = 2;

/** A comment further away than this no longer belongs to its line for the eye. */
const paddingMax = 32;

export function formatDefaults(text: string): string {
  const { lines } = parseDefaults("", text).tree;
  if (lines.length === 0) return text;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const kept: Line[] = [];
  for (const line of lines) {
    const written = splitOff(line, text);
    const isBlank = written.code === "" && written.comment === "";
    if (!isBlank || (kept.length > 0 && !isBlankLine(kept.at(-1)))) kept.push(written);
  }
  while (isBlankLine(kept.at(-1))) kept.pop();
  return kept.length === 0 ? "" : withComments(kept).join(lineEnd) + lineEnd;
}

interface Line {
  readonly code: string;
  /** Behind an assignment; a comment on a line of its own is all of its code. */
  readonly comment: string;
}

function splitOff(line: DefaultsLine, text: string): Line {
  const { span, comment } = line;
  if (line.kind !== "assignment" || comment === undefined) {
    return { code: text.slice(span.start, span.end).trim(), comment: "" };
  }
  return { code: text.slice(span.start, comment.span.start).trim(), comment: comment.text.trimEnd() };
}

function isBlankLine(line: Line | undefined): boolean {
  return line !== undefined && line.code === "" && line.comment === "";
}

/** In neighbouring lines the comments begin in one column. */
function withComments(lines: readonly Line[]): readonly string[] {
  const written: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (lines[end] !== undefined && lines[end]?.comment !== "") end++;
    const run = lines.slice(start, Math.max(end, start + 1));
    const widths = run.map(({ code }) => displayWidth(code));
    const widest = widestOf(widths);
    const isFar = widths.some((width) => widest - width > paddingMax);
    for (const [at, { code, comment }] of run.entries()) {
      const padding = isFar ? 0 : widest - (widths[at] ?? 0);
      written.push(comment === "" ? code : code + " ".repeat(padding + commentGap) + comment);
    }
    start += run.length;
  }
  return written;
}
