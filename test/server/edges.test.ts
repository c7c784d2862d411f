// The edges of the server: bugs that are caught, URIs that are spelt in many ways, files that cannot be read.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import { guarded } from "../../server/src/guard.ts";
import { findClusterFiles, readText } from "../../server/src/node/disk.ts";
import { pathOfUri, uriOfPath } from "../../server/src/node/fileUri.ts";
import { normalUri } from "../../server/src/uri.ts";

describe("the guard", () => {
  it("gives the fallback for a bug, tells each different one once, and goes on", () => {
    const told: string[] = [];
    const half = guarded({ error: (message) => told.push(message) }, "half", -1, (value: number) => {
      if (value % 2 === 1) throw new Error("odd");
      return value / 2;
    });
    assert.deepEqual([half(4), half(3), half(5), half(8)], [2, -1, -1, 4]);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? "", /^half: Error: odd/);
  });
});

describe("URIs", () => {
  it("are one and the same however an editor spells them", () => {
    const spellings = [
      "file:///c%3A/%E6%9C%AC%20x/a(1).lk",
      "file:///c:/本 x/a(1).lk",
      "file:///c%3a/%e6%9c%ac%20x/a%281%29.lk",
    ];
    assert.equal(new Set(spellings.map(normalUri)).size, 1);
  });

  it("agree with the paths that core resolves", () => {
    const cluster = uriOfPath("/w/本番 1/demo.lk");
    assert.equal(resolveFrom(cluster, "etc/default/LifeKeeper"), uriOfPath("/w/本番 1/etc/default/LifeKeeper"));
    assert.equal(pathOfUri(resolveFrom(cluster, "../x y")), "/w/x y");
  });

  it("that are no files, or no URIs at all, stand for themselves", () => {
    assert.equal(normalUri("untitled:Untitled-1"), "untitled:Untitled-1");
    assert.equal(pathOfUri("untitled:Untitled-1"), undefined);
    assert.equal(readText(pathOfUri("file:///%00") ?? ""), undefined);
    assert.equal(pathOfUri("file://host/%2F"), undefined);
    assert.equal(normalUri("file:///%E0%A4%A"), "file:///%25E0%25A4%25A");
  });
});

describe("reading the disk", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lkcluster-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives no text for what is missing, a folder, not UTF-8 or too large", () => {
    writeFileSync(join(folder, "bytes"), Buffer.from([0xff, 0xfe, 0x41]));
    writeFileSync(join(folder, "large"), Buffer.alloc(9_000_000, "A"));
    writeFileSync(join(folder, "good"), "A=1\n");
    const read = ["none", ".", "bytes", "large", "good"].map((name) => readText(join(folder, name)));
    assert.deepEqual(read, [undefined, undefined, undefined, undefined, "A=1\n"]);
  });

  it("finds cluster files at any depth, but not among packages and hidden folders", () => {
    for (const path of ["a", "a/b", "node_modules/x", ".git"]) mkdirSync(join(folder, path), { recursive: true });
    for (const path of ["one.lk", "a/b/two.lk", "node_modules/x/no.lk", ".git/no.lk", "a/no.txt"]) {
      writeFileSync(join(folder, path), "");
    }
    const found = findClusterFiles(folder).map((path) => path.slice(folder.length + 1));
    assert.deepEqual([...found].sort(), ["a/b/two.lk", "one.lk"]);
    assert.deepEqual(findClusterFiles(join(folder, "nowhere")), []);
  });
});
