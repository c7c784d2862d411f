// The files of a plan as read-only documents, so that VS Code's own diff editor shows what would change on each node.

import type { DeploymentPlan, NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import { textOrEmpty } from "@lkcluster/core/text/byteText.ts";
import * as vscode from "vscode";
import { inUserLanguage } from "../language.ts";

const scheme = "lifekeeper-node";

type Side = "before" | "after";

/** What is shown at the moment, by the name of its document. A later plan takes the place of an earlier one. */
const texts = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

export function registerPlanDocuments(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
    }),
  );
}

/** One editor with the difference of every node that changes. */
export async function showPlanDifferences(plan: DeploymentPlan): Promise<void> {
  const nodes = plan.nodes.filter(isChanged);
  const isBack = plan.rollback !== undefined;
  const title = inUserLanguage({
    en: `${plan.cluster}: on the nodes ↔ after the ${isBack ? "rollback" : "deployment"}`,
    ja: `${plan.cluster}: ノード上 ↔ ${isBack ? "ロールバック" : "デプロイ"}後`,
  });
  const resources = nodes.map((node) => {
    const after = publish(plan.cluster, node, "after");
    return [after, publish(plan.cluster, node, "before"), after];
  });
  await vscode.commands.executeCommand("vscode.changes", title, resources);
}

/** One node alone, in the ordinary diff editor. */
export async function showNodeDifference(cluster: string, node: NodePlan): Promise<void> {
  const title = inUserLanguage({ en: `${node.node}: on the node ↔ here`, ja: `${node.node}: ノード上 ↔ ここ` });
  await vscode.commands.executeCommand(
    "vscode.diff",
    publish(cluster, node, "before"),
    publish(cluster, node, "after"),
    title,
  );
}

function publish(cluster: string, node: NodePlan, side: Side): vscode.Uri {
  // Both sides have one path, or the editor would call the change a renaming. A name is one part of it, whatever is in
  // it: a path that begins with `//` is no path of a URI.
  const path = [cluster, node.node].map((name) => name.toWellFormed().replaceAll("/", "_") || "_").join("/");
  const uri = vscode.Uri.from({ scheme, path: `/${path}/default/LifeKeeper`, query: side });
  texts.set(uri.toString(), textOrEmpty(side === "before" ? node.before : node.after));
  changed.fire(uri);
  return uri;
}
