// The language server at the end of two streams: what an editor tells and asks, and what comes back.

import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  type CodeAction,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type Location,
  LSPErrorCodes,
  type SelectionRange,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { Editor, type EditorOptions } from "./editor.ts";

const cluster = "file:///w/demo.lk";
const defaults = "file:///w/etc/default/LifeKeeper";

const clusterText = `cluster demo {
  lifekeeper 9.9.0
  defaults "etc/default/LifeKeeper"
  node node-a { address 10.0.0.1 }
  node node-b { address 10.0.0.2 }
  path node-a <-> node-b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers node-a 1, node-b 10 }
}
scenario "crash" { crash node-a expect app active on node-b }
`;
const defaultsText = `QUORUM_MODE=majority
WITNESS_MODE=remote_verify
QWK_STORAGE_OBJECT_node_a=/dev/sdb
`;

async function withEditor(options: EditorOptions, work: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await Editor.start(options);
  await editor.open(defaults, defaultsText);
  await editor.open(cluster, clusterText);
  await work(editor);
  await editor.stop();
}

describe("the language server", () => {
  it("reports problems across both files, and takes them back when they are mended", async () => {
    await withEditor({}, async (editor) => {
      const found = await editor.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
      assert(found.some(({ message }) => /majority/.test(String(message))));
      await editor.change(defaults, "QUORUM_MODE=none\nWITNESS_MODE=none\n");
      await editor.diagnostics(defaults, (all) => all.every(({ severity }) => severity !== 1));
    });
  });

  it("says what is wrong and offers fixes in plain text: the Problems view and the menus know no markdown", async () => {
    for (const locale of ["en", "ja"]) {
      await withEditor({ locale }, async (editor) => {
        const found = await editor.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
        const said = found.flatMap(({ message, relatedInformation }) => [
          String(message),
          ...(relatedInformation ?? []).map((related) => related.message),
        ]);
        assert(said.some((text) => /'QUORUM_MODE=majority'/.test(text)));
        assert.deepEqual(
          said.filter((text) => text.includes("`")),
          [],
        );
      });
    }
  });

  it("knows a cluster file by its name, whatever the editor calls its language", async () => {
    await withEditor({}, async (editor) => {
      for (const languageId of ["", "lk", "plaintext", "lifekeeper-cluster-mode"]) {
        const uri = `file:///named/${languageId || "nothing"}.lk`;
        await editor.open(uri, "cluster c {\n  node a { address 192.0.2.1\n", languageId);
        const found = await editor.diagnostics(uri, (all) => all.length > 0);
        const codes = found.map(({ code }) => code);
        assert.ok(codes.includes("syntax-missing-brace"), `${languageId}: ${codes}`);
      }
    });
  });

  it("speaks the language of the editor, and changes it with the setting", async () => {
    await withEditor({ locale: "ja" }, async (editor) => {
      await editor.diagnostics(defaults, (all) => all.some(({ message }) => /[ぁ-ん]/.test(String(message))));
      await editor.configure({ language: "en" });
      await editor.diagnostics(
        defaults,
        (all) => all.length > 0 && all.every(({ message }) => !/[ぁ-ん]/.test(String(message))),
      );
    });
  });

  it("asks an editor that can be asked for its settings, at the start and when they change", async () => {
    const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
    await withEditor({ capabilities, settings: { language: "ja" } }, async (editor) => {
      await editor.diagnostics(defaults, (all) => all.some(({ message }) => /[ぁ-ん]/.test(String(message))));
      await editor.configure({ language: "en" });
      await editor.diagnostics(
        defaults,
        (all) => all.length > 0 && all.every(({ message }) => !/[ぁ-ん]/.test(String(message))),
      );
    });
  });

  it("follows the severity of a rule in the settings", async () => {
    await withEditor({}, async (editor) => {
      const [problem] = await editor.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
      assert(problem !== undefined);
      await editor.configure({ rules: { [String(problem.code)]: "hint" } });
      await editor.diagnostics(defaults, (all) =>
        all.some(({ code, severity }) => code === problem.code && severity === 4),
      );
    });
  });

  it("explains a parameter, a name and a keyword", async () => {
    await withEditor({}, async (editor) => {
      const text = async (uri: string, needle: string): Promise<string> => {
        const found = await editor.ask<Hover | null>("textDocument/hover", uri, needle);
        return found === null || typeof found.contents !== "object" || !("value" in found.contents)
          ? ""
          : found.contents.value;
      };
      assert.match(await text(defaults, "QUORUM_MODE"), /`QUORUM_MODE`[\s\S]*Not possible here/);
      assert.match(await text(defaults, "majority"), /QUORUM_MODE=majority/);
      assert.match(await text(cluster, "node-a {"), /`10\.0\.0\.1`[\s\S]*5 s × 3 = 15 s/);
      assert.match(await text(cluster, "lifekeeper 9"), /lifekeeper <version>/);
      assert.match(await text(cluster, "gen/app"), /`gen\/app`/);
    });
  });

  it("goes to a definition and to the parameter file, and finds references in both files", async () => {
    await withEditor({}, async (editor) => {
      const definition = await editor.ask<Location[]>("textDocument/definition", cluster, "node-a <->");
      assert.deepEqual(editor.describe(definition), ["demo.lk:node-a"]);
      assert.equal(definition[0]?.range.start.line, 3);
      const file = await editor.ask<Location[]>("textDocument/definition", cluster, "etc/default");
      assert.deepEqual(
        file.map(({ uri }) => uri),
        [defaults],
      );
      const context = { includeDeclaration: true };
      const references = await editor.ask<Location[]>("textDocument/references", cluster, "node-a {", { context });
      assert.deepEqual([...editor.describe(references)].sort(), [
        "LifeKeeper:node_a",
        "demo.lk:node-a",
        "demo.lk:node-a",
        "demo.lk:node-a",
        "demo.lk:node-a",
      ]);
      const fromParameter = await editor.ask<Location[]>("textDocument/definition", defaults, "QWK_STORAGE");
      assert.deepEqual(editor.describe(fromParameter), ["demo.lk:node-a"]);
    });
  });

  it("renames a node in the cluster and, mangled, in the parameter file", async () => {
    await withEditor({}, async (editor) => {
      const edit = await editor.ask<WorkspaceEdit>("textDocument/rename", cluster, "node-a {", { newName: "prim.1" });
      const changes = edit.changes ?? {};
      assert.deepEqual(
        changes[cluster]?.map(({ newText }) => newText),
        ["prim.1", "prim.1", "prim.1", "prim.1"],
      );
      assert.deepEqual(
        changes[defaults]?.map(({ newText }) => newText),
        ["prim_1"],
      );
      await assert.rejects(
        editor.ask("textDocument/rename", cluster, "node-a {", { newName: "node-b" }),
        /The name node-b is already used/,
      );
    });
  });

  it("offers the fix of a problem, and to say nothing about it", async () => {
    await withEditor({}, async (editor) => {
      const found = await editor.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
      const problem = found.find(({ severity }) => severity === 1);
      assert(problem !== undefined);
      const actions = await editor.askFile<CodeAction[]>("textDocument/codeAction", defaults, {
        range: problem.range,
        context: { diagnostics: [problem] },
      });
      assert(actions.some(({ edit, diagnostics }) => edit !== undefined && diagnostics?.[0]?.code === problem.code));
      assert(actions.some(({ title }) => title === `Suppress ${problem.code} on this line`));
    });
  });

  it("shows the outline, folds, grows selections and formats", async () => {
    await withEditor({}, async (editor) => {
      const symbols = await editor.askFile<DocumentSymbol[]>("textDocument/documentSymbol", cluster);
      assert.deepEqual(
        symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
        [
          ["demo", ["node-a", "node-b", "node-a ↔ node-b", "app"]],
          ["crash", []],
        ],
      );
      const folds = await editor.askFile<unknown[]>("textDocument/foldingRange", cluster);
      assert.deepEqual(folds, [{ startLine: 0, endLine: 6 }]);
      const [selection] = await editor.askFile<SelectionRange[]>("textDocument/selectionRange", cluster, {
        positions: [editor.position(cluster, "10.0.0.1 }", 2)],
      });
      assert.equal(selection && editor.textAt(cluster, selection.range), "10.0.0.1");
      assert.equal(selection?.parent && editor.textAt(cluster, selection.parent.range), "address 10.0.0.1");
      await editor.change(cluster, "cluster demo {\nnode   a {}\n}\n");
      const edits = await editor.askFile<TextEdit[]>("textDocument/formatting", cluster, {
        options: { tabSize: 2, insertSpaces: true },
      });
      assert.deepEqual(
        edits.map(({ newText }) => newText),
        ["\n  ", " "],
      );
    });
  });

  it("answers an editor that asks for problems, when that is what it wants, and does not push them too", async () => {
    await withEditor({ options: { diagnostics: "pull" } }, async (editor) => {
      assert(editor.initialized?.capabilities.diagnosticProvider !== undefined);
      const report = await editor.askFile<DocumentDiagnosticReport>("textDocument/diagnostic", defaults);
      assert(report.kind === "full" && report.items.some(({ severity }) => severity === 1));
      // In the time in which another editor was told.
      await withEditor({}, async (other) => {
        await other.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
      });
      assert.deepEqual(editor.pushed, []);
    });
  });

  it("uses the defaults for an editor that says it has settings and does not answer", async () => {
    const capabilities = { workspace: { configuration: true } };
    await withEditor({ capabilities, refuses: true }, async (editor) => {
      await editor.diagnostics(defaults, (all) => all.some(({ severity }) => severity === 1));
      assert(await editor.ask("textDocument/hover", cluster, "node-a {"));
    });
  });

  it("does not work for a question that was taken back before its turn", async () => {
    await withEditor({}, async (editor) => {
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri: cluster }, position: editor.position(cluster, "node-a {", 1) };
      const answer = editor.connection.sendRequest("textDocument/hover", params, source.token);
      source.cancel();
      await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
      assert(await editor.connection.sendRequest("textDocument/hover", params));
    });
  });

  it("goes on after nonsense: unknown files, places outside of the text, files that are closed", async () => {
    await withEditor({}, async (editor) => {
      const nowhere = { textDocument: { uri: "untitled:none" }, position: { line: 99, character: 99 } };
      assert.equal(await editor.connection.sendRequest("textDocument/hover", nowhere), null);
      await editor.open("file:///w/%E0%A4%A.lk", "\u0000{{{");
      await editor.diagnostics(defaults, (all) => all.length > 0);
      await editor.close(cluster);
      await editor.close(defaults);
      await editor.diagnostics(defaults, (all) => all.length === 0);
    });
  });
});
