// One small function per request of the protocol: convert in, ask core, convert out. Nothing is decided here.

import { codeActions } from "@lkcluster/core/ide/codeActions.ts";
import { foldsOfCluster, foldsOfComments } from "@lkcluster/core/ide/folding.ts";
import { formatEdits } from "@lkcluster/core/ide/format.ts";
import { hover } from "@lkcluster/core/ide/hover.ts";
import { editsForMoves } from "@lkcluster/core/ide/movedFiles.ts";
import { definitionOf, placesOfThing } from "@lkcluster/core/ide/navigation.ts";
import { rename, renameable } from "@lkcluster/core/ide/rename.ts";
import { selectionAt } from "@lkcluster/core/ide/selection.ts";
import { clusterSymbols, defaultsSymbols, type FileSymbol } from "@lkcluster/core/ide/symbols.ts";
import { plainText } from "@lkcluster/core/locale/plainText.ts";
import { notificationText } from "@lkcluster/core/text/shown.ts";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type DefinitionParams,
  type DocumentFormattingParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type DocumentRangeFormattingParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Hover,
  type HoverParams,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import {
  toDiagnostic,
  toFileCreation,
  toFold,
  toLocation,
  toRange,
  toSymbol,
  toSymbolKind,
  toTextEdit,
  toWorkspaceEdit,
} from "./toLsp.ts";
import { normalUri } from "./uri.ts";

export function onHover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const found = hover(session.snapshot, session.place(textDocument.uri, position), session.locale);
  if (found === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: toRange(found.span, session.lines(normalUri(textDocument.uri))),
  };
}

export function onDefinition(session: Session, { textDocument, position }: DefinitionParams): Location[] {
  const places = definitionOf(session.snapshot, session.place(textDocument.uri, position));
  return places.map((place) => toLocation(place, session));
}

export function onReferences(session: Session, { textDocument, position, context }: ReferenceParams): Location[] {
  return placesOfThing(session.snapshot, session.place(textDocument.uri, position))
    .filter((place) => context.includeDeclaration || !place.defines)
    .map((place) => toLocation(place, session));
}

export function onHighlight(session: Session, params: DocumentHighlightParams): DocumentHighlight[] {
  const place = session.place(params.textDocument.uri, params.position);
  return placesOfThing(session.snapshot, place)
    .filter(({ file }) => file === place.file)
    .map(({ span, defines }) => ({
      range: toRange(span, session.lines(place.file)),
      kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

export function onPrepareRename(
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): { range: Range; placeholder: string } | null {
  const place = session.place(textDocument.uri, position);
  const found = renameable(session.snapshot, place);
  return found === undefined
    ? null
    : { range: toRange(found.span, session.lines(place.file)), placeholder: found.name };
}

export function onRename(
  session: Session,
  { textDocument, position, newName }: RenameParams,
): WorkspaceEdit | ResponseError<void> {
  const result = rename(session.snapshot, session.place(textDocument.uri, position), newName);
  if (result.kind === "edits") return toWorkspaceEdit(result.edits, session);
  return new ResponseError(LSPErrorCodes.RequestFailed, notificationText(result.why[session.locale]));
}

export function onDocumentSymbol(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] {
  const file = normalUri(textDocument.uri);
  return symbolsOf(session, file).map((symbol) => toSymbol(symbol, session.lines(file)));
}

function symbolsOf(session: Session, file: string): readonly FileSymbol[] {
  return session.workspace.languageOf(file) === "cluster"
    ? clusterSymbols(session.snapshot.parsed(file).tree, session.locale)
    : defaultsSymbols(session.snapshot.parameterFile(file).tree);
}

export function onWorkspaceSymbol(session: Session, { query }: WorkspaceSymbolParams): SymbolInformation[] {
  const wanted = query.toLowerCase();
  const { clusterFiles, parameterFiles, openFiles } = session.workspace;
  return [...new Set([...clusterFiles, ...parameterFiles, ...openFiles])].flatMap((file) =>
    flat(symbolsOf(session, file))
      .filter(({ symbol }) => symbol.name.toLowerCase().includes(wanted))
      .map(({ symbol, container }) => ({
        name: symbol.name,
        kind: toSymbolKind(symbol.kind),
        location: toLocation({ file, span: symbol.nameSpan }, session),
        ...(container === undefined ? {} : { containerName: container }),
      })),
  );
}

interface Contained {
  readonly symbol: FileSymbol;
  readonly container: string | undefined;
}

function flat(symbols: readonly FileSymbol[], container?: string): readonly Contained[] {
  return symbols.flatMap((symbol) => [{ symbol, container }, ...flat(symbol.children, symbol.name)]);
}

export function onFolding(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const file = normalUri(textDocument.uri);
  const folds = session.workspace.languageOf(file) === "cluster" ? foldsOfCluster : foldsOfComments;
  return folds(session.text(textDocument.uri), session.lines(file)).map(toFold);
}

export function onSelection(session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] {
  return positions.map((position) => {
    const place = session.place(textDocument.uri, position);
    const lines = session.lines(place.file);
    const spans = [...selectionAt(session.snapshot, place)].reverse();
    return (
      spans.reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(span, lines), ...(parent === undefined ? {} : { parent }) }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    );
  });
}

export function onFormatting(session: Session, { textDocument }: DocumentFormattingParams): TextEdit[] {
  const file = normalUri(textDocument.uri);
  const edits = formatEdits(session.text(textDocument.uri), session.workspace.languageOf(file));
  return edits.map((edit) => toTextEdit(edit, session.lines(file)));
}

export function onRangeFormatting(
  session: Session,
  { textDocument, range }: DocumentRangeFormattingParams,
): TextEdit[] {
  const file = normalUri(textDocument.uri);
  const lines = session.lines(file);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const edits = formatEdits(session.text(textDocument.uri), session.workspace.languageOf(file), span);
  return edits.map((edit) => toTextEdit(edit, lines));
}

/** The paths of parameter files follow their files; asked before anything is moved. */
export function onWillRenameFiles(session: Session, { files }: RenameFilesParams): WorkspaceEdit | null {
  const moves = files.map(({ oldUri, newUri }) => ({ from: normalUri(oldUri), to: normalUri(newUri) }));
  const edits = editsForMoves(session.snapshot, moves);
  return edits.length === 0 ? null : toWorkspaceEdit(edits, session);
}

export function onCodeAction(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const file = normalUri(textDocument.uri);
  const lines = session.lines(file);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const kinds = { quickfix: CodeActionKind.QuickFix, "fix-all": CodeActionKind.SourceFixAll } as const;
  return codeActions(
    session.snapshot,
    file,
    session.workspace.languageOf(file),
    span,
    session.background.problems(file),
  )
    .filter(({ creates }) => creates === undefined || session.canCreateFiles)
    .map(
      (action): CodeAction => ({
        title: plainText(action.title[session.locale]),
        kind: kinds[action.kind],
        edit:
          action.creates === undefined
            ? toWorkspaceEdit(action.edits, session)
            : toFileCreation(action.creates.file, action.creates.text[session.locale]),
        ...(action.problem === undefined
          ? {}
          : { diagnostics: [toDiagnostic(action.problem, session.locale, session)], isPreferred: action.preferred }),
      }),
    )
    .filter(
      ({ kind = "" }) => context.only?.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)) ?? true,
    );
}
