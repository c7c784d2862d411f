// Files that are not open: found in the workspace, read from the disk, and followed when something else changes them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SymbolInformation } from "vscode-languageserver/node";
import { Editor } from "./editor.ts";

const clusterText = `cluster demo {
  lifekeeper 9.9.0
  defaults "settings/my params"
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
}
`;

const isError = ({ severity }: { readonly severity?: number }): boolean => severity === 1;

describe("files on the disk", () => {
  let folder = "";
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-"));
    mkdirSync(join(folder, "settings"));
    writeFileSync(join(folder, "demo.lk"), clusterText);
    writeFileSync(join(folder, "settings/my params"), "QUORUM_MODE=majority\n");
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("have problems without being open, and lose them when they are mended elsewhere", async () => {
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    await editor.diagnostics(uri("settings/my params"), (all) => all.some(isError));
    writeFileSync(join(folder, "settings/my params"), "QUORUM_MODE=none\nWITNESS_MODE=none\n");
    await editor.changedOnDisk(uri("settings/my params"));
    await editor.diagnostics(uri("settings/my params"), (all) => !all.some(isError));
    await editor.stop();
  });

  it("are watched when a cluster names them, whatever they are called", async () => {
    const editor = await Editor.start({
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
    });
    await editor.open(uri("demo.lk"), clusterText);
    await editor.diagnostics(uri("settings/my params"), (all) => all.some(isError));
    while (!editor.registered.some((each) => each.includes('"pattern":"my params"'))) {
      await editor.askFile("textDocument/documentSymbol", uri("demo.lk"));
    }
    assert(editor.registered.some((each) => each.includes("**/*.{lk,lkdefaults}")));
    assert(editor.registered.some((each) => each.includes('"pattern":"lkcluster.json"')));
    await editor.stop();
  });

  it("say so when they are not UTF-8, and when they are not there", async () => {
    writeFileSync(join(folder, "settings/my params"), Buffer.from([0x51, 0xff, 0xfe, 0x00]));
    const editor = await Editor.start();
    await editor.open(uri("demo.lk"), clusterText);
    await editor.diagnostics(uri("demo.lk"), (all) => all.some(({ code }) => code === "defaults-unreadable"));
    rmSync(join(folder, "settings/my params"));
    await editor.changedOnDisk(uri("settings/my params"), 3);
    await editor.diagnostics(uri("demo.lk"), (all) => all.some(({ code }) => code === "defaults-unreadable"));
    writeFileSync(join(folder, "settings/my params"), "QUORUM_MODE=none\nWITNESS_MODE=none\n");
    await editor.changedOnDisk(uri("settings/my params"), 1);
    await editor.diagnostics(uri("demo.lk"), (all) => all.every(({ code }) => code !== "defaults-unreadable"));
    await editor.stop();
  });

  it("are files: a device without end and a pipe without a writer are not read", async () => {
    execFileSync("mkfifo", [join(folder, "pipe")]);
    const editor = await Editor.start();
    for (const [name, path] of [
      ["zero.lk", "/dev/zero"],
      ["waits.lk", "pipe"],
    ] as const) {
      await editor.open(uri(name), clusterText.replace("settings/my params", path));
      await editor.diagnostics(uri(name), (all) => all.some(({ code }) => code === "defaults-unreadable"));
    }
    await editor.stop();
  });

  it("appear and disappear with their clusters", async () => {
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    writeFileSync(join(folder, "second.lk"), "cluster second {");
    await editor.changedOnDisk(uri("second.lk"), 1);
    await editor.diagnostics(uri("second.lk"), (all) => all.some(isError));
    rmSync(join(folder, "second.lk"));
    await editor.changedOnDisk(uri("second.lk"), 3);
    await editor.diagnostics(uri("second.lk"), (all) => all.length === 0);
    await editor.stop();
  });

  it("go away with their folder, of which alone an editor tells", async () => {
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    mkdirSync(join(folder, "more/etc"), { recursive: true });
    writeFileSync(join(folder, "more/own.lk"), 'cluster own { defaults "etc/x" node a { } }');
    writeFileSync(join(folder, "more/etc/x"), "QUORUM_MODE=nonsense\n");
    await editor.changedOnDisk(uri("more/own.lk"), 1);
    await editor.diagnostics(uri("more/etc/x"), (all) => all.some(isError));
    rmSync(join(folder, "more/etc"), { recursive: true });
    await editor.changedOnDisk(uri("more/etc"), 3);
    await editor.diagnostics(uri("more/own.lk"), (all) => all.some(({ code }) => code === "defaults-unreadable"));
    await editor.diagnostics(uri("more/etc/x"), (all) => all.length === 0);
    rmSync(join(folder, "more"), { recursive: true });
    await editor.changedOnDisk(uri("more"), 3);
    await editor.diagnostics(uri("more/own.lk"), (all) => all.length === 0);
    await editor.stop();
  });

  it("come with their folder, of which alone an editor tells", async () => {
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    await editor.diagnostics(uri("settings/my params"), (all) => all.some(isError));
    renameSync(join(folder, "settings"), join(folder, "away"));
    await editor.changedOnDisk(uri("settings"), 3);
    await editor.diagnostics(uri("demo.lk"), (all) => all.some(({ code }) => code === "defaults-unreadable"));
    renameSync(join(folder, "away"), join(folder, "settings"));
    await editor.changedOnDisk(uri("settings"), 1);
    await editor.diagnostics(uri("demo.lk"), (all) => all.every(({ code }) => code !== "defaults-unreadable"));
    mkdirSync(join(folder, "new"));
    writeFileSync(join(folder, "new/other.lk"), "cluster other {");
    await editor.changedOnDisk(uri("new"), 1);
    await editor.diagnostics(uri("new/other.lk"), (all) => all.some(isError));
    for (const ignored of ["node_modules/x", ".hidden"]) {
      mkdirSync(join(folder, ignored), { recursive: true });
      writeFileSync(join(folder, ignored, "other.lk"), "cluster other {");
      await editor.changedOnDisk(uri(ignored), 1);
    }
    const symbols = { query: "other" };
    const found = await editor.connection.sendRequest<readonly SymbolInformation[]>("workspace/symbol", symbols);
    assert.deepEqual(
      found.map(({ location }) => location.uri),
      [uri("new/other.lk")],
    );
    await editor.stop();
  });

  it("are found in a folder that was told of while it was still empty", async () => {
    const editor = await Editor.start({ folders: [pathToFileURL(folder).href] });
    await editor.diagnostics(uri("settings/my params"), (all) => all.some(isError));
    mkdirSync(join(folder, "new"));
    await editor.changedOnDisk(uri("new"), 1);
    const noSymbol = await editor.connection.sendRequest("workspace/symbol", { query: "late" });
    assert.deepEqual(noSymbol, []);
    writeFileSync(join(folder, "new/late.lk"), "cluster late {");
    await editor.diagnostics(uri("new/late.lk"), (all) => all.some(isError));
    await editor.stop();
  });

  it("come and go with the folders of the workspace", async () => {
    const editor = await Editor.start();
    const workspaceFolder = { uri: pathToFileURL(folder).href, name: "w" };
    const change = (added: readonly object[], removed: readonly object[]) =>
      editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added, removed } });
    await change([workspaceFolder], []);
    await editor.diagnostics(uri("settings/my params"), (all) => all.some(isError));
    await change([], [workspaceFolder]);
    await editor.diagnostics(uri("settings/my params"), (all) => all.length === 0);
    await editor.stop();
  });
});
