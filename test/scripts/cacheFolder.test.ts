// A cache folder is filled once, whoever asks, and never found half full.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filledFolder } from "../../scripts/cacheFolder.ts";

describe("a cache folder", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "lifekeeper-cache-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("is filled once for all who ask at the same time", async () => {
    let fills = 0;
    const fill = async (partial: string): Promise<void> => {
      fills++;
      writeFileSync(join(partial, "file"), "whole");
    };
    const folder = join(root, "cache");
    await Promise.all([1, 2, 3].map(() => filledFolder(folder, fill)));
    assert.equal(fills, 1);
    assert.deepEqual(readdirSync(root), ["cache"]);
    assert.deepEqual(readdirSync(folder), ["file"]);
  });

  it("is not there when filling failed, and the next one tries again", async () => {
    const folder = join(root, "cache");
    await assert.rejects(
      filledFolder(folder, () => Promise.reject(new Error("no network"))),
      /no network/,
    );
    assert.equal(existsSync(folder), false);
    assert.equal(await filledFolder(folder, () => Promise.resolve()), folder);
  });

  it("is not held by a process that died", async () => {
    const folder = join(root, "cache");
    // No process has the largest number there is.
    writeFileSync(`${folder}.lock`, "4194305");
    assert.equal(await filledFolder(folder, () => Promise.resolve()), folder);
  });
});
