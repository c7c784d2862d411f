// The extension in a browser: the language server is a web worker, and what has to reach nodes says that it cannot.

import * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { activateIn } from "../activate.ts";
import { inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";

/** What a desktop does with ssh. */
const desktopCommands = ["deploy", "showPlan", "status", "rollback", "importCluster", "showNodeDiff"] as const;

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateIn(context, {
    createClient: (options) => {
      const program = vscode.Uri.joinPath(context.extensionUri, "dist/server/browser.js").toString(true);
      let server: Worker | undefined;
      // A server that is started again is another one.
      const start = async (): Promise<MessageTransports> => {
        server?.terminate();
        server = new Worker(program);
        // What VS Code makes of a worker here is none to `instanceof`, by which the client would know one.
        return { reader: new BrowserMessageReader(server), writer: new BrowserMessageWriter(server) };
      };
      context.subscriptions.push({ dispose: () => server?.terminate() });
      return new LanguageClient("lifekeeper", "LifeKeeper", start, options);
    },
    createDocumentThread: () => {
      const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, "dist/office/worker.js").toString(true));
      return {
        start: (order, hear) => {
          worker.onmessage = ({ data }) => hear(data);
          worker.onerror = ({ message }) => hear({ kind: "failed", why: message });
          worker.postMessage(order);
        },
        end: () => worker.terminate(),
      };
    },
    registerOwn: () => {
      for (const command of desktopCommands) {
        context.subscriptions.push(vscode.commands.registerCommand(`lifekeeper.${command}`, sayItNeedsADesktop));
      }
    },
  });
}

function sayItNeedsADesktop(): void {
  void notify.information(
    inUserLanguage({
      en: "A browser cannot reach the nodes: this needs VS Code on a desktop or over Remote-SSH, or 'lkcluster' in a terminal. Checking, simulating, testing and proving work here.",
      ja: "ブラウザーからはノードに接続できません。デスクトップ版または Remote-SSH の VS Code か、ターミナルの 'lkcluster' を使ってください。チェック、シミュレーション、テスト、証明はここでもできます。",
    }),
  );
}
