// One sheet of a workbook, gathered row by row: every cell is text, never a formula, and high enough for its lines.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { visible } from "@lkcluster/core/text/shown.ts";
import type { CellStyle, Cell as SheetCell, WriteSheet } from "hucre/xlsx";
import { type Look, styleOf } from "./styles.ts";
import { linesOf } from "./wrappedLines.ts";

/** What is set in a smaller size takes that much less. */
const smaller = 0.9;

export interface SheetText {
  readonly text: string;
  readonly look: Look;
}

export type MadeSheet = Omit<WriteSheet, "name">;

export class Sheet {
  readonly #rows: string[][] = [];
  readonly #cells = new Map<string, Partial<SheetCell>>();
  readonly #rowDefs = new Map<number, { height: number }>();
  readonly #merges: NonNullable<WriteSheet["merges"]> = [];
  readonly #locale: Locale;
  readonly widths: readonly number[];

  constructor(locale: Locale, widths: readonly number[]) {
    this.#locale = locale;
    this.widths = widths;
  }

  /** The number of the row, counted from 0. */
  add(row: readonly SheetText[], height?: number): number {
    const at = this.#rows.length;
    this.#rows.push(row.map(({ text }) => fitted(text)));
    for (const [column, { text, look }] of row.entries()) this.put(at, column, text, look);
    if (height !== undefined) this.#rowDefs.set(at, { height });
    return at;
  }

  put(row: number, column: number, text: string, look: Look, border?: CellStyle["border"]): void {
    const style = styleOf(look, this.#locale, border);
    this.#cells.set(`${row},${column}`, { value: fitted(text), type: "string", style });
  }

  /** As high as its text, which a spreadsheet does not see to where nobody typed it. */
  addFitted(row: readonly SheetText[]): number {
    const lines = row.map(({ text, look }, column) => {
      const small = look === "quiet" || look === "code" ? smaller : 1;
      return small * linesOf(fitted(text), (this.widths[column] ?? 10) / small);
    });
    return this.add(row, this.#heightFor(largest(lines)));
  }

  /** Over all columns from `from` on. */
  addWide(text: string, look: Look, { from = 0, before = [] }: { from?: number; before?: readonly SheetText[] } = {}) {
    const width = this.widths.slice(from).reduce((sum, one) => sum + one, 0);
    const at = this.add([...before, { text, look }], this.#heightFor(linesOf(fitted(text), width)));
    const endCol = Math.max(from, this.widths.length - 1);
    // Every part of a merged cell has its own edges.
    for (let column = from + 1; column <= endCol; column++) this.put(at, column, "", look);
    if (endCol > from) this.merge(at, from, at, endCol);
    return at;
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    this.#merges.push({ startRow, startCol, endRow, endCol });
  }

  /** A line of the Japanese font is half as high again as its letters. */
  #heightFor(lines: number): number {
    return Math.min(409, (this.#locale === "ja" ? 16.5 : 13.5) * Math.max(1, lines) + 3);
  }

  made(more: Partial<WriteSheet> = {}): MadeSheet {
    return {
      columns: this.widths.map((width) => ({ width })),
      rows: this.#rows,
      cells: this.#cells,
      rowDefs: this.#rowDefs,
      view: { showGridLines: false },
      ...(this.#merges.length === 0 ? {} : { merges: this.#merges }),
      ...more,
    };
  }
}

/** A cell holds 32767 UTF-16 code units at most; Excel calls a file with more damaged. */
const cellMax = 32_767;

function fitted(text: string): string {
  const shown = visible(text).replaceAll("\r", "");
  return shown.length <= cellMax ? shown : `${[...shown.slice(0, cellMax - 1)].slice(0, -1).join("")}…`;
}
