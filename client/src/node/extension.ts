// The extension on a desktop, or on the remote machine of one: the language server is a program of its own, nodes can be
// reached, and terminals find `lkcluster`.

import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateIn } from "../activate.ts";
import { registerDeployment } from "../deploy/register.ts";
import { guarded } from "../output.ts";
import { documentThread } from "./documentThread.ts";
import { registerTerminalCommand } from "./terminalCommand.ts";
import { takeTourAtStart } from "./tourAtStart.ts";

export function activate(context: vscode.ExtensionContext): Promise<void> {
  return activateIn(context, {
    createClient: (options) => {
      const module = context.asAbsolutePath("dist/server/main.cjs");
      // Compiled code is kept between starts, in the extension's own folder: in one for all, somebody else might have put some.
      const env = { NODE_COMPILE_CACHE: vscode.Uri.joinPath(context.globalStorageUri, "compiled").fsPath };
      const debug = { execArgv: ["--enable-source-maps", "--inspect=6009"] };
      const server = {
        run: { module, transport: TransportKind.ipc, options: { env } },
        debug: { module, transport: TransportKind.ipc, options: debug },
      };
      return new LanguageClient("lifekeeper", "LifeKeeper", server, options);
    },
    createDocumentThread: () => documentThread(context.asAbsolutePath("dist/office/worker.js")),
    registerOwn: () => {
      registerDeployment(context);
      registerTerminalCommand(context);
      void guarded("tour", takeTourAtStart);
    },
  });
}
