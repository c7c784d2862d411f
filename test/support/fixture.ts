// The small language of our test fixtures: several files in one string, a cursor, ranges, and expected problems.
//
//   //- cluster.lk            begins a file; text before the first such line is the file "cluster.lk"
//   node <|>                  a cursor;   <|prim|>   a range
//     nodee a                 the line that the next one speaks about
//   # ^^^^^ error[code]       a problem is expected right there; `#<^^` counts from the first column of the line
//
// Lines of carets are comments in both of our languages and stay in the text. A problem that no caret names fails
// the test, and so does a caret without its problem.

import assert from "node:assert/strict";
import type { Problem } from "@lkcluster/core/problem.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import type { Span } from "@lkcluster/core/text/span.ts";

export interface Mark {
  readonly file: string;
  readonly span: Span;
}

export interface ExpectedProblem extends Mark {
  readonly severity: string;
  readonly code: string;
}

export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  /** In the order of the text. A cursor is an empty mark. */
  readonly marks: readonly Mark[];
  readonly expected: readonly ExpectedProblem[];
}

const defaultFile = "cluster.lk";

export function readFixture(text: string): Fixture {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  const expected: ExpectedProblem[] = [];
  for (const [file, marked] of splitFiles(text)) {
    const { plain, spans } = takeMarks(marked);
    files.set(file, plain);
    for (const span of spans) marks.push({ file, span });
    for (const problem of readCarets(plain)) expected.push({ file, ...problem });
  }
  return { files, marks, expected };
}

/** The text of the only file, or of the named one. */
export function textOf(fixture: Fixture, file?: string): string {
  const name = file ?? [...fixture.files.keys()][0] ?? defaultFile;
  const text = fixture.files.get(name);
  assert(text !== undefined, `the fixture has no file ${name}`);
  return text;
}

/** The one cursor (or range) of a fixture. */
export function cursorOf(fixture: Fixture): { readonly file: string; readonly offset: number } {
  const [mark, ...more] = fixture.marks;
  assert(mark !== undefined && more.length === 0, "the fixture must have exactly one cursor <|>");
  return { file: mark.file, offset: mark.span.start };
}

/** Fails with the fixture as it should be written for these problems. */
export function assertProblems(fixture: Fixture, problems: readonly Problem[]): void {
  const actual = problems.map((problem) => describe(fixture, problem)).sort();
  const expected = fixture.expected.map((problem) => describe(fixture, problem)).sort();
  const found = problems.map((problem) => `${describe(fixture, problem)}: ${problem.message.en}`).join("\n");
  assert.deepEqual(actual, expected, `The problems differ from the carets. Found:\n${found || "none"}`);
}

function describe(fixture: Fixture, problem: ExpectedProblem): string {
  const text = textOf(fixture, problem.file);
  const lines = indexLines(text);
  const start = lines.positionAt(problem.span.start);
  const lineEnd = lines.offsetAt({ line: start.line, character: Number.MAX_SAFE_INTEGER });
  // Carets cannot show more than one line, nor nothing at all.
  const length = Math.max(1, Math.min(problem.span.end, lineEnd) - problem.span.start);
  return `${problem.file}:${start.line + 1}:${start.character + 1}+${length} ${problem.severity}[${problem.code}]`;
}

function splitFiles(text: string): readonly (readonly [string, string])[] {
  const parts = text.split(/^\/\/- (.+)\n/m);
  const [first = "", ...named] = parts;
  const files: [string, string][] = [];
  if (first.trim() !== "" || named.length === 0) files.push([defaultFile, first]);
  for (let index = 0; index < named.length; index += 2)
    files.push([(named[index] ?? "").trim(), named[index + 1] ?? ""]);
  return files;
}

function takeMarks(marked: string): { readonly plain: string; readonly spans: readonly Span[] } {
  let plain = "";
  const spans: Span[] = [];
  let open: number | undefined;
  let at = 0;
  for (const found of marked.matchAll(/<\|>|<\||\|>/g)) {
    plain += marked.slice(at, found.index);
    at = found.index + found[0].length;
    if (found[0] === "<|>") spans.push({ start: plain.length, end: plain.length });
    else if (found[0] === "<|") open = plain.length;
    else {
      assert(open !== undefined, "a range ends with |> that never began with <|");
      spans.push({ start: open, end: plain.length });
      open = undefined;
    }
  }
  assert(open === undefined, "a range begins with <| and never ends with |>");
  return { plain: plain + marked.slice(at), spans };
}

const caretLine = /^\s*#(<| *)(\^+)[ \t]+(\w+)\[([\w-]+)\]/;

function* readCarets(text: string): Generator<Omit<ExpectedProblem, "file">> {
  let target = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const caret = caretLine.exec(line);
    if (caret === null) {
      target = start;
    } else {
      const column = caret[1] === "<" ? 0 : line.indexOf("^");
      const length = (caret[2] ?? "").length;
      const span = { start: target + column, end: target + column + length };
      yield { span, severity: caret[3] ?? "", code: caret[4] ?? "" };
    }
    start += line.length + 1;
  }
}
