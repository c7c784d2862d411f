// What a document of a project consists of, whatever it is written as: sections with sentences and tables, and for
// each cell the lines of the cluster's files and the sources that it comes from. Nothing here knows of paper or sheets.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";

export type DocumentId =
  | "parameters"
  | "as-built"
  | "tests"
  | "procedure"
  | "topology"
  | "operations"
  | "ports"
  | "availability";

export interface Document {
  readonly id: DocumentId;
  readonly title: Localized;
  /** In a sentence, what it is for. */
  readonly purpose: Localized;
  readonly subject: Subject;
  readonly sections: readonly Section[];
}

/** Which cluster, in which state of its files. */
export interface Subject {
  readonly cluster: string;
  readonly version: string;
  /** Every file that went in, by its name beside the cluster file, with the SHA-256 of its text. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

export interface Section {
  readonly title: Localized;
  readonly notes: readonly Cell[];
  readonly table?: Table;
  readonly drawing?: Drawing;
}

export interface Table {
  readonly columns: readonly Column[];
  /** Each has one cell a column. */
  readonly rows: readonly Row[];
}

export type Row = readonly Cell[];

export interface Column {
  readonly title: Localized;
  /** In half-width characters, about; the rest wraps. */
  readonly width: number;
  /** Left empty for a person; with choices, one of these. */
  readonly toFill?: "text" | readonly Localized[];
}

/** Several lines of text stay several. Text is never a formula, whatever it begins with. */
export interface Cell {
  readonly text: Localized;
  readonly lines: readonly LineReference[];
  readonly sources: readonly SourceKey[];
  readonly tone?: Tone;
}

/** `own`: somebody set it. `code`: to be typed or compared as it stands. */
export type Tone = "own" | "good" | "bad" | "quiet" | "code";

/** A line of a file that went in; lines are counted from 1. */
export interface LineReference {
  readonly file: string;
  readonly line: number;
}

/** The same picture three times: for a browser, for a page that can draw Mermaid, and for a sheet. */
export interface Drawing {
  readonly svg: Localized;
  readonly mermaid: string;
  readonly ladder: Ladder;
}

/** Boxes beside each other, and below them a rung for each two that are joined. */
export interface Ladder {
  readonly boxes: readonly LadderBox[];
  readonly rungs: readonly LadderRung[];
}

export interface LadderBox {
  /** The first is its name. */
  readonly lines: readonly Localized[];
  readonly kind: "node" | "witness" | "device";
}

export interface LadderRung {
  /** Places among the boxes. */
  readonly between: readonly [number, number];
  readonly text: string;
  readonly kind: "path" | "reach";
}

export interface Ground {
  readonly lines?: readonly LineReference[];
  readonly sources?: readonly SourceKey[];
  readonly tone?: Tone;
}

export function cell(text: Localized | string, { lines = [], sources = [], tone }: Ground = {}): Cell {
  return {
    text: typeof text === "string" ? same(text) : text,
    lines,
    sources,
    ...(tone === undefined ? {} : { tone }),
  };
}

/** To be filled in by a person. */
export const blank: Cell = cell("");

/** What a row comes from, each once and in order. */
export function groundOf(cells: readonly Cell[]): Required<Omit<Ground, "tone">> {
  const lines = new Map(cells.flatMap((one) => one.lines.map((line) => [`${line.file}:${line.line}`, line] as const)));
  return { lines: [...lines.values()], sources: [...new Set(cells.flatMap(({ sources }) => sources))] };
}

/** What there is to show: columns that hold nothing and are not for a person to fill tell nothing. */
export interface ShownColumns {
  readonly columns: readonly number[];
  readonly lines: boolean;
  readonly sources: boolean;
}

export function shownColumns({ columns, rows }: Table): ShownColumns {
  const grounds = rows.map(groundOf);
  return {
    columns: columns.flatMap(({ toFill }, at) =>
      toFill !== undefined || rows.some((row) => (row[at]?.text.en ?? "") !== "") ? [at] : [],
    ),
    lines: grounds.some(({ lines }) => lines.length > 0),
    sources: grounds.some(({ sources }) => sources.length > 0),
  };
}
