// What the extension is made of, in the order in which it comes up. Each line is one file.

import type * as vscode from "vscode";
import { registerAssistantTools } from "./assistant/registerTools.ts";
import { ClusterIndex } from "./clusterIndex.ts";
import { registerClusterTree } from "./clusterTree.ts";
import { registerCommands } from "./commands/register.ts";
import { registerContextKeys } from "./contextKeys.ts";
import { answerAboutFiles } from "./editorFiles.ts";
import { registerExplain } from "./explain.ts";
import { registerFreshLenses } from "./freshLenses.ts";
import type { Host } from "./host.ts";
import { followStandings, languageClientOptions } from "./languageClient.ts";
import { guarded, output } from "./output.ts";
import { registerPanel } from "./panel/panelHost.ts";
import { registerParameterLanguage } from "./parameterLanguage.ts";
import { registerRuleSeverity } from "./ruleSeverity.ts";
import { registerStatusBar } from "./statusBar.ts";
import { registerTests } from "./testExplorer/register.ts";

export async function activateIn(context: vscode.ExtensionContext, host: Host): Promise<void> {
  const client = host.createClient(languageClientOptions());
  const index = new ClusterIndex();
  context.subscriptions.push(output(), client, index);
  registerFreshLenses(context, client);
  registerCommands(context, client, host);
  registerPanel(context);
  registerTests(context);
  registerClusterTree(context);
  registerStatusBar(context, index);
  registerParameterLanguage(context, index);
  registerContextKeys(context, index);
  registerExplain(context);
  registerRuleSeverity(context);
  registerAssistantTools(context);
  host.registerOwn();
  answerAboutFiles(client);
  followStandings(client);
  await Promise.all([client.start(), guarded("read clusters", () => index.readAll())]);
}
