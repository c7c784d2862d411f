// What stands before a place in a cluster file: the block, the statement begun there, and what may come next. Works
// on tokens and not on the tree, because it is asked while the text is half typed.

import type { IToken } from "chevrotain";
import { isOpener } from "../language/keywords.ts";
import type { BlockKind } from "../language/statement.ts";
import { findStatement } from "../language/statements.ts";
import { Text, tokenizeCluster, UnclosedText } from "../syntax/cluster/tokens.ts";
import { type Accepts, type Element, Progress } from "./progress.ts";

export interface StatementAt {
  /** Undefined inside of braces that no statement opened. */
  readonly block: BlockKind | undefined;
  /** The blocks around, outermost first, with the words of the statement that opened each. */
  readonly around: readonly { readonly block: BlockKind | undefined; readonly words: readonly string[] }[];
  /** The words of the statement before the place; empty where a new one may begin only. */
  readonly words: readonly string[];
  readonly next: readonly Element[];
  /** True where a new statement may begin. */
  readonly mayBegin: boolean;
  /** True behind `and`: another action must follow. */
  readonly isJoined: boolean;
}

interface Statement {
  readonly words: string[];
  progress: Progress | undefined;
}

/** The statement that the text before `end` leaves open. */
export function statementAt(text: string, end: number, accepts?: Accepts): StatementAt {
  const scanner = new Scanner(accepts);
  for (const token of tokenizeCluster(text.slice(0, end)).tokens) scanner.take(token);
  return scanner.result();
}

class Scanner {
  readonly #around: { block: BlockKind | undefined; words: readonly string[] }[] = [];
  #block: BlockKind | undefined = "file";
  #statement: Statement | undefined;
  #isJoined = false;
  #lastLine = 0;
  readonly #accepts: Accepts | undefined;

  constructor(accepts: Accepts | undefined) {
    this.#accepts = accepts;
  }

  take(token: IToken): void {
    const image = token.tokenType === Text || token.tokenType === UnclosedText ? `"` : token.image;
    const beginsLine = (token.startLine ?? 0) > this.#lastLine;
    this.#lastLine = token.endLine ?? 0;
    if (image === "{") this.#open();
    else if (image === "}") this.#close();
    else if (this.#begins(image, beginsLine)) this.#begin(token.image);
    else this.#goOn(token.image, image);
  }

  #goOn(written: string, image: string): void {
    const statement = this.#statement;
    if (statement === undefined) return;
    if (image === "and" && this.#block === "scenario" && statement.progress?.isComplete === true) {
      this.#statement = undefined;
      this.#isJoined = true;
      return;
    }
    statement.words.push(written);
    statement.progress = statement.progress?.after(image);
  }

  /** A word that opens a statement does so at the start of a line, and wherever the one before it is complete. */
  #begins(image: string, beginsLine: boolean): boolean {
    if (this.#block === undefined || !isOpener(this.#block, image)) return false;
    const progress = this.#statement?.progress;
    if (this.#statement === undefined || progress === undefined) return true;
    const continues = progress.next.some((element) => element.kind === "word" && element.word === image);
    if (continues) return false;
    return beginsLine || progress.isComplete;
  }

  #begin(keyword: string): void {
    const statement = this.#block === undefined ? undefined : findStatement(this.#block, keyword);
    this.#isJoined = false;
    this.#statement = {
      words: [keyword],
      progress: statement === undefined ? undefined : Progress.of(statement, this.#accepts).after(keyword),
    };
  }

  #open(): void {
    const words = this.#statement?.words ?? [];
    this.#around.push({ block: this.#block, words });
    this.#block = blockOpenedBy(this.#block, words[0]);
    this.#statement = undefined;
  }

  #close(): void {
    this.#block = this.#around.pop()?.block ?? "file";
    this.#statement = undefined;
  }

  result(): StatementAt {
    const progress = this.#statement?.progress;
    const words = this.#statement?.words ?? [];
    return {
      block: this.#block,
      around: this.#around,
      words,
      next: progress?.next ?? [],
      mayBegin: words.length === 0 || progress === undefined || progress.isComplete,
      isJoined: this.#isJoined && words.length === 0,
    };
  }
}

function blockOpenedBy(block: BlockKind | undefined, keyword: string | undefined): BlockKind | undefined {
  if (keyword === undefined || block === undefined || !isOpener(block, keyword)) return undefined;
  switch (keyword) {
    case "cluster":
    case "scenario":
    case "prove":
    case "domain":
    case "path":
    case "storage":
    case "resource":
    case "node":
      return keyword;
    case "witness":
      return "node";
    default:
      return undefined;
  }
}
