// A problem as a terminal shows it: the message, the line, carets that stand under the right characters even
// when the line is Japanese, then what to do and where that is known from.

import { sourceTitle } from "@lkcluster/core/catalogue/describeParts.ts";
import { severityNames } from "@lkcluster/core/catalogue/words.ts";
import type { Severity } from "@lkcluster/core/evidence.ts";
import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { append } from "@lkcluster/core/many.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { type Paint, widthOf, wrap } from "./paint.ts";
import type { Texts } from "./problemPlaces.ts";

export interface Look {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
}

export function renderProblem(problem: Problem, texts: Texts, look: Look): string {
  const { locale, paint, columns } = look;
  const text = texts.textOf(problem.file);
  const lines = texts.linesOf(problem.file);
  const from = lines.positionAt(problem.span.start);
  const to = lines.positionAt(problem.span.end);
  const lineText = lineAt(text, lines.lineStart(from.line));
  const end = to.line === from.line ? to.character : lineText.length;
  const head = `${paintSeverity(problem.severity, paint)(severityNames[problem.severity][locale])} ${paint.dim(`[${problem.code}]`)}`;
  const place = paint.cyan(`${texts.shown(problem.file)}:${from.line + 1}:${from.character + 1}`);
  const out = [`${place} ${head}`, wrap(problem.message[locale], columns, "  ")];
  append(out, excerpt(lineText, from.line + 1, from.character, end, columns, paint));
  const fix = problem.fixes.find((candidate) => candidate.certain) ?? problem.fixes[0];
  if (fix !== undefined) out.push(wrap(`${words.fix[locale]} ${fix.title[locale]}`, columns, "  "));
  if (problem.sources.length > 0) {
    const named = problem.sources.map((key) => sourceTitle(key, locale)).join("; ");
    out.push(paint.dim(wrap(`${words.source[locale]} ${named}`, columns, "  ")));
  }
  return `${out.join("\n")}\n`;
}

const words = {
  fix: { en: "fix:", ja: "修正案:" },
  source: { en: "source:", ja: "出典:" },
} as const satisfies Record<string, Localized>;

function paintSeverity(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case "error":
      return (text) => paint.bold(paint.red(text));
    case "warning":
      return (text) => paint.bold(paint.yellow(text));
    case "information":
      return paint.blue;
    case "hint":
      return paint.dim;
  }
}

function lineAt(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + 4000))?.[0] ?? "";
}

/** The line with carets; a long line is cut around the place. Control characters would move the cursor: shown as ·. */
function excerpt(line: string, number: number, start: number, end: number, columns: number, paint: Paint): string[] {
  const gutter = `${number} | `;
  const room = Math.max(20, columns - 2 - gutter.length);
  const first = widthOf(line) <= room ? 0 : Math.max(0, Math.min(start - 10, line.length - 1));
  let shown = "";
  for (const character of line.slice(first)) {
    if (widthOf(shown) + widthOf(character) > room - 1) break;
    shown += /\p{Cc}/u.test(character) ? (character === "\t" ? " " : "·") : character;
  }
  const before = widthOf(shown.slice(0, start - first));
  const marked = shown.slice(start - first, Math.max(start - first, end - first));
  const carets = "^".repeat(Math.max(1, widthOf(marked)));
  return [
    `  ${paint.dim(gutter)}${shown}`,
    `  ${paint.dim(`${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(before)}${paint.red(carets)}`,
  ];
}
