// *Write Test Plan*: a test specification for the real machines, made from the cluster, as a Markdown document.

import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { testPlanInSlices } from "@lkcluster/core/testplan/testPlan.ts";
import { notificationText } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { inTurns } from "../turns.ts";
import { withFiles } from "../workspaceFiles.ts";

export async function writeTestPlan(subject: CommandSubject): Promise<void> {
  const uri = await chooseClusterFile(subject);
  if (uri === undefined) return;
  const { sound } = await withFiles((files) => checkCluster(files, uri.toString()));
  if (sound === undefined) {
    void notify.error(
      inUserLanguage({
        en: "The cluster file has errors, so nothing can be simulated yet. The Problems view names them.",
        ja: "クラスターファイルにエラーがあるため、まだシミュレーションできません。「問題」ビューを確かめてください。",
      }),
    );
    return;
  }
  const plan = await inSlices(sound);
  if (plan === undefined) return;
  const content = renderPlanMarkdown(plan, currentLocale());
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** The editor lives on meanwhile; undefined when it was cancelled. */
function inSlices(cluster: Parameters<typeof testPlanInSlices>[0]) {
  const title = notificationText(
    inUserLanguage({
      en: `Writing the test plan of ${cluster.name}`,
      ja: `${cluster.name} の障害試験項目書を作成しています`,
    }),
  );
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) =>
    inTurns(
      testPlanInSlices(cluster),
      () => token.isCancellationRequested,
      ({ tried, of }) => progress.report({ message: `${tried} / ${of}` }),
    ),
  );
}
