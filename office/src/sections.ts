// Sections of a document as sheets: those that have the same columns stand below each other under one head, so that a
// page is filled; sentences without a table go with what is before them.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { sources as allSources } from "@lkcluster/core/catalogue/sources.ts";
import {
  blank,
  type Cell,
  type Column,
  type Document,
  groundOf,
  type Section,
  shownColumns,
  type Table,
} from "@lkcluster/core/documents/document.ts";
import { sourcesOf } from "@lkcluster/core/documents/sourcesOf.ts";
import { words } from "@lkcluster/core/documents/words.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { displayWidth } from "@lkcluster/core/text/displayWidth.ts";
import type { WriteSheet } from "hucre/xlsx";
import { type MadeSheet, Sheet } from "./sheet.ts";
import type { Look } from "./styles.ts";

type Tabled = Section & { readonly table: Table };

/** What stands on one sheet. */
export interface SheetPlan {
  readonly tables: readonly Tabled[];
  /** Sentences below them. */
  readonly below: readonly Section[];
}

/** `beginning`: sentences before any table, for the cover. */
export function planSheets(sections: readonly Section[]): {
  readonly beginning: readonly Section[];
  readonly sheets: readonly SheetPlan[];
} {
  const beginning: Section[] = [];
  const sheets: { tables: Tabled[]; below: Section[] }[] = [];
  for (const section of sections) {
    const last = sheets.at(-1);
    if (!isTabled(section)) (last?.below ?? beginning).push(section);
    else if (last !== undefined && last.below.length === 0 && isAlike(last.tables[0], section))
      last.tables.push(section);
    else sheets.push({ tables: [section], below: [] });
  }
  return { beginning, sheets };
}

function isTabled(section: Section): section is Tabled {
  return section.table !== undefined;
}

function isAlike(one: Tabled | undefined, other: Tabled): boolean {
  const heads = (section: Tabled): string => JSON.stringify(section.table.columns);
  return one !== undefined && one.drawing === undefined && other.drawing === undefined && heads(one) === heads(other);
}

export function tableSheet({ tables, below }: SheetPlan, title: string, locale: Locale): MadeSheet {
  const columns = tables[0]?.table.columns ?? [];
  const rows = tables.flatMap(({ table }) => table.rows);
  const shown = shownColumns({ columns, rows });
  const kept = shown.columns.flatMap((at) => columns[at] ?? []);
  const sheet = new Sheet(locale, [
    ...kept.map(({ width }) => width),
    ...(shown.lines ? [widthOfLines(rows)] : []),
    ...(shown.sources ? [widthOfSources(rows)] : []),
  ]);
  const isOne = tables.length === 1;
  sheet.add([{ text: title, look: "heading" }], 24);
  if (isOne) for (const section of tables) addNotes(sheet, section, locale);
  const head = sheet.addFitted(
    [
      ...kept.map((column) => column.title),
      ...(shown.lines ? [words.lines] : []),
      ...(shown.sources ? [words.sources] : []),
    ].map((word) => ({ text: word[locale], look: "head" })),
  );
  const toFill: { first: number; last: number }[] = [];
  for (const section of tables) {
    if (!isOne) {
      sheet.addWide(section.title[locale], "band");
      addNotes(sheet, section, locale);
    }
    const lines = section.table.rows.map((row) => {
      const { lines, sources } = groundOf(row);
      return sheet.addFitted([
        ...shown.columns.map((at) => ({
          text: (row[at] ?? blank).text[locale],
          look: lookOf(row[at] ?? blank, columns[at]),
        })),
        ...(shown.lines ? [quiet(lines.map(({ file, line }) => `${file}:${line}`).join("\n"))] : []),
        ...(shown.sources ? [quiet(sources.join(", "))] : []),
      ]);
    });
    const [first] = lines;
    if (first !== undefined) toFill.push({ first, last: lines.at(-1) ?? first });
  }
  for (const section of below) addText(sheet, section, locale);
  const dataValidations = toFill.flatMap((range) => validationsOf(kept, range, locale));
  return sheet.made({
    freezePane: { rows: head + 1, columns: 1 },
    pageSetup: { printTitlesRow: `$${head + 1}:$${head + 1}` },
    ...(dataValidations.length === 0 ? {} : { dataValidations }),
  });
}

/** A heading and its sentences. */
export function addText(sheet: Sheet, section: Section, locale: Locale): void {
  sheet.add([], 10);
  sheet.add([{ text: section.title[locale], look: "heading" }], 22);
  addNotes(sheet, section, locale);
}

function addNotes(sheet: Sheet, { notes }: Section, locale: Locale): void {
  for (const note of notes) {
    const text = [note.text[locale], groundText(note)].filter((part) => part !== "").join(" ");
    sheet.addWide(text, note.tone === "code" ? "code" : "text");
  }
}

/** Undefined where a document names no source. */
export function sourceSheet(document: Document, locale: Locale): MadeSheet | undefined {
  const keys = sourcesOf(document);
  if (keys.length === 0) return undefined;
  const sheet = new Sheet(locale, [18, 70, 80]);
  sheet.add([{ text: words.sourceList[locale], look: "heading" }], 24);
  sheet.addFitted(
    [words.key, words.titleOfSource, words.address].map((word) => ({ text: word[locale], look: "head" })),
  );
  for (const key of keys) {
    sheet.addFitted([
      { text: key, look: "plain" },
      { text: sourceTitle(key, locale), look: "plain" },
      { text: allSources[key].url ?? "", look: "plain" },
    ]);
  }
  return sheet.made({ freezePane: { rows: 2 }, pageSetup: { printTitlesRow: "$2:$2" } });
}

function validationsOf(
  columns: readonly Column[],
  { first, last }: { readonly first: number; readonly last: number },
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
        range: `${letter}${first + 1}:${letter}${last + 1}`,
      },
    ];
  });
}

/** A, B, … Z, AA, … as Excel calls its columns. */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnLetters(Math.floor(at / 26) - 1)}${letter}`;
}

function lookOf({ tone, text }: Cell, column: Column | undefined): Look {
  if (column?.toFill !== undefined && text.en === "") return "fill";
  return tone ?? "plain";
}

function quiet(text: string): { readonly text: string; readonly look: Look } {
  return { text, look: "quiet" };
}

function widthOfLines(rows: readonly (readonly Cell[])[]): number {
  const names = rows.flatMap((row) => groundOf(row).lines.map(({ file, line }) => displayWidth(`${file}:${line}`)));
  return Math.min(40, Math.max(14, largest(names) + 2));
}

/** Of many sources a row is not made higher than its text. */
function widthOfSources(rows: readonly (readonly Cell[])[]): number {
  const longest = largest(rows.map((row) => groundOf(row).sources.join(", ").length));
  return Math.min(32, Math.max(14, Math.ceil(longest / 3)));
}

function groundText({ lines, sources }: Cell): string {
  const all = [...lines.map(({ file, line }) => `${file}:${line}`), ...sources];
  return all.length === 0 ? "" : `[${all.join(", ")}]`;
}
