// Writing in the real editor: the problem appears, hover explains, the fix repairs, and all of it in both languages.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { choose, hasDriver, press, screenshot, see } from "./driver.ts";
import {
  closeEverything,
  codeOf,
  diagnostic,
  eventually,
  hoverText,
  openSample,
  rangeOf,
  revertDocument,
  setSetting,
  useDarkTheme,
} from "./editing.ts";

const cluster = "two-node-majority/classic.lk";
const parameters = "two-node-majority/etc/default/LifeKeeper";

export function defineEditorSuite(): void {
  describe("the editor", () => {
    afterEach(closeEverything);

    it("knows both languages by the names of their files", async () => {
      assert.equal((await openSample(cluster)).document.languageId, "lifekeeper-cluster");
      assert.equal((await openSample(parameters)).document.languageId, "lifekeeper-defaults");
    });

    it("shows at once that two nodes cannot run majority, and why", async () => {
      await openSample(cluster);
      const { document } = await openSample(parameters);
      const found = await diagnostic(document.uri, ({ message }) => message.includes("majority"));
      assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
      assert.equal(document.getText(found.range).includes("majority"), true);
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await screenshot("problem-light-en");
      await vscode.commands.executeCommand("workbench.action.closePanel");
    });

    it("explains a parameter and its values on hover", async () => {
      const { document } = await openSample(parameters);
      const { start } = rangeOf(document, "QUORUM_MODE");
      const text = await eventually("a hover", async () => {
        const shown = await hoverText(document, start);
        return shown === "" ? undefined : shown;
      });
      for (const value of ["majority", "tcp_remote", "storage", "none"]) assert.match(text, new RegExp(value));
    });

    it("repairs the problem with a quick fix", async () => {
      await openSample(cluster);
      const { document } = await openSample(parameters);
      const found = await diagnostic(document.uri, ({ message }) => message.includes("majority"));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        found.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(({ edit }) => edit !== undefined);
      assert.ok(fix?.edit, `a quick fix among ${actions.map(({ title }) => title).join(", ")}`);
      assert.ok(await vscode.workspace.applyEdit(fix.edit));
      await eventually("the problem to be gone", () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .some((one) => codeOf(one) === codeOf(found) && one.message === found.message)
          ? undefined
          : true,
      );
      for (const one of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await revertDocument(one);
    });

    if (hasDriver) {
      it("holds a rule back for the workspace, from the problem itself", async () => {
        await openSample(cluster);
        const { document } = await openSample(parameters);
        const found = await diagnostic(document.uri, (one) => codeOf(one) === "quorum-node-count");
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          found.range,
          vscode.CodeActionKind.QuickFix.value,
        );
        const configure = actions.find(({ command }) => command?.command === "lifekeeper.configureRule")?.command;
        assert.ok(configure, actions.map(({ title }) => title).join(", "));
        const pick = async (level: string): Promise<void> => {
          const done = vscode.commands.executeCommand(configure.command, ...(configure.arguments ?? []));
          await choose(level, level);
          await done;
        };
        await pick("Off");
        await eventually("no problem of the rule", () =>
          vscode.languages.getDiagnostics(document.uri).some((one) => codeOf(one) === "quorum-node-count")
            ? undefined
            : true,
        );
        await pick("As the rule says");
        await diagnostic(document.uri, (one) => codeOf(one) === "quorum-node-count");
        assert.equal(vscode.workspace.getConfiguration("lifekeeper").inspect("rules")?.workspaceValue, undefined);
      });
    }

    it("speaks Japanese when the setting says so, without a reload", async () => {
      await openSample(cluster);
      const { document } = await openSample(parameters);
      await diagnostic(document.uri, ({ message }) => /majority/.test(message) && !/[ぁ-ん]/.test(message));
      await setSetting("lifekeeper.language", "ja");
      await diagnostic(document.uri, ({ message }) => /majority/.test(message) && /[ぁ-ん]/.test(message));
      assert.match(await hoverText(document, rangeOf(document, "QUORUM_MODE").start), /[ぁ-ん]/);
      await useDarkTheme();
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await screenshot("problem-dark-ja");
      await vscode.commands.executeCommand("workbench.action.closePanel");
      await setSetting("workbench.colorTheme", undefined);
      await setSetting("lifekeeper.language", undefined);
      await diagnostic(document.uri, ({ message }) => /majority/.test(message) && !/[ぁ-ん]/.test(message));
    });

    if (hasDriver) {
      it("changes the language of everything in the window at once, and back", async () => {
        const shown = { lens: ".codelens-decoration a", row: ".pane-body .monaco-list-row" };
        await vscode.commands.executeCommand("lifekeeper.clusters.focus");
        const editor = await openSample(cluster);
        const lookAt = async (words: { readonly lens: string; readonly row: string }): Promise<void> => {
          editor.revealRange(rangeOf(editor.document, "scenario"), vscode.TextEditorRevealType.AtTop);
          await see({ selector: shown.lens, text: words.lens });
          await see({ selector: shown.row, text: words.row });
        };
        await lookAt({ lens: "Run scenario", row: "not asked yet" });
        await setSetting("lifekeeper.language", "ja");
        await lookAt({ lens: "シナリオを実行", row: "未確認" });
        await diagnostic(editor.document.uri, ({ message }) => /[ぁ-ん]/.test(message));
        await setSetting("lifekeeper.language", undefined);
        await lookAt({ lens: "Run scenario", row: "not asked yet" });
        await diagnostic(editor.document.uri, ({ message }) => !/[ぁ-ん]/.test(message));
        await vscode.commands.executeCommand("workbench.view.explorer");
      });
    }

    it("completes parameters while typing", async () => {
      const { document } = await openSample(parameters);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(document.lineCount - 1, 0),
      );
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert.ok(labels.includes("LCMHBEATTIME"), labels.slice(0, 20).join(", "));
    });

    it("writes a test plan for the real machines", async () => {
      await openSample("aws-hulft/hulft.lk");
      await vscode.commands.executeCommand("lifekeeper.writeTestPlan");
      const plan = await eventually("the test plan", () =>
        vscode.window.visibleTextEditors.find(({ document }) => document.languageId === "markdown"),
      );
      assert.match(plan.document.getText(), /hulft-aws/);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    });

    it("has the tools of an assistant, which read the workspace", async () => {
      const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith("lifekeeper_"));
      assert.equal(names.length, 7, names.join(", "));
      const input = { file: cluster };
      const { content } = await vscode.lm.invokeTool("lifekeeper_check", { input, toolInvocationToken: undefined });
      const [part] = content;
      assert.ok(part instanceof vscode.LanguageModelTextPart);
      assert.match(part.value, /quorum-node-count/);
    });

    it("exports the documents of a project, made in a thread beside the extension host", async () => {
      const { document } = await openSample("aws-hulft/hulft.lk");
      const folder = vscode.Uri.joinPath(document.uri, "../documents");
      const names = await vscode.commands.executeCommand<readonly string[]>(
        "lifekeeper.exportDocuments",
        document.uri,
        {
          documents: ["tests", "ports"],
          formats: ["xlsx"],
          folder: folder.toString(),
        },
      );
      assert.deepEqual(names, ["ports.xlsx", "tests.xlsx"]);
      for (const name of names) {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
        assert.deepEqual([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4], name);
      }
      await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    if (hasDriver) {
      it("asks which documents, as what and where, and offers the folder at the end", async () => {
        const { document } = await openSample("aws-hulft/hulft.lk");
        const folder = vscode.Uri.joinPath(document.uri, "../documents");
        const done = vscode.commands.executeCommand<readonly string[]>("lifekeeper.exportDocuments", document.uri);
        await see({ selector: ".quick-input-list .monaco-list-row", text: "Failure test specification" });
        await screenshot("export-documents");
        for (const [row, next] of [
          ["Failure test specification", "Markdown"],
          ["Markdown", "Beside the cluster file"],
          ["Beside the cluster file", undefined],
        ] as const) {
          await see({ selector: ".quick-input-list .monaco-list-row", text: row });
          await press("Enter");
          if (next !== undefined) await see({ selector: ".quick-input-list .monaco-list-row", text: next });
        }
        const names = (await done) ?? [];
        assert.ok(names.includes("tests.xlsx") && names.includes("topology.svg"), names.join());
        await vscode.commands.executeCommand("notifications.showList");
        await see({ selector: ".notifications-center .notification-list-item", text: "files are in" });
        await screenshot("exported");
        await see({ selector: ".notifications-center .monaco-button", text: "Open Folder" });
        await vscode.commands.executeCommand("notifications.clearAll");
        await vscode.workspace.fs.delete(folder, { recursive: true });
      });
    }

    it("keeps running on a file of garbage", async () => {
      const uri = vscode.Uri.joinPath((await openSample(cluster)).document.uri, "../garbage.lk");
      await vscode.workspace.fs.writeFile(
        uri,
        Buffer.from('cluster \u0001 { { { "\u{fffd}} node\r\r\n<-> <-> =', "utf8"),
      );
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await diagnostic(uri, ({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      await closeEverything();
      await vscode.workspace.fs.delete(uri);
    });
  });
}
