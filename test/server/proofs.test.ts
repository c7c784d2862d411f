// Proofs while typing: a violated proof is a problem with its place, a repair is a quick fix, and the lens says what
// came out; an edit that mends it takes the problem away.

import assert from "node:assert/strict";
import type { CodeAction, CodeLens } from "vscode-languageserver/node";
import { Editor } from "./editor.ts";

const cluster = "file:///w/pair.lk";

const pair = (witness: string): string => `cluster pair {
  lifekeeper 9.9.0
  node a { address 10.0.0.1  set QUORUM_MODE = none  set WITNESS_MODE = none }
  node b { address 10.0.0.2  set QUORUM_MODE = none  set WITNESS_MODE = none }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers a 1, b 10 }
}
prove "${witness}" {
  never split-brain
  up to 1 faults of ${witness}
}
`;

async function lensTitles(editor: Editor): Promise<readonly (string | undefined)[]> {
  const lenses = await editor.askFile<CodeLens[]>("textDocument/codeLens", cluster);
  return lenses.map(({ command }) => command?.title);
}

describe("proofs while typing", () => {
  it("report a violated proof at its title, offer repairs, and take it back when it holds", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    const found = await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    const violated = found.find(({ code }) => code === "proof-violated");
    assert(violated !== undefined);
    assert.equal(editor.textAt(cluster, violated.range), '"cut"');
    assert((await lensTitles(editor)).includes("Prove ✗ violated"));

    await editor.change(cluster, pair("crash"));
    await editor.diagnostics(cluster, (all) => all.every(({ code }) => code !== "proof-violated"));
    for (;;) {
      const titles = await lensTitles(editor);
      if (titles.some((title) => /^Prove ✓ holds, [\d,]+ states$/.test(title ?? ""))) break;
    }
    await editor.stop();
  });

  it("offer proved repairs as quick fixes", async () => {
    const editor = await Editor.start();
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    for (;;) {
      const actions = await editor.askFile<CodeAction[]>("textDocument/codeAction", cluster, {
        range: { start: editor.position(cluster, '"cut"'), end: editor.position(cluster, '"cut"') },
        context: { diagnostics: [] },
      });
      const repair = actions.find(({ title }) => title.includes("proved"));
      if (repair === undefined) continue;
      assert(repair.edit?.changes?.[cluster] !== undefined);
      break;
    }
    await editor.stop();
  });

  it("are as loud as the settings say, and silent where a comment says so", async () => {
    const editor = await Editor.start({ settings: { rules: { "proof-violated": "hint" } } });
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, (all) =>
      all.some(({ code, severity }) => code === "proof-violated" && severity === 4),
    );
    await editor.change(cluster, pair("cut").replace("prove", "# lkcluster-disable-next-line proof-violated\nprove"));
    await editor.diagnostics(cluster, (all) => all.every(({ code }) => code !== "proof-violated"));
    for (;;) if ((await lensTitles(editor)).includes("Prove ✗ violated")) break;
    await editor.stop();
  });

  it("are not made when the user does not want them", async () => {
    const editor = await Editor.start({ settings: { proofs: { whileTyping: false } } });
    await editor.open(cluster, pair("cut"));
    await editor.diagnostics(cluster, () => true);
    assert((await lensTitles(editor)).includes("Prove"));
    await editor.configure({ proofs: { whileTyping: true } });
    await editor.diagnostics(cluster, (all) => all.some(({ code }) => code === "proof-violated"));
    await editor.stop();
  });
});
