// Files that are not open: found in the workspace, read from the disk, and followed when something else changes them.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
});
