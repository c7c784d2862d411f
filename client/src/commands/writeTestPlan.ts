// *Write Test Plan*: a test specification for the real machines, made from the cluster, as a Markdown document.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import type { ClusterFile } from "@lkcluster/core/syntax/cluster/tree.ts";
import type { Parsed } from "@lkcluster/core/syntax/parsed.ts";
import { renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { testPlanInSlices } from "@lkcluster/core/testplan/testPlan.ts";
import { traceRequirements } from "@lkcluster/core/testplan/traceability.ts";
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
  const { sound, parsed } = await withFiles((files) => checkCluster(files, uri.toString()));
  if (sound === undefined) {
    void notify.error(
      inUserLanguage({
        en: "The cluster file has errors, so nothing can be simulated yet. The Problems view names them.",
        ja: "クラスターファイルにエラーがあるため、まだシミュレーションできません。「問題」ビューを確かめてください。",
      }),
    );
    return;
  }
  const made = await inSlices(sound, parsed);
  if (made === undefined) return;
  const content = renderPlanMarkdown(made.plan, currentLocale(), made.trace);
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

/** The editor lives on meanwhile; undefined when it was cancelled. */
function inSlices(cluster: SoundCluster, parsed: Parsed<ClusterFile>) {
  const title = notificationText(
    inUserLanguage({
      en: `Writing the test plan of ${cluster.name}`,
      ja: `${cluster.name} の障害試験項目書を作成しています`,
    }),
  );
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) =>
    inTurns(
      planAndTrace(cluster, parsed),
      () => token.isCancellationRequested,
      (at) => progress.report({ message: at === undefined ? "" : `${at.tried} / ${at.of}` }),
    ),
  );
}

function* planAndTrace(cluster: SoundCluster, parsed: Parsed<ClusterFile>) {
  const plan = yield* testPlanInSlices(cluster, parsed.tree);
  const tracing = traceRequirements(cluster, parsed, plan);
  for (;;) {
    const turn = tracing.next();
    if (turn.done === true) return { plan, trace: turn.value };
    yield undefined;
  }
}
