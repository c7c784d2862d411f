// *Write Test Plan*: a test specification for the real machines, made from the cluster, as a Markdown document.

import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { makeTestPlan } from "@lkcluster/core/testplan/testPlan.ts";
import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import { currentLocale, inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { workspaceFiles } from "../workspaceFiles.ts";

export async function writeTestPlan(subject: CommandSubject): Promise<void> {
  const uri = await chooseClusterFile(subject);
  if (uri === undefined) return;
  const { sound } = checkCluster(workspaceFiles(), uri.toString());
  if (sound === undefined) {
    void notify.error(
      inUserLanguage({
        en: "The cluster file has errors, so nothing can be simulated yet. The Problems view names them.",
        ja: "クラスターファイルにエラーがあるため、まだシミュレーションできません。「問題」ビューを確かめてください。",
      }),
    );
    return;
  }
  const content = renderPlanMarkdown(makeTestPlan(sound), currentLocale());
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}
