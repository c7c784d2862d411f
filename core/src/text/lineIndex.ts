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
  const starts = lineStarts(text);
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

/** Jumps from line end to line end: a log opened by mistake has ten million characters, and is indexed at every key. */
function lineStarts(text: string): readonly number[] {
  const starts: number[] = [0];
  const next = (sign: string, from: number): number => {
    const at = text.indexOf(sign, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  let feed = next("\n", 0);
  let carriage = next("\r", 0);
  while (feed < text.length || carriage < text.length) {
    if (feed < carriage) {
      starts.push(feed + 1);
      feed = next("\n", feed + 1);
    } else {
      // The first half of \r\n ends no line of its own.
      if (carriage + 1 !== feed) starts.push(carriage + 1);
      carriage = next("\r", carriage + 1);
    }
  }
  return starts;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
