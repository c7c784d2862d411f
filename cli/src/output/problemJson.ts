// Problems as JSON. Lines and characters start at 0, as in LSP.

import { sources } from "@lkcluster/core/catalogue/sources.ts";
import type { Severity } from "@lkcluster/core/evidence.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import type { Place, Problem } from "@lkcluster/core/problem.ts";
import type { Position } from "@lkcluster/core/text/lineIndex.ts";
import type { Texts } from "./problemPlaces.ts";

export function rangeOf(place: Place, texts: Texts): { readonly start: Position; readonly end: Position } {
  const lines = texts.linesOf(place.file);
  return { start: lines.positionAt(place.span.start), end: lines.positionAt(place.span.end) };
}

export function problemToJson(problem: Problem, locale: Locale, texts: Texts): object {
  return {
    code: problem.code,
    severity: problem.severity,
    file: texts.shown(problem.file),
    range: rangeOf(problem, texts),
    message: problem.message[locale],
    evidence: problem.evidence,
    source: problem.sources.map((key) => ({ key, ...sources[key] })),
    related: problem.related.map((place) => ({
      file: texts.shown(place.file),
      range: rangeOf(place, texts),
      message: place.message[locale],
    })),
    fixes: problem.fixes.map((fix) => ({
      title: fix.title[locale],
      certain: fix.certain,
      edits: fix.edits.map((edit) => ({
        file: texts.shown(edit.file),
        range: rangeOf(edit, texts),
        newText: edit.newText,
      })),
    })),
  };
}

export function countBySeverity(
  problems: readonly Problem[],
): Readonly<Record<"errors" | "warnings" | "information" | "hints", number>> {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    information: count("information"),
    hints: count("hint"),
  };
}
