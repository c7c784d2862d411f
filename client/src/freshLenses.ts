// VS Code draws the lenses it remembers of a file when the file comes into view, and an answer that is there before the
// first drawing only at the next scroll. Until then a lens could say "holds" of a cluster that has changed meanwhile,
// so lenses are asked for once more when the window has settled.

import * as vscode from "vscode";
import { type BaseLanguageClient, CodeLensRequest } from "vscode-languageclient";

/** Longer than an editor takes to draw what it was given. */
const settledMs = 250;

export function registerFreshLenses(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askAgain = (): void => {
    const feature = client.getFeature(CodeLensRequest.method);
    const providers = vscode.window.visibleTextEditors.map(({ document }) => feature.getProvider(document));
    for (const provider of new Set(providers)) provider?.onDidChangeCodeLensEmitter.fire();
  };
  context.subscriptions.push(
    vscode.window.onDidChangeVisibleTextEditors(() => {
      clearTimeout(timer);
      timer = setTimeout(askAgain, settledMs);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
