// The view *LifeKeeper*: the clusters of the workspace, their nodes, and how each node stands to the files here.
// Shows what was learned when the user last asked; it connects nowhere by itself.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { labelText, visible, visibleLine } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { clusterNameOf, watchClusterFiles } from "./clusterFiles.ts";
import { clusterState, onClusterStateChange } from "./clusterStates.ts";
import { findClusterFiles } from "./findClusterFiles.ts";
import { inUserLanguage, onLanguageChange } from "./language.ts";
import { type NodeStatus, nodeStatuses } from "./nodeStatus.ts";
import { readFile, withFiles } from "./workspaceFiles.ts";

export interface ClusterItem {
  readonly kind: "cluster";
  readonly uri: vscode.Uri;
  readonly name: string;
}

export interface NodeItem {
  readonly kind: "node";
  readonly uri: vscode.Uri;
  /** The name of its cluster. */
  readonly cluster: string;
  readonly node: string;
  readonly isWitness: boolean;
  readonly status: NodeStatus | undefined;
}

export type TreeItem = ClusterItem | NodeItem;

export function registerClusterTree(context: vscode.ExtensionContext): void {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => changed.fire(undefined);
  const provider: vscode.TreeDataProvider<TreeItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => (item === undefined ? clusterItems() : item.kind === "cluster" ? nodeItems(item) : []),
    getTreeItem: showItem,
  };
  context.subscriptions.push(
    changed,
    watchClusterFiles({ changed: refresh, gone: refresh }),
    onClusterStateChange(refresh),
    onLanguageChange(refresh),
    vscode.window.registerTreeDataProvider("lifekeeper.clusters", provider),
  );
}

/** Exported for the test that fills it with hostile names. */
export function showItem(item: TreeItem): vscode.TreeItem {
  return item.kind === "cluster" ? showCluster(item) : showNode(item);
}

async function clusterItems(): Promise<TreeItem[]> {
  const items = (await findClusterFiles()).map(async (uri): Promise<ClusterItem> => {
    const text = (await readFile(uri))?.text ?? "";
    return { kind: "cluster", uri, name: clusterNameOf(uri, text) };
  });
  return (await Promise.all(items)).sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.uri.path < b.uri.path ? -1 : 1,
  );
}

async function nodeItems({ uri, name: cluster }: ClusterItem): Promise<TreeItem[]> {
  const nodes = await withFiles((files) => {
    const text = files.read(uri.toString())?.text ?? "";
    return lowerCluster(parseCluster(uri.toString(), text), files).cluster?.nodes ?? [];
  });
  const statuses = nodeStatuses(uri);
  return nodes.map(({ name, role }) => ({
    kind: "node",
    uri,
    cluster,
    node: name,
    isWitness: role === "witness",
    status: statuses.get(name),
  }));
}

function showCluster({ uri, name }: ClusterItem): vscode.TreeItem {
  const item = new vscode.TreeItem(labelText(name), vscode.TreeItemCollapsibleState.Expanded);
  item.resourceUri = uri;
  item.id = uri.toString();
  item.contextValue = "cluster";
  item.iconPath = new vscode.ThemeIcon("type-hierarchy");
  item.description = labelText(vscode.workspace.asRelativePath(uri));
  item.command = { command: "vscode.open", title: inUserLanguage({ en: "Open", ja: "開く" }), arguments: [uri] };
  const { verdict } = clusterState(uri);
  item.tooltip =
    verdict === undefined ? item.description : `${item.description}\n${inUserLanguage(verdictWords[verdict])}`;
  return item;
}

const verdictWords = {
  holds: { en: "All proofs hold.", ja: "すべての証明が成り立ちます。" },
  violated: { en: "A proof is violated.", ja: "成り立たない証明があります。" },
  incomplete: { en: "A proof is not finished.", ja: "完了していない証明があります。" },
} as const satisfies Record<string, Localized>;

function showNode({ uri, node, isWitness, status }: NodeItem): vscode.TreeItem {
  const item = new vscode.TreeItem(labelText(node));
  item.id = `${uri}#${node}`;
  const role = isWitness ? inUserLanguage({ en: "witness-only node", ja: "Witness 専用ノード" }) : undefined;
  item.description = labelText(inUserLanguage(status?.summary ?? { en: "not asked yet", ja: "未確認" }));
  item.contextValue = status?.plan === undefined ? "node" : "node-drifted";
  item.iconPath =
    status === undefined
      ? new vscode.ThemeIcon(isWitness ? "eye" : "server")
      : new vscode.ThemeIcon(icons[status.standing].id, new vscode.ThemeColor(icons[status.standing].color));
  const details = status === undefined ? item.description : inUserLanguage(status.details);
  item.tooltip = visible([node, role, details].filter((part) => part !== undefined).join("\n\n"));
  item.accessibilityInformation = {
    label: [visibleLine(node), role, item.description].filter((part) => part !== undefined).join(", "),
  };
  return item;
}

const icons = {
  same: { id: "pass", color: "testing.iconPassed" },
  drifted: { id: "diff-modified", color: "list.warningForeground" },
  unequal: { id: "warning", color: "list.warningForeground" },
  unknown: { id: "question", color: "list.warningForeground" },
  unreachable: { id: "debug-disconnect", color: "list.errorForeground" },
} as const;
