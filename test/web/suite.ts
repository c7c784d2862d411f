// What the extension does in a browser, where it has no disk, no process and no ssh: everything but reaching nodes.

import * as vscode from "vscode";
import { screenshot, see } from "./driver.ts";
import { scheme } from "./memoryFiles.ts";

const cluster = vscode.Uri.from({ scheme, path: "/folder/two-node-majority/classic.lk" });
const parameters = vscode.Uri.from({ scheme, path: "/folder/two-node-majority/etc/default/LifeKeeper" });

/** The last value that was looked at is part of what is said when it never fits. */
async function eventually<T>(what: string, look: () => PromiseLike<T> | T, fits: (value: T) => boolean): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const value = await look();
    if (fits(value)) return value;
    if (performance.now() > end) throw new Error(`${what}: ${JSON.stringify(value)}`);
    await new Promise((resume) => {
      setTimeout(resume, 50);
    });
  }
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(uri);
}

function place(document: vscode.TextDocument, word: string): vscode.Position {
  const at = document.getText().indexOf(word);
  if (at < 0) throw new Error(`${document.uri} does not contain ${word}`);
  return document.positionAt(at + 1);
}

const isError = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Error;
const problems = (uri: vscode.Uri) => (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);

async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

async function lensTitles(uri: vscode.Uri): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
  return lenses.map(({ command }) => command?.title ?? "");
}

export const webTests: Readonly<Record<string, () => Promise<void>>> = {
  "runs without a machine behind it": async () => {
    if (vscode.env.uiKind !== vscode.UIKind.Web || vscode.env.remoteName !== undefined) {
      throw new Error(`uiKind ${vscode.env.uiKind}, remote ${vscode.env.remoteName}`);
    }
    if (typeof Reflect.get(globalThis, "importScripts") !== "function") throw new Error("this is no web worker");
  },

  "checks a virtual workspace, and the parameter file that is not open": async () => {
    await open(cluster);
    await eventually(
      "an error",
      problems(parameters),
      (all) => all.some(isError) && all.some(({ message }) => /majority/.test(message)),
    );
  },

  "explains on hover, and completes": async () => {
    const { document } = await open(parameters);
    await eventually(
      "a hover",
      () => hoverText(parameters, place(document, "QUORUM_MODE")),
      (text) => /tcp_remote/.test(text),
    );
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      parameters,
      new vscode.Position(document.lineCount - 1, 0),
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    if (!labels.includes("LCMHBEATTIME")) throw new Error(labels.slice(0, 20).join(", "));
  },

  "proves in the background, and says what came out in the lens": async () => {
    await open(cluster);
    await eventually(
      "a verdict",
      () => lensTitles(cluster),
      (titles) => titles.some((title) => /^Prove [✓✗]/.test(title)),
    );
    await screenshot("web-checked");
  },

  "runs tests": async () => {
    const { document } = await open(cluster);
    const title = /scenario "([^"]+)"/.exec(document.getText())?.[1] ?? "";
    await vscode.commands.executeCommand("lifekeeper.runScenario", cluster.toString(), title);
    await vscode.commands.executeCommand("testing.showMostRecentOutput");
    await see({
      selector: ".test-output-peek-message-container, .terminal, .test-output-peek-tree",
      timeoutMs: 60_000,
    });
    await vscode.commands.executeCommand("workbench.action.closePanel");
  },

  simulates: async () => {
    await vscode.commands.executeCommand("lifekeeper.openSimulator", cluster);
    await see({ selector: "#panel svg" });
    await screenshot("web-simulator");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  },

  "speaks Japanese when the setting says so": async () => {
    const { document } = await open(parameters);
    const settings = vscode.workspace.getConfiguration("lifekeeper");
    await settings.update("language", "ja", vscode.ConfigurationTarget.Global);
    await eventually(
      "a hover",
      () => hoverText(parameters, place(document, "QUORUM_MODE")),
      (text) => /[ぁ-ん]/.test(text),
    );
    await settings.update("language", undefined, vscode.ConfigurationTarget.Global);
  },

  "exports documents, made in a worker of the browser": async () => {
    const folder = cluster.with({ path: "/folder/documents" });
    const names = await vscode.commands.executeCommand<readonly string[]>("lifekeeper.exportDocuments", cluster, {
      documents: ["ports"],
      formats: ["xlsx", "md"],
      folder: folder.toString(),
    });
    if (names?.join() !== "ports.xlsx,ports.md") throw new Error(JSON.stringify(names));
    const [first, second] = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, "ports.xlsx"));
    if (first !== 0x50 || second !== 0x4b) throw new Error("this is no workbook");
    await vscode.commands.executeCommand("notifications.clearAll");
  },

  "follows a change that something else makes to a file": async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await eventually("an error", problems(parameters), (all) => all.some(isError));
    const before = await vscode.workspace.fs.readFile(parameters);
    await vscode.workspace.fs.writeFile(parameters, new TextEncoder().encode("QUORUM_MODE=none\nWITNESS_MODE=none\n"));
    await eventually("no error", problems(parameters), (all) => !all.some(isError));
    await vscode.workspace.fs.writeFile(parameters, before);
    await eventually("an error", problems(parameters), (all) => all.some(isError));
  },

  "starts its server again when asked to": async () => {
    await vscode.commands.executeCommand("lifekeeper.restartServer");
    const { document } = await open(parameters);
    await eventually(
      "a hover",
      () => hoverText(parameters, place(document, "QUORUM_MODE")),
      (text) => /tcp_remote/.test(text),
    );
  },

  "says of what needs ssh that it needs a desktop": async () => {
    await open(cluster);
    for (const command of ["deploy", "status", "rollback", "importCluster", "showPlan"]) {
      await vscode.commands.executeCommand("notifications.clearAll");
      await vscode.commands.executeCommand(`lifekeeper.${command}`, cluster);
      await vscode.commands.executeCommand("notifications.showList");
      await see({
        selector: ".notifications-center .notification-list-item",
        text: "A browser cannot reach the nodes",
      });
    }
  },
};
