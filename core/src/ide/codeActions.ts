// What can be done about the problems at a place: their fixes, the certain fixes of the whole file, and a comment
// that holds a rule back on one line.

import { settableCodes } from "../model/scenarioProblem.ts";
import type { Problem } from "../problem.ts";
import { certainEdits } from "../rules/fixAll.ts";
import { rules } from "../rules/rules.ts";
import type { Span } from "../text/span.ts";
import type { CodeAction } from "./codeAction.ts";
import { parameterFileActions } from "./parameterFileActions.ts";
import type { Language, Snapshot } from "./snapshot.ts";

/** `more` are problems that the snapshot does not know: those of scenarios and proofs. */
export function codeActions(
  snapshot: Snapshot,
  file: string,
  language: Language,
  range: Span,
  more: readonly Problem[] = [],
): readonly CodeAction[] {
  const problems = [...snapshot.problems(file, language), ...more];
  const here = problems.filter((problem) => problem.span.start <= range.end && range.start <= problem.span.end);
  const fixes = here.flatMap((problem) =>
    problem.fixes.map(
      (fix): CodeAction => ({
        title: fix.title,
        kind: "quickfix",
        edits: fix.edits,
        problem,
        preferred: fix.certain,
      }),
    ),
  );
  return [
    ...fixes,
    ...here.flatMap((problem) => parameterFileActions(snapshot, problem)),
    ...here.flatMap((problem) => suppression(snapshot, problem)),
    ...fixAll(problems),
  ];
}

function fixAll(problems: readonly Problem[]): readonly CodeAction[] {
  const edits = certainEdits(problems);
  if (edits.length === 0) return [];
  const title = {
    en: "Fix everything that has one right answer",
    ja: "答えが 1 つに決まる問題をすべて修正する",
  };
  return [{ title, kind: "fix-all", edits, problem: undefined, preferred: false }];
}

/** What a comment may hold back: rules, and what came out of scenarios and proofs. */
const suppressible: ReadonlySet<string> = new Set([...rules.map((rule) => rule.code), ...settableCodes]);

/** Above the line, in its indentation; a comment that is there already gets one code more. */
function suppression(snapshot: Snapshot, problem: Problem): readonly CodeAction[] {
  if (!suppressible.has(problem.code)) return [];
  const text = snapshot.read(problem.file)?.text ?? "";
  const lines = snapshot.lines(problem.file);
  const { line } = lines.positionAt(problem.span.start);
  const start = lines.lineStart(line);
  const indentation = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "";
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const newText = `${indentation}# lkcluster-disable-next-line ${problem.code}${lineEnd}`;
  return [
    {
      title: {
        en: `Suppress ${problem.code} on this line`,
        ja: `この行で ${problem.code} を抑止する`,
      },
      kind: "quickfix",
      edits: [{ file: problem.file, span: { start, end: start }, newText }],
      problem,
      preferred: false,
    },
  ];
}
