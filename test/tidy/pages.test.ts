// Pages written by hand, held against what they speak of: their translations, the commands, scripts, files, titles and
// settings that they name. A sentence that can rot is a test here.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { commands } from "../../cli/src/commands/all.ts";
import { createProgram } from "../../cli/src/main.ts";
import { panelWords } from "../../client/webview/words/panelWords.ts";
import { whatIfWords } from "../../client/webview/words/whatIfWords.ts";
import { silent } from "../cli/runCli.ts";
import { projectFiles, projectRoot, read } from "./sourceFiles.ts";

/** For people, and written by people. */
const pages = projectFiles().filter(
  (file) =>
    /^(?:[A-Z]+(?:\.ja)?\.md|docs\/[^/]+\.md|docs\/decisions\/[^/]+\.md|samples\/.*\.md|client\/media\/walkthrough\/.*\.md)$/.test(
      file,
    ) && file !== "CHANGELOG.md",
);

/** A name, a value, a command; what a program prints is in the language of its page. */
function isName(span: string): boolean {
  return /^[\x20-\x7e]+$/.test(span) && !/[:;.] /.test(span);
}

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}

/** Spans of code in the running text, also those that go over the end of a line. */
function spansOf(page: string): readonly string[] {
  return [...withoutFences(read(page)).matchAll(/`([^`]+)`/g)].map(([, span]) => (span ?? "").replace(/\s+/g, " "));
}

/** Lines of fenced blocks. */
function fencedLines(page: string): readonly string[] {
  return [...read(page).matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, body]) => (body ?? "").split("\n"));
}

interface Contributions {
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
}

function shapeOf(page: string) {
  const text = withoutFences(read(page));
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level?.length),
    rows: count(/^\|/gm),
    items: count(/^ *(?:-|\d+\.) /gm),
    links: count(/\]\(/g),
    fences: count(/^```/gm),
  };
}

describe("pages written by hand", () => {
  const translated = pages.filter(
    (page) => !page.endsWith(".ja.md") && pages.includes(page.replace(/\.md$/, ".ja.md")),
  );

  it("there are pages in two languages", () => {
    assert.ok(translated.length >= 15, translated.join(", "));
  });

  for (const page of translated) {
    const japanese = page.replace(/\.md$/, ".ja.md");

    it(`${japanese} has the headings, rows, items and links of ${page}`, () => {
      assert.deepEqual(shapeOf(japanese), shapeOf(page));
    });

    // What a sample prints is in the language of its page.
    if (/^samples\/[^/]+\//.test(page)) continue;
    it(`${japanese} names the same commands, files and values as ${page}`, () => {
      const [en, ja] = [page, japanese].map((file) => new Set(spansOf(file).filter((span) => isName(span))));
      assert.deepEqual([...(ja ?? [])].sort(), [...(en ?? [])].sort());
    });
  }

  it("every command line of lkcluster on them has a command and options that there are", async () => {
    const registers = await Promise.all(commands.map(({ load }) => load()));
    const program = createProgram({ io: silent, locale: "en", finish: () => undefined }, registers);
    const wrong: string[] = [];
    let seen = 0;
    for (const page of pages) {
      for (const line of [...spansOf(page), ...fencedLines(page)]) {
        const [, name = "", rest = ""] = /^(?:npx )?lkcluster ([a-z-]+)(.*)$/.exec(line) ?? [];
        if (name === "" || name === "help") continue;
        seen++;
        const command = program.commands.find((one) => one.name() === name);
        const known = command?.options.flatMap(({ short, long }) => [short, long]) ?? [];
        const options = rest.replace(/"[^"]*"/g, "").match(/(?<=\s|\[)--?[a-z][a-z-]*/g) ?? [];
        if (command === undefined || options.some((option) => !known.includes(option))) wrong.push(`${page}: ${line}`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(seen > 60, `${seen} command lines`);
  });

  it("every script and file that they name is there", () => {
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read("package.json"));
    const wrong: string[] = [];
    for (const page of pages) {
      for (const line of [...spansOf(page), ...fencedLines(page)]) {
        for (const [, script = ""] of line.matchAll(/\bnpm run ([\w:]+)/g))
          if (!(script in scripts)) wrong.push(`${page}: ${line}`);
        for (const [, bench = ""] of line.matchAll(/\bnpm run bench ([a-z][\w/]*)/g)) {
          if (!existsSync(`${projectRoot}test/bench/${bench}.bench.ts`)) wrong.push(`${page}: ${line}`);
        }
        const [path] =
          /^(?:node )?((?:core|cli|client|deploy|server|scripts|test|docs|grammars|samples|dist)\/[\w./-]+)/
            .exec(line)
            ?.slice(1) ?? [];
        const isBuilt = path?.startsWith("dist/") ?? true;
        if (!isBuilt && !existsSync(projectRoot + path) && !/[<(]/.test(line)) wrong.push(`${page}: ${line}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  for (const page of ["docs/other-editors.md", "docs/other-editors.ja.md"]) {
    it(`${page} lists the settings and the commands of the language server, and no others`, () => {
      const rows = [...read(page).matchAll(/^\| `([\w.]+)` \| ([^|]*) \|/gm)].map(([, name, value]) => [
        name,
        value?.replaceAll("`", ""),
      ]);
      const { configuration }: Contributions = JSON.parse(read("package.json")).contributes;
      const known = new Set(
        [...read("server/src/settings.ts").matchAll(/at\(section, "(\w+)"(?:, "(\w+)")?\)/g)].map(([, ...path]) =>
          path.filter((key) => key !== undefined).join("."),
        ),
      );
      const settings = rows
        .filter(([name]) => !name?.startsWith("lifekeeper."))
        .filter(([name]) => !name?.startsWith("lifekeeper-"));
      assert.deepEqual(
        settings,
        [...known].map((name) => [name, JSON.stringify(configuration.properties[`lifekeeper.${name}`]?.default)]),
      );
      const commands = [...read("server/src/writingHandlers.ts").matchAll(/"(lifekeeper\.\w+)"/g)].map(
        ([, name]) => name,
      );
      assert.deepEqual(
        rows.flatMap(([name]) => (name?.startsWith("lifekeeper.") ? [name] : [])).sort(),
        commands.sort(),
      );
    });
  }

  for (const [page, locale] of [
    ["docs/panel.md", "en"],
    ["docs/panel.ja.md", "ja"],
  ] as const) {
    it(`${page} describes every part of the panel by its name`, () => {
      const { topology, timeline, hierarchies, sequence, prove, advise } = panelWords;
      for (const part of [topology, timeline, whatIfWords.tab, hierarchies, sequence, prove, advise]) {
        assert.ok(read(page).includes(`\n| ${part[locale]} |`), part[locale]);
      }
    });
  }

  for (const [page, titles] of [
    ["docs/editor.md", "package.nls.json"],
    ["docs/editor.ja.md", "package.nls.ja.json"],
  ] as const) {
    it(`${page} lists every command of the palette by its title`, () => {
      const words: Readonly<Record<string, string>> = JSON.parse(read(titles));
      const table = read(page).slice(0, read(page).indexOf("Explorer"));
      const listed = [...table.matchAll(/^\| ([^|]+) \|/gm)]
        .flatMap(([, cell]) => (cell ?? "").split(/, |、/))
        .slice(2);
      const expected = Object.entries(words)
        // Of a node in the view, told there.
        .filter(([key]) => key.startsWith("command.") && key !== "command.showNodeDiff")
        .map(([, title]) => title);
      assert.deepEqual([...listed].sort(), expected.sort());
    });
  }
});
