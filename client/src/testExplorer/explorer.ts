// The items of the Test Explorer: one per cluster file, below it its scenarios and proofs.

import { labelText } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { clusterNameOf } from "../clusterFiles.ts";
import { inUserLanguage } from "../language.ts";
import { findRunnables, type Runnable } from "./discover.ts";

export interface Explorer {
  readonly controller: vscode.TestController;
  readonly runnables: WeakMap<vscode.TestItem, Runnable>;
}

/** Brings the items of one file up to its text. An item that is still there keeps its last result. */
export function updateFile({ controller, runnables }: Explorer, uri: vscode.Uri, text: string): void {
  const found = findRunnables(uri.toString(), text);
  if (found.length === 0) {
    controller.items.delete(uri.toString());
    return;
  }
  const file = controller.items.get(uri.toString()) ?? controller.createTestItem(uri.toString(), "", uri);
  file.label = labelText(clusterNameOf(uri, text));
  file.description = labelText(vscode.workspace.asRelativePath(uri));
  const items = found.map((runnable, order) => {
    const id = idOf(runnable, found.slice(0, order));
    const item = file.children.get(id) ?? controller.createTestItem(id, labelText(runnable.title), uri);
    const { start, end } = runnable;
    item.range = new vscode.Range(start.line, start.character, end.line, end.character);
    item.sortText = String(order).padStart(6, "0");
    item.description = labelText([inUserLanguage(kindWords[runnable.kind]), ...runnable.requirements].join(" "));
    runnables.set(item, runnable);
    return item;
  });
  file.children.replace(items);
  controller.items.add(file);
}

/** By title, so that a block which moves stays the same; equal titles are counted. */
function idOf({ kind, title }: Runnable, before: readonly Runnable[]): string {
  const same = before.filter((one) => one.kind === kind && one.title === title).length;
  return `${kind}:${title}:${same}`;
}

const kindWords = {
  scenario: { en: "scenario", ja: "シナリオ" },
  proof: { en: "proof", ja: "証明" },
} as const;

/** What a request names: all below an item, all when it names none, without what it excludes. */
export function wantedItems(
  { controller, runnables }: Explorer,
  request: vscode.TestRunRequest,
): readonly vscode.TestItem[] {
  const excluded = new Set(request.exclude);
  const wanted: vscode.TestItem[] = [];
  const visit = (item: vscode.TestItem): void => {
    if (excluded.has(item)) return;
    if (runnables.has(item)) wanted.push(item);
    for (const [, child] of item.children) visit(child);
  };
  if (request.include === undefined) for (const [, item] of controller.items) visit(item);
  else for (const item of request.include) visit(item);
  return wanted;
}

/** Takes away what lay at or below a path that was deleted. */
export function removeBelow({ controller }: Explorer, deleted: vscode.Uri): void {
  for (const [id, { uri }] of [...controller.items]) {
    if (uri?.path === deleted.path || uri?.path.startsWith(`${deleted.path}/`) === true) controller.items.delete(id);
  }
}
