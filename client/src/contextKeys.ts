// What menus ask for: whether there is a cluster that a command could be about.

import * as vscode from "vscode";
import type { ClusterIndex } from "./clusterIndex.ts";

export function registerContextKeys(context: vscode.ExtensionContext, index: ClusterIndex): void {
  let said: boolean | undefined;
  const say = (): void => {
    const has = index.all.length > 0;
    if (has === said) return;
    said = has;
    void vscode.commands.executeCommand("setContext", "lifekeeper.hasCluster", has);
  };
  context.subscriptions.push(index.onChange(say));
  say();
}
