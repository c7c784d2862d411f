// The manifest: every text exists in both languages, every command it offers is registered, every file it names is there.

import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schemaOf, tools } from "@lkcluster/core/assistant/tools.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { englishFlaws, flawsOf } from "../core/catalogue/bilingual.ts";

const root = join(import.meta.dirname, "../..");
const text = (file: string): string => readFileSync(join(root, file), "utf8");

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly icon?: string;
    }[];
    readonly languages: readonly {
      readonly configuration: string;
      readonly icon?: { readonly light: string; readonly dark: string };
    }[];
    readonly keybindings: readonly { readonly command: string; readonly when?: string; readonly mac?: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly walkthroughs: readonly unknown[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly displayName: string;
      readonly modelDescription: string;
      readonly inputSchema: unknown;
    }[];
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

  it("writes whole sentences", () => {
    const lines = (texts: Readonly<Record<string, string>>): readonly string[] =>
      Object.values(texts).flatMap((value) => value.replace(/\]\([^)]*\)/g, "]").split("\n"));
    assert.deepEqual(
      [
        ...lines(english).flatMap((line) => flawsOf(line, englishFlaws)),
        ...lines(japanese).flatMap((line) => flawsOf(line)),
      ],
      [],
    );
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

  it("gives every command its category and a title in both languages", () => {
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.equal(category, "LifeKeeper", command);
      assert.match(title, /^%command\.\w+%$/, command);
      assert.equal(title, `%${command.replace("lifekeeper.", "command.")}%`);
    }
  });

  it("offers in menus and by keys only what fits there", () => {
    for (const [menu, entries] of Object.entries(manifest.contributes.menus)) {
      // *New File…* is a list to choose from, and a new cluster can always be made.
      if (menu === "file/newFile") continue;
      for (const { command, when } of entries) assert.ok(when !== undefined, `${menu}: ${command} says when`);
    }
    for (const { command, when, mac } of manifest.contributes.keybindings) {
      assert.ok(when !== undefined && mac !== undefined, `${command} says when, and has keys for macOS`);
    }
  });

  it("offers what is about a cluster only where there is one", () => {
    // What makes a first cluster, explains something or looks after the extension itself is always at hand.
    const always = /^(newCluster|importCluster|openSamples|openWalkthrough|tour|explain|showOutput|restartServer)$/;
    const when = new Map(manifest.contributes.menus["commandPalette"]?.map((entry) => [entry.command, entry.when]));
    for (const { command } of manifest.contributes.commands) {
      if (always.test(command.replace("lifekeeper.", ""))) assert.equal(when.get(command), undefined, command);
      else assert.match(when.get(command) ?? "", /^false$|lifekeeper\.hasCluster/, command);
    }
  });

  it("has an icon for every command that stands as a button, and for both languages on light and on dark", () => {
    const icons = new Map(manifest.contributes.commands.map(({ command, icon }) => [command, icon]));
    for (const { command, group = "" } of Object.values(manifest.contributes.menus).flat()) {
      if (/^(navigation|inline)/.test(group)) assert.match(icons.get(command) ?? "", /^\$\([\w-]+\)$/, command);
    }
    for (const { icon } of manifest.contributes.languages)
      assert.ok(icon?.light !== undefined && icon.dark !== icon.light);
  });

  it("links only to commands it offers or that VS Code has", () => {
    const links = [english, japanese].flatMap((texts) => [...JSON.stringify(texts).matchAll(/\(command:([\w.]+)\)/g)]);
    const offered = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const [, link = ""] of links) {
      assert.ok(offered.has(link) || /^(workbench|vscode)\./.test(link), link);
    }
  });

  it("has the tools of assistants as they are everywhere, with their words and what they take", () => {
    assert.deepEqual(
      manifest.contributes.languageModelTools.map(
        ({ name, toolReferenceName, displayName, modelDescription, inputSchema }) => ({
          name,
          toolReferenceName,
          texts: [english, japanese].map((texts) =>
            [displayName, modelDescription].map((key) => texts[key.slice(1, -1)]),
          ),
          inputSchema,
        }),
      ),
      tools.map((tool) => ({
        name: `lifekeeper_${tool.name}`,
        toolReferenceName: `lifekeeper${tool.name.charAt(0).toUpperCase()}${tool.name.slice(1)}`,
        texts: [
          [tool.title.en, tool.description.en],
          [tool.title.ja, tool.description.ja],
        ],
        // As JSON has it.
        inputSchema: JSON.parse(JSON.stringify(schemaOf(tool))),
      })),
    );
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
