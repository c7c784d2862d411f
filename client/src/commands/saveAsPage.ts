// *Save as Page…*: one HTML file about a cluster that anybody can open and replay.

import { makeReport, type Report } from "@lkcluster/core/report/makeReport.ts";
import { madeText, type PageParts, reportPage } from "@lkcluster/core/report/page.ts";
import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { documentsFor } from "../panel/documents.ts";
import { inTurns } from "../turns.ts";
import { withFiles } from "../workspaceFiles.ts";

export async function saveAsPage(context: vscode.ExtensionContext, subject: CommandSubject): Promise<void> {
  const uri = await chooseClusterFile(subject);
  if (uri === undefined) return;
  const replacesNames = await chooseNames();
  if (replacesNames === undefined) return;
  const report = await inSlices(uri, replacesNames);
  if (report === undefined) return;
  if (report.kind !== "made") {
    void notify.error(inUserLanguage(report.kind === "unsound" ? words.unsound : words.lost));
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, "..", `${replacesNames ? "cluster" : report.record.title}.html`),
    filters: { HTML: ["html"] },
  });
  if (target === undefined) return;
  const file = vscode.Uri.joinPath(context.extensionUri, "dist/cli/page.json");
  // Our own build wrote it.
  const parts = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as PageParts;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const { record, documents } = report;
  const made = madeText(new Date().toISOString(), version, replacesNames);
  const page = reportPage({ parts, record, documents, locale: currentLocale(), made });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
  const open = inUserLanguage(words.open);
  const chosen = await notify.information(inUserLanguage(words.written(target)), open);
  if (chosen === open) await vscode.env.openExternal(target);
}

async function chooseNames(): Promise<boolean | undefined> {
  const items = [
    { label: inUserLanguage(words.asTheyAre), detail: inUserLanguage(words.asTheyAreWhy), replaces: false },
    { label: inUserLanguage(words.replaced), detail: inUserLanguage(words.replacedWhy), replaces: true },
  ];
  return (await vscode.window.showQuickPick(items, { title: inUserLanguage(words.title) }))?.replaces;
}

/** Undefined when it was cancelled. */
async function inSlices(uri: vscode.Uri, replacesNames: boolean): Promise<Report | undefined> {
  const { documents } = await withFiles((files) => documentsFor(files, uri.toString()));
  const files = { read: (file: string) => documents.find((document) => document.file === file) };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: inUserLanguage(words.proving),
    cancellable: true,
  };
  return await vscode.window.withProgress(options, (progress, token) =>
    inTurns(
      makeReport(files, uri.toString(), { replacesNames }),
      () => token.isCancellationRequested,
      ({ done, of }) => progress.report({ message: `${done} / ${of}` }),
    ),
  );
}

const words = {
  title: { en: "Save as page: names", ja: "ページとして保存: 名前の扱い" },
  asTheyAre: { en: "Names as they are", ja: "名前はそのまま" },
  asTheyAreWhy: {
    en: "For people of your own house: nodes, addresses, comments and both files are in the page.",
    ja: "社内向け。ノード、アドレス、コメント、両方のファイルがページに含まれます。",
  },
  replaced: { en: "Other names", ja: "名前を置き換える" },
  replacedWhy: {
    en: "For people outside: nodes, hosts, addresses, resources and titles are replaced, comments left out.",
    ja: "社外向け。ノード、ホスト、アドレス、リソース、題名を置き換え、コメントを除きます。",
  },
  proving: { en: "Proving for the page", ja: "ページに載せる証明を実行しています" },
  unsound: {
    en: "The cluster file has errors, so nothing can be simulated yet. The Problems view names them.",
    ja: "クラスターファイルにエラーがあるため、まだシミュレーションできません。「問題」ビューを確かめてください。",
  },
  lost: {
    en: "This file cannot be told under other names. Save it with its names, and report this.",
    ja: "名前を置き換えると読めなくなるファイルです。名前はそのままで保存し、不具合として報告してください。",
  },
  written: (target: vscode.Uri) => {
    const name = target.path.slice(target.path.lastIndexOf("/") + 1);
    return {
      en: `${name} is written. It opens in any browser and loads nothing.`,
      ja: `${name} を書き出しました。どのブラウザーでも開け、通信はしません。`,
    };
  },
  open: { en: "Open", ja: "開く" },
} as const;
