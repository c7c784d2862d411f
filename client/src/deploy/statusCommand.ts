// *Ask Nodes for Their State*: reads every node of a cluster and shows in the tree how it stands to the files here.

import type { Aftermath } from "@lkcluster/core/plan/aftermath.ts";
import { saidOf } from "@lkcluster/deploy/failure.ts";
import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { learnNodeStatus } from "../nodeStatus.ts";
import { notify } from "../notify.ts";
import { output } from "../output.ts";
import { connectionsFor } from "./connections.ts";
import { deployableCluster, deploySetting } from "./deployableCluster.ts";
import { standingsAsAsked } from "./nodeStanding.ts";
import { withProgress } from "./withProgress.ts";

export async function askNodes(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target === undefined) return;
  const { cluster, files, uri } = target;
  const title = inUserLanguage({ en: `Asking ${cluster.name}`, ja: `${cluster.name} に問い合わせています` });
  const report = await withProgress(title, (watched) =>
    statusOfCluster({
      cluster,
      files,
      mode: deploySetting<"merge" | "replace">(uri, "mode", "merge"),
      ...connectionsFor(uri),
      ...watched,
    }),
  );
  const { nodes, aftermath, disagreements } = report;
  for (const { node, detail, failure } of nodes) {
    output().info(`${node}: ${inUserLanguage(detail)}`);
    if (failure !== undefined && saidOf(failure) !== "") output().info(saidOf(failure));
  }
  learnNodeStatus(uri, standingsAsAsked(report), "forget");
  await vscode.commands.executeCommand("lifekeeper.clusters.focus");
  if (aftermath.length > 0) void sayAftermath(uri, aftermath);
  if (disagreements.length > 0) void notify.warning(disagreements.map(({ text }) => inUserLanguage(text)).join(" "));
}

/** What an earlier deployment left behind stays on the screen until somebody has dealt with it. */
async function sayAftermath(uri: vscode.Uri, aftermath: readonly Aftermath[]): Promise<void> {
  for (const { text } of aftermath) output().error(inUserLanguage(text));
  const mend = inUserLanguage({ en: "Deploy Again…", ja: "もう一度デプロイ…" });
  const isForDeploying = aftermath.some(({ kind }) => kind === "split" || kind === "unfinished");
  const message = aftermath.map(({ text }) => inUserLanguage(text)).join(" ");
  const choice = await notify.error(message, ...(isForDeploying ? [mend] : []));
  if (choice === mend) await vscode.commands.executeCommand("lifekeeper.deploy", uri);
}
