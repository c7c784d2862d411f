// What somebody sees who has just installed the extension.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, hasDriver, press, screenshot, see, type } from "./driver.ts";
import { closeEverything, eventually, setSetting, workspaceRoot } from "./editing.ts";

export function defineFirstContactSuite(): void {
  describe("first contact", () => {
    afterEach(closeEverything);

    it("offers a walkthrough", async () => {
      await vscode.commands.executeCommand("lifekeeper.openWalkthrough");
      await eventually("the walkthrough to be open", () => vscode.window.tabGroups.activeTabGroup.activeTab);
      if (hasDriver) {
        await see({ selector: ".gettingStartedDetailsContent", text: "See it first" });
        await see({ selector: "h2", text: "Fail anything, and see why" });
      }
      await screenshot("walkthrough-light-en");
    });

    if (!hasDriver) return;

    it("lists the clusters of the workspace and their nodes", async () => {
      await vscode.commands.executeCommand("lifekeeper.clusters.focus");
      await see({ selector: ".pane-body .monaco-list-row", text: "hulft-aws" });
      await see({ selector: ".pane-body .monaco-list-row", text: "prim" });
      await screenshot("clusters-light-en");
      await vscode.commands.executeCommand("workbench.view.explorer");
    });

    it("copies a sample where nothing is overwritten, and opens it", async () => {
      const done = vscode.commands.executeCommand("lifekeeper.openSamples");
      await see({ selector: ".quick-input-list .monaco-list-row", text: "split-pair" });
      await screenshot("samples-light-en");
      await choose("pair", "split-pair");
      await done;
      const { document } = await eventually("the sample", () => vscode.window.activeTextEditor);
      assert.match(document.uri.path, /split-pair\/pair\.lk$/);
    });

    it("makes a new cluster from a few answers", async () => {
      await setSetting("lifekeeper.language", "ja");
      const asked = vscode.commands.executeCommand("lifekeeper.newCluster");
      await see({ selector: ".quick-input-widget", text: "名前" });
      await press("Control+A");
      await type("made-here");
      await press("Enter");
      await see({ selector: ".quick-input-widget", text: "ノードはどこで" });
      await screenshot("new-cluster-light-ja");
      await choose("Azure", "Azure");
      await see({ selector: ".quick-input-widget", text: "ノードの名前" });
      await press("Enter");
      await choose("DataKeeper", "DataKeeper");
      await asked;
      const { document } = await eventually("the new cluster", () => vscode.window.activeTextEditor);
      assert.match(document.uri.path, /made-here\/made-here\.lk$/);
      assert.match(document.getText(), /cluster made-here \{\n\s+platform azure/);
      await setSetting("lifekeeper.language", undefined);
      await closeEverything();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceRoot(), "made-here"), { recursive: true });
    });
  });
}
