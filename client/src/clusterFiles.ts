// Which cluster file a command is about: the one it was called on, the one in the editor, or the one the user picks.

import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { labelText, visibleLine } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { findClusterFiles, findClusterFilesBelow } from "./findClusterFiles.ts";
import { inUserLanguage } from "./language.ts";
import { notify } from "./notify.ts";

export const clusterLanguage = "lifekeeper-cluster";

export function isClusterFile(document: vscode.TextDocument): boolean {
  return document.languageId === clusterLanguage && (isStored(document.uri) || document.uri.scheme === "untitled");
}

/**
 * True for what is a file somewhere: on a disk, or where the workspace is kept. Other documents with our languages only
 * show one, such as the old side of a difference, and are nobody's cluster.
 */
export function isStored({ scheme }: vscode.Uri): boolean {
  return storingSchemes().includes(scheme);
}

/** `vscode-vfs` is a repository of GitHub and the like, `vscode-remote` the remote machine as a browser sees it. */
function storingSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(["file", "vscode-vfs", "vscode-remote", ...folders.map(({ uri }) => uri.scheme)])];
}

/** The documents that are ours, as VS Code asks for them. */
export function ourDocuments(): { readonly language: string; readonly scheme: string }[] {
  const schemes = [...storingSchemes(), "untitled"];
  return [clusterLanguage, "lifekeeper-defaults"].flatMap((language) =>
    schemes.map((scheme) => ({ language, scheme })),
  );
}

/** What menus, code lenses, tree items and key bindings pass: a URI, its text, something that has one, or nothing. */
export type CommandSubject = vscode.Uri | string | { readonly uri: vscode.Uri } | undefined;

/** Undefined when there is none, which has been said, or when the user picked none. */
export async function chooseClusterFile(subject: CommandSubject): Promise<vscode.Uri | undefined> {
  if (subject instanceof vscode.Uri) return subject;
  if (typeof subject === "string") return vscode.Uri.parse(subject);
  if (subject !== undefined) return subject.uri;
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && isClusterFile(editor.document)) return editor.document.uri;
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isClusterFile(document));
  if (visible !== undefined) return visible.document.uri;
  return await pickClusterFile();
}

async function pickClusterFile(): Promise<vscode.Uri | undefined> {
  const found = await findClusterFiles();
  if (found.length === 0) {
    await sayThereIsNone();
    return undefined;
  }
  if (found.length === 1) return found[0];
  const items = found
    .map((uri) => ({ label: labelText(vscode.workspace.asRelativePath(uri)), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const title = inUserLanguage({ en: "Which cluster?", ja: "どのクラスターですか" });
  return (await vscode.window.showQuickPick(items, { title }))?.uri;
}

async function sayThereIsNone(): Promise<void> {
  const create = inUserLanguage({ en: "New Cluster…", ja: "新しいクラスター…" });
  const message = inUserLanguage({
    en: "There is no cluster file (*.lk) in this workspace yet.",
    ja: "このワークスペースにはまだクラスターファイル（*.lk）がありません。",
  });
  if ((await notify.information(message, create)) === create) {
    await vscode.commands.executeCommand("lifekeeper.newCluster");
  }
}

/** The name the file gives the cluster, or the name of the file. */
export function clusterNameOf(uri: vscode.Uri, text: string): string {
  const named = parseCluster(uri.toString(), text).tree.cluster?.name?.value;
  return named ?? visibleLine(uri.path.slice(uri.path.lastIndexOf("/") + 1));
}

/** A moment in which whatever makes a folder has filled it. */
const lookAgainMs = 1000;

/** `gone` gets the file or the folder that was deleted: of a folder that comes or goes VS Code may say nothing about the files in it. */
export function watchClusterFiles(react: {
  readonly changed: (uri: vscode.Uri) => void;
  readonly gone: (uri: vscode.Uri) => void;
}): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher("**/*.lk");
  const everything = vscode.workspace.createFileSystemWatcher("**", false, true, false);
  const lookInto = async (folder: vscode.Uri): Promise<void> => {
    const isFolder = vscode.FileType.Directory === (await vscode.workspace.fs.stat(folder)).type;
    if (isFolder) for (const uri of await findClusterFilesBelow(folder)) react.changed(uri);
  };
  const look = (uri: vscode.Uri): void => {
    // What has gone again before anybody could look is told as gone.
    if (!uri.path.includes("/node_modules/")) void lookInto(uri).catch(() => undefined);
  };
  return vscode.Disposable.from(
    files,
    everything,
    files.onDidCreate(react.changed),
    files.onDidChange(react.changed),
    everything.onDidCreate((uri) => {
      look(uri);
      // Of files that are written into a folder right after it was made, watching may miss the first.
      setTimeout(() => look(uri), lookAgainMs);
    }),
    everything.onDidDelete(react.gone),
  );
}
