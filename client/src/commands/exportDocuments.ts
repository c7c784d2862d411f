// *Export…*: the documents of a project into a folder. They are made in a thread of their own; what somebody has worked
// in since it was written there is never replaced.

import type { DocumentId } from "@lkcluster/core/documents/document.ts";
import { folderListName, folderListText, mayReplace, readFolderList } from "@lkcluster/core/documents/folderList.ts";
import {
  type DocumentFormat,
  documentFormats,
  type FolderNews,
  type FolderOrder,
  type ProjectFile,
} from "@lkcluster/core/documents/folderOrder.ts";
import { documentIds, documentTitles } from "@lkcluster/core/documents/titles.ts";
import { notificationText } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import type { DocumentThread, Host } from "../host.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { output } from "../output.ts";
import { documentsFor } from "../panel/documents.ts";
import { withFiles } from "../workspaceFiles.ts";

/** What a key binding may say beforehand; the rest is asked. */
export interface ExportWish {
  readonly documents?: readonly string[];
  readonly formats?: readonly string[];
  /** The URI of a folder. */
  readonly folder?: string;
}

/** The files that were written; undefined when none was, which has been said. */
export async function exportDocuments(
  host: Pick<Host, "createDocumentThread">,
  subject: CommandSubject,
  wish: ExportWish = {},
): Promise<readonly string[] | undefined> {
  const uri = await chooseClusterFile(subject);
  if (uri === undefined) return undefined;
  const only = wish.documents === undefined ? await chooseDocuments() : known(wish.documents, documentIds);
  if (only === undefined || only.length === 0) return undefined;
  const formats = wish.formats === undefined ? await chooseFormats() : known(wish.formats, documentFormats);
  if (formats === undefined || formats.length === 0) return undefined;
  const folder = wish.folder === undefined ? await chooseFolder(uri) : vscode.Uri.parse(wish.folder);
  if (folder === undefined) return undefined;
  const { documents: files } = await withFiles((all) => documentsFor(all, uri.toString()));
  const order: FolderOrder = { clusterFile: uri.toString(), files, only, formats, locale: currentLocale() };
  const news = await made(host.createDocumentThread(), order);
  if (news === undefined) return undefined;
  if (news.kind !== "made") {
    if (news.kind === "failed") output().error(news.why);
    void notify.error(inUserLanguage(news.kind === "unsound" ? words.unsound : words.failed));
    return undefined;
  }
  const inTheWay = await write(folder, news.files);
  if (inTheWay.length > 0) {
    void notify.warning(inUserLanguage(words.workedIn(inTheWay)));
    return undefined;
  }
  const names = news.files.map(({ name }) => name);
  // Whoever is asked what to open next has the files already.
  void offer(folder, names);
  return names;
}

function known<Name extends string>(names: readonly string[], all: readonly Name[]): readonly Name[] {
  return all.filter((name) => names.includes(name));
}

async function chooseDocuments(): Promise<readonly DocumentId[] | undefined> {
  const items = documentIds.map((id) => ({
    label: inUserLanguage(documentTitles[id]),
    description: id,
    id,
    picked: true,
  }));
  const options = { title: inUserLanguage(words.which), canPickMany: true, ignoreFocusOut: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.map(({ id }) => id);
}

async function chooseFormats(): Promise<readonly DocumentFormat[] | undefined> {
  const items = documentFormats.map((format) => ({
    label: inUserLanguage(words.formats[format]),
    description: `.${format}`,
    format,
    picked: format === "xlsx",
  }));
  const options = { title: inUserLanguage(words.asWhat), canPickMany: true, ignoreFocusOut: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.map(({ format }) => format);
}

/** Beside the cluster file, where the command line puts them too, or anywhere. */
async function chooseFolder(cluster: vscode.Uri): Promise<vscode.Uri | undefined> {
  const beside = vscode.Uri.joinPath(cluster, "../documents");
  const openLabel = inUserLanguage(words.here);
  const anywhere = { canSelectFiles: false, canSelectFolders: true, openLabel } as const;
  // Beside a document without a name there is nothing.
  if (cluster.scheme === "untitled") return (await vscode.window.showOpenDialog(anywhere))?.[0];
  const items = [
    { label: inUserLanguage(words.beside), description: vscode.workspace.asRelativePath(beside), isBeside: true },
    { label: inUserLanguage(words.elsewhere), description: "", isBeside: false },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: inUserLanguage(words.where),
    ignoreFocusOut: true,
  });
  if (chosen === undefined) return undefined;
  if (chosen.isBeside) return beside;
  return (await vscode.window.showOpenDialog({ ...anywhere, defaultUri: vscode.Uri.joinPath(cluster, "..") }))?.[0];
}

/** The last news; undefined when it was cancelled. */
async function made(thread: DocumentThread, order: FolderOrder): Promise<FolderNews | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: notificationText(inUserLanguage(words.making)),
    cancellable: true,
  };
  try {
    return await vscode.window.withProgress(
      options,
      (progress, token) =>
        new Promise<FolderNews | undefined>((resolve) => {
          token.onCancellationRequested(() => resolve(undefined));
          thread.start(order, (news) => {
            if (news.kind !== "making") resolve(news);
            else
              progress.report({
                message: inUserLanguage(words.step(news)),
                increment: news.done === 0 ? 0 : 100 / news.of,
              });
          });
        }),
    );
  } finally {
    thread.end();
  }
}

/** Writes all files, or none and says which of them are somebody's work. */
async function write(folder: vscode.Uri, files: readonly ProjectFile[]): Promise<readonly string[]> {
  const list = vscode.Uri.joinPath(folder, folderListName);
  const before = readFolderList(new TextDecoder().decode((await bytesOf(list)) ?? new Uint8Array()));
  const hashes = new Map(before);
  const inTheWay: string[] = [];
  for (const { name, bytes } of files) {
    const now = await sha256Of(bytes);
    hashes.set(name, now);
    const there = await bytesOf(vscode.Uri.joinPath(folder, name));
    const hash = there === undefined ? undefined : await sha256Of(there);
    if (!mayReplace(hash, { before: before.get(name), now })) inTheWay.push(name);
  }
  if (inTheWay.length > 0) return inTheWay;
  await vscode.workspace.fs.createDirectory(folder);
  for (const { name, bytes } of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
  await vscode.workspace.fs.writeFile(list, new TextEncoder().encode(folderListText(hashes)));
  return [];
}

/** Undefined where there is no file. */
async function bytesOf(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  // A copy has a buffer of its own, as the digest wants it.
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function offer(folder: vscode.Uri, names: readonly string[]): Promise<void> {
  const openFolder = inUserLanguage(words.openFolder);
  const openOne = inUserLanguage(names.length === 1 ? words.openDocument : words.openOne);
  const chosen = await notify.information(inUserLanguage(words.written(folder, names.length)), openFolder, openOne);
  if (chosen === openFolder) await reveal(folder, names[0] ?? "");
  if (chosen !== openOne) return;
  const name = names.length === 1 ? names[0] : await vscode.window.showQuickPick(names, { title: openOne });
  if (name !== undefined) await open(vscode.Uri.joinPath(folder, name));
}

/** In the file manager of the machine that the files are on, where there is one to show them; else in the explorer. */
async function reveal(folder: vscode.Uri, name: string): Promise<void> {
  const isHere =
    folder.scheme === "file" && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  const command = isHere ? "revealFileInOS" : "revealInExplorer";
  await vscode.commands.executeCommand(command, vscode.Uri.joinPath(folder, name));
}

async function open(file: vscode.Uri): Promise<void> {
  if (/\.(?:md|mmd|svg)$/.test(file.path)) await vscode.commands.executeCommand("vscode.open", file);
  else await vscode.env.openExternal(file);
}

const words = {
  which: { en: "Which documents?", ja: "どのドキュメントを書き出しますか" },
  asWhat: { en: "In which formats?", ja: "どの形式で書き出しますか" },
  formats: {
    xlsx: { en: "Excel", ja: "Excel" },
    md: { en: "Markdown", ja: "Markdown" },
    html: { en: "HTML, to print", ja: "HTML（印刷用）" },
  },
  where: { en: "Into which folder?", ja: "どのフォルダーに書き出しますか" },
  beside: { en: "Beside the cluster file", ja: "クラスターファイルと同じ場所" },
  elsewhere: { en: "Another folder…", ja: "別のフォルダー…" },
  here: { en: "Export Here", ja: "ここに書き出す" },
  making: { en: "Making documents", ja: "ドキュメントを作成しています" },
  step: ({ document, done, of }: Extract<FolderNews, { kind: "making" }>) => {
    const { en, ja } = documentTitles[document];
    return { en: `${en} (${done + 1} / ${of})`, ja: `${ja}（${done + 1} / ${of}）` };
  },
  unsound: {
    en: "The cluster file has errors, so nothing can be said of the cluster yet. The Problems view names them.",
    ja: "クラスターファイルにエラーがあるため、まだドキュメントを作成できません。「問題」ビューを確かめてください。",
  },
  failed: {
    en: "The documents could not be made. The output of LifeKeeper says why; please report it.",
    ja: "ドキュメントを作成できませんでした。理由は「LifeKeeper」の出力にあります。不具合として報告してください。",
  },
  workedIn: (names: readonly string[]) => ({
    en: `Nothing was written: ${names.join(", ")} changed since the last export, or somebody else put it there. Choose another folder, or move it away first.`,
    ja: `何も書き出していません。${names.join("、")} は前回の書き出しの後に変更されたか、別の方法で置かれたものです。別のフォルダーを選ぶか、先に移動してください。`,
  }),
  written: (folder: vscode.Uri, count: number) => {
    const shown = vscode.workspace.asRelativePath(folder);
    return {
      en: count === 1 ? `One file is in ${shown}.` : `${count} files are in ${shown}.`,
      ja: `${count} 個のファイルを ${shown} に書き出しました。`,
    };
  },
  openFolder: { en: "Open Folder", ja: "フォルダーを開く" },
  openDocument: { en: "Open Document", ja: "ドキュメントを開く" },
  openOne: { en: "Open Document…", ja: "ドキュメントを開く…" },
} as const;
