// The one layout of a cluster file. Only white space changes: words, strings and comments stay as written, and a
// block that was written on one line stays on one line while it fits. A file with syntax errors is left as it is.

import type { CstNode, IToken } from "chevrotain";
import { tokenSpan } from "./cst.ts";
import { readClusterFile } from "./grammar.ts";
import { parseCluster } from "./parse.ts";
import { Comma, Comment, LeftBrace, RightBrace, tokenizeCluster } from "./tokens.ts";

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
  "resourceItem",
  "resource",
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

/** Writes piece after piece; what comes before each is decided from its neighbours and the block it stands in. */
class Layout {
  private readonly text: string;
  private readonly pieces: readonly IToken[];
  private readonly starts: Starts;
  private readonly lines: string[] = [];
  private line = "";
  /** For each open block, whether it stands on one line. */
  private readonly blocks: boolean[] = [];

  constructor(text: string, pieces: readonly IToken[], starts: Starts) {
    this.text = text;
    this.pieces = pieces;
    this.starts = starts;
  }

  print(): string {
    for (const [index, piece] of this.pieces.entries()) this.put(piece, index);
    return `${[...this.lines, this.line].join("\n")}\n`;
  }

  private put(piece: IToken, index: number): void {
    const before = this.pieces[index - 1];
    if (piece.tokenType === RightBrace) {
      const onOneLine = this.blocks.pop() ?? false;
      if (!onOneLine) this.breakLine(this.blocks.length);
      else if (before?.tokenType !== LeftBrace) this.line += " ";
    } else if (before !== undefined) {
      this.separate(before, piece);
    }
    this.line += piece.image.trimEnd();
    if (piece.tokenType === LeftBrace) this.blocks.push(this.fitsOnOneLine(index));
  }

  private separate(before: IToken, piece: IToken): void {
    const depth = this.blocks.length;
    const onOneLine = this.blocks.at(-1) ?? false;
    const lineEnds = countLineEnds(this.text, before, piece);
    const starts = this.starts.statements.has(piece.startOffset);
    if (piece.tokenType === Comment) {
      if (lineEnds === 0) this.line += "  ";
      else this.breakLine(depth, this.wantsBlank(before, piece, lineEnds));
    } else if (starts && !onOneLine) {
      this.breakLine(depth, this.wantsBlank(before, piece, lineEnds));
    } else if (before.tokenType === LeftBrace) {
      if (onOneLine) this.line += " ";
      else this.breakLine(depth);
    } else if (before.tokenType === Comment) {
      this.breakLine(depth + 1);
    } else if (before.tokenType === Comma && this.line.length + piece.image.length > widthMax) {
      this.breakLine(depth + 1);
    } else if (starts) {
      this.line += "  ";
    } else if (piece.tokenType !== Comma && !this.starts.tightCommas.has(before.startOffset)) {
      this.line += " ";
    }
  }

  /** A blank line is kept, never doubled; blocks of the file are always apart; a block begins with none. */
  private wantsBlank(before: IToken, piece: IToken, lineEnds: number): boolean {
    if (before.tokenType === LeftBrace) return false;
    if (lineEnds > 1) return true;
    return this.blocks.length === 0 && before.tokenType !== Comment && piece.startOffset > 0;
  }

  private breakLine(depth: number, blank = false): void {
    this.lines.push(this.line.trimEnd());
    if (blank) this.lines.push("");
    this.line = indentation.repeat(depth);
  }

  private fitsOnOneLine(open: number): boolean {
    if (this.blocks.at(-1) === true || this.pieces[open + 1]?.tokenType === RightBrace) return true;
    let depth = 0;
    let width = this.line.length;
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
