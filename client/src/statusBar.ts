// One entry in the status bar: of a cluster file its name, its problems, its verdict, its drift; of a parameter file
// whose it is.

import * as vscode from "vscode";
import { clusterNameOf, isClusterFile, isStored } from "./clusterFiles.ts";
import type { ClusterIndex } from "./clusterIndex.ts";
import { clusterState, onClusterStateChange } from "./clusterStates.ts";
import { clusterStatus } from "./clusterStatus.ts";
import { inUserLanguage, onLanguageChange } from "./language.ts";
import { guarded } from "./output.ts";
import { openClusterOf, parameterFileStatus, type StatusText } from "./parameterFileStatus.ts";
import { parameterLanguage } from "./parameterLanguage.ts";

export function registerStatusBar(context: vscode.ExtensionContext, index: ClusterIndex): void {
  const item = vscode.window.createStatusBarItem("lifekeeper.cluster", vscode.StatusBarAlignment.Left, 0);
  item.name = "LifeKeeper";
  const refresh = (): void => show(item, index);
  context.subscriptions.push(
    item,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(refresh),
    onClusterStateChange(refresh),
    onLanguageChange(refresh),
    index.onChange(refresh),
    vscode.commands.registerCommand("lifekeeper.openClusterOf", (uri: unknown) =>
      guarded("openClusterOf", () => openClusterOf(index.naming(vscode.Uri.parse(String(uri))))),
    ),
  );
  refresh();
}

function show(item: vscode.StatusBarItem, index: ClusterIndex): void {
  const document = vscode.window.activeTextEditor?.document;
  const isParameterFile = document?.languageId === parameterLanguage && isStored(document.uri);
  if (document !== undefined && isClusterFile(document)) {
    const name = clusterNameOf(document.uri, document.getText());
    const errors = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    fill(item, clusterStatus(name, errors, clusterState(document.uri)), "lifekeeper.openSimulator");
  } else if (document !== undefined && isParameterFile) {
    const command = {
      command: "lifekeeper.openClusterOf",
      title: inUserLanguage({ en: "Open cluster file", ja: "クラスターファイルを開く" }),
      arguments: [document.uri.toString()],
    };
    fill(item, parameterFileStatus(index.naming(document.uri)), command);
  } else item.hide();
}

function fill(item: vscode.StatusBarItem, { text, tooltip }: StatusText, command: string | vscode.Command): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: tooltip };
  item.command = command;
  item.show();
}
