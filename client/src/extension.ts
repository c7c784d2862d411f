// What the extension is made of, in the order in which it comes up. Each line is one file.

import type * as vscode from "vscode";
import { ClusterIndex } from "./clusterIndex.ts";
import { registerCommands } from "./commands/register.ts";
import { registerContextKeys } from "./contextKeys.ts";
import { registerDeployment } from "./deploy/register.ts";
import { registerExplain } from "./explain.ts";
import { registerFreshLenses } from "./freshLenses.ts";
import { createLanguageClient } from "./languageClient.ts";
import { guarded, output } from "./output.ts";
import { registerPanel } from "./panel/panelHost.ts";
import { registerParameterLanguage } from "./parameterLanguage.ts";
import { registerRuleSeverity } from "./ruleSeverity.ts";
import { registerStatusBar } from "./statusBar.ts";
import { registerTerminalCommand } from "./terminalCommand.ts";
import { registerTests } from "./testExplorer/register.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = createLanguageClient(context);
  const index = new ClusterIndex();
  context.subscriptions.push(output(), client, index);
  registerFreshLenses(context, client);
  registerCommands(context, client);
  registerPanel(context);
  registerTests(context);
  registerDeployment(context);
  registerStatusBar(context, index);
  registerParameterLanguage(context, index);
  registerContextKeys(context, index);
  registerExplain(context);
  registerRuleSeverity(context);
  registerTerminalCommand(context);
  await Promise.all([client.start(), guarded("read clusters", () => index.readAll())]);
}
