// What can be folded: blocks of braces, runs of comment lines, and what stands between `# region` and `# endregion`.

import { LeftBrace, RightBrace, tokenizeCluster } from "../syntax/cluster/tokens.ts";
import type { LineIndex } from "../text/lineIndex.ts";

export interface Fold {
  /** Zero-based lines, both inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "block" | "comment" | "region";
}

export function foldsOfCluster(text: string, lines: LineIndex): readonly Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const token of tokenizeCluster(text).tokens) {
    const line = (token.startLine ?? 1) - 1;
    if (token.tokenType === LeftBrace) open.push(line);
    if (token.tokenType !== RightBrace) continue;
    const startLine = open.pop();
    // The closing brace stays visible.
    if (startLine !== undefined && line - 1 > startLine) folds.push({ startLine, endLine: line - 1, kind: "block" });
  }
  return [...folds, ...foldsOfComments(text, lines)];
}

/** Two or more comment lines in a row, and regions. */
export function foldsOfComments(text: string, lines: LineIndex): readonly Fold[] {
  const folds: Fold[] = [...regions(text, lines)];
  let startLine: number | undefined;
  for (let line = 0; line <= lines.lineCount; line++) {
    const isComment = line < lines.lineCount && /^[^\S\r\n]*#/.test(lineText(text, lines, line));
    if (isComment) startLine ??= line;
    else {
      if (startLine !== undefined && line - 1 > startLine)
        folds.push({ startLine, endLine: line - 1, kind: "comment" });
      startLine = undefined;
    }
  }
  return folds;
}

function regions(text: string, lines: LineIndex): readonly Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (let line = 0; line < lines.lineCount; line++) {
    const mark = /^\s*#\s*(region|endregion)\b/.exec(lineText(text, lines, line))?.[1];
    if (mark === "region") open.push(line);
    if (mark !== "endregion") continue;
    const startLine = open.pop();
    if (startLine !== undefined) folds.push({ startLine, endLine: line, kind: "region" });
  }
  return folds;
}

function lineText(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.lineStart(line), lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }));
}
