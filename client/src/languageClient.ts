// Starts the language server and hands it the documents of both languages. Everything it says goes straight to VS Code.

import * as vscode from "vscode";
import {
  type CompletionMiddleware,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { type Standing, updateClusterState } from "./clusterStates.ts";
import { explanationLink } from "./explain.ts";
import { currentLocale } from "./language.ts";
import { output } from "./output.ts";

export function createLanguageClient(context: vscode.ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath("dist/server/main.cjs");
  // Compiled code is kept between starts, in the extension's own folder: in one for all, somebody else might have put some.
  const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, "compiled").fsPath };
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc, options: { env } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--enable-source-maps", "--inspect=6009"] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: "lifekeeper-cluster", scheme: "file" },
      { language: "lifekeeper-cluster", scheme: "untitled" },
      { language: "lifekeeper-defaults", scheme: "file" },
      { language: "lifekeeper-defaults", scheme: "untitled" },
    ],
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
    initializationOptions: () => ({ locale: currentLocale(), standing: true }),
    outputChannel: output(),
    traceOutputChannel: output(),
  };
  const client = new LanguageClient("lifekeeper", "LifeKeeper", server, options);
  // Only our own server is at the other end.
  client.onNotification("lifekeeper/standing", ({ uri, ...standing }: Standing & { readonly uri: string }) =>
    updateClusterState(vscode.Uri.parse(uri), { standing }),
  );
  return client;
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
