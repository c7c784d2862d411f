// A document as an Excel workbook: a cover with a revision history, a sheet for each table, and the sources. Every cell
// is text, never a formula. The same document gives the same bytes: no clock is asked, the caller says which moment.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { sources as allSources } from "@lkcluster/core/catalogue/sources.ts";
import { type Cell, type Column, type Document, groundOf, type Section } from "@lkcluster/core/documents/document.ts";
import { sourcesOf } from "@lkcluster/core/documents/sourcesOf.ts";
import { words } from "@lkcluster/core/documents/words.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { displayWidth } from "@lkcluster/core/text/displayWidth.ts";
import { visible } from "@lkcluster/core/text/shown.ts";
import { type Cell as SheetCell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { sheetNames } from "./sheetNames.ts";
import { type Look, styles } from "./styles.ts";

/** Never fails: what a sheet cannot hold is cut, and says so. */
export function writeWorkbook(document: Document, locale: Locale, moment: Date): Promise<Uint8Array> {
  const { title, subject, sections } = document;
  const names = sheetNames([title[locale], ...sections.map((one) => one.title[locale]), words.sourceList[locale]]);
  const footer = { oddFooter: `&L${escapedFooter(subject.cluster)}&C${escapedFooter(title[locale])}&R&P / &N` };
  const sheets = [
    cover(document, locale),
    ...sections.map((section) => sectionSheet(section, locale)),
    sourceSheet(document, locale),
  ].map((sheet, at): WriteSheet => ({ ...sheet, name: names[at] ?? `${at + 1}`, headerFooter: footer }));
  return writeXlsx({
    sheets,
    properties: {
      title: `${title[locale]}: ${visible(subject.cluster)}`,
      creator: "lkcluster",
      created: moment,
      modified: moment,
    },
    defaultFont: { name: locale === "ja" ? "游ゴシック" : "Calibri", size: 10 },
  });
}

/** Rows and styles gathered cell by cell. */
class Sheet {
  readonly rows: string[][] = [];
  readonly cells = new Map<string, Partial<SheetCell>>();
  readonly rowDefs = new Map<number, { height: number }>();

  /** The number of the row, counted from 0. */
  add(row: readonly { readonly text: string; readonly look: Look }[]): number {
    const at = this.rows.length;
    this.rows.push(row.map(({ text }) => fitted(text)));
    for (const [column, { text, look }] of row.entries()) {
      this.cells.set(`${at},${column}`, { value: fitted(text), type: "string", style: styles[look] });
    }
    return at;
  }

  /** Excel does not fit the height of a row to wrapped text that nobody typed. */
  fit(at: number, widths: readonly number[]): void {
    const lines = (this.rows[at] ?? []).map((text, column) => linesOf(text, widths[column] ?? 10));
    this.rowDefs.set(at, { height: Math.min(409, 15 * Math.max(1, largest(lines)) + 3) });
  }

  /** `toFill` rows and columns stay empty boxes. */
  made(widths: readonly number[], more: Partial<WriteSheet> = {}): Omit<WriteSheet, "name"> {
    return {
      columns: widths.map((width) => ({ width })),
      rows: this.rows,
      cells: this.cells,
      rowDefs: this.rowDefs,
      pageSetup: pageFor(widths),
      view: { showGridLines: false },
      ...more,
    };
  }
}

/** Landscape, as wide as the table; where that would be too small to read on A4, on A3. */
function pageFor(widths: readonly number[]): NonNullable<WriteSheet["pageSetup"]> {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return {
    paperSize: whole > 170 ? "a3" : "a4",
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

/** Two characters of a full-width text take as much as four others. */
function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (width - 1))), 0);
}

function cover(document: Document, locale: Locale): Omit<WriteSheet, "name"> {
  const { title, purpose, subject } = document;
  const sheet = new Sheet();
  const widths = [22, 16, 60, 16, 16];
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const line = (name: string, text: string): void => {
    const at = sheet.add([
      { text: name, look: "label" },
      { text, look: "text" },
    ]);
    merges.push({ startRow: at, startCol: 1, endRow: at, endCol: widths.length - 1 });
  };
  sheet.rowDefs.set(sheet.add([{ text: title[locale], look: "title" }]), { height: 34 });
  sheet.rowDefs.set(sheet.add([{ text: subject.cluster, look: "subtitle" }]), { height: 24 });
  sheet.add([]);
  const said = sheet.add([{ text: purpose[locale], look: "text" }]);
  sheet.rowDefs.set(said, { height: 15 * linesOf(purpose[locale], 120) + 6 });
  merges.push({ startRow: said, startCol: 0, endRow: said, endCol: widths.length - 1 });
  sheet.add([]);
  line(words.cluster[locale], subject.cluster);
  line(words.version[locale], subject.version);
  for (const { name, sha256 } of subject.files) line(words.file[locale], `${name}  (SHA-256 ${sha256})`);
  sheet.add([]);
  sheet.add([{ text: words.revisions[locale], look: "heading" }]);
  const heads = [words.revision, words.date, words.change, words.author, words.approver];
  sheet.add(heads.map((word) => ({ text: word[locale], look: "head" })));
  for (let revision = 0; revision < 8; revision++) sheet.add(heads.map(() => ({ text: "", look: "fill" })));
  return sheet.made(widths, { merges });
}

function sectionSheet({ title, notes, table }: Section, locale: Locale): Omit<WriteSheet, "name"> {
  const sheet = new Sheet();
  const columns: readonly Column[] = table?.columns ?? [];
  const widths =
    table === undefined ? [110, 24, 20] : [...columns.map(({ width }) => width), widthOfLines(table.rows), 18];
  sheet.rowDefs.set(sheet.add([{ text: title[locale], look: "heading" }]), { height: 24 });
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (const note of notes) {
    const text = [note.text[locale], groundText(note)].filter((part) => part !== "").join(" ");
    const at = sheet.add([{ text, look: note.tone === "code" ? "code" : "text" }]);
    merges.push({ startRow: at, startCol: 0, endRow: at, endCol: widths.length - 1 });
    sheet.rowDefs.set(at, { height: 15 * linesOf(text, whole) + 3 });
  }
  if (table === undefined) return sheet.made(widths, { merges });
  const head = sheet.add(
    [...columns.map((column) => column.title), words.lines, words.sources].map((word) => ({
      text: word[locale],
      look: "head",
    })),
  );
  sheet.fit(head, widths);
  for (const row of table.rows) {
    const { lines, sources } = groundOf(row);
    const at = sheet.add([
      ...row.map((one, column) => ({ text: one.text[locale], look: lookOf(one, columns[column]) })),
      { text: lines.map(({ file, line }) => `${file}:${line}`).join("\n"), look: "quiet" },
      { text: sources.join(", "), look: "quiet" },
    ]);
    sheet.fit(at, widths);
  }
  return sheet.made(widths, {
    merges,
    freezePane: { rows: head + 1, columns: 1 },
    ...(table.rows.length === 0 ? {} : { dataValidations: validationsOf(columns, head, table.rows.length, locale) }),
    pageSetup: { ...pageFor(widths), printTitlesRow: `$${head + 1}:$${head + 1}` },
  });
}

function validationsOf(
  columns: readonly Column[],
  head: number,
  rows: number,
  locale: Locale,
): NonNullable<WriteSheet["dataValidations"]> {
  return columns.flatMap(({ toFill }, at) => {
    if (toFill === undefined || toFill === "text") return [];
    const letter = columnLetters(at);
    return [
      {
        type: "list" as const,
        values: toFill.map((choice) => choice[locale]),
        allowBlank: true,
        showErrorMessage: true,
        range: `${letter}${head + 2}:${letter}${head + 1 + rows}`,
      },
    ];
  });
}

/** A, B, … Z, AA, … as Excel calls its columns. */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnLetters(Math.floor(at / 26) - 1)}${letter}`;
}

function sourceSheet(document: Document, locale: Locale): Omit<WriteSheet, "name"> {
  const sheet = new Sheet();
  const widths = [18, 80, 90];
  sheet.rowDefs.set(sheet.add([{ text: words.sourceList[locale], look: "heading" }]), { height: 24 });
  sheet.add([words.key, words.titleOfSource, words.address].map((word) => ({ text: word[locale], look: "head" })));
  for (const key of sourcesOf(document)) {
    const at = sheet.add([
      { text: key, look: "plain" },
      { text: sourceTitle(key, locale), look: "plain" },
      { text: allSources[key].url ?? "", look: "plain" },
    ]);
    sheet.fit(at, widths);
  }
  return sheet.made(widths, { freezePane: { rows: 2 } });
}

function lookOf({ tone, text }: Cell, column: Column | undefined): Look {
  if (column?.toFill !== undefined && text.en === "") return "fill";
  return tone ?? "plain";
}

function widthOfLines(rows: readonly (readonly Cell[])[]): number {
  const names = rows.flatMap((row) => groundOf(row).lines.map(({ file, line }) => displayWidth(`${file}:${line}`)));
  return Math.min(40, Math.max(14, largest(names) + 2));
}

function groundText({ lines, sources }: Cell): string {
  const all = [...lines.map(({ file, line }) => `${file}:${line}`), ...sources];
  return all.length === 0 ? "" : `[${all.join(", ")}]`;
}

/** A cell holds 32767 UTF-16 code units at most; Excel calls a file with more damaged. */
const cellMax = 32_767;

function fitted(text: string): string {
  const shown = visible(text).replaceAll("\r", "");
  return shown.length <= cellMax ? shown : `${[...shown.slice(0, cellMax - 1)].slice(0, -1).join("")}…`;
}

/** `&` begins a code in headers and footers, which hold 255 characters at most. */
function escapedFooter(text: string): string {
  return visible(text).slice(0, 60).replaceAll("&", "&&");
}
