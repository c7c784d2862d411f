// The server as a program: it answers over stdio, ends when its editor is gone, and says how to start it.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const program = join(import.meta.dirname, "../../server/bin/lkcluster-language-server.mjs");

describe("lkcluster-language-server", () => {
  it("answers over stdio and ends when it is told to", async () => {
    const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { capabilities, serverInfo } = await connection.sendRequest<InitializeResult>("initialize", params);
    assert.equal(serverInfo?.name, "lkcluster-language-server");
    assert.equal(capabilities.hoverProvider, true);
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    const [code]: unknown[] = await once(server, "exit");
    assert.equal(code, 0);
    connection.dispose();
  });

  it("says in both languages how to start it, and fails when it was started otherwise", () => {
    const wrong = spawnSync(process.execPath, [program], { encoding: "utf8" });
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /Usage: lkcluster-language-server --stdio[\s\S]*使い方/);
    assert.equal(spawnSync(process.execPath, [program, "--help"], { encoding: "utf8" }).status, 0);
  });
});
