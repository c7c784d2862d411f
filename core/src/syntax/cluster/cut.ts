// Where a cluster file can be cut, so that its pieces can be read alone: before each item of its cluster and before each
// scenario and proof that begins a line. Whoever reads the pieces gets the same tree as whoever reads the whole; where
// that is not certain there is no cut.

import { openers } from "../../language/keywords.ts";
import type { Span } from "../../text/span.ts";
import { depthMax } from "../syntaxProblem.ts";

export interface ClusterCut {
  /** The head of the cluster, its closing brace, and comments beside them. */
  readonly frame: readonly Span[];
  /** In the order of the text; together with the frame they are the whole text. */
  readonly pieces: readonly Span[];
}

const itemWords: ReadonlySet<string> = new Set(openers.cluster);
const fileWords: ReadonlySet<string> = new Set(openers.file);

/** What is being read, at the level at which it can be cut. */
type Part = "frame" | "header" | "items" | "runnable";

/**
 * Undefined where braces do not match, where a cluster, scenario or proof begins inside of a block, where there is not
 * one cluster, and for whatever a real file does not have. Strings and comments end with their line, so that every line
 * begins as the first one does.
 */
export function cutCluster(text: string): ClusterCut | undefined {
  const frame: Span[] = [];
  const pieces: Span[] = [];
  let part: Part = "frame";
  let start = 0;
  let depth = 0;
  let clusters = 0;
  let isInCluster = false;
  let lineStart = 0;
  let isLineBegun = false;
  /** Of the first token on this line. */
  let column = 0;
  /** The least of the lines on which this piece has something outside of its own blocks. */
  let leastColumn = 0;

  const begin = (next: Part): Part => {
    if (lineStart > start) (part === "items" || part === "runnable" ? pieces : frame).push({ start, end: lineStart });
    start = lineStart;
    leastColumn = column;
    return next;
  };

  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      lineStart = ++at;
      isLineBegun = false;
      continue;
    }
    if (isBlank(code)) {
      at++;
      continue;
    }
    // The lexer passes over them, and reports them.
    if (code < 32 || (code >= 127 && code < 160)) return undefined;
    if (code === hash) {
      at = lineEnd(text, at);
      continue;
    }
    const end = tokenEnd(text, at, code);
    const isFirst = !isLineBegun;
    if (isFirst) {
      isLineBegun = true;
      column = at - lineStart;
      const word = code >= 97 && code <= 122 ? text.slice(at, end) : "";
      if (fileWords.has(word)) {
        // A block that is not closed ends here.
        if (depth > 0) return undefined;
        // What has lost its `{` goes on with what is indented deeper.
        if (part === "runnable" && column > leastColumn) return undefined;
        if (word === "cluster") clusters++;
        part = begin(word === "cluster" ? "header" : "runnable");
      } else if (depth === 1 && isInCluster && itemWords.has(word) && (part === "header" || column <= leastColumn)) {
        part = begin("items");
      }
    }
    if (depth === (isInCluster ? 1 : 0) && column < leastColumn) leastColumn = column;
    if (code === leftBrace) {
      if (depth === 0 && part === "frame") return undefined;
      if (depth === 0) isInCluster = part === "header";
      if (++depth >= depthMax) return undefined;
    } else if (code === rightBrace) {
      if (--depth < 0) return undefined;
      if (depth === 0 && isInCluster) {
        if (!isFirst) return undefined;
        isInCluster = false;
        part = begin("frame");
      }
    }
    at = end;
  }
  if (depth !== 0 || clusters !== 1) return undefined;
  lineStart = text.length;
  begin("frame");
  return { frame, pieces };
}

const hash = 35;
const quote = 34;
const backslash = 92;
const leftBrace = 123;
const rightBrace = 125;
const less = 60;

/** One past the token that begins at `at`, as tokens.ts has them. */
function tokenEnd(text: string, at: number, first: number): number {
  if (first === quote) return stringEnd(text, at + 1);
  if (isSign(first)) return at + 1;
  if (text.startsWith("<->", at)) return at + 3;
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    // Most are letters.
    if (code > 96 && code < 123) continue;
    if (code <= 32 || isSign(code) || code === quote || (code >= 127 && (code < 160 || isBlank(code)))) break;
    if (code === less && text.startsWith("<->", end)) break;
  }
  return end;
}

function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 10 || code === 13) return at;
    const next = text.charCodeAt(at + 1);
    if (code === backslash && next !== 10 && next !== 13) at++;
  }
  return text.length;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** `{` `}` `,` `=` `|` */
function isSign(code: number): boolean {
  return code === leftBrace || code === rightBrace || code === 44 || code === 61 || code === 124;
}

/** What `\s` matches, without line ends. */
function isBlank(code: number): boolean {
  if (code === 32) return true;
  if (code < 160) return code === 9 || code === 11 || code === 12;
  return code === 160 || code === 0x3000 || code === 0xfeff || code === 0x1680 || isRareBlank(code);
}

function isRareBlank(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}
