// What this server can do, as it tells the editor.

import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { legend } from "./colours.ts";
import { proveCommand } from "./writingHandlers.ts";

export function capabilitiesFor(pullsDiagnostics: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
    // A blank begins the next word of a statement, `=` a value, a quote a name, a slash the next part of a path.
    completionProvider: { resolveProvider: true, triggerCharacters: [" ", "=", '"', ",", "/"] },
    signatureHelpProvider: { triggerCharacters: [" "] },
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: false },
    documentLinkProvider: { resolveProvider: false },
    callHierarchyProvider: true,
    executeCommandProvider: { commands: [proveCommand] },
    semanticTokensProvider: { legend, full: { delta: true }, range: false },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Files of any name: a cluster may call its parameter file what it likes, and a folder takes its files along.
      fileOperations: { willRename: { filters: [{ scheme: "file", pattern: { glob: "**" } }] } },
    },
    // An editor that asks would show everything twice, so that only one that asks to ask is told it may.
    ...(pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true, identifier: "lifekeeper" } }
      : {}),
  };
}
