// What helps while writing: completion, the form of a statement, hints, colours, lenses, links, dependencies.

import { codeLenses, type LensCommand } from "@lkcluster/core/ide/codeLenses.ts";
import { complete } from "@lkcluster/core/ide/completion.ts";
import { completionDocumentation } from "@lkcluster/core/ide/completionDocumentation.ts";
import type { CompletionKind } from "@lkcluster/core/ide/completionItem.ts";
import {
  type Dependency,
  neededBy,
  type ResourceEntry,
  resourceAt,
  thatNeed,
} from "@lkcluster/core/ide/dependencies.ts";
import { documentLinks } from "@lkcluster/core/ide/documentLinks.ts";
import { inlayHints, outcomeHints } from "@lkcluster/core/ide/inlayHints.ts";
import { signatureAt } from "@lkcluster/core/ide/signature.ts";
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  type CodeLens,
  type CodeLensParams,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  type DocumentLink,
  type DocumentLinkParams,
  type InlayHint,
  type InlayHintParams,
  InsertTextFormat,
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
  SymbolKind,
} from "vscode-languageserver";
import type { Session } from "./session.ts";
import { toLocation, toRange } from "./toLsp.ts";
import { normalUri } from "./uri.ts";

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  parameter: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  node: CompletionItemKind.Class,
  resource: CompletionItemKind.Struct,
  name: CompletionItemKind.Interface,
  type: CompletionItemKind.TypeParameter,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

export function onCompletion(session: Session, { textDocument, position }: CompletionParams): CompletionList {
  const place = session.place(textDocument.uri, position);
  const lines = session.lines(place.file);
  const items = complete(session.snapshot, place, session.locale).map(
    (item): CompletionItem => ({
      label: item.label,
      kind: completionKinds[item.kind],
      insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: toRange(item.span, lines), newText: item.newText },
      filterText: item.newText.startsWith('"') ? item.newText : item.label,
      sortText: String(item.rank).padStart(5, "0"),
      ...(item.detail === undefined
        ? {}
        : { labelDetails: { description: shortened(item.detail) }, detail: item.detail }),
      ...(item.documentation === undefined ? {} : { data: item.documentation }),
    }),
  );
  return { isIncomplete: false, items };
}

/** The list shows one line; the whole text is beside it. */
function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

export function onCompletionResolve(session: Session, item: CompletionItem): CompletionItem {
  const key: unknown = item.data;
  const markdown = typeof key === "string" ? completionDocumentation(key, session.locale) : undefined;
  return markdown === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: markdown } };
}

export function onSignatureHelp(
  session: Session,
  { textDocument, position }: SignatureHelpParams,
): SignatureHelp | null {
  const found = signatureAt(session.snapshot, session.place(textDocument.uri, position), session.locale);
  if (found === undefined) return null;
  return {
    signatures: found.forms.map(({ text, parts }) => ({
      label: text,
      documentation: { kind: MarkupKind.Markdown, value: found.documentation },
      parameters: parts.map(([start, end]) => ({ label: [start, end] })),
    })),
    activeSignature: found.activeForm,
    activeParameter: found.activePart,
  };
}

export function onInlayHint(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  if (!session.settings.inlayHints) return [];
  const file = normalUri(textDocument.uri);
  const lines = session.lines(file);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const language = session.workspace.languageOf(file);
  const expectations = language === "cluster" ? session.background.runs(file).flatMap((run) => run.expectations) : [];
  const hints = [
    ...inlayHints(session.snapshot, file, language, span),
    ...outcomeHints(expectations, span, session.locale),
  ];
  return hints.map((hint) => ({
    position: lines.positionAt(hint.offset),
    label: hint.label.map(({ text, from }, at) => ({
      // A whole blank: the padding of editors is narrower, and `4` and `6 s` would read as one number.
      value: at === 0 ? ` ${text}` : text,
      ...(from === undefined ? {} : { location: toLocation(from, session) }),
    })),
    tooltip: { kind: MarkupKind.Markdown, value: hint.tooltip[session.locale] },
  }));
}

export function onCodeLens(session: Session, { textDocument }: CodeLensParams): CodeLens[] {
  const file = normalUri(textDocument.uri);
  if (!session.settings.codeLens || session.workspace.languageOf(file) !== "cluster") return [];
  const lines = session.lines(file);
  const verdicts = session.background.verdicts(file);
  const lenses = codeLenses(session.snapshot.parsed(file).tree).filter(
    ({ command }) => command.kind !== "references" || session.settings.referenceLens,
  );
  return lenses.map(({ span, title, command }) => {
    const verdict = command.kind === "prove" || command.kind === "run-scenario" ? verdicts.get(command.at) : undefined;
    const text = verdict === undefined ? title[session.locale] : `${title[session.locale]} ${verdict[session.locale]}`;
    return {
      range: toRange(span, lines),
      command: toCommand(command, text, textDocument.uri, (offset) => lines.positionAt(offset)),
    };
  });
}

/** Of a cluster file by its URI; the one command that is the server's own. */
export const proveCommand = "lifekeeper.proveStandard";

/** The other commands are the client's; a position is given as the protocol writes it. */
function toCommand(command: LensCommand, title: string, uri: string, positionAt: (offset: number) => object): Command {
  switch (command.kind) {
    case "simulate":
      return { title, command: "lifekeeper.openSimulator", arguments: [uri, ...shownScenario(command.scenario)] };
    case "deploy":
      return { title, command: "lifekeeper.deploy", arguments: [uri] };
    case "run-scenario":
      return { title, command: "lifekeeper.runScenario", arguments: [uri, command.title] };
    case "prove":
      return { title, command: "lifekeeper.prove", arguments: [uri, command.title] };
    case "prove-standard":
      return { title, command: proveCommand, arguments: [uri] };
    case "references":
      return { title, command: "lifekeeper.showReferences", arguments: [uri, positionAt(command.offset)] };
  }
}

/** What the panel is asked to show. */
function shownScenario(title: string | undefined): readonly { readonly kind: "scenario"; readonly title: string }[] {
  return title === undefined ? [] : [{ kind: "scenario", title }];
}

export function onDocumentLink(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] {
  const file = normalUri(textDocument.uri);
  return documentLinks(session.snapshot, file, session.workspace.languageOf(file)).map(({ span, target }) => ({
    range: toRange(span, session.lines(file)),
    target: session.uriOf(target),
  }));
}

// ---- resource dependencies, shown as calls ------------------------------------------------------------------------

export function onPrepareCalls(session: Session, params: CallHierarchyPrepareParams): CallHierarchyItem[] {
  const place = session.place(params.textDocument.uri, params.position);
  const found = resourceAt(session.snapshot, place);
  return found === undefined ? [] : [toCallItem(session, place.file, found)];
}

export function onOutgoingCalls(
  session: Session,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] {
  const file = normalUri(item.uri);
  return neededBy(session.snapshot, file, item.name).map((dependency) => ({
    to: toCallItem(session, file, dependency.resource),
    fromRanges: [rangeOf(session, file, dependency)],
  }));
}

export function onIncomingCalls(
  session: Session,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] {
  const file = normalUri(item.uri);
  return thatNeed(session.snapshot, file, item.name).map((dependency) => ({
    from: toCallItem(session, file, dependency.resource),
    fromRanges: [rangeOf(session, file, dependency)],
  }));
}

function rangeOf(session: Session, file: string, { writtenAt }: Dependency) {
  return toRange(writtenAt, session.lines(file));
}

function toCallItem(session: Session, file: string, resource: ResourceEntry): CallHierarchyItem {
  const lines = session.lines(file);
  return {
    name: resource.tag,
    kind: SymbolKind.Struct,
    detail: resource.detail,
    uri: session.uriOf(file),
    range: toRange(resource.span, lines),
    selectionRange: toRange(resource.nameSpan, lines),
  };
}
