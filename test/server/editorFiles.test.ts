// Virtual workspaces: what is not on a disk is read by the editor, and counts as soon as it is there.

import assert from "node:assert/strict";
import { nodeMachine } from "../../server/src/node/machine.ts";
import { Editor, type EditorOptions } from "./editor.ts";

const folder = "vscode-vfs://github/me/clusters";
const cluster = `${folder}/demo.lk`;
const parameters = `${folder}/settings/my%20params`;
const clusterText = `cluster demo {
  lifekeeper 9.9.0
  defaults "settings/my params"
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
}
`;

const options = { readsFiles: true };
const browser: EditorOptions = { options, folders: [folder], machine: { ...nodeMachine, disk: undefined } };
const codes = (all: readonly { readonly code?: unknown }[]): readonly string[] => all.map(({ code }) => String(code));

describe("files that the editor reads", () => {
  for (const [where, machine] of [
    ["a browser", { ...nodeMachine, disk: undefined }],
    ["a virtual workspace on a desktop", nodeMachine],
  ] as const) {
    it(`are found and checked without being open, in ${where}`, async () => {
      const files = new Map([
        [cluster, clusterText],
        [parameters, "QUORUM_MODE=majority\n"],
      ]);
      const editor = await Editor.start({ options, folders: [folder], machine, files });
      await editor.diagnostics(parameters, (all) => all.some(({ severity }) => severity === 1));
      files.set(parameters, "QUORUM_MODE=none\nWITNESS_MODE=none\n");
      await editor.changedOnDisk(parameters);
      await editor.diagnostics(parameters, (all) => !all.some(({ severity }) => severity === 1));
      await editor.stop();
    });
  }

  it("are asked for once, and nothing is said to be missing while it is on its way", async () => {
    const files = new Map([[parameters, "QUORUM_MODE=none\nWITNESS_MODE=none\n"]]);
    const editor = await Editor.start({ ...browser, files });
    const said: string[] = [];
    editor.connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => {
      said.push(...codes(diagnostics));
    });
    await editor.open(cluster, clusterText);
    while (!editor.read.includes(parameters)) await editor.askFile("textDocument/documentSymbol", cluster);
    await editor.change(cluster, `${clusterText}# more\n`);
    const links = await editor.askFile<readonly { readonly target: string }[]>("textDocument/documentLink", cluster);
    assert.deepEqual(
      links.map(({ target }) => target),
      [parameters],
    );
    await editor.askFile("textDocument/documentSymbol", cluster);
    assert.deepEqual(
      said.filter((code) => code === "defaults-unreadable"),
      [],
    );
    assert.equal(editor.read.filter((file) => file === parameters).length, 1);
    await editor.stop();
  });

  it("are a problem when the editor has none", async () => {
    const editor = await Editor.start({ ...browser, files: new Map() });
    await editor.open(cluster, clusterText);
    await editor.diagnostics(cluster, (all) => codes(all).includes("defaults-unreadable"));
    await editor.stop();
  });

  it("are completed where a path is written, from the second look on", async () => {
    const editor = await Editor.start({ ...browser, files: new Map([[parameters, ""]]) });
    await editor.open(cluster, clusterText.replace("settings/my params", "settings/"));
    const labels = async (): Promise<readonly string[]> => {
      const position = editor.position(cluster, "settings/", 9);
      const list = await editor.connection.sendRequest<{ readonly items: readonly { readonly label: string }[] }>(
        "textDocument/completion",
        { textDocument: { uri: cluster }, position },
      );
      return (Array.isArray(list) ? list : list.items).map(({ label }) => label);
    };
    while (!(await labels()).some((label) => label.includes("my params"))) await labels();
    await editor.stop();
  });

  it("are not asked of an editor that does not say that it reads them", async () => {
    const editor = await Editor.start({ folders: [folder], files: new Map([[parameters, ""]]) });
    await editor.open(cluster, clusterText);
    await editor.diagnostics(cluster, (all) => codes(all).includes("defaults-unreadable"));
    assert.deepEqual(editor.read, []);
    await editor.stop();
  });
});
