// Generated files are committed, and not older than what they are generated from.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Generator } from "../../../scripts/generate/generator.ts";
import { anchor, table } from "../../../scripts/generate/markdown.ts";
import { generators } from "../../../scripts/generate/registry.ts";
import { findStale } from "../../../scripts/generate.ts";

const root = join(import.meta.dirname, "../../..");

describe("generated files", () => {
  it("are what `npm run generate` makes of the sources of today", () => {
    assert.deepEqual(
      findStale(root, generators).map(({ path, why }) => `${path} is ${why}: run npm run generate`),
      [],
    );
  });

  it("belong to one generator each, and exist in both languages", () => {
    const paths = generators.flatMap((generator) => [...generator.files().keys()]);
    assert.equal(new Set(paths).size, paths.length);
    const english = paths.filter((path) => path.includes("/en/")).map((path) => path.replace("/en/", "/ja/"));
    assert.ok(english.length > 50);
    assert.deepEqual(
      english.filter((path) => !paths.includes(path)),
      [],
    );
  });

  it("link only to pages and headings that exist", () => {
    const pages = new Map(generators.flatMap((generator) => [...generator.files()]));
    const wrong: string[] = [];
    for (const [path, text] of pages) {
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
        const [file = "", heading] = target.split("#");
        const place = file === "" ? path : join(path, "..", file).replaceAll("\\", "/");
        const page = pages.get(place);
        if (page === undefined) wrong.push(`${path}: ${target}`);
        else if (heading !== undefined && !headingsOf(page).has(heading)) wrong.push(`${path}: ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("are found stale when missing, different or left over", () => {
    const folder = mkdtempSync(join(tmpdir(), "generated-"));
    try {
      const one: Generator = {
        name: "one",
        owns: ["docs"],
        files: () =>
          new Map([
            ["docs/a.md", "a"],
            ["docs/b.md", "b"],
            ["docs/c.md", "c"],
          ]),
      };
      mkdirSync(join(folder, "docs"));
      writeFileSync(join(folder, "docs/a.md"), "a");
      writeFileSync(join(folder, "docs/b.md"), "old");
      writeFileSync(join(folder, "docs/z.md"), "z");
      assert.deepEqual(
        findStale(folder, [one]).map(({ path, why }) => [path, why]),
        [
          ["docs/b.md", "different"],
          ["docs/c.md", "missing"],
          ["docs/z.md", "left over"],
        ],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("have tables whose cells end where they should", () => {
    assert.equal(table(["a"], [["x|y\nz"]]), "| a |\n| --- |\n| x\\|y z |");
    assert.equal(anchor("`gen/filesys`"), "genfilesys");
    assert.equal(anchor("QWK_STORAGE_OBJECT_<host>"), "qwk_storage_object_host");
  });
});

function headingsOf(page: string): ReadonlySet<string> {
  return new Set([...page.matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1] ?? "")));
}
