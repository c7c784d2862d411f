// From the words of core to those of the protocol: offsets to positions, problems to diagnostics. No decisions.

import type { Severity } from "@lkcluster/core/evidence.ts";
import type { Fold } from "@lkcluster/core/ide/folding.ts";
import type { FileSymbol, SymbolKind as OurSymbolKind } from "@lkcluster/core/ide/symbols.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { plainText } from "@lkcluster/core/locale/plainText.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { FileEdit } from "@lkcluster/core/text/edit.ts";
import type { LineIndex } from "@lkcluster/core/text/lineIndex.ts";
import type { Span } from "@lkcluster/core/text/span.ts";
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { shown } from "./shown.ts";

/** What conversion has to know: how a file's lines lie, and how the editor spells its URI. */
export interface Conversion {
  lines(file: string): LineIndex;
  uriOf(file: string): string;
}

export function toRange(span: Span, lines: LineIndex): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

export function toLocation(place: { readonly file: string; readonly span: Span }, conversion: Conversion): Location {
  return { uri: conversion.uriOf(place.file), range: toRange(place.span, conversion.lines(place.file)) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(problem: Problem, locale: Locale, conversion: Conversion): Diagnostic {
  return shown({
    range: toRange(problem.span, conversion.lines(problem.file)),
    severity: severities[problem.severity],
    code: problem.code,
    source: "lifekeeper",
    message: plainText(problem.message[locale]),
    ...(problem.related.length === 0
      ? {}
      : {
          relatedInformation: problem.related.map((related) => ({
            location: toLocation(related, conversion),
            message: plainText(related.message[locale]),
          })),
        }),
    ...(problem.tag === undefined
      ? {}
      : { tags: [problem.tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] }),
  });
}

export function toTextEdit(edit: { readonly span: Span; readonly newText: string }, lines: LineIndex): TextEdit {
  return { range: toRange(edit.span, lines), newText: edit.newText };
}

export function toWorkspaceEdit(edits: readonly FileEdit[], conversion: Conversion): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const uri = conversion.uriOf(edit.file);
    const list = changes[uri] ?? [];
    list.push(toTextEdit(edit, conversion.lines(edit.file)));
    changes[uri] = list;
  }
  return { changes };
}

/** A file that appeared in the meantime stays as it is, with the text in front of it for the user to see. */
export function toFileCreation(uri: string, newText: string): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}

const symbolKinds: Readonly<Record<OurSymbolKind, SymbolKind>> = {
  cluster: SymbolKind.Namespace,
  network: SymbolKind.Interface,
  domain: SymbolKind.Package,
  node: SymbolKind.Class,
  witness: SymbolKind.Class,
  path: SymbolKind.Operator,
  link: SymbolKind.Key,
  storage: SymbolKind.Object,
  host: SymbolKind.Object,
  resource: SymbolKind.Struct,
  scenario: SymbolKind.Event,
  proof: SymbolKind.Boolean,
  parameter: SymbolKind.Constant,
};

export function toSymbol(symbol: FileSymbol, lines: LineIndex): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(symbol.span, lines),
    selectionRange: toRange(symbol.nameSpan, lines),
    children: symbol.children.map((child) => toSymbol(child, lines)),
  };
}

export function toSymbolKind(kind: OurSymbolKind): SymbolKind {
  return symbolKinds[kind];
}

export function toFold(fold: Fold): FoldingRange {
  const range = { startLine: fold.startLine, endLine: fold.endLine };
  switch (fold.kind) {
    case "block":
      return range;
    case "comment":
      return { ...range, kind: FoldingRangeKind.Comment };
    case "region":
      return { ...range, kind: FoldingRangeKind.Region };
  }
}
