// Problems as JSON and as SARIF 2.1.0. Lines and characters start at 0 in JSON, as in LSP, and at 1 in SARIF.

import { sources } from "@lkcluster/core/catalogue/sources.ts";
import type { Severity } from "@lkcluster/core/evidence.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { plainText } from "@lkcluster/core/locale/plainText.ts";
import type { Place, Problem } from "@lkcluster/core/problem.ts";
import type { Position } from "@lkcluster/core/text/lineIndex.ts";
import type { Span } from "@lkcluster/core/text/span.ts";
import { version } from "../version.ts";
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

const sarifLevels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

export function problemsToSarif(problems: readonly Problem[], locale: Locale, texts: Texts): object {
  const codes = [...new Set(problems.map((problem) => problem.code))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "lkcluster", version, rules: codes.map((id) => ({ id })) } },
        // Columns count UTF-16 code units, as everywhere in this project.
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: indexes.get(problem.code),
          level: sarifLevels[problem.severity],
          message: { text: plainText(problem.message[locale]) },
          locations: [{ physicalLocation: physicalLocation(problem, texts) }],
          relatedLocations: problem.related.map((place, id) => ({
            id,
            message: { text: plainText(place.message[locale]) },
            physicalLocation: physicalLocation(place, texts),
          })),
          ...((problem.requirements ?? []).length === 0 ? {} : { properties: { requirements: problem.requirements } }),
        })),
      },
    ],
  };
}

function physicalLocation(place: { readonly file: string; readonly span: Span }, texts: Texts): object {
  const { start, end } = rangeOf(place, texts);
  return {
    artifactLocation: { uri: texts.shown(place.file).split("/").map(encodeURIComponent).join("/") },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}
