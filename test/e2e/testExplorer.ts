// Scenarios and proofs in the real Test Explorer.

import * as vscode from "vscode";
import { click, clickUntil, isSeen, screenshot, see } from "./driver.ts";
import {
  closeEverything,
  diagnosticsSettled,
  eventually,
  openSample,
  rangeOf,
  revertDocument,
  setSetting,
  useDarkTheme,
} from "./editing.ts";

const sample = "aws-hulft/hulft.lk";

export function defineTestExplorerSuite(): void {
  describe("the Test Explorer", () => {
    afterEach(async () => {
      for (const one of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await revertDocument(one);
      await setSetting("workbench.colorTheme", undefined);
      await vscode.commands.executeCommand("testing.clearTestResults");
      await vscode.commands.executeCommand("workbench.action.closePanel");
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
      // The explorer finds a new scenario a moment after the last key.
      await eventually("the scenario to fail", async () => {
        await vscode.commands.executeCommand("testing.runAtCursor");
        return await isSeen({ selector: ".test-explorer .codicon-testing-failed-icon", timeoutMs: 2000 });
      });
      await useDarkTheme();
      await vscode.commands.executeCommand("testing.goToNextMessage");
      editor.revealRange(rangeOf(document, "a wrong hope"), vscode.TextEditorRevealType.InCenter);
      await clickUntil(
        { selector: ".test-output-peek-tree .monaco-list-row", text: "a wrong hope" },
        { selector: ".test-output-peek-message-container", text: "Replay in the simulator" },
      );
      await screenshot("tests-failure-dark-en");
      await setSetting("workbench.colorTheme", undefined);
      await revertDocument(document);
    });

    it("runs a scenario from its code lens", async () => {
      const editor = await openSample(sample);
      const scenario = rangeOf(editor.document, "scenario ");
      editor.revealRange(scenario, vscode.TextEditorRevealType.AtTop);
      await click({ selector: ".codelens-decoration a", text: "Run scenario" });
      await see({ selector: ".codicon-testing-passed-icon" });
    });

    it("runs again after every change while continuous run is on", async () => {
      const { document } = await openSample(sample);
      await vscode.commands.executeCommand("workbench.view.testing.focus");
      await vscode.commands.executeCommand("testing.startContinuousRun");
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, rangeOf(document, "expect prim halted"), "expect prim up");
      await vscode.workspace.applyEdit(edit);
      await see({ selector: ".test-explorer .codicon-testing-failed-icon" });
      await vscode.commands.executeCommand("testing.stopContinuousRun");
      await revertDocument(document);
    });

    it("runs a proof, and shows the counterexample of one that does not hold", async () => {
      await openSample("split-pair/pair.lk");
      await vscode.commands.executeCommand("workbench.view.testing.focus");
      await vscode.commands.executeCommand("testing.runCurrentFile");
      await see({ selector: ".test-explorer .codicon-testing-failed-icon" });
      await vscode.commands.executeCommand("testing.goToNextMessage");
      await screenshot("proof-light-en");
    });
  });
}
