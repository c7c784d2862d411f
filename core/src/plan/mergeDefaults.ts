// Puts our parameters into a node's parameter file and keeps every other byte: comments, order, names we do not know,
// line ends, a missing last line end. Never deletes or comments out anything.

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
    const before = asBytes(theirs.slice(start, end));
    if (line === undefined || before === line.raw) continue;
    changed.push({ name: line.name, before, after: line.raw });
    // `A=#old` is an empty value and a comment; without the blank the comment would join the new value.
    const gap = end < theirs.length && theirs[end] === "#" && line.raw !== "" ? " " : "";
    parts.push(theirs.slice(at, start), line.raw, gap);
    at = end;
  }
  parts.push(theirs.slice(at));
  const added = [...wanted.values()];
  for (const { name, raw } of added) changed.push({ name, before: undefined, after: raw });
  parts.push(appended(theirs, added));
  return { ok: true, content: asBytes(parts.join("")), changed };
}

/** New names go to the end, with the line end that the file uses and without a last one if it has none. */
function appended(theirs: string, added: readonly WantedLine[]): string {
  if (added.length === 0) return "";
  const lineEnd = theirs.includes("\r\n") ? "\r\n" : "\n";
  const lines = added.map(({ name, raw }) => `${name}=${raw}`).join(lineEnd);
  const open = theirs !== "" && !theirs.endsWith("\n");
  return open ? lineEnd + lines : lines + lineEnd;
}
