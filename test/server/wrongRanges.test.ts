// A client that counts wrong, speaks of files that are not open, and closes in the middle: the server goes on, and says
// about what it then has whatever a fresh one says.

import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { samples } from "../support/edits.ts";
import { Editor } from "./editor.ts";

const pulls = { options: { diagnostics: "pull" } };

let state = 7;
/** A linear congruential generator, so that every run is the same. */
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

function anyPosition(lines: number) {
  const odd = [-1, 1e9, 0.5, Number.MAX_SAFE_INTEGER, -1e9];
  const number = (below: number): number => (random(4) === 0 ? (odd[random(odd.length)] ?? 0) : random(below));
  return { line: number(lines + 2), character: number(80) };
}

const words = ["{", "}", "\r\n", "\n", "名", "\ud842", "\u3000", "resource r gen/app\n", '"', "# x", ""];

async function problemsOf(editor: Editor, uri: string): Promise<unknown> {
  return (await editor.askFile<{ readonly items: unknown }>("textDocument/diagnostic", uri)).items;
}

describe("a client that is wrong", () => {
  for (const { file, text } of samples.filter((_, index) => index % 12 === 0)) {
    const isCluster = file.endsWith(".lk");
    const uri = `file:///wrong/${isCluster ? "a.lk" : "LifeKeeper"}`;
    const languageId = isCluster ? "lifekeeper-cluster" : "lifekeeper-defaults";

    it(`leaves the server as good as a fresh one: ${file}`, async () => {
      const editor = await Editor.start(pulls);
      const { connection } = editor;
      const open = async (version: number) => {
        await connection.sendNotification("textDocument/didOpen", {
          textDocument: { uri, languageId, version, text },
        });
        return TextDocument.create(uri, languageId, version, text);
      };
      let mirror = await open(1);
      for (let version = 2; version < 60; version++) {
        const contentChanges = Array.from({ length: 1 + random(3) }, () => ({
          range: { start: anyPosition(mirror.lineCount), end: anyPosition(mirror.lineCount) },
          text: words[random(words.length)] ?? "",
        }));
        const stranger = { uri: "file:///wrong/never-opened.lk", version };
        await connection.sendNotification("textDocument/didChange", { textDocument: stranger, contentChanges });
        await connection.sendNotification("textDocument/didClose", { textDocument: stranger });
        await connection.sendNotification("textDocument/didChange", {
          textDocument: { uri, version },
          contentChanges,
        });
        TextDocument.update(mirror, contentChanges, version);
        if (version % 5 === 0) await problemsOf(editor, uri);
        if (version % 20 !== 0) continue;
        await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
        // Behind its end, a change is about nothing.
        await connection.sendNotification("textDocument/didChange", {
          textDocument: { uri, version },
          contentChanges,
        });
        mirror = await open(version);
      }
      const fresh = await Editor.start(pulls);
      await fresh.open(uri, mirror.getText());
      assert.deepEqual(await problemsOf(editor, uri), await problemsOf(fresh, uri));
      await fresh.stop();
      await editor.stop();
    });
  }
});
