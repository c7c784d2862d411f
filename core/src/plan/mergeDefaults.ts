// Puts our parameters into a node's parameter file and keeps every other byte: comments, order, names we do not know,
// line ends, a missing last line end. Never deletes or comments out anything. Only a line that we set ends without a
// carriage return, whatever the file's other lines have: behind a value it would be part of it.

import { asBytes, type ByteText } from "../text/byteText.ts";
import { scanAssignments } from "./defaultsLines.ts";

/** `raw` is what stands behind `=`, with its quotes. Both are bytes and hold no line end. */
export interface WantedLine {
  readonly name: ByteText;
  readonly raw: ByteText;
}

export type Merged =
  | { readonly ok: true; readonly content: ByteText; readonly changed: readonly MergeChange[] }
  /** The node's file gives these names more than once; which one counts there is not ours to guess. */
  | { readonly ok: false; readonly twice: readonly { readonly name: ByteText; readonly lines: readonly number[] }[] };

/** `before` is undefined when the name was added. */
export interface MergeChange {
  readonly name: ByteText;
  readonly before: ByteText | undefined;
  readonly after: ByteText;
}

export function mergeDefaults(theirs: ByteText, ours: readonly WantedLine[]): Merged {
  const wanted = new Map<string, WantedLine>(ours.map((line) => [line.name, line]));
  const found = scanAssignments(theirs).filter(({ name }) => wanted.has(name));
  const twice = [...wanted.values()].flatMap(({ name }) => {
    const lines = found.filter((line) => line.name === name).map(({ line }) => line);
    return lines.length > 1 ? [{ name, lines }] : [];
  });
  if (twice.length > 0) return { ok: false, twice };

  const changed: MergeChange[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const { name, start, end } of found) {
    const line = wanted.get(name);
    wanted.delete(name);
    const lineEnd = endOfLine(theirs, end);
    const kept = theirs.slice(end, lineEnd).replace(/\r+$/, "");
    const held = theirs.slice(start, end);
    if (line === undefined || (held === line.raw && end + kept.length === lineEnd)) continue;
    // What is only ended differently is shown with what ended it.
    const before = asBytes(held === line.raw ? theirs.slice(start, lineEnd) : held);
    changed.push({ name: line.name, before, after: line.raw });
    // `A=#old` is an empty value and a comment; without the blank the comment would join the new value.
    const gap = kept.startsWith("#") && line.raw !== "" && held !== line.raw ? " " : "";
    parts.push(theirs.slice(at, start), line.raw, gap, kept);
    at = lineEnd;
  }
  parts.push(theirs.slice(at));
  const added = [...wanted.values()];
  for (const { name, raw } of added) changed.push({ name, before: undefined, after: raw });
  parts.push(appended(theirs, added));
  return { ok: true, content: asBytes(parts.join("")), changed };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** New names go to the end, without a last line end if the file has none. */
function appended(theirs: string, added: readonly WantedLine[]): string {
  if (added.length === 0) return "";
  const lines = added.map(({ name, raw }) => `${name}=${raw}`).join("\n");
  const open = theirs !== "" && !theirs.endsWith("\n");
  return open ? `\n${lines}` : `${lines}\n`;
}
