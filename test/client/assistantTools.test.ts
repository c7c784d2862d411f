// The tools of an assistant in the editor: on the files of the workspace as they stand there, and on no others.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tools } from "@lkcluster/core/assistant/tools.ts";
import "../support/loadWithVscode.ts";
import {
  CancellationError,
  type LanguageModelTextPart,
  type LanguageModelToolResult,
  setLanguageModels,
  storedFiles,
  Uri,
  workspace,
} from "../support/fakeVscode.ts";

const { registerAssistantTools } = await import("../../client/src/assistant/registerTools.ts");

interface Registered {
  invoke(options: object, token: object): Promise<LanguageModelToolResult>;
  prepareInvocation(): { readonly invocationMessage: string };
}

const samples = join(import.meta.dirname, "../../samples");
const sample = (path: string): string => readFileSync(join(samples, path), "utf8");

describe("the tools of an assistant in the editor", () => {
  const registered = new Map<string, Registered>();
  const say = async (name: string, input: object, isCancelled = false): Promise<string> => {
    const token = { isCancellationRequested: isCancelled };
    const tool = registered.get(`lifekeeper_${name}`);
    assert.ok(tool !== undefined);
    const { content } = await tool.invoke({ input }, token);
    return (content[0] as LanguageModelTextPart).value;
  };

  before(() => {
    workspace.workspaceFolders = [{ uri: Uri.file("/w") }];
    for (const path of ["split-pair/pair.lk", "split-pair/etc/default/LifeKeeper"]) {
      storedFiles.set(Uri.file(`/w/${path}`).toString(), sample(path));
    }
    storedFiles.set(Uri.file("/secret").toString(), "QUORUM_MODE=secret-value\n");
    storedFiles.set(Uri.file("/w/naming.lk").toString(), 'cluster c {\n  defaults "../secret"\n  node a {}\n}\n');
    const models = {
      registerTool: (name: string, tool: unknown) => {
        registered.set(name, tool as Registered);
        return { dispose: () => undefined };
      },
    };
    setLanguageModels(models);
    registerAssistantTools({ subscriptions: [] } as never);
  });
  after(() => {
    setLanguageModels(undefined);
    workspace.workspaceFolders = undefined;
    storedFiles.clear();
  });

  it("are all there, and say what they do while they work", () => {
    assert.deepEqual(
      [...registered.keys()],
      tools.map(({ name }) => `lifekeeper_${name}`),
    );
    for (const tool of registered.values()) assert.match(tool.prepareInvocation().invocationMessage, /\w/);
  });

  it("read a cluster file and the parameter file that it names", async () => {
    assert.match(await say("prove", { file: "split-pair/pair.lk" }), /violated: 1/);
    assert.match(await say("check", { file: "/w/split-pair/pair.lk" }), /No problem was found/);
  });

  it("read what is open in the editor as it stands there", async () => {
    const uri = Uri.file("/w/split-pair/pair.lk");
    workspace.textDocuments.push({ uri, version: 2, getText: () => "cluster c {\n  nod a {}\n}\n" });
    try {
      assert.match(await say("check", { file: "split-pair/pair.lk" }), /:2:3 error \[syntax/);
    } finally {
      workspace.textDocuments.pop();
    }
  });

  for (const file of ["../secret", "/secret", "/w/../secret", "missing.lk", "", "file:///secret"]) {
    it(`do not read ${JSON.stringify(file)}`, async () => {
      assert.match(await say("check", { file }), /no such file/i);
    });
  }

  it("do not bring in what a cluster file names outside of the workspace", async () => {
    const said = await say("check", { file: "naming.lk" });
    assert.match(said, /defaults-unreadable/);
    assert.doesNotMatch(said, /secret-value/);
  });

  it("are cancelled", async () => {
    await assert.rejects(say("prove", { file: "split-pair/pair.lk" }, true), CancellationError);
  });

  it("are not there in an editor that has no language models", () => {
    setLanguageModels(undefined);
    const subscriptions: unknown[] = [];
    registerAssistantTools({ subscriptions } as never);
    assert.deepEqual(subscriptions, []);
  });
});
