// What the extension is made of, in the order in which it comes up. Each line is one file.

import type * as vscode from "vscode";
import { registerCommands } from "./commands/register.ts";
import { registerDeployment } from "./deploy/register.ts";
import { createLanguageClient } from "./languageClient.ts";
import { output } from "./output.ts";
import { registerPanel } from "./panel/panelHost.ts";
import { registerStatusBar } from "./statusBar.ts";
import { registerTests } from "./tests/register.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createLanguageClient(context);
  context.subscriptions.push(output(), client);
  registerCommands(context, client);
  registerPanel(context);
  registerTests(context);
  registerDeployment(context);
  registerStatusBar(context);
  await client.start();
}
