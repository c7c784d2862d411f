// A file of any name is a parameter file when a cluster names it with `defaults`: it then gets the language of its own
// accord. Once per file: whoever chooses another language for it keeps that.

import * as vscode from "vscode";
import { isStored } from "./clusterFiles.ts";
import type { ClusterIndex } from "./clusterIndex.ts";

export const parameterLanguage = "lifekeeper-defaults";

/** What VS Code takes such a file for when its name tells nothing. */
const guesses: ReadonlySet<string> = new Set(["plaintext", "ini", "properties", "shellscript"]);

export function registerParameterLanguage(context: vscode.ExtensionContext, index: ClusterIndex): void {
  const decided = new Set<string>();
  const look = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    if (!isStored(document.uri) || !guesses.has(document.languageId) || decided.has(key)) return;
    if (index.naming(document.uri).length === 0) return;
    decided.add(key);
    void vscode.languages.setTextDocumentLanguage(document, parameterLanguage);
  };
  const lookAtAll = (): void => vscode.workspace.textDocuments.forEach(look);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(look), index.onChange(lookAtAll));
  lookAtAll();
}
