// Commands that need no room of their own.

import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CommandSubject } from "../clusterFiles.ts";
import { showExplanation } from "../explain.ts";
import type { Host } from "../host.ts";
import { guarded, output } from "../output.ts";
import { type ExportWish, exportDocuments } from "./exportDocuments.ts";
import { newCluster } from "./newCluster.ts";
import { openSamples } from "./openSamples.ts";
import { saveAsPage } from "./saveAsPage.ts";
import { showReferences } from "./showReferences.ts";
import { takeTour } from "./tour.ts";
import { writeTestPlan } from "./writeTestPlan.ts";

export function registerCommands(context: vscode.ExtensionContext, client: BaseLanguageClient, host: Host): void {
  const register = (name: string, work: (...args: unknown[]) => unknown): void => {
    context.subscriptions.push(
      vscode.commands.registerCommand(`lifekeeper.${name}`, (...args: unknown[]) => guarded(name, () => work(...args))),
    );
  };
  register("newCluster", newCluster);
  register("openSamples", () => openSamples(context));
  register("tour", () => takeTour(context));
  register("showReferences", showReferences);
  // Menus and the tree pass what CommandSubject lists.
  register("writeTestPlan", (subject) => writeTestPlan(subject as CommandSubject));
  register("saveAsPage", (subject) => saveAsPage(context, subject as CommandSubject));
  register("exportDocuments", (subject, wish) =>
    exportDocuments(host, subject as CommandSubject, wish as ExportWish | undefined),
  );
  register("explain", showExplanation);
  register("showOutput", () => output().show());
  register("restartServer", async () => {
    await client.stop();
    await client.start();
  });
  register("openWalkthrough", () =>
    vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
  );
}
