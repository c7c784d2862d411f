// `lkcluster` in VS Code's own terminals: the bundle that the extension brings, found by their PATH and run by the
// program that runs the extension, so that nothing has to be installed.

import { delimiter } from "node:path";
import * as vscode from "vscode";

/** What `cli/terminal/lkcluster` starts the bundle with. */
const runnerVariable = "LKCLUSTER_NODE";

export function registerTerminalCommand(context: vscode.ExtensionContext): void {
  const variables = context.environmentVariableCollection;
  variables.description = new vscode.MarkdownString("`lkcluster`");
  variables.replace(runnerVariable, process.execPath);
  // Behind everything else: an lkcluster that somebody installed comes first.
  variables.append("PATH", `${delimiter}${context.asAbsolutePath("dist/cli/bin")}`);
}
