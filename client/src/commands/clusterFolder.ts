// Where a new cluster goes: a folder of its own name, with the cluster file and the parameter file it names.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";

export interface WrittenCluster {
  readonly parent: vscode.Uri;
  readonly name: string;
  readonly cluster: string;
  /** Undefined when nothing is known of them. */
  readonly parameters: { readonly path: string; readonly text: string } | undefined;
}

/** Writes both files and shows the cluster. Never over a file that is there. */
export async function openNewCluster({ parent, name, cluster, parameters }: WrittenCluster): Promise<void> {
  const folder = vscode.Uri.joinPath(parent, name);
  const file = vscode.Uri.joinPath(folder, `${name}.lk`);
  const edit = new vscode.WorkspaceEdit();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  if (parameters !== undefined) {
    edit.createFile(vscode.Uri.joinPath(folder, parameters.path), { contents: encode(parameters.text) });
    // Git on Windows would end its lines with carriage returns, and the nodes read those as part of the values.
    const attributes = "**/default/LifeKeeper* text eol=lf\n";
    edit.createFile(vscode.Uri.joinPath(folder, ".gitattributes"), { contents: encode(attributes) });
  }
  edit.createFile(file, { contents: encode(cluster) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(file);
}

/** The one folder of the workspace; the user picks when there are several, and any folder when there is none. */
export async function chooseParent(
  openText: Localized = { en: "Create Here", ja: "ここに作成" },
): Promise<vscode.Uri | undefined> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (first !== undefined && others.length === 0) return first.uri;
  if (first !== undefined) {
    const placeHolder = inUserLanguage({ en: "In which folder?", ja: "どのフォルダーに作成しますか" });
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder, ignoreFocusOut: true }))?.uri;
  }
  const openLabel = inUserLanguage(openText);
  return (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel }))?.[0];
}

/** The cluster gets a folder of its own name, so the name must be a free one. */
export async function askName(parent: vscode.Uri, title: string): Promise<string | undefined> {
  const existing = await vscode.workspace.fs.readDirectory(parent);
  return await vscode.window.showInputBox({
    title,
    prompt: inUserLanguage({
      en: "A folder of this name is created for it.",
      ja: "この名前のフォルダーが作られます。",
    }),
    value: "cluster",
    ignoreFocusOut: true,
    validateInput: (text) => {
      const name = text.trim();
      if (!/^[^\s/\\:*?"<>|{},=#]+$/.test(name) || /^\.+$/.test(name)) {
        return inUserLanguage({ en: "This cannot be the name of a folder.", ja: "フォルダー名として使えません。" });
      }
      if (!existing.some(([taken]) => taken === name)) return undefined;
      return inUserLanguage({ en: `${name} exists already.`, ja: `${name} はすでにあります。` });
    },
  });
}
