// Connects one editor: what it tells us goes to the workspace, what it asks goes to the handler of that name.

import { notificationText } from "@lkcluster/core/text/shown.ts";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  type CancellationToken,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  type Connection,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  type ExecuteCommandParams,
  ExecuteCommandRequest,
  FileChangeType,
  type FileEvent,
  FoldingRangeRequest,
  HoverRequest,
  type InitializeParams,
  type InitializeResult,
  InlayHintRequest,
  LSPErrorCodes,
  MessageType,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRequest,
  ShowMessageNotification,
  SignatureHelpRequest,
  TextDocuments,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { capabilitiesFor } from "./capabilities.ts";
import { Colours } from "./colours.ts";
import { Publisher } from "./diagnostics.ts";
import { EditorFiles } from "./editorFiles.ts";
import { guarded } from "./guard.ts";
import * as handle from "./handlers.ts";
import { optionsOf } from "./initialization.ts";
import type { Machine } from "./machine.ts";
import { Prover, type ProverOptions } from "./prover.ts";
import { Refresh } from "./refresh.ts";
import { Session } from "./session.ts";
import { checkSettings, readSettings, sectionOf } from "./settings.ts";
import { shown } from "./shown.ts";
import { Standings } from "./standings.ts";
import { later } from "./timers.ts";
import { normalUri } from "./uri.ts";
import { Watching } from "./watching.ts";
import { Workspace } from "./workspace.ts";
import * as writing from "./writingHandlers.ts";

export interface ServerOptions {
  readonly prover?: ProverOptions;
}

export function startServer(connection: Connection, machine: Machine, options: ServerOptions = {}): void {
  const refresh = new Refresh(connection);
  const prover: Prover = new Prover(
    () => session,
    {
      log: connection.console,
      changed: () => {
        publisher.schedule();
        refresh.verdicts();
        standings.tell();
      },
      warn: (text) => {
        const message = notificationText(text[session.locale]);
        connection
          .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
          .catch(() => undefined);
      },
    },
    machine,
    options.prover,
  );
  const inEditor = new EditorFiles(
    (method, params) => connection.sendRequest(method, params),
    (uri) => {
      session.workspace.arrived(uri);
      changed();
      refresh.everything();
    },
  );
  const session = new Session(prover, new Workspace(machine.disk, inEditor));
  const standings = new Standings(connection, session, prover);
  const watching = new Watching(connection);
  const publisher = new Publisher(connection, session, () => watching.include(session.workspace.filesBeside));
  const changed = (): void => {
    publisher.schedule();
    prover.follow();
    standings.tellSoon();
  };

  const cancelled = new ResponseError<void>(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
  /** A bug in `work` costs this one answer. */
  const answer = <Params, Result, Fallback extends Result | null | undefined>(
    name: string,
    fallback: Fallback,
    work: (session: Session, params: Params) => Result,
  ) =>
    guarded<[Params, CancellationToken], Result | Fallback | ResponseError<void>>(
      connection.console,
      name,
      fallback,
      // What nobody waits for any more is known before its turn comes: later questions stand behind it.
      (params, { isCancellationRequested }) => (isCancellationRequested ? cancelled : shown(work(session, params))),
    );

  const colours = new Colours();
  const resolveCompletion = answer("completionResolve", undefined, writing.onCompletionResolve);

  connection.onRequest(HoverRequest.type, answer("hover", null, handle.onHover));
  connection.onRequest(DefinitionRequest.type, answer("definition", [], handle.onDefinition));
  connection.onRequest(ReferencesRequest.type, answer("references", [], handle.onReferences));
  connection.onRequest(DocumentHighlightRequest.type, answer("highlight", [], handle.onHighlight));
  connection.onRequest(PrepareRenameRequest.type, answer("prepareRename", null, handle.onPrepareRename));
  connection.onRequest(RenameRequest.type, answer("rename", null, handle.onRename));
  connection.onRequest(DocumentSymbolRequest.type, answer("documentSymbol", [], handle.onDocumentSymbol));
  connection.onRequest(WorkspaceSymbolRequest.type, answer("workspaceSymbol", [], handle.onWorkspaceSymbol));
  connection.onRequest(FoldingRangeRequest.type, answer("foldingRange", [], handle.onFolding));
  connection.onRequest(SelectionRangeRequest.type, answer("selectionRange", [], handle.onSelection));
  connection.onRequest(DocumentFormattingRequest.type, answer("formatting", [], handle.onFormatting));
  connection.onRequest(DocumentRangeFormattingRequest.type, answer("rangeFormatting", [], handle.onRangeFormatting));
  connection.onRequest(CodeActionRequest.type, answer("codeAction", [], handle.onCodeAction));

  connection.onRequest(
    ExecuteCommandRequest.type,
    answer("executeCommand", null, (_session, { command, arguments: [uri] = [] }: ExecuteCommandParams) => {
      if (command === writing.proveCommand && typeof uri === "string") prover.ask(normalUri(uri));
      return null;
    }),
  );
  connection.onRequest(WillRenameFilesRequest.type, answer("willRename", null, handle.onWillRenameFiles));

  connection.onRequest(CompletionRequest.type, answer("completion", null, writing.onCompletion));
  connection.onRequest(CompletionResolveRequest.type, (item, token) => resolveCompletion(item, token) ?? item);
  connection.onRequest(SignatureHelpRequest.type, answer("signatureHelp", null, writing.onSignatureHelp));
  connection.onRequest(InlayHintRequest.type, answer("inlayHint", [], writing.onInlayHint));
  connection.onRequest(CodeLensRequest.type, answer("codeLens", [], writing.onCodeLens));
  connection.onRequest(DocumentLinkRequest.type, answer("documentLink", [], writing.onDocumentLink));
  connection.onRequest(CallHierarchyPrepareRequest.type, answer("prepareCalls", [], writing.onPrepareCalls));
  connection.onRequest(CallHierarchyIncomingCallsRequest.type, answer("incomingCalls", [], writing.onIncomingCalls));
  connection.onRequest(CallHierarchyOutgoingCallsRequest.type, answer("outgoingCalls", [], writing.onOutgoingCalls));
  connection.onRequest(SemanticTokensRequest.type, answer("semanticTokens", null, colours.whole));
  connection.onRequest(SemanticTokensDeltaRequest.type, answer("semanticTokens", null, colours.delta));

  followEditor(connection, session, { changed, refresh, watching, publisher, standings, inEditor });
  followDocuments(connection, session, publisher, { changed, closed: (uri) => colours.forget(uri) });
  connection.onShutdown(async () => {
    publisher.stop();
    standings.stop();
    await prover.stop();
  });
  connection.listen();
}

interface Reactions {
  readonly changed: () => void;
  readonly refresh: Refresh;
  readonly watching: Watching;
  readonly publisher: Publisher;
  readonly standings: Standings;
  readonly inEditor: EditorFiles;
}

/** A moment in which whatever makes a folder has filled it. */
const lookAgainMs = 1000;

/** Start, settings, folders, files on the disk. */
function followEditor(connection: Connection, session: Session, reactions: Reactions): void {
  const { changed, refresh, watching, publisher, standings, inEditor } = reactions;
  let folders: readonly string[] = [];
  let pullsSettings = false;

  const takeSettings = async (pushed: unknown): Promise<void> => {
    // An editor that says it answers and does not has the defaults.
    const asked = pullsSettings ? connection.workspace.getConfiguration("lifekeeper") : undefined;
    const section: unknown = asked === undefined ? sectionOf(pushed) : await asked.catch(() => undefined);
    session.settings = readSettings(section);
    session.workspace.setSettings(checkSettings(session.settings));
    changed();
    refresh.everything();
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = optionsOf(params);
    session.editorLanguage = options.language;
    publisher.isAsked = options.pullsDiagnostics;
    standings.isWanted = options.wantsStanding;
    inEditor.isUnderstood = options.readsFiles;
    session.canCreateFiles =
      params.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true;
    refresh.understand(params.capabilities);
    watching.understand(params.capabilities);
    pullsSettings = params.capabilities.workspace?.configuration === true;
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    return {
      capabilities: capabilitiesFor(options.pullsDiagnostics),
      serverInfo: { name: "lkcluster-language-server" },
    };
  });

  connection.onInitialized(async (): Promise<void> => {
    // One that refuses tells nothing, or pushes what it has.
    if (pullsSettings) connection.client.register(DidChangeConfigurationNotification.type).catch(() => undefined);
    watching.begin();
    await takeSettings(undefined);
    lookInto(folders);
  });

  connection.onDidChangeConfiguration(({ settings }) => takeSettings(settings));

  connection.onNotification("workspace/didChangeWorkspaceFolders", ({ event }: FoldersChanged) => {
    for (const { uri } of event.removed) session.workspace.refresh(uri.replace(/\/$/, ""), false);
    if (event.removed.length > 0) changed();
    lookInto(event.added.map(({ uri }) => uri));
  });

  const take = (changes: readonly FileEvent[]): void => {
    const concerning = changes.filter(({ uri, type }) =>
      session.workspace.refresh(uri, type !== FileChangeType.Deleted),
    );
    if (concerning.length === 0) return;
    changed();
    refresh.everything();
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    take(changes);
    // Of files that are written into a folder right after it was made, watching may miss the first.
    const folders = changes.filter(
      ({ uri, type }) => type === FileChangeType.Created && session.workspace.isFolder(uri),
    );
    if (folders.length > 0) later(() => take(folders), lookAgainMs);
  });

  const lookInto = (uris: readonly string[]): void =>
    session.workspace.search(uris, guarded(connection.console, "folders", undefined, changed));
}

interface FoldersChanged {
  readonly event: {
    readonly added: readonly { readonly uri: string }[];
    readonly removed: readonly { readonly uri: string }[];
  };
}

/** Opened, changed, closed; and what is wrong in them, for an editor that asks. */
function followDocuments(
  connection: Connection,
  session: Session,
  publisher: Publisher,
  { changed, closed }: { readonly changed: () => void; readonly closed: (uri: string) => void },
): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => {
    session.workspace.put(document.uri, document.languageId, document.getText());
    changed();
  });
  documents.onDidClose(({ document }) => {
    session.workspace.close(document.uri);
    closed(document.uri);
    changed();
  });
  documents.listen(connection);

  const diagnosticsOf = guarded(connection.console, "diagnostic", [], (file: string) => [
    ...publisher.diagnosticsOf(file),
  ]);
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: diagnosticsOf(normalUri(textDocument.uri)),
  }));
  connection.languages.diagnostics.onWorkspace(() => ({
    items: [...new Set([...session.workspace.openFiles, ...session.workspace.clusterFiles])].map((file) => ({
      kind: DocumentDiagnosticReportKind.Full,
      uri: session.uriOf(file),
      version: null,
      items: diagnosticsOf(file),
    })),
  }));
}
