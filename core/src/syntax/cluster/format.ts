// The one layout of a cluster file. Only white space changes: words, strings and comments stay as written, a block that
// was written on one line stays on one line while it fits, and the columns of neighbouring rows line up. A file with
// syntax errors is left as it is.

import type { CstNode, IToken } from "chevrotain";
import { assert } from "../../assert.ts";
import { alignRows, type Cell, type Row } from "./alignRows.ts";
import { tokenSpan } from "./cst.ts";
import { readClusterFile } from "./grammar.ts";
import { parseCluster } from "./parse.ts";
import {
  Comma,
  Comment,
  Duration,
  Integer,
  LeftBrace,
  PlainWord,
  RightBrace,
  Text,
  tokenizeCluster,
} from "./tokens.ts";

const indentation = "  ";
const widthMax = 100;

/** Parts of the grammar that begin a line of their own in a block of several lines. */
const statements: ReadonlySet<string> = new Set([
  "cluster",
  "scenario",
  "prove",
  "item",
  "nodeItem",
  "link",
  "reachedBy",
  "holds",
  "resourceItem",
  "resource",
  "requirement",
  "given",
  "actions",
  "expectation",
  "never",
  "always",
  "sometimes",
  "upTo",
]);

interface Starts {
  readonly statements: Set<number>;
  /** Commas inside a value, which have no blank behind them: `a:80,b:443`. */
  readonly tightCommas: Set<number>;
}

export function formatCluster(text: string): string {
  if (parseCluster("", text).problems.some(({ severity }) => severity === "error")) return text;
  const lexed = tokenizeCluster(text);
  const starts: Starts = { statements: new Set(), tightCommas: new Set() };
  findStarts(readClusterFile(lexed.tokens).tree, starts);
  const pieces = [...lexed.tokens, ...lexed.comments].sort((a, b) => a.startOffset - b.startOffset);
  if (pieces.length === 0) return "";
  const formatted = new Layout(text, pieces, starts).print();
  return text.includes("\r\n") ? formatted.replaceAll("\n", "\r\n") : formatted;
}

function findStarts(cst: CstNode, starts: Starts): void {
  const start = cst.location?.startOffset;
  if (start !== undefined && statements.has(cst.name)) starts.statements.add(start);
  for (const [label, parts] of Object.entries(cst.children)) {
    for (const part of parts) {
      if (!("children" in part)) continue;
      if (cst.name === "storage" && part.name === "onNetwork") starts.statements.add(part.location?.startOffset ?? 0);
      if (cst.name === "set" && label === "value") addTightCommas(part, starts);
      findStarts(part, starts);
    }
  }
}

function addTightCommas(cst: CstNode, starts: Starts): void {
  for (const comma of cst.children[Comma.name] ?? []) if ("image" in comma) starts.tightCommas.add(comma.startOffset);
}

interface OpenRow extends Row {
  readonly cells: Cell[];
}

interface Break {
  /** With a blank line before it. */
  readonly blank?: boolean;
  /** The next line goes on with a statement, or is a comment. */
  readonly continues?: boolean;
}

/** Writes piece after piece; what comes before each is decided from its neighbours and the block it stands in. */
class Layout {
  private readonly text: string;
  private readonly pieces: readonly IToken[];
  private readonly starts: Starts;
  private readonly rows: OpenRow[] = [{ depth: 0, cells: [], beginsStatement: true }];
  /** For each open block, whether it stands on one line. */
  private readonly blocks: boolean[] = [];

  constructor(text: string, pieces: readonly IToken[], starts: Starts) {
    this.text = text;
    this.pieces = pieces;
    this.starts = starts;
  }

  print(): string {
    for (const [index, piece] of this.pieces.entries()) this.put(piece, index);
    const gaps = alignRows(this.rows, widthMax);
    const lines = this.rows.map(({ depth, cells }, row) => {
      if (cells.length === 0) return "";
      const parts = cells.map(({ image }, at) => " ".repeat(gaps[row]?.[at] ?? 0) + image);
      return indentation.repeat(depth) + parts.join("");
    });
    return `${lines.join("\n")}\n`;
  }

  private put(piece: IToken, index: number): void {
    const before = this.pieces[index - 1];
    let gap = 0;
    if (piece.tokenType === RightBrace) {
      const onOneLine = this.blocks.pop() ?? false;
      if (!onOneLine) this.breakLine(this.blocks.length);
      else if (before?.tokenType !== LeftBrace) gap = 1;
    } else if (before !== undefined) {
      gap = this.separate(before, piece);
    }
    this.row.cells.push({ image: piece.image.trimEnd(), gap, role: roleOf(piece) });
    if (piece.tokenType === LeftBrace) this.blocks.push(this.fitsOnOneLine(index));
  }

  private get row(): OpenRow {
    const row = this.rows.at(-1);
    assert(row !== undefined, "a layout begins with a row");
    return row;
  }

  /** Breaks the line, or says how many blanks stand between the two. */
  private separate(before: IToken, piece: IToken): number {
    const depth = this.blocks.length;
    const onOneLine = this.blocks.at(-1) ?? false;
    const lineEnds = countLineEnds(this.text, before, piece);
    const starts = this.starts.statements.has(piece.startOffset);
    if (piece.tokenType === Comment) {
      if (lineEnds === 0) return 2;
      return this.breakLine(depth, { blank: this.wantsBlank(before, piece, lineEnds), continues: true });
    }
    if (starts && !onOneLine) return this.breakLine(depth, { blank: this.wantsBlank(before, piece, lineEnds) });
    if (before.tokenType === LeftBrace) return onOneLine ? 1 : this.breakLine(depth, { continues: true });
    const isFull = before.tokenType === Comma && this.width() + piece.image.length > widthMax;
    if (before.tokenType === Comment || isFull) return this.breakLine(depth + 1, { continues: true });
    if (starts) return 2;
    return piece.tokenType === Comma || this.starts.tightCommas.has(before.startOffset) ? 0 : 1;
  }

  /** A blank line is kept, never doubled; blocks of the file are always apart; a block begins with none. */
  private wantsBlank(before: IToken, piece: IToken, lineEnds: number): boolean {
    if (before.tokenType === LeftBrace) return false;
    if (lineEnds > 1) return true;
    return this.blocks.length === 0 && before.tokenType !== Comment && piece.startOffset > 0;
  }

  private breakLine(depth: number, { blank = false, continues = false }: Break = {}): 0 {
    if (blank) this.rows.push({ depth, cells: [], beginsStatement: false });
    this.rows.push({ depth, cells: [], beginsStatement: !continues });
    return 0;
  }

  /** Of the line so far, before anything is lined up. */
  private width(): number {
    const { depth, cells } = this.row;
    return cells.reduce((width, { gap, image }) => width + gap + image.length, depth * indentation.length);
  }

  private fitsOnOneLine(open: number): boolean {
    if (this.blocks.at(-1) === true || this.pieces[open + 1]?.tokenType === RightBrace) return true;
    let depth = 0;
    let width = this.width();
    for (let index = open; index < this.pieces.length; index++) {
      const piece = this.pieces[index];
      const before = this.pieces[index - 1];
      if (piece === undefined || piece.tokenType === Comment || width > widthMax) return false;
      if (index > open && before !== undefined && countLineEnds(this.text, before, piece) > 0) return false;
      if (index > open) width += piece.image.length + (this.starts.statements.has(piece.startOffset) ? 2 : 1);
      if (piece.tokenType === LeftBrace) depth++;
      if (piece.tokenType === RightBrace && --depth === 0) return width <= widthMax;
    }
    return false;
  }
}

function countLineEnds(text: string, before: IToken, piece: IToken): number {
  const between = text.slice(tokenSpan(before).end, piece.startOffset);
  return between.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** What decides whether two pieces may stand in one column; see alignRows.ts. */
function roleOf({ tokenType, image }: IToken): string {
  if (tokenType === Comment) return "comment";
  const isWord = tokenType === PlainWord || tokenType === Text || tokenType === Integer || tokenType === Duration;
  return isWord ? "word" : image;
}
