// A workspace of two folders that nobody has trusted yet: everything that only reads works, and nothing reaches a node.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import * as vscode from "vscode";
import { click, isSeen, press, screenshot, see } from "./driver.ts";
import { closeEverything, codeOf, diagnostic, eventually, hoverText, rangeOf, setSetting } from "./editing.ts";

const why = "Nodes are contacted only from a trusted workspace";

export function defineRestrictedSuite(): void {
  describe("a workspace of several folders that is not trusted", () => {
    const folder = (name: string): vscode.Uri => {
      const found = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
      assert.ok(found, `the workspace has the folder ${name}`);
      return found.uri;
    };
    const pair = (): vscode.Uri => vscode.Uri.joinPath(folder("split-pair"), "pair.lk");

    afterEach(async () => {
      await vscode.commands.executeCommand("notifications.clearAll");
      await closeEverything();
    });

    it("is not trusted, and the extension runs", async () => {
      assert.equal(vscode.workspace.isTrusted, false);
      await vscode.window.showTextDocument(pair());
      await see({ selector: ".statusbar-item", text: "split-pair" });
    });

    it("has problems, hover, completion, lenses and formatting", async () => {
      const { document } = await vscode.window.showTextDocument(pair());
      await diagnostic(document.uri, (one) => codeOf(one) === "proof-violated");
      assert.match(await hoverText(document, rangeOf(document, "left  {").start), /192\.0\.2\.11/);
      const ask = <T>(provider: string, ...args: readonly unknown[]): Thenable<T> =>
        vscode.commands.executeCommand<T>(`vscode.execute${provider}Provider`, document.uri, ...args);
      const { items } = await ask<vscode.CompletionList>("CompletionItem", rangeOf(document, "physical").start);
      assert.ok(items.some(({ label }) => (typeof label === "string" ? label : label.label) === "aws"));
      const lenses = await ask<vscode.CodeLens[]>("CodeLens");
      assert.ok(lenses.some(({ command }) => command?.title === "Simulate"));
      assert.deepEqual((await ask<vscode.TextEdit[] | undefined>("FormatDocument", { tabSize: 2 })) ?? [], []);
    });

    it("lists the clusters of every folder, and a file of one that is not open is checked too", async () => {
      await vscode.commands.executeCommand("lifekeeper.clusters.focus");
      for (const name of ["split-pair", "hulft-aws"]) {
        await see({ selector: ".pane-body .monaco-list-row", text: name });
      }
      const file = vscode.Uri.joinPath(folder("aws-hulft"), "second.lk");
      // The editor begins to watch a folder some time after it has opened: what is written before that it never tells.
      const write = (): Thenable<void> =>
        vscode.workspace.fs.writeFile(file, Buffer.from("cluster second {\n  node a { address 192.0.2.1 }\n"));
      const again = setInterval(() => void write(), 2000);
      try {
        await write();
        await diagnostic(file, ({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      } finally {
        clearInterval(again);
      }
      await vscode.workspace.fs.delete(file);
      await eventually("its problems to be gone", () =>
        vscode.languages.getDiagnostics(file).length === 0 ? true : undefined,
      );
      await vscode.commands.executeCommand("workbench.view.explorer");
    });

    it("asks in which folder a new cluster goes", async () => {
      const asked = vscode.commands.executeCommand("lifekeeper.newCluster");
      await see({ selector: ".quick-input-widget input[placeholder*='In which folder']" });
      for (const text of ["aws-hulft", "split-pair"])
        await see({ selector: ".quick-input-list .monaco-list-row", text });
      await press("Escape");
      await asked;
    });

    it("simulates and runs scenarios", async () => {
      await vscode.window.showTextDocument(pair());
      await vscode.commands.executeCommand("lifekeeper.openSimulator");
      await see({ selector: '#topology [role="button"][aria-label*=" left,"]' });
      await closeEverything();
    });

    for (const command of ["deploy", "showPlan", "status", "rollback", "importCluster"]) {
      it(`says why ${command} does nothing, and starts no ssh`, async () => {
        await vscode.window.showTextDocument(pair());
        await vscode.commands.executeCommand(`lifekeeper.${command}`);
        await eventually("the reason", async () => {
          await vscode.commands.executeCommand("notifications.showList");
          return await isSeen({ selector: ".notifications-center", text: why, timeoutMs: 1000 });
        });
        if (command === "deploy") await screenshot("restricted-light-en");
        const calls = process.env["LIFEKEEPER_TEST_SSH_CALLS"];
        assert.ok(calls !== undefined && !existsSync(calls), "ssh was called");
        assert.equal(existsSync(vscode.Uri.joinPath(folder("split-pair"), ".lkcluster").fsPath), false);
      });
    }

    it("says so in Japanese, with the way to trust", async () => {
      await setSetting("lifekeeper.language", "ja");
      await vscode.window.showTextDocument(pair());
      await vscode.commands.executeCommand("lifekeeper.deploy");
      await vscode.commands.executeCommand("notifications.showList");
      await click({ selector: ".notifications-center .monaco-button", text: "ワークスペースの信頼を管理" });
      await see({ selector: ".workspace-trust-editor" });
      await screenshot("restricted-light-ja");
      await setSetting("lifekeeper.language", undefined);
    });
  });
}
