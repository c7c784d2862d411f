// What the end-to-end tests do with VS Code's own API, with waiting on conditions instead of sleeping.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hasDriver, screenshot, see } from "./driver.ts";

const waitMs = 60_000;

/** Tries until `find` gives something, and says what it waited for when it never does. */
export async function eventually<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) {
      await screenshot("last-failure");
      assert.fail(`waited ${waitMs / 1000} s for ${what}`);
    }
    await new Promise((resume) => {
      setTimeout(resume, 50);
    });
  }
}

export function workspaceRoot(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the tests run in a workspace");
  return folder.uri;
}

export async function openSample(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(vscode.Uri.joinPath(workspaceRoot(), path), { preview: false });
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits for a diagnostic that fits. */
export function diagnostic(
  uri: vscode.Uri,
  fits: (diagnostic: vscode.Diagnostic) => boolean,
): Promise<vscode.Diagnostic> {
  return eventually(`a diagnostic in ${uri.path}`, () => vscode.languages.getDiagnostics(uri).find(fits));
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${document.uri.path} holds ${text}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}

/** The window takes a moment; a picture taken at once would still be light. */
export async function useDarkTheme(): Promise<void> {
  await setSetting("workbench.colorTheme", "Dark 2026");
  if (hasDriver) await see({ selector: ".monaco-workbench.vs-dark" });
}

export async function closeEverything(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** Puts the text of a document back to what lies on the disk. */
export async function revertDocument(document: vscode.TextDocument): Promise<void> {
  // The command takes whatever editor has the focus, and a peek that is closing may still have it.
  await eventually(`${document.uri.path} to be as on disk`, async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    return document.isDirty ? undefined : true;
  });
}

/** Waits until the server has spoken about the newest text of a file: its diagnostics come with every change. */
export async function diagnosticsSettled(uri: vscode.Uri): Promise<void> {
  const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    uri,
  );
  assert.ok(symbols !== undefined, "the server answers");
}
