// Changes to a text, as data.

import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export interface FileEdit extends TextEdit {
  readonly file: string;
}

/**
 * Applies edits whose spans refer to the text as given. An edit that overlaps an earlier one is left
 * out rather than mangling the text: two fixes for the same place cannot both be right.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at) continue;
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
