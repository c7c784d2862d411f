// The language server on Windows, over stdio, with the URIs that VS Code spells there.

import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type Diagnostic,
  type Location,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { folder, openedElsewhere, startOf } from "./packaged.ts";

/** As VS Code writes a drive. */
function uriOf(path: string): string {
  return pathToFileURL(path).href.replace(
    /^file:\/\/\/([A-Z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}%3A`,
  );
}

export function defineLanguageServerSuite(): void {
  describe("the language server on Windows", () => {
    let server: ChildProcessWithoutNullStreams;
    let connection: MessageConnection;
    const told = new Map<string, readonly Diagnostic[]>();
    let wake = (): void => undefined;

    beforeEach(async () => {
      server = spawn(process.execPath, [...startOf("lkcluster-language-server"), "--stdio"], { cwd: folder });
      server.stderr.resume();
      connection = createMessageConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      told.clear();
      connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
        told.set(uri, diagnostics);
        wake();
      });
      connection.listen();
      const folders = [{ uri: uriOf(join(folder, "samples")), name: "samples" }];
      const params = { processId: null, rootUri: null, capabilities: {}, locale: "en", workspaceFolders: folders };
      await connection.sendRequest("initialize", params);
      await connection.sendNotification("initialized", {});
    });
    afterEach(async () => {
      await connection.sendRequest("shutdown");
      connection.dispose();
      server.kill();
    });

    const open = (uri: string, text: string): Promise<void> =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "lifekeeper-cluster", version: 1, text },
      });
    const diagnostics = async (uri: string, fits: (found: readonly Diagnostic[]) => boolean): Promise<void> => {
      while (!fits(told.get(uri) ?? [])) {
        await new Promise<void>((resume) => {
          wake = resume;
        });
      }
    };

    it("finds the parameter file behind file:///c%3A/…, and what is wrong in it", async () => {
      const path = join(folder, "samples/two-node-majority/classic.lk");
      const [cluster, parameters] = [uriOf(path), uriOf(join(path, "../etc/default/LifeKeeper"))];
      const text = readFileSync(path, "utf8");
      await open(cluster, text);
      await diagnostics(parameters, (found) => found.some(({ message }) => String(message).includes("majority")));
      const line = text.split("\n").findIndex((each) => each.includes("defaults"));
      const position = { line, character: (text.split("\n")[line] ?? "").indexOf("etc/") + 1 };
      const at = { textDocument: { uri: cluster }, position };
      const found = await connection.sendRequest<Location | readonly Location[]>("textDocument/definition", at);
      const [first] = Array.isArray(found) ? found : [found];
      assert.equal(first?.uri, parameters);
    });

    it("answers about a file on a share, and contacts nobody else", async () => {
      const uri = "file://server.invalid/share/a.lk";
      await open(uri, 'cluster a {\n  defaults "//host.invalid/share/x"\n  node b { address 10.0.0.1 }\n}\n');
      await diagnostics(uri, (found) => found.some(({ code }) => code === "defaults-unreadable"));
      const hover = await connection.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 1, character: 4 },
      });
      assert.ok(hover);
      assert.deepEqual(
        openedElsewhere().filter((path) => !/^[\\/]{2}server\.invalid[\\/]/.test(path)),
        [],
      );
    });
  });
}
