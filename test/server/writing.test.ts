// What helps while writing, at the end of two streams.

import assert from "node:assert/strict";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentLink,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { Editor } from "./editor.ts";

const cluster = "file:///w/demo.lk";
const defaults = "file:///w/LifeKeeper";
const text = `cluster demo {
  lifekeeper 9.9.0
  defaults "LifeKeeper"
  node a { address 10.0.0.1 }
  node b { address 10.0.0.2 }
  path a <-> b { tcp 10.0.0.1 <-> 10.0.0.2 priority 1 }
  resource app gen/app { servers a 1, b 10 resource data gen/filesys /data }
}
scenario "s" { crash a expect app active on b }
`;

describe("help while writing", () => {
  let editor: Editor;

  beforeEach(async () => {
    editor = await Editor.start({ settings: { proofs: { whileTyping: false } } });
    await editor.open(defaults, "LCMHBEATTIME=10\n");
    await editor.open(cluster, text);
  });

  afterEach(async () => await editor.stop());

  it("completes, and documents an entry when it is looked at", async () => {
    const { items } = await editor.ask<CompletionList>("textDocument/completion", cluster, "gen/app");
    const item = items.find(({ label }) => label === "gen/filesys");
    assert(item !== undefined && item.documentation === undefined);
    const resolved = await editor.connection.sendRequest<CompletionItem>("completionItem/resolve", item);
    assert(typeof resolved.documentation === "object" && resolved.documentation.value.includes("gen/filesys"));
    const strange = { label: "x", data: { no: "key" } };
    assert.deepEqual(await editor.connection.sendRequest("completionItem/resolve", strange), strange);
  });

  it("replaces what is written, and offers a whole path as a snippet", async () => {
    await editor.change(cluster, text.replace("  resource app", "  pa\n  resource app"));
    const { items } = await editor.ask<CompletionList>("textDocument/completion", cluster, "pa\n");
    const path = items.find(({ label }) => label === "path");
    assert(path?.textEdit !== undefined && "range" in path.textEdit);
    assert.equal(editor.textAt(cluster, path.textEdit.range), "pa");
    assert.equal(path.insertTextFormat, 2);
  });

  it("shows the form of a statement", async () => {
    const help = await editor.ask<SignatureHelp>("textDocument/signatureHelp", cluster, "b { tcp");
    assert.equal(help.signatures[help.activeSignature ?? 0]?.label, "path <node> <-> <node> {");
  });

  it("shows hints, and none when they are switched off", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await editor.askFile<InlayHint[]>("textDocument/inlayHint", cluster, { range });
    assert.deepEqual(
      hints.map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join(""))),
      [" majority / remote_verify", " majority / remote_verify", " servers a 1, b 10"],
    );
    await editor.configure({ inlayHints: { enabled: false } });
    assert.deepEqual(await editor.askFile("textDocument/inlayHint", cluster, { range }), []);
  });

  it("offers lenses with the commands of the client, and none when they are switched off", async () => {
    const lenses = await editor.askFile<CodeLens[]>("textDocument/codeLens", cluster);
    assert.deepEqual(
      lenses.slice(0, 3).map(({ command }) => [command?.command, command?.arguments]),
      [
        ["lifekeeper.openSimulator", [cluster]],
        ["lifekeeper.deploy", [cluster]],
        ["lifekeeper.runScenario", [cluster, "s"]],
      ],
    );
    await editor.configure({ codeLens: { enabled: false } });
    assert.deepEqual(await editor.askFile("textDocument/codeLens", cluster), []);
  });

  it("colours names, whole and as a difference", async () => {
    const whole = await editor.askFile<SemanticTokens>("textDocument/semanticTokens/full", cluster);
    assert(whole.data.length % 5 === 0 && whole.data.length > 0);
    const again = await editor.askFile<SemanticTokens>("textDocument/semanticTokens/full", cluster);
    assert.equal(again.data.length, whole.data.length);
    await editor.change(cluster, text.replace("lifekeeper 9.9.0", "lifekeeper 9.9.0\n"));
    const delta = await editor.askFile<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", cluster, {
      previousResultId: again.resultId,
    });
    assert.equal(delta.edits.length, 1);
  });

  it("links to the parameter file and finds symbols of the workspace", async () => {
    const links = await editor.askFile<DocumentLink[]>("textDocument/documentLink", cluster);
    assert.deepEqual(
      links.map(({ target }) => target),
      [defaults],
    );
    const found = await editor.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "10.0.0.1" });
    assert.deepEqual(
      found.map(({ name, containerName }) => [name, containerName]),
      [["10.0.0.1 ↔ 10.0.0.2", "a ↔ b"]],
    );
    const symbols = await editor.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "DAT" });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["data"],
    );
  });

  it("shows what needs what as calls", async () => {
    const [item] = await editor.ask<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", cluster, "data gen");
    assert.equal(item?.name, "data");
    const parents = await editor.connection.sendRequest<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", {
      item,
    });
    assert.deepEqual(
      parents.map(({ from }) => from.name),
      ["app"],
    );
    const children = await editor.connection.sendRequest<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
      item: parents[0]?.from,
    });
    assert.deepEqual(
      children.map(({ to }) => to.name),
      ["data"],
    );
  });

  it("keeps the path of the parameter file right when files are renamed", async () => {
    const files = [{ oldUri: defaults, newUri: "file:///w/Life%20Keeper.test" }];
    const edit = await editor.connection.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
    assert.deepEqual(
      edit?.changes?.[cluster]?.map(({ newText }) => newText),
      ['"Life Keeper.test"'],
    );
    const other = { files: [{ oldUri: "file:///w/x", newUri: "file:///w/y" }] };
    assert.equal(await editor.connection.sendRequest("workspace/willRenameFiles", other), null);
  });
});

describe("a parameter file that is not there", () => {
  const missing = 'cluster demo {\n  defaults "new/LifeKeeper"\n}\n';

  const titles = async (editor: Editor): Promise<readonly CodeAction[]> => {
    await editor.open(cluster, missing);
    const start = editor.position(cluster, "new/");
    const params = { range: { start, end: start }, context: { diagnostics: [] } };
    return await editor.askFile<CodeAction[]>("textDocument/codeAction", cluster, params);
  };

  it("is created by an editor that can", async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ["create" as const] };
    const editor = await Editor.start({ capabilities: { workspace: { workspaceEdit } } });
    const action = (await titles(editor)).find(({ title }) => title === "Create new/LifeKeeper");
    const [create, fill] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: "file:///w/new/LifeKeeper", options: { ignoreIfExists: true } });
    assert(fill !== undefined && "edits" in fill && fill.edits.length === 1);
    await editor.stop();
  });

  it("is not offered to be created by one that cannot", async () => {
    const editor = await Editor.start();
    assert.deepEqual(
      (await titles(editor)).filter(({ title }) => title.startsWith("Create")),
      [],
    );
    await editor.stop();
  });
});
