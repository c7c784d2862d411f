// Answers the language server's questions about files that it cannot reach itself: all of them in a browser, those of
// virtual workspaces on a desktop.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { findClusterFilesBelow } from "./findClusterFiles.ts";
import { readFile } from "./workspaceFiles.ts";

interface About {
  readonly uri: string;
}

export function answerAboutFiles(client: BaseLanguageClient): void {
  client.onRequest(
    "lifekeeper/readFile",
    async ({ uri }: About) => (await readFile(vscode.Uri.parse(uri)))?.text ?? null,
  );
  client.onRequest("lifekeeper/listFolder", async ({ uri }: About) =>
    (await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri))).map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
    })),
  );
  client.onRequest("lifekeeper/findClusterFiles", async ({ uris }: { readonly uris: readonly string[] }) => {
    const found = await Promise.all(uris.map((uri) => findClusterFilesBelow(vscode.Uri.parse(uri))));
    return found.flat().map((uri) => uri.toString());
  });
}
