// The manifest: every text exists in both languages, every command it offers is registered, every file it names is there.

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@lkcluster/core/rules/rules.ts";

const root = join(import.meta.dirname, "../..");
const text = (file: string): string => readFileSync(join(root, file), "utf8");

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly walkthroughs: readonly unknown[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

// Our own file; the parts above are what the tests read of it.
const manifest = JSON.parse(text("package.json")) as Manifest;
const english = JSON.parse(text("package.nls.json")) as Readonly<Record<string, string>>;
const japanese = JSON.parse(text("package.nls.ja.json")) as Readonly<Record<string, string>>;

describe("manifest", () => {
  it("names texts that exist, and no text exists that nobody names", () => {
    const named = [...text("package.json").matchAll(/"%([^%]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual([...new Set(named)].sort(), Object.keys(english).sort());
  });

  it("says everything in both languages", () => {
    assert.deepEqual(Object.keys(japanese).sort(), Object.keys(english).sort());
    for (const [key, value] of Object.entries(japanese)) {
      if (key === "displayName" || key.endsWith(".media")) continue;
      assert.match(value, /[\u3040-\u30ff\u4e00-\u9fff]/, `${key} is Japanese`);
    }
  });

  it("offers the same links and code in both languages", () => {
    const marks = (value: string): readonly string[] =>
      [...value.matchAll(/\]\(([^)]+)\)|`[^`]+`/g)].map(([all, link]) => link ?? all);
    for (const [key, value] of Object.entries(english)) {
      assert.deepEqual(marks(japanese[key] ?? ""), marks(value), key);
    }
  });

  it("marks code only where VS Code shows markdown", () => {
    const shown = new Set(
      [...text("package.json").matchAll(/"markdownDescription": "%([^%]+)%"/g)].map(([, key]) => key),
    );
    const wrong = [english, japanese].flatMap((texts) =>
      Object.entries(texts).flatMap(([key, value]) => (value.includes("`") && !shown.has(key) ? [value] : [])),
    );
    assert.deepEqual(wrong, []);
  });

  it("gives examples with rules that exist", () => {
    const example = /\{ "([\w-]+)": "off" \}/;
    for (const texts of [english, japanese]) {
      const code = example.exec(texts["setting.rules"] ?? "")?.[1];
      assert.ok(
        rules.some((rule) => rule.code === code),
        code,
      );
    }
  });

  it("offers only commands that the extension registers", () => {
    const sources = globSync("client/src/**/*.ts", { cwd: root }).map(text).join("\n");
    for (const { command } of manifest.contributes.commands) {
      const name = command.replace("lifekeeper.", "");
      assert.ok(sources.includes(`"${command}"`) || sources.includes(`"${name}"`), `${command} is registered`);
    }
  });

  it("has menus only for commands it offers", () => {
    const offered = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = Object.values(manifest.contributes.menus).flat();
    assert.deepEqual(
      used.filter(({ command }) => !offered.has(command)),
      [],
    );
  });

  it("links only to commands it offers or that VS Code has", () => {
    const links = [english, japanese].flatMap((texts) => [...JSON.stringify(texts).matchAll(/\(command:([\w.]+)\)/g)]);
    const offered = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const [, link = ""] of links) {
      assert.ok(offered.has(link) || /^(workbench|vscode)\./.test(link), link);
    }
  });

  it("names files that exist", () => {
    const { languages, grammars } = manifest.contributes;
    const walkthroughs = [english, japanese].flatMap((texts) =>
      Object.entries(texts).flatMap(([key, value]) => (key.endsWith(".media") ? [value] : [])),
    );
    const icons = [...text("package.json").matchAll(/"(?:\.\/)?(client\/media\/[^"]+)"/g)].map(
      ([, file]) => file ?? "",
    );
    const named = [
      ...languages.map((one) => one.configuration),
      ...grammars.map((one) => one.path),
      ...walkthroughs,
      ...icons,
    ];
    assert.deepEqual(
      named.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });
});
