// Problems under the lines that they are about: carets for the place, dashes for the places it points to, and the words.

import { severityNames } from "@lkcluster/core/catalogue/words.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Place, Problem } from "@lkcluster/core/problem.ts";
import type { Example } from "@lkcluster/core/rules/rule.ts";
import { displayWidth } from "@lkcluster/core/text/displayWidth.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";

interface Mark {
  readonly file: string;
  /** Zero-based. */
  readonly line: number;
  /** The marked line without its end. */
  readonly text: string;
  /** Blanks, and then one sign for each marked column. */
  readonly signs: string;
  readonly words: string;
}

/** The marked lines alone, in the order of the problems. A line that stands twice in its file has its number. */
export function reportOf(example: Example, problems: readonly Problem[]): string {
  const out: string[] = [];
  let file = "";
  for (const mark of marksOf(example, problems, "en")) {
    if (mark.file !== file) out.push(mark.file);
    file = mark.file;
    const lines = linesOf(example[file] ?? "");
    const isTwice = lines.filter((line) => line === mark.text).length > 1;
    out.push(`| ${visible(mark.text)}${isTwice ? `   (line ${mark.line + 1})` : ""}`);
    out.push(`| ${mark.signs} ${mark.words}`);
  }
  return out.join("\n");
}

/** A whole file with the marks as comments in it, which both languages begin with `#`. */
export function annotated(example: Example, file: string, problems: readonly Problem[], locale: Locale): string {
  const marks = marksOf(example, problems, locale).filter((mark) => mark.file === file);
  const lines = (example[file] ?? "").split("\n").flatMap((line, index) => [
    line,
    // The sign of the first column makes room for the comment's.
    ...marks
      .filter((mark) => mark.line === index)
      .flatMap((mark) => [`#${mark.signs.slice(1)}`.trimEnd(), `# ${mark.words}`]),
  ]);
  return lines.join("\n");
}

function marksOf(example: Example, problems: readonly Problem[], locale: Locale): readonly Mark[] {
  return problems.flatMap((problem) => [
    markOf(example, problem, "^", `${severityNames[problem.severity][locale]}: ${problem.message[locale]}`),
    ...problem.related.map((related) => markOf(example, related, "-", related.message[locale])),
  ]);
}

function markOf(example: Example, { file, span }: Place, sign: string, words: string): Mark {
  const text = example[file] ?? "";
  const { line } = indexLines(text).positionAt(span.start);
  const shown = linesOf(text)[line] ?? "";
  const from = span.start - indexLines(text).lineStart(line);
  const within = shown.slice(from, from + span.end - span.start);
  // A carriage return at the end is a place too, and so is nothing at all; what goes on below says so.
  const signs = " ".repeat(displayWidth(shown.slice(0, from))) + sign.repeat(Math.max(1, displayWidth(within)));
  return {
    file,
    line,
    text: shown,
    signs: text.slice(span.start, span.end).includes("\n") ? `${signs}…` : signs,
    words,
  };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.replace(/\r$/, ""));
}

function visible(line: string): string {
  return line.replaceAll("\t", "→");
}
