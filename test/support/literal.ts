// Expected texts that stand in the source as template literals, and rewrite themselves there: with UPDATE=1 a text that
// differs replaces the literal. Read the diff.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const isUpdate = process.env["UPDATE"] === "1";

/** The text of an indented literal: without the line of its opening and closing backtick, and without its indentation. */
export function outdented(literal: string): string {
  const lines = literal.replace(/^\n/, "").replace(/\n *$/, "").split("\n");
  const margin = Math.min(...lines.filter((line) => line !== "").map((line) => line.search(/[^ ]|$/)));
  return lines.map((line) => line.slice(margin)).join("\n");
}

/** Compares with the literal that begins at or behind `from` in the source file, and rewrites it on request. */
export function assertLiteral(
  actual: string,
  literal: string,
  source: { readonly file: string; readonly after: RegExp },
): void {
  const expected = outdented(literal);
  if (actual === expected || !isUpdate) {
    assert.equal(actual, expected, "Read the difference; if it is right, run this test with UPDATE=1.");
    return;
  }
  const text = readFileSync(source.file, "utf8");
  const found = source.after.exec(text);
  assert.ok(found !== null, `${source.file} has no literal after ${source.after}`);
  const start = text.indexOf("`", found.index + found[0].length);
  const end = /(?<!\\)(?:\\\\)*`/.exec(text.slice(start + 1));
  assert.ok(start >= 0 && end !== null, `${source.file}: no literal`);
  const margin = /^ */.exec(text.slice(text.lastIndexOf("\n", start) + 1))?.[0] ?? "";
  const lines = escaped(actual)
    .split("\n")
    .map((line) => (line === "" ? "" : `${margin}  ${line}`));
  const stop = start + 1 + end.index + end[0].length;
  writeFileSync(source.file, `${text.slice(0, start)}\`\n${lines.join("\n")}\n${margin}\`${text.slice(stop)}`);
}

function escaped(text: string): string {
  return text.replace(/[\\`]|\$\{/g, "\\$&");
}
