// Colours a text as VS Code does, with the engines VS Code uses, and shows the scope of each piece.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../..");

const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
const loaded = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

/** The pieces of a text that have a scope of their own, as `piece: scope` without the language's name. */
export async function scopesOf(language: "cluster" | "defaults", text: string): Promise<readonly string[]> {
  const registry = new textmate.Registry({
    onigLib: loaded,
    loadGrammar: async () => {
      const path = join(root, `grammars/lifekeeper-${language}.tmLanguage.json`);
      return textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
    },
  });
  const grammar = await registry.loadGrammar(`source.lifekeeper-${language}`);
  if (grammar === null) throw new Error("the grammar does not load");
  const pieces: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const piece = line.slice(startIndex, endIndex).trim();
      const scope = scopes.at(-1)?.replace(`.lifekeeper-${language}`, "") ?? "";
      if (piece !== "" && scope !== `source`) pieces.push(`${piece}: ${scope}`);
    }
  }
  return pieces;
}
