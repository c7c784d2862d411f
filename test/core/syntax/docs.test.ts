// The pages about the cluster language: every example is understood and laid out as the formatter would, both
// languages show the same ones, and the printed grammar has every keyword.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { choices } from "@lkcluster/core/language/choices.ts";
import { connectives, openers } from "@lkcluster/core/language/keywords.ts";
import { formatCluster } from "@lkcluster/core/syntax/cluster/format.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

const page = (name: string): string => readFileSync(join(import.meta.dirname, "../../../docs", name), "utf8");

function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((found) => found[1] ?? "");
}

const english = page("cluster-language.md");
const japanese = page("cluster-language.ja.md");

describe("the pages about the cluster language", () => {
  it("have examples that are understood and laid out", () => {
    const examples = blocks(english, "lk");
    assert(examples.length >= 5);
    for (const example of examples) {
      assert.deepEqual(
        parseCluster("", example).problems.map(({ message }) => message.en),
        [],
        example,
      );
      assert.equal(formatCluster(example), example);
    }
  });

  it("show the same examples and the same grammar in both languages", () => {
    assert.deepEqual(blocks(japanese, "lk"), blocks(english, "lk"));
    assert.deepEqual(blocks(japanese, "text"), blocks(english, "text"));
  });

  it("list every code of a problem of syntax, and no other", () => {
    const folder = join(import.meta.dirname, "../../../core/src/syntax");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const text = sources.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
    const made = new Set([...text.matchAll(/"(syntax-[a-z0-9-]+)"/g)].map((found) => found[1]));
    for (const each of [english, japanese]) {
      const listed = [...each.matchAll(/^\| `(syntax-[a-z0-9-]+)`/gm)].map((found) => found[1]);
      assert.deepEqual([...listed].sort(), [...made].sort());
    }
  });

  it("print a grammar with every keyword and choice; those of actions stand in the reference", () => {
    const grammar = blocks(english, "text").join("\n");
    const forms = blocks(page("reference/en/cluster-language.md"), "text").join("\n");
    const listed = new Set([
      ...[...grammar.matchAll(/"([^"]+)"/g)].map((found) => found[1]),
      ...forms.split(/[\s[\]]+/).filter((word) => !word.startsWith("<")),
    ]);
    // What the words of actions are, and of which there are many, stands in the reference.
    const { platform: _, fault: __, operation: ___, answer: ____, ...printed } = choices;
    const words = [...Object.values(openers).flat(), ...connectives, ...Object.values(printed).flat()];
    assert.deepEqual(
      words.filter((word) => !listed.has(word)),
      [],
    );
  });
});
