// Turns offsets into lines and characters and back. Lines end at \n, \r\n or a lone \r, as in LSP.

/** Zero-based, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineIndex {
  /** Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position;
  /** Positions past the end of a line are moved to that end; past the last line, to the end of the text. */
  offsetAt(position: Position): number;
  readonly lineCount: number;
  /** Where the line begins. */
  lineStart(line: number): number;
}

export function indexLines(text: string): LineIndex {
  const starts: number[] = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(offset + 1);
  }
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const lineStart = (line: number): number => starts[line] ?? text.length;
  const lineEnd = (line: number): number => {
    let end = starts[line + 1] ?? text.length;
    while (end > lineStart(line) && isLineBreak(text.charCodeAt(end - 1))) end--;
    return end;
  };
  return {
    lineCount: starts.length,
    lineStart,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(inside);
      return { line, character: inside - lineStart(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      return Math.min(lineStart(line) + Math.max(0, character), lineEnd(line));
    },
  };
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
