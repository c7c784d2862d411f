// Lines up the columns of statements of one kind that follow each other line by line, and the comments behind lines.
// Only adds blanks between the parts of a line. How wide a column is depends on its words alone and never on the blanks
// that were there before, so that aligning twice changes nothing.

import { displayWidth, widestOf } from "../../text/displayWidth.ts";

export interface Cell {
  readonly image: string;
  /** Blanks before it, when nothing is lined up. */
  readonly gap: number;
  /** Cells of the same role may stand in one column: a keyword or a sign as itself, any name or value as `word`. */
  readonly role: string;
}

export interface Row {
  readonly depth: number;
  readonly cells: readonly Cell[];
  /** False for a blank line, a comment line, and the rest of a statement that began on an earlier line. */
  readonly beginsStatement: boolean;
}

/** Statements that read like rows of a table. Steps of scenarios read like sentences and stay as they are. */
const tabular: ReadonlySet<string> = new Set([
  "domain",
  "node",
  "witness",
  "path",
  "tcp",
  "tty",
  "storage",
  "host",
  "resource",
  "set",
]);

/** More blanks than this connect nothing for the eye. */
const paddingMax = 32;

/** The blanks before each cell of each row. */
export function alignRows(rows: readonly Row[], widthMax: number): readonly (readonly number[])[] {
  const gaps = rows.map((row) => row.cells.map((cell) => cell.gap));
  for (const group of tables(rows)) alignColumns(group, 0, { rows, gaps, widthMax });
  for (const group of commentRuns(rows)) alignComments(group, rows, gaps);
  return gaps;
}

interface Sheet {
  readonly rows: readonly Row[];
  readonly gaps: readonly number[][];
  readonly widthMax: number;
}

/** Neighbouring rows of one kind, as indices; a row whose block goes on in the next line belongs to none. */
function tables(rows: readonly Row[]): readonly (readonly number[])[] {
  return runs(
    rows.map((_, index) => index),
    (index) => {
      const row = rows[index];
      const first = row?.cells[0]?.role ?? "";
      const isWhole = rows[index + 1]?.depth === row?.depth || rows[index + 1]?.cells[0]?.role === "}";
      if (row === undefined || !row.beginsStatement || !tabular.has(first) || !isWhole) return undefined;
      const open = row.cells.filter(({ role }) => role === "{").length;
      return open === row.cells.filter(({ role }) => role === "}").length ? `${row.depth} ${first}` : undefined;
    },
  );
}

/** Splits into neighbours with the same key; those without a key are left out. */
function runs(
  indices: readonly number[],
  keyOf: (index: number) => string | undefined,
): readonly (readonly number[])[] {
  const found: number[][] = [];
  let lastKey: string | undefined;
  for (const index of indices) {
    const key = keyOf(index);
    if (key !== undefined && key === lastKey) found.at(-1)?.push(index);
    else if (key !== undefined) found.push([index]);
    lastKey = key;
  }
  return found.filter((run) => run.length > 1);
}

/** The rows agree in everything before `column`: lines that one up and goes on where they still agree. */
function alignColumns(group: readonly number[], column: number, sheet: Sheet): void {
  const { rows, gaps, widthMax } = sheet;
  const cellOf = (index: number, at: number): Cell | undefined => rows[index]?.cells[at];
  const alike = runs(group, (index) => {
    const [cell, next] = [cellOf(index, column), cellOf(index, column + 1)];
    // Behind the last word of a row there is no column, nor inside of a list, whose commas stay with their words.
    return cell === undefined || next === undefined || isEnd(next) || next.gap === 0 || cell.role === ","
      ? undefined
      : cell.role;
  });
  for (const run of alike) {
    const widths = run.map((index) => displayWidth(cellOf(index, column)?.image ?? ""));
    const paddings = paddingsFor(widths);
    const fits = run.every((index, at) => widthOf(index, sheet) + (paddings[at] ?? 0) <= widthMax);
    if (fits) {
      run.forEach((index, at) => {
        const row = gaps[index];
        if (row !== undefined) row[column + 1] = (row[column + 1] ?? 0) + (paddings[at] ?? 0);
      });
    }
    alignColumns(run, column + 1, sheet);
  }
}

function isEnd({ role }: Cell): boolean {
  return role === "}" || role === "comment";
}

/** To the widest, unless one stands too far out. */
function paddingsFor(widths: readonly number[]): readonly number[] {
  const widest = widestOf(widths);
  const paddings = widths.map((width) => widest - width);
  return paddings.some((padding) => padding > paddingMax) ? widths.map(() => 0) : paddings;
}

/** Without the comment behind it. */
function widthOf(index: number, { rows, gaps }: Pick<Sheet, "rows" | "gaps">): number {
  const row = rows[index];
  if (row === undefined) return 0;
  return row.cells.reduce(
    (width, cell, at) =>
      cell.role === "comment" ? width : width + (gaps[index]?.[at] ?? 0) + displayWidth(cell.image),
    row.depth * 2,
  );
}

// ---- comments behind lines ----------------------------------------------------------------------------------------

function commentRuns(rows: readonly Row[]): readonly (readonly number[])[] {
  return runs(
    rows.map((_, index) => index),
    (index) => {
      const cells = rows[index]?.cells ?? [];
      return cells.length > 1 && cells.at(-1)?.role === "comment" ? String(rows[index]?.depth) : undefined;
    },
  );
}

function alignComments(group: readonly number[], rows: readonly Row[], gaps: readonly number[][]): void {
  const paddings = paddingsFor(group.map((index) => widthOf(index, { rows, gaps })));
  group.forEach((index, at) => {
    const row = gaps[index];
    if (row === undefined) return;
    row[row.length - 1] = (row.at(-1) ?? 0) + (paddings[at] ?? 0);
  });
}
