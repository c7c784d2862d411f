// lkcluster as people get it: one file, installed with npm into an empty folder that knows nothing of this project.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { projectRoot } from "../../scripts/projectRoot.ts";
import { packageFile, promisedNodes, say } from "./installing.ts";

describe("the npm package", () => {
  let folder = "";
  before(function () {
    this.timeout(120_000);
    folder = realpathSync(mkdtempSync(join(tmpdir(), "lkcluster-installed-")));
    const offline = ["--offline", "--no-audit", "--no-fund", "--prefix", folder];
    const { status, errors } = say("npm", ["install", "-g", ...offline, packageFile(".tgz")], folder);
    assert.equal(status, 0, errors);
    cpSync(join(projectRoot, "samples"), join(folder, "samples"), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const bin = (name: string): string => join(folder, "bin", name);

  it("needs no other package", () => {
    const { out } = say("npm", ["ls", "-g", "--prefix", folder, "--all", "--parseable"], folder);
    const packages = out.split("\n").filter((line) => line.includes("node_modules"));
    assert.deepEqual(packages, [join(folder, "lib/node_modules/lkcluster")]);
  });

  for (const { version, program } of promisedNodes()) {
    it(`checks, tests, proves and explains with Node ${version}`, function () {
      this.timeout(60_000);
      const lkcluster = (...args: readonly string[]) =>
        say(program, [bin("lkcluster"), "--lang", "en", ...args], folder);
      assert.match(lkcluster("--version").out, /^\d+\.\d+\.\d+\n$/);
      const checked = lkcluster("check", "samples");
      assert.equal(checked.status, 1, checked.errors);
      assert.match(checked.out, /samples\/two-node-majority\/.*error/s);
      const tested = lkcluster("test", "samples/aws-hulft");
      assert.equal(tested.status, 0, tested.out + tested.errors);
      assert.match(tested.out, /\b[1-9]\d* passed, 0 failed/);
      const proved = lkcluster("prove", "samples/split-pair", "--format", "json");
      assert.equal(proved.status, 1, proved.errors);
      assert.match(proved.out, /"violated"/);
      assert.match(lkcluster("explain", "QUORUM_MODE").out, /tcp_remote/);
      assert.equal(lkcluster("no-such-command").status, 2);
    });

    it(`answers an editor over stdio with Node ${version}`, async function () {
      this.timeout(60_000);
      const server = spawn(program, [bin("lkcluster-language-server"), "--stdio"], { cwd: folder });
      const connection = createMessageConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      try {
        await greet(connection);
        const uri = "file:///nowhere/c.lk";
        const problems = new Promise<unknown>((resolve) => {
          connection.onNotification("textDocument/publishDiagnostics", resolve);
        });
        await connection.sendNotification("textDocument/didOpen", {
          textDocument: { uri, languageId: "lifekeeper-cluster", version: 1, text: "cluster c {\n  nod a {}\n}\n" },
        });
        assert.match(JSON.stringify(await problems), /"range"/);
        const hover = await connection.sendRequest("textDocument/hover", {
          textDocument: { uri },
          position: { line: 0, character: 2 },
        });
        assert.match(JSON.stringify(hover), /cluster/);
      } finally {
        connection.dispose();
        server.kill();
      }
    });
  }

  for (const { version, program } of promisedNodes()) {
    it(`serves an assistant with Node ${version}`, async function () {
      this.timeout(60_000);
      const client = new Client({ name: "test", version: "1" });
      const args = [bin("lkcluster"), "mcp", "samples"];
      await client.connect(new StdioClientTransport({ command: program, args, cwd: folder }));
      try {
        const proved = await client.callTool({ name: "prove", arguments: { file: "split-pair/pair.lk" } });
        assert.match(JSON.stringify(proved.structuredContent), /"violated"/);
        const { contents } = await client.readResource({ uri: "lifekeeper://language" });
        assert.match(JSON.stringify(contents), /cluster payroll/);
      } finally {
        await client.close();
      }
    });
  }

  it("brings the description of the language as a file, in both languages", () => {
    for (const name of ["for-assistants.md", "for-assistants.ja.md"]) {
      assert.match(readFileSync(join(folder, "lib/node_modules/lkcluster", name), "utf8"), /cluster payroll/);
    }
  });

  it("says what an editor has to pass when it is started by hand", () => {
    const { status, errors } = say(bin("lkcluster-language-server"), [], folder);
    assert.equal(status, 2);
    assert.match(errors, /--stdio/);
  });
});

async function greet(connection: MessageConnection): Promise<void> {
  connection.listen();
  // Settings are asked for as soon as the server is up; no setting is an answer.
  connection.onRequest("workspace/configuration", () => [null]);
  connection.onRequest("client/registerCapability", () => null);
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true } },
  });
  await connection.sendNotification("initialized", {});
}
