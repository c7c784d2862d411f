// Cluster files are found where VS Code's search for files cannot work, and nothing is called our mistake then.

import { deepEqual, equal, match } from "node:assert/strict";
import "../support/loadWithVscode.ts";
import { setSearch, storedFiles, takeHanded, Uri, workspace } from "../support/fakeVscode.ts";

const { findClusterFiles } = await import("../../client/src/findClusterFiles.ts");

describe("the cluster files of a workspace", () => {
  const put = (...names: readonly string[]): void => {
    for (const name of names) storedFiles.set(name, "");
  };
  const found = async (): Promise<readonly string[]> => (await findClusterFiles()).map(String).sort();
  beforeEach(() => {
    takeHanded();
    workspace.workspaceFolders = [{ uri: Uri.file("/project") }];
    put("file:///project/a.lk", "file:///project/b/c/d.lk", "file:///project/b/notes.md");
    put("file:///project/node_modules/x/e.lk", "file:///project/.git/f.lk");
  });
  afterEach(() => {
    storedFiles.clear();
    workspace.workspaceFolders = undefined;
    setSearch(async () => []);
  });

  it("are what the search finds, where it works", async () => {
    setSearch(async () => [Uri.file("/project/a.lk")]);
    deepEqual(await found(), ["file:///project/a.lk"]);
    deepEqual(takeHanded(), []);
  });

  it("are looked for folder by folder where it fails, with a note and no alarm", async () => {
    setSearch(async () => {
      throw new Error("spawn rg ENOENT");
    });
    deepEqual(await found(), ["file:///project/a.lk", "file:///project/b/c/d.lk"]);
    const told = takeHanded();
    deepEqual(
      told.map(({ what }) => what),
      ["output"],
    );
    match(String(told[0]?.args[0]), /search for files failed.*spawn rg ENOENT/);
  });

  it("are looked for folder by folder where nobody can search, once each", async () => {
    workspace.workspaceFolders = ["/there", "/there/b"].map((path) => ({ uri: Uri.from({ scheme: "memfs", path }) }));
    put("memfs:/there/a.lk", "memfs:/there/b/c.lk");
    deepEqual(await found(), ["memfs:/there/a.lk", "memfs:/there/b/c.lk"]);
  });

  it("are none in a folder that cannot be read", async () => {
    workspace.workspaceFolders = [{ uri: Uri.from({ scheme: "memfs", path: "/closed" }) }];
    deepEqual(await found(), []);
  });

  it("end at a bound", async () => {
    for (let at = 0; at < 600; at++) put(`memfs:/many/${at}.lk`);
    workspace.workspaceFolders = [{ uri: Uri.from({ scheme: "memfs", path: "/many" }) }];
    equal((await findClusterFiles()).length, 500);
  });
});
