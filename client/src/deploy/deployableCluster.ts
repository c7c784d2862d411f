// The checked cluster behind a cluster file, or a message with the way to what is wrong with it.

import type { CheckedCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { notify } from "../notify.ts";
import { withFiles } from "../workspaceFiles.ts";

export interface DeployableCluster {
  readonly uri: vscode.Uri;
  readonly cluster: CheckedCluster;
  readonly files: FileSet;
}

/** Undefined when there is nothing to deploy, which the user has been told. */
export async function deployableCluster(subject: CommandSubject): Promise<DeployableCluster | undefined> {
  if (!mayConnect()) return undefined;
  const uri = await chooseClusterFile(subject);
  if (uri === undefined) return undefined;
  await saveWhatBelongsToIt(uri);
  const { files, checked, problems } = await withFiles((files) => ({ files, ...checkCluster(files, uri.toString()) }));
  if (checked !== undefined) return { uri, cluster: checked, files };
  const errors = problems.filter(({ severity }) => severity === "error").length;
  void sayItHasErrors(uri, errors);
  return undefined;
}

/** False in a workspace that is not trusted, with the reason. */
export function mayConnect(): boolean {
  if (!vscode.workspace.isTrusted) void sayItIsNotTrusted();
  return vscode.workspace.isTrusted;
}

/** The cluster file decides which hosts ssh connects to, so a stranger's file must not. */
async function sayItIsNotTrusted(): Promise<void> {
  const manage = inUserLanguage({ en: "Manage Workspace Trust", ja: "ワークスペースの信頼を管理" });
  const message = inUserLanguage({
    en: "Nodes are contacted only from a trusted workspace, because the cluster file decides which hosts ssh connects to.",
    ja: "ssh の接続先はクラスターファイルで決まるため、ノードへの接続は信頼されたワークスペースでのみ行います。",
  });
  if ((await notify.warning(message, manage)) === manage) {
    await vscode.commands.executeCommand("workbench.trust.manage");
  }
}

/** What is deployed is what lies on the disk, so that everybody can see it later. */
async function saveWhatBelongsToIt(uri: vscode.Uri): Promise<void> {
  const folder = uri.path.slice(0, uri.path.lastIndexOf("/") + 1);
  const dirty = vscode.workspace.textDocuments.filter(
    (document) =>
      document.isDirty && document.languageId.startsWith("lifekeeper-") && document.uri.path.startsWith(folder),
  );
  for (const document of dirty) await document.save();
}

async function sayItHasErrors(uri: vscode.Uri, errors: number): Promise<void> {
  const show = inUserLanguage({ en: "Show Problems", ja: "問題を表示" });
  const name = vscode.workspace.asRelativePath(uri);
  const message = inUserLanguage({
    en: `${name} has ${errors === 1 ? "an error" : `${errors} errors`}. Nothing was sent to any node.`,
    ja: `${name} にエラーが ${errors} 件あります。どのノードにも送信していません。`,
  });
  if ((await notify.error(message, show)) === show) {
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

export function deploySetting<T>(uri: vscode.Uri, name: string, fallback: T): T {
  return vscode.workspace.getConfiguration("lifekeeper.deploy", uri).get<T>(name, fallback);
}
