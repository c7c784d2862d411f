// Markdown for a terminal: headings stand out, code is coloured and kept line by line, links become their text, tables
// stay as they are.
// Only what our own catalogue writes is rendered; anything else is printed as it stands.

import { append, largest } from "@lkcluster/core/many.ts";
import { type Paint, padTo, widthOf, wrap } from "./paint.ts";

export function renderMarkdown(markdown: string, paint: Paint, columns: number): string {
  const out: string[] = [];
  let table: string[][] = [];
  const flush = (): void => {
    append(out, renderTable(table, paint, columns));
    table = [];
  };
  let inCode = false;
  for (const line of markdown.trimEnd().split("\n")) {
    if (line.startsWith("```")) {
      flush();
      inCode = !inCode;
      continue;
    }
    if (inCode) {
      out.push(`    ${paint.cyan(line)}`);
      continue;
    }
    if (line.startsWith("|")) {
      if (!/^[|\s:-]+$/.test(line))
        table.push(
          line
            .split(/(?<!\\)\|/)
            .slice(1, -1)
            .map((cell) => cell.trim()),
        );
      continue;
    }
    flush();
    const item = /^\s*[-*]\s+(.*)$/.exec(line);
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (heading?.[1] !== undefined) out.push(paint.bold(inline(heading[1], paint)));
    else if (item?.[1] !== undefined) out.push(`  -${wrap(inline(item[1], paint), columns, "    ").slice(3)}`);
    else out.push(wrap(inline(line, paint), columns));
  }
  flush();
  return out.join("\n");
}

function inline(text: string, paint: Paint): string {
  return text
    .replace(/\[([^\]]+)\]\(([^)]*)\)/g, (_, label: string, target: string) =>
      /^https?:/.test(target) && target !== label ? `${label} <${target}>` : label,
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => paint.bold(bold))
    .replace(/`([^`]+)`/g, (_, code: string) => paint.cyan(code))
    .replace(/\\([|<>*_`[\]])/g, "$1");
}

function renderTable(rows: readonly (readonly string[])[], paint: Paint, columns: number): string[] {
  const cells = rows.map((row) => row.map((cell) => inline(cell, paint)));
  const count = Math.max(0, largest(cells.map((row) => row.length)));
  const widths = Array.from({ length: count }, (_, at) => largest(cells.map((row) => widthOf(row[at] ?? ""))));
  const fits = widths.reduce((sum, width) => sum + width + 2, 0) <= columns;
  return cells.flatMap((row, at) => {
    // On a narrow terminal a row becomes a list: nothing is cut off.
    if (!fits) return row.map((cell, column) => wrap(cell, columns, column === 0 ? "" : "    "));
    const line = row
      .map((cell, column) => padTo(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
    return [at === 0 ? paint.bold(line) : line];
  });
}
