// Hostile names through everything that the language server lets an editor show: nothing acts, nothing is hidden.

import assert from "node:assert/strict";
import type { CodeLens, CompletionItem, Diagnostic } from "vscode-languageserver/node";
import { type Display, danger, hostileNames, writtenRaw } from "../support/hostileNames.ts";
import { Editor } from "./editor.ts";

const uri = "file:///w/a.lk";
const parameters = "file:///w/LifeKeeper";

/** The texts of an answer by what an editor does with them; `arguments` and `data` go back to the server. */
function textsOf(value: unknown, key = ""): readonly (readonly [Display, string])[] {
  if (typeof value === "string") return key in displays ? [[displays[key] ?? "line", value]] : [];
  if (typeof value !== "object" || value === null || key === "arguments" || key === "data") return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key));
  if ("kind" in value && value.kind === "markdown" && "value" in value) return [["markdown", String(value.value)]];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, name === "value" && key === "label" ? key : name),
  );
}

const displays: Readonly<Record<string, Display>> = {
  label: "line",
  detail: "line",
  description: "line",
  message: "line",
  // Of a code lens, in which VS Code draws `$(name)`.
  title: "label",
  name: "line",
  containerName: "line",
  tooltip: "line",
  documentation: "line",
};

function clusterOf(name: string): string {
  const [word, other, tag] = [name, `${name}2`, `${name}3`].map(writtenRaw);
  return `cluster ${word} {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node ${word} { address ${word} set LCMHBEATTIME = ${word} }
  node ${other} {}
  path ${word} <-> ${other} { tcp ${word} <-> ${other} }
  resource ${tag} gen/app ${word} { servers ${word} 1, ${other} 10 }
}
scenario ${word} {
  crash ${word}
  expect ${tag} active on ${other}
}
proof ${word} { always at most one active ${tag} }
`;
}

/** Everything that is asked of an open file. */
async function everything(editor: Editor, text: string): Promise<readonly unknown[]> {
  const lines = text.split("\n");
  const end = { line: lines.length, character: 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const file = { textDocument: { uri } };
  const asked: unknown[] = [];
  const ask = async <Answer>(method: string, params: object): Promise<Answer> => {
    const answer = await editor.connection.sendRequest<Answer>(method, params);
    asked.push(answer);
    return answer;
  };
  await ask("textDocument/documentSymbol", file);
  await ask("workspace/symbol", { query: "" });
  await ask("textDocument/inlayHint", { ...file, range });
  await ask("textDocument/documentLink", file);
  await ask("textDocument/inlayHint", { textDocument: { uri: parameters }, range });
  await ask("textDocument/documentSymbol", { textDocument: { uri: parameters } });
  for (const lens of await ask<CodeLens[]>("textDocument/codeLens", file)) {
    if (lens.command === undefined) await ask("codeLens/resolve", lens);
  }
  const diagnostics: readonly Diagnostic[] = await editor.diagnostics(uri, () => true);
  asked.push(diagnostics);
  await ask("textDocument/codeAction", { ...file, range, context: { diagnostics } });
  for (const [line, written] of lines.entries()) {
    const places = [...written.matchAll(/"|(?<= )/g)].map(({ index }) => index + 1).slice(0, 8);
    for (const character of places) {
      const place = { ...file, position: { line, character } };
      await ask("textDocument/hover", place);
      await ask("textDocument/signatureHelp", place);
      await ask("textDocument/prepareRename", place).catch(() => undefined);
    }
    const place = { ...file, position: { line, character: written.length } };
    const found = await ask<CompletionItem[] | { items: CompletionItem[] } | null>("textDocument/completion", place);
    const items = found === null ? [] : Array.isArray(found) ? found : found.items;
    for (const item of items.slice(0, 5)) await ask("completionItem/resolve", item);
  }
  return asked;
}

describe("hostile names in an editor", function () {
  this.timeout(60_000);

  for (const name of hostileNames) {
    it(`are only shown: ${JSON.stringify(name).slice(0, 40)}`, async () => {
      const editor = await Editor.start();
      const text = clusterOf(name);
      await editor.open(parameters, `QUORUM_MODE=${name.replaceAll(/[\r\n]/g, " ")}\nLCMHBEATTIME="${name}"\n`);
      await editor.open(uri, text);
      const shown = (await everything(editor, text)).flatMap((answer) => textsOf(answer));
      assert.ok(shown.length > 20, `only ${shown.length} texts`);
      for (const [display, words] of shown) assert.equal(danger(words, display), undefined);
      await editor.stop();
    });
  }
});
