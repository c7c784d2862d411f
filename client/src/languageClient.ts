// What the language server gets to see, the documents of both languages, and what becomes of what it says: nearly
// everything goes straight to VS Code.

import * as vscode from "vscode";
import type { BaseLanguageClient, CompletionMiddleware, LanguageClientOptions } from "vscode-languageclient";
import { ourDocuments } from "./clusterFiles.ts";
import { type Standing, updateClusterState } from "./clusterStates.ts";
import { explanationLink } from "./explain.ts";
import { currentLocale } from "./language.ts";
import { output } from "./output.ts";

export function languageClientOptions(): LanguageClientOptions {
  return {
    documentSelector: ourDocuments(),
    synchronize: {
      configurationSection: "lifekeeper",
      fileEvents: vscode.workspace.createFileSystemWatcher(
        "**/{*.lk,*.lkdefaults,lkcluster.json,default/LifeKeeper,default/LifeKeeper.*}",
      ),
    },
    middleware: {
      provideCompletionItem: offerNextPart,
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withExplanation)),
    },
    initializationOptions: () => ({ locale: currentLocale(), standing: true, readsFiles: true }),
    outputChannel: output(),
    traceOutputChannel: output(),
  };
}

/** How each open cluster file stands, which the server tells by itself. */
export function followStandings(client: BaseLanguageClient): void {
  // Only our own server is at the other end.
  client.onNotification("lifekeeper/standing", ({ uri, ...standing }: Standing & { readonly uri: string }) =>
    updateClusterState(vscode.Uri.parse(uri), { standing }),
  );
}

/** Behind a folder comes what is in it: the list opens again by itself. */
const offerNextPart: NonNullable<CompletionMiddleware["provideCompletionItem"]> = async (
  document,
  position,
  context,
  token,
  next,
) => {
  const found = await next(document, position, context, token);
  for (const item of (Array.isArray(found) ? found : found?.items) ?? []) {
    if (item.kind === vscode.CompletionItemKind.Folder) {
      item.command = { command: "editor.action.triggerSuggest", title: "" };
    }
  }
  return found;
};

/** The code of a problem leads to the page about it. */
function withExplanation(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const target = typeof diagnostic.code === "string" ? explanationLink(diagnostic.code) : undefined;
  if (target !== undefined) diagnostic.code = { value: String(diagnostic.code), target };
  return diagnostic;
}
