// The only way to a notification. Names from files, and what nodes and ssh said, may stand in one; VS Code would turn
// `[text](command:…)` into a link that acts.

import { notificationText } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";

type Say = (text: string, ...actions: readonly string[]) => Thenable<string | undefined>;

/** Asks before anything goes on; `detail` may have several lines. */
export function askModal(text: string, detail: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(
    notificationText(text),
    { modal: true, detail: detail.split("\n").map(notificationText).join("\n") },
    ...actions,
  );
}

export const notify = {
  information: (text, ...actions) => vscode.window.showInformationMessage(notificationText(text), ...actions),
  warning: (text, ...actions) => vscode.window.showWarningMessage(notificationText(text), ...actions),
  error: (text, ...actions) => vscode.window.showErrorMessage(notificationText(text), ...actions),
} as const satisfies Record<string, Say>;
