// The pictures of README and docs, taken from the real editor so that they show what there is.
// `node scripts/endToEnd.ts --pictures` puts them into docs/images.

import * as vscode from "vscode";
import { click, clickUntil, resize, screenshot, see } from "./driver.ts";
import { closeEverything, codeOf, diagnostic, openSample, setSetting, workspaceRoot } from "./editing.ts";

export function definePictureSuite(): void {
  describe("pictures", () => {
    before(async () => {
      await resize(1280, 800);
      await setSetting("editor.minimap.enabled", false);
    });
    after(async () => {
      await resize(1440, 900);
      await setSetting("editor.minimap.enabled", undefined);
      await vscode.commands.executeCommand("workbench.action.closePanel");
      await vscode.commands.executeCommand("workbench.view.explorer");
      await closeEverything();
    });

    it("show a problem with its reason beside the cluster", async () => {
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
      const { document: cluster } = await openSample("two-node-majority/classic.lk");
      const parameters = vscode.Uri.joinPath(workspaceRoot(), "two-node-majority/etc/default/LifeKeeper");
      await vscode.window.showTextDocument(parameters, { viewColumn: vscode.ViewColumn.Beside, preview: false });
      await diagnostic(parameters, (one) => codeOf(one) === "quorum-node-count");
      await diagnostic(cluster.uri, (one) => codeOf(one) === "proof-violated");
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await see({ selector: ".markers-panel .monaco-list-row", text: "proof-violated" });
      await see({ selector: ".codelens-decoration a", text: "Simulate" });
      await screenshot("readme-check");
      await vscode.commands.executeCommand("workbench.action.closePanel");
      await closeEverything();
    });

    it("show the simulator after the active node has lost its network", async () => {
      await vscode.commands.executeCommand("workbench.action.closeSidebar");
      await openSample("aws-hulft/hulft.lk");
      await vscode.commands.executeCommand("lifekeeper.openSimulator");
      const isolate = { selector: '[role="menuitem"]', text: "Lose the whole network" };
      await clickUntil({ selector: '#topology [role="button"][aria-label*=" prim,"]' }, isolate);
      await click(isolate);
      await see({ selector: '#topology [role="button"][aria-label*=" sec,"][aria-label*="hulft"]' });
      await click({ selector: "#tab-timeline" });
      await click({ selector: ".moment .why", text: "Takes over hulft" });
      await see({ selector: ".moment.shown .why", text: "Takes over hulft" });
      await screenshot("readme-simulate");
    });
  });
}
