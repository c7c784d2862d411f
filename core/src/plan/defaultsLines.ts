// Finds the `NAME=value` lines in the bytes of a node's parameter file: where each value stands, nothing else.
// The tree of core/syntax is for people's files; this one keeps offsets into bytes and is fast on hostile ones.

import { asBytes, type ByteText } from "../text/byteText.ts";

export interface FoundLine {
  readonly name: string;
  /** Where the value stands, without white space and comment around it. */
  readonly start: number;
  readonly end: number;
  /** Zero-based. */
  readonly line: number;
}

/** What each name is set to; of a name given twice the later line counts. */
export function readLines(content: ByteText | undefined): ReadonlyMap<string, ByteText> {
  if (content === undefined) return new Map();
  return new Map(scanAssignments(content).map(({ name, start, end }) => [name, asBytes(content.slice(start, end))]));
}

/** A name inside a comment or inside another name is not found. */
export function scanAssignments(text: string): readonly FoundLine[] {
  const found: FoundLine[] = [];
  let start = 0;
  for (let line = 0; start < text.length; line++) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    const assignment = findAssignment(text, start, end);
    if (assignment !== undefined) found.push({ ...assignment, line });
    start = end + 1;
  }
  return found;
}

function findAssignment(text: string, lineStart: number, lineEnd: number): Omit<FoundLine, "line"> | undefined {
  const head = text.slice(lineStart, Math.min(lineEnd, lineStart + nameLengthMax));
  const equalsInHead = head.indexOf("=");
  if (equalsInHead < 0) return undefined;
  const equals = lineStart + equalsInHead;
  const name = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*$/.exec(head.slice(0, equalsInHead))?.[1];
  if (name === undefined) return undefined;
  let start = equals + 1;
  while (start < lineEnd && isBlank(text, start)) start++;
  let end = valueEnd(text, start, lineEnd);
  while (end > start && isBlank(text, end - 1)) end--;
  // An empty value stands right behind the equals sign, so that `A= # off` becomes `A=1 # off`.
  return end === start ? { name, start: equals + 1, end: equals + 1 } : { name, start, end };
}

/** No parameter name comes near this; it keeps a file of one endless line from being searched again and again. */
const nameLengthMax = 1000;

/** Where a comment begins, outside quotes: `#` at the start of a word. */
function valueEnd(text: string, start: number, lineEnd: number): number {
  let quote = "";
  for (let at = start; at < lineEnd; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "#" && (at === start || isBlank(text, at - 1))) return at;
  }
  return lineEnd;
}

function isBlank(text: string, at: number): boolean {
  const character = text[at];
  return character === " " || character === "\t" || character === "\r";
}
