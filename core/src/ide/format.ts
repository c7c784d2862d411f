// Formatting as edits that touch only what changes, so that cursors and folds stay where they are.

import { formatCluster } from "../syntax/cluster/format.ts";
import { formatDefaults } from "../syntax/defaults/format.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Language } from "./snapshot.ts";

/** With a range, only the edits inside of it. */
export function formatEdits(text: string, language: Language, range?: Span): readonly TextEdit[] {
  const formatted = language === "cluster" ? formatCluster(text) : formatDefaults(text);
  if (formatted === text) return [];
  const edits = language === "cluster" ? blankEdits(text, formatted) : wholeEdit(text, formatted);
  if (range === undefined) return edits;
  return edits.filter(({ span }) => span.start >= range.start && span.end <= range.end);
}

function wholeEdit(text: string, formatted: string): readonly TextEdit[] {
  return [{ span: { start: 0, end: text.length }, newText: formatted }];
}

/** Both texts are the same but for white space, so that they can be walked side by side. */
function blankEdits(text: string, formatted: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const before = runs(text);
  const after = runs(formatted);
  if (before.length !== after.length) return wholeEdit(text, formatted);
  for (const [index, run] of before.entries()) {
    const other = after[index];
    if (other === undefined) continue;
    if (run.word !== other.word) return wholeEdit(text, formatted);
    if (run.blank !== other.blank) {
      edits.push({ span: { start: run.start, end: run.start + run.blank.length }, newText: other.blank });
    }
  }
  return edits;
}

interface Run {
  readonly start: number;
  readonly blank: string;
  readonly word: string;
}

/** White space and what follows it, to the end of the text. Braces and commas are apart, as they may be moved off. */
function runs(text: string): readonly Run[] {
  const found: Run[] = [];
  for (const match of text.matchAll(/(\s*)([{}=,|]|[^\s{}=,|]+|$)/g)) {
    found.push({ start: match.index, blank: match[1] ?? "", word: match[2] ?? "" });
    if (match[2] === "") break;
  }
  return found;
}
