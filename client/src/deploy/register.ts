// Everything about nodes: the plan's documents, and the commands that connect to nodes when the user asks.

import * as vscode from "vscode";
import type { CommandSubject } from "../clusterFiles.ts";
import type { TreeItem } from "../clusterTree.ts";
import { guarded } from "../output.ts";
import { deploy, showPlan } from "./deployCommand.ts";
import { importRunning } from "./importCommand.ts";
import { oneAtATime } from "./oneAtATime.ts";
import { registerDeploymentPage } from "./page/deploymentPage.ts";
import { registerPlanDocuments, showNodeDifference } from "./planDocuments.ts";
import { rollback } from "./rollbackCommand.ts";
import { askNodes } from "./statusCommand.ts";

export function registerDeployment(context: vscode.ExtensionContext): void {
  registerPlanDocuments(context);
  registerDeploymentPage(context);
  const register = (name: string, work: (subject: CommandSubject) => Promise<void>): void => {
    context.subscriptions.push(
      vscode.commands.registerCommand(`lifekeeper.${name}`, (subject: CommandSubject) =>
        guarded(name, () => oneAtATime(() => work(subject))),
      ),
    );
  };
  register("deploy", deploy);
  register("showPlan", showPlan);
  register("status", askNodes);
  register("rollback", rollback);
  register("importCluster", importRunning);
  context.subscriptions.push(
    vscode.commands.registerCommand("lifekeeper.showNodeDiff", (item: TreeItem | undefined) =>
      guarded("showNodeDiff", async () => {
        if (item?.kind !== "node" || item.status?.plan === undefined) return;
        await showNodeDifference(item.cluster, item.status.plan);
      }),
    ),
  );
}
