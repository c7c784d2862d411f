// The extension's side of the simulator panel: opens it beside the editor, sends it the documents and does what it
// asks for in the editor. It neither simulates nor decides anything.

import * as vscode from "vscode";
import { type CommandSubject, chooseClusterFile } from "../clusterFiles.ts";
import { guarded } from "../output.ts";
import { OpenPanel, panelType, simulatorTitle } from "./openPanel.ts";
import type { Shown } from "./protocol.ts";
import { registerReplayAction } from "./replayAction.ts";

export function registerPanel(context: vscode.ExtensionContext): void {
  /** One panel a cluster file. */
  const panels = new Map<string, OpenPanel>();

  const adopt = (panel: vscode.WebviewPanel, clusterFile: vscode.Uri): OpenPanel => {
    const key = clusterFile.toString();
    const opened = new OpenPanel(panel, clusterFile, context.extensionUri);
    panels.set(key, opened);
    panel.onDidDispose(() => {
      if (panels.get(key) === opened) panels.delete(key);
      opened.dispose();
    });
    return opened;
  };

  const open = async (subject: CommandSubject, shown: Shown | undefined): Promise<void> => {
    const clusterFile = await chooseClusterFile(subject);
    if (clusterFile === undefined) return;
    const known = panels.get(clusterFile.toString());
    if (known !== undefined) {
      known.reveal(shown);
      return;
    }
    const title = simulatorTitle(clusterFile);
    const panel = vscode.window.createWebviewPanel(panelType, title, vscode.ViewColumn.Beside, {
      enableScripts: true,
      enableFindWidget: true,
    });
    adopt(panel, clusterFile).reveal(shown);
  };

  registerReplayAction(context);
  context.subscriptions.push(
    vscode.commands.registerCommand("lifekeeper.openSimulator", (subject: CommandSubject, shown?: unknown) =>
      guarded("openSimulator", () => open(subject, isShown(shown) ? shown : undefined)),
    ),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const clusterFile = clusterFileOf(state);
        if (clusterFile === undefined) panel.dispose();
        else adopt(panel, vscode.Uri.parse(clusterFile)).reveal(undefined);
      },
    }),
    new vscode.Disposable(() => {
      for (const panel of [...panels.values()]) panel.close();
    }),
  );
}

/** The panel keeps the name of its cluster file in what VS Code saves for it. */
function clusterFileOf(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("clusterFile" in state)) return undefined;
  return typeof state.clusterFile === "string" ? state.clusterFile : undefined;
}

/** Commands can be called by anybody with anything; menus pass what was selected as the second argument. */
function isShown(value: unknown): value is Shown {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return value.kind === "tab" || value.kind === "scenario" || value.kind === "proof";
}
