// Problems as an assistant is told them: where, how grave, what and why, how to mend it, where that is known from.

import { sourceTitle } from "../catalogue/describeParts.ts";
import { evidenceNames, severityNames } from "../catalogue/words.ts";
import type { Locale } from "../locale/localized.ts";
import type { Problem } from "../problem.ts";
import { indexLines, type LineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { count, list, object, oneOf, text } from "./schema.ts";

interface Where {
  readonly files: { read(file: string): { readonly text: string } | undefined };
  shown(file: string): string;
}

export const problemsMax = 100;

const range = object({ line: count(1), character: count(1), endLine: count(1), endCharacter: count(1) });

export const problemSchema = object({
  file: text(),
  range,
  severity: oneOf(["error", "warning", "information", "hint"]),
  code: text("For `explain`"),
  message: text(),
  evidence: oneOf(["documented", "inferred", "unsure"]),
  sources: list(text()),
  fixes: list(object({ title: text(), edits: list(object({ file: text(), range, newText: text() })) })),
});

export function problemsData(problems: readonly Problem[], where: Where, locale: Locale): readonly object[] {
  const rangeOf = ranges(where);
  return problems.slice(0, problemsMax).map((problem) => ({
    file: where.shown(problem.file),
    range: rangeOf(problem.file, problem.span),
    severity: problem.severity,
    code: problem.code,
    message: problem.message[locale],
    evidence: problem.evidence,
    sources: problem.sources.map((key) => sourceTitle(key, locale)),
    fixes: problem.fixes.map((fix) => ({
      title: fix.title[locale],
      edits: fix.edits.map((edit) => ({
        file: where.shown(edit.file),
        range: rangeOf(edit.file, edit.span),
        newText: edit.newText,
      })),
    })),
  }));
}

/** One line each, and one for each way to mend it. */
export function problemLines(problems: readonly Problem[], where: Where, locale: Locale): readonly string[] {
  const rangeOf = ranges(where);
  return problems.slice(0, problemsMax).flatMap((problem) => {
    const { line, character } = rangeOf(problem.file, problem.span);
    const grade = problem.sources.length === 0 ? "" : ` (${evidenceNames[problem.evidence][locale]})`;
    return [
      `${where.shown(problem.file)}:${line}:${character} ${severityNames[problem.severity][locale]} [${problem.code}]${grade} ${problem.message[locale]}`,
      ...problem.fixes.slice(0, 3).map((fix) => `  ${words.fix[locale]} ${fix.title[locale]}`),
    ];
  });
}

function ranges({ files }: Where) {
  const known = new Map<string, LineIndex>();
  return (file: string, span: Span) => {
    const lines = known.get(file) ?? indexLines(files.read(file)?.text ?? "");
    known.set(file, lines);
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    return {
      line: start.line + 1,
      character: start.character + 1,
      endLine: end.line + 1,
      endCharacter: end.character + 1,
    };
  };
}

const words = { fix: { en: "fix:", ja: "修正案:" } } as const;
