// What the lens "3 references" does: the editor's own list of references, at the name it stands above.

import * as vscode from "vscode";

export async function showReferences(uri: unknown, position: unknown): Promise<void> {
  if (typeof uri !== "string" || !isPosition(position)) return;
  const document = vscode.Uri.parse(uri);
  const place = new vscode.Position(position.line, position.character);
  const locations = await vscode.commands.executeCommand<vscode.Location[]>(
    "vscode.executeReferenceProvider",
    document,
    place,
  );
  await vscode.commands.executeCommand("editor.action.showReferences", document, place, locations);
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  if (typeof value !== "object" || value === null || !("line" in value) || !("character" in value)) return false;
  return typeof value.line === "number" && typeof value.character === "number";
}
