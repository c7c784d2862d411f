// The simulator panel in the real editor: a node is failed with the mouse, and the time line says what followed.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { click, clickUntil, press, screenshot, see } from "./driver.ts";
import {
  closeEverything,
  codeOf,
  diagnostic,
  eventually,
  openSample,
  revertDocument,
  setSetting,
  useDarkTheme,
} from "./editing.ts";

/** A node in the drawing, by its name and what its label says of it. */
const drawn = (name: string, says = name): string =>
  `#topology [role="button"][aria-label*=" ${name},"][aria-label*="${says}"]`;

async function crashPrim(): Promise<void> {
  const crash = { selector: '[role="menuitem"]', text: "crash prim" };
  await clickUntil({ selector: drawn("prim") }, crash);
  await click(crash);
  await see({ selector: drawn("sec", "hulft") });
}

export function definePanelSuite(): void {
  describe("the simulator", () => {
    beforeEach(async () => {
      await openSample("aws-hulft/hulft.lk");
      await vscode.commands.executeCommand("lifekeeper.openSimulator");
      await see({ selector: drawn("prim") });
    });
    afterEach(async () => {
      await setSetting("lifekeeper.language", undefined);
      await setSetting("workbench.colorTheme", undefined);
      await closeEverything();
    });

    it("takes the active node off the network and shows the failover with its reasons", async () => {
      await screenshot("panel-light-en");
      await clickUntil({ selector: drawn("prim") }, { selector: '[role="menuitem"]', text: "Lose the whole network" });
      await screenshot("panel-menu-light-en");
      await click({ selector: '[role="menuitem"]', text: "Lose the whole network" });
      await see({ selector: drawn("prim", "Halted") });
      await see({ selector: drawn("sec", "hulft") });
      await screenshot("panel-isolated-light-en");
    });

    it("writes a run into the file as a scenario, and shows the line that decided", async () => {
      await crashPrim();
      const save = { selector: '[role="menuitem"]', text: "Save the run as a scenario" };
      await clickUntil({ selector: '[data-key="export"]' }, save);
      await click(save);
      const document = await eventually("the scenario in the file", () =>
        vscode.workspace.textDocuments.find((one) => one.getText().includes('scenario "crash prim"')),
      );
      await eventually("the scenario to be selected", () => {
        const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
        return editor?.document.getText(editor.selection).startsWith("scenario") === true ? true : undefined;
      });
      await click({ selector: ".reason .link" });
      await eventually("the line of the reason to be selected", () => {
        const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
        const selected = editor?.document.getText(editor.selection) ?? "scenario";
        return selected.startsWith("scenario") ? undefined : true;
      });
      await revertDocument(document);
    });

    it("applies a repair to the cluster file and to a parameter file that is not open", async () => {
      await openSample("split-pair/pair.lk");
      await vscode.commands.executeCommand("lifekeeper.openSimulator");
      await see({ selector: drawn("left") });
      await click({ selector: "#tab-prove" });
      await click({ selector: '.repairs tr:has-text("Add a witness-only node") vscode-button' });
      const changed = (end: string, text: string): Promise<vscode.TextDocument> =>
        eventually(`${text} in ${end}`, () =>
          vscode.workspace.textDocuments.find(({ uri, getText }) => uri.path.endsWith(end) && getText().includes(text)),
        );
      const parameters = await changed("split-pair/etc/default/LifeKeeper", "QUORUM_MODE=majority");
      const cluster = await changed("split-pair/pair.lk", "witness witness-1");
      await see({ selector: drawn("witness-1") });
      await revertDocument(parameters);
      await revertDocument(cluster);
    });

    it("replays a counterexample from the light bulb of its problem", async () => {
      const { document } = await openSample("split-pair/pair.lk");
      const { range } = await diagnostic(document.uri, (one) => codeOf(one) === "proof-violated");
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        range,
      );
      const replay = actions.find(({ command }) => command?.command === "lifekeeper.openSimulator")?.command;
      assert.ok(replay, actions.map(({ title }) => title).join(", "));
      await vscode.commands.executeCommand(replay.command, ...(replay.arguments ?? []));
      await see({ selector: '#moment-0[aria-current="step"]' });
      await see({ selector: ".track .span.both" });
    });

    it("comes back with its run after its web view was reloaded", async () => {
      await crashPrim();
      await vscode.commands.executeCommand("workbench.action.webview.reloadWebviewAction");
      await see({ selector: drawn("prim", "Powered off") });
      await see({ selector: drawn("sec", "hulft") });
    });

    it("is Japanese and dark when the editor is", async () => {
      await setSetting("lifekeeper.language", "ja");
      await useDarkTheme();
      await see({ selector: 'main.shell[lang="ja"]' });
      await clickUntil({ selector: drawn("prim") }, { selector: '[role="menuitem"]' });
      await press("Escape");
      await screenshot("panel-dark-ja");
      await setSetting("workbench.colorTheme", "Default High Contrast");
      await see({ selector: ".monaco-workbench.hc-black" });
      await screenshot("panel-high-contrast-ja");
    });
  });
}
