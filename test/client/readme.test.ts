// What the READMEs promise is there: settings with their defaults, commands of lkcluster, files behind links.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const text = (file: string): string => readFileSync(join(root, file), "utf8");

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

// Our own file; the part above is what the tests read of it.
const { properties } = (JSON.parse(text("package.json")) as Manifest).contributes.configuration;

for (const readme of ["README.md", "README.ja.md"]) {
  describe(readme, () => {
    it("lists every setting with its default", () => {
      const rows = [...text(readme).matchAll(/^\| `(lifekeeper\.[\w.]+)` \| `([^`]*)` \|/gm)].map(([, name, value]) => [
        name,
        value,
      ]);
      const shown = (value: unknown): string =>
        typeof value === "string" && value !== "" ? value : JSON.stringify(value);
      const expected = Object.entries(properties).map(([name, { default: value }]) => [name, shown(value)]);
      assert.deepEqual(rows, expected);
    });

    it("links only to files that exist", () => {
      const links = [...text(readme).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, file]) => file ?? "");
      assert.ok(links.length > 5);
      assert.deepEqual(
        links.filter((file) => !existsSync(join(root, file))),
        [],
      );
    });

    it("begins with the two commands", () => {
      const block = /```\n([\s\S]*?)```/.exec(text(readme))?.[1] ?? "";
      assert.deepEqual(
        block
          .trim()
          .split("\n")
          .map((line) => line.split("#")[0]?.trim()),
        ["npm ci && npm start", "npm ci && npm test"],
      );
    });

    it("names only commands that lkcluster has", () => {
      const commands = new Set(
        [...text("docs/command-line.md").matchAll(/^\| `lkcluster (\w+)/gm)].map(([, name]) => name),
      );
      const rows = [...text(readme).matchAll(/^\| \*\*.*\| ([^|]*) \|$/gm)].map(([, cell]) => cell ?? "");
      const named = rows.flatMap((cell) => [...cell.matchAll(/`(?:lkcluster )?(\w+)`/g)].map(([, name]) => name));
      assert.ok(named.length > 8);
      assert.deepEqual(
        named.filter((name) => !commands.has(name)),
        [],
      );
    });
  });
}
