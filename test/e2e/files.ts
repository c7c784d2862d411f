// Files as they really are: moved, missing, of any name, not saved yet, or an old state in a comparison.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { click, hasDriver, isSeen, screenshot, see } from "./driver.ts";
import { closeEverything, codeOf, diagnostic, eventually, setSetting, workspaceRoot } from "./editing.ts";

export function defineFileSuite(): void {
  describe("files", () => {
    // A folder for each test: one that goes and comes again at once is one change to whoever watches it.
    let count = 0;
    const at = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceRoot(), `files-${count}`, path);
    const write = (path: string, text: string) => vscode.workspace.fs.writeFile(at(path), Buffer.from(text));
    const cluster = (defaults: string): string =>
      `cluster files {\n  defaults "${defaults}"\n  node a { address 192.0.2.1 }\n}\n`;
    const hasNone = (uri: vscode.Uri, code: string): Promise<true> =>
      eventually(`no ${code}`, () =>
        vscode.languages.getDiagnostics(uri).every((one) => codeOf(one) !== code) ? true : undefined,
      );

    beforeEach(() => {
      count++;
    });
    afterEach(async () => {
      await vscode.workspace.saveAll();
      await closeEverything();
      await vscode.workspace.fs.delete(at(""), { recursive: true });
    });

    it("of any name are parameter files when a cluster names them", async () => {
      await write("demo.lk", cluster("params.txt"));
      await write("params.txt", "QUORUM_MODE=majority\n");
      const { document } = await vscode.window.showTextDocument(at("params.txt"));
      await eventually("the language", () => (document.languageId === "lifekeeper-defaults" ? true : undefined));
      await diagnostic(at("params.txt"), (one) => codeOf(one) === "quorum-node-count");
      if (!hasDriver) return;
      await see({ selector: ".statusbar-item", text: "files" });
      await screenshot("parameter-file-light-en");
      // A window that is still arranging itself may swallow a click.
      await eventually("the cluster file", async () => {
        await click({ selector: ".statusbar-item[id='vscode-lifekeeper.vscode-lifekeeper.lifekeeper.cluster'] a" });
        return await isSeen({ selector: ".tab.active", text: "demo.lk", timeoutMs: 2000 });
      });
    });

    it("that are missing are created by a quick fix", async () => {
      await write("demo.lk", cluster("etc/default/LifeKeeper"));
      await vscode.window.showTextDocument(at("demo.lk"));
      const problem = await diagnostic(at("demo.lk"), (one) => codeOf(one) === "defaults-unreadable");
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        at("demo.lk"),
        problem.range,
      );
      const create = actions.find(({ title }) => title.startsWith("Create"));
      assert.ok(create?.edit);
      assert.ok(await vscode.workspace.applyEdit(create.edit));
      await hasNone(at("demo.lk"), "defaults-unreadable");
    });

    it("keep their clusters when they are renamed", async () => {
      await write("demo.lk", cluster("old/LifeKeeper"));
      await write("old/LifeKeeper", "QUORUM_MODE=majority\n");
      await diagnostic(at("old/LifeKeeper"), (one) => codeOf(one) === "quorum-node-count");
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at("old"), at("new place"));
      assert.ok(await vscode.workspace.applyEdit(edit));
      const document = await vscode.workspace.openTextDocument(at("demo.lk"));
      assert.match(document.getText(), /defaults "new place\/LifeKeeper"/);
      await diagnostic(at("new place/LifeKeeper"), (one) => codeOf(one) === "quorum-node-count");
      await hasNone(at("old/LifeKeeper"), "quorum-node-count");
    });

    it("go away with their folder", async () => {
      await write("more/demo.lk", cluster("LifeKeeper"));
      await diagnostic(at("more/demo.lk"), (one) => codeOf(one) === "defaults-unreadable");
      await vscode.workspace.fs.delete(at("more"), { recursive: true });
      await hasNone(at("more/demo.lk"), "defaults-unreadable");
    });

    it("that are not saved yet are understood", async () => {
      await write("x", "");
      const document = await vscode.workspace.openTextDocument({
        language: "lifekeeper-cluster",
        content: "cluster new {\n  node a { }\n  node a { }\n}\n",
      });
      await vscode.window.showTextDocument(document);
      await diagnostic(document.uri, (one) => codeOf(one) === "duplicate-name");
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });

    it("of an earlier state are shown without problems", async () => {
      await write("demo.lk", cluster("x"));
      const provided = vscode.workspace.registerTextDocumentContentProvider("earlier", {
        provideTextDocumentContent: () => "cluster { node node",
      });
      const earlier = vscode.Uri.parse("earlier:/demo.lk");
      await vscode.commands.executeCommand("vscode.diff", earlier, at("demo.lk"));
      await diagnostic(at("demo.lk"), (one) => codeOf(one) === "defaults-unreadable");
      assert.deepEqual(vscode.languages.getDiagnostics(earlier), []);
      const document = await vscode.workspace.openTextDocument(earlier);
      assert.equal(document.languageId, "lifekeeper-cluster");
      await closeEverything();
      provided.dispose();
    });
  });

  describe("the code of a problem", () => {
    it("leads to the page about it, in the language of the user", async () => {
      await setSetting("lifekeeper.language", "ja");
      await vscode.commands.executeCommand("lifekeeper.explain", "quorum-node-count");
      const page = await eventually("the page", () =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "lifekeeper-explain"),
      );
      assert.match(page.getText(), /`quorum-node-count`: エラー/);
      await setSetting("lifekeeper.language", undefined);
      await eventually("the page in English", () =>
        page.getText().includes("`quorum-node-count`: error") ? true : undefined,
      );
      if (hasDriver) {
        await see({ selector: "h1", text: "nodes for the quorum mode" });
        await screenshot("explain-light-en");
      }
      await closeEverything();
    });
  });
}
