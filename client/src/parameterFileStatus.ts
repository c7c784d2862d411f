// What the status bar says about a parameter file: whose it is. Rules that need a cluster are silent without one.

import { labelText, visibleLine } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import type { KnownCluster } from "./clusterIndex.ts";
import { inUserLanguage } from "./language.ts";

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
}

export function parameterFileStatus(clusters: readonly KnownCluster[]): StatusText {
  const names = clusters.map(({ name }) => visibleLine(name));
  if (names.length === 0) {
    return {
      text: `$(pulse) ${inUserLanguage({ en: "no cluster", ja: "クラスターなし" })}`,
      tooltip: inUserLanguage({
        en: "No known cluster file names this parameter file, so only what holds for every cluster is checked. Click to make a new cluster.",
        ja: "このパラメーターファイルを指すクラスターファイルがないため、どのクラスターにも当てはまることだけをチェックします。クリックすると新しいクラスターを作成できます。",
      }),
    };
  }
  const shown = labelText(names.length > 2 ? `${names[0]} +${names.length - 1}` : names.join(", "));
  return {
    text: `$(pulse) ${shown}`,
    tooltip: [
      inUserLanguage({ en: "The parameter file of:", ja: "次のクラスターのパラメーターファイルです:" }),
      ...names.map((name) => `  ${name}`),
      inUserLanguage({ en: "Click to open the cluster file.", ja: "クリックするとクラスターファイルを開きます。" }),
    ].join("\n"),
  };
}

/** Opens the cluster file; asks which when there are several. */
export async function openClusterOf(clusters: readonly KnownCluster[]): Promise<void> {
  if (clusters.length === 0) {
    await vscode.commands.executeCommand("lifekeeper.newCluster");
    return;
  }
  const items = clusters.map(({ name, uri }) => ({
    label: labelText(name),
    description: labelText(vscode.workspace.asRelativePath(uri)),
    uri,
  }));
  const title = inUserLanguage({ en: "Which cluster?", ja: "どのクラスターですか" });
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title });
  if (chosen !== undefined) await vscode.window.showTextDocument(chosen.uri);
}
