// Tables for a terminal and for Markdown; columns line up under full-width characters.

import { largest } from "@lkcluster/core/many.ts";
import { type Paint, padTo, widthOf } from "./paint.ts";

export function textTable(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), largest(rows.map((row) => widthOf(row[column] ?? "")))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, column) => padTo(text, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${[paint.bold(line(head)), ...rows.map(line)].join("\n")}\n`;
}

/** What is escaped in a cell stays as it is. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text) => text.replace(/(?<!\\)\|/g, "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}
