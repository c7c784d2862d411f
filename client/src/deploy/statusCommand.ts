// *Ask Nodes for Their State*: reads every node of a cluster and shows in the tree how it stands to the files here.

import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { output } from "../output.ts";
import { connectionsFor } from "./connections.ts";
import { deployableCluster, deploySetting } from "./deployableCluster.ts";
import { learnNodeStatus, statusForTree } from "./nodeStatus.ts";
import { withProgress } from "./withProgress.ts";

export async function askNodes(subject: CommandSubject): Promise<void> {
  const target = await deployableCluster(subject);
  if (target === undefined) return;
  const { cluster, files, uri } = target;
  const title = inUserLanguage({ en: `Asking ${cluster.name}`, ja: `${cluster.name} に問い合わせています` });
  const { nodes } = await withProgress(title, (watched) =>
    statusOfCluster({
      cluster,
      files,
      mode: deploySetting<"merge" | "replace">(uri, "mode", "merge"),
      ...connectionsFor(uri),
      ...watched,
    }),
  );
  for (const { node, detail } of nodes) output().info(`${node}: ${inUserLanguage(detail)}`);
  learnNodeStatus(uri, nodes.map(statusForTree));
  await vscode.commands.executeCommand("lifekeeper.clusters.focus");
}
