// Scenarios and proofs in the real Test Explorer.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { click, screenshot, see } from "./driver.ts";
import { closeEverything, diagnosticsSettled, openSample, revertDocument, setSetting } from "./editing.ts";

const sample = "aws-hulft/hulft.lk";

export function defineTestExplorerSuite(): void {
  describe("the Test Explorer", () => {
    afterEach(async () => {
      await vscode.commands.executeCommand("workbench.view.explorer");
      await closeEverything();
    });

    it("finds the scenarios and proofs of every cluster file, and runs those of one", async () => {
      await openSample(sample);
      await vscode.commands.executeCommand("workbench.view.testing.focus");
      await see({ selector: ".test-explorer .monaco-list-row", text: "hulft-aws" });
      await vscode.commands.executeCommand("testing.runCurrentFile");
      await see({ selector: ".test-explorer .codicon-testing-passed-icon" });
      await screenshot("tests-light-en");
    });

    it("shows a failing expectation at its line, with the time line", async () => {
      const { document } = await openSample(sample);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        document.positionAt(document.getText().length),
        '\nscenario "a wrong hope" {\n  crash prim\n  expect hulft active on prim\n}\n',
      );
      await vscode.workspace.applyEdit(edit);
      await diagnosticsSettled(document.uri);
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(document.getText().indexOf("a wrong hope"));
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand("workbench.view.testing.focus");
      await vscode.commands.executeCommand("testing.runAtCursor");
      await see({ selector: ".test-explorer .codicon-testing-failed-icon" });
      await setSetting("workbench.colorTheme", "Dark 2026");
      await vscode.commands.executeCommand("testing.goToNextMessage");
      await see({ selector: ".test-output-peek, .peekview-widget, .test-output-peek-message-container" });
      await screenshot("tests-failure-dark-en");
      await setSetting("workbench.colorTheme", undefined);
      await revertDocument(document);
    });

    it("runs a scenario from its code lens", async () => {
      const { document } = await openSample(sample);
      assert.equal(document.isDirty, false);
      await click({ selector: ".codelens-decoration a", text: "Run" });
      await see({ selector: ".codicon-testing-passed-icon" });
    });
  });
}
