// Scenarios and proofs in VS Code's Test Explorer: found while typing, run one or all, again on every change when the
// user turns continuous run on.

import * as vscode from "vscode";
import { isClusterFile, watchClusterFiles } from "../clusterFiles.ts";
import { findClusterFiles } from "../findClusterFiles.ts";
import { inUserLanguage, onLanguageChange } from "../language.ts";
import { Newest } from "../newest.ts";
import { guarded } from "../output.ts";
import { readFile } from "../workspaceFiles.ts";
import type { Runnable } from "./discover.ts";
import { type Explorer, removeBelow, updateFile } from "./explorer.ts";
import { forgetVerdicts, runByTitle, runRequest } from "./running.ts";

/** Long enough that a word is finished, short enough that nobody waits. */
const typingPauseMs = 250;

const runLabel = { en: "Run", ja: "実行" } as const;

export function registerTests(context: vscode.ExtensionContext): void {
  const controller = vscode.tests.createTestController("lifekeeper", "LifeKeeper");
  const explorer: Explorer = { controller, runnables: new WeakMap() };
  /** Undefined: a parameter file, which may count for any cluster. */
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const texts = new Map<string, string>();
  const newest = new Newest();
  const discover = async (uri: vscode.Uri): Promise<void> => {
    const isNewest = newest.begin(uri.toString());
    const text = (await readFile(uri))?.text;
    if (!isNewest()) return;
    // Opening and saving are no changes, and results stay true while the text stays the same.
    if (text === undefined || text === texts.get(uri.toString())) return;
    texts.set(uri.toString(), text);
    updateFile(explorer, uri, text);
    forgetVerdicts(uri);
    changed.fire(uri);
  };
  const discoverAll = async (): Promise<void> => {
    await Promise.all((await findClusterFiles()).map(discover));
  };
  controller.resolveHandler = async (item) => {
    if (item === undefined) await guarded("discover tests", discoverAll);
  };
  controller.refreshHandler = () => guarded("discover tests", discoverAll);
  const profile = controller.createRunProfile(
    inUserLanguage(runLabel),
    vscode.TestRunProfileKind.Run,
    (request, token) => runRequest(explorer, request, token, changed.event),
    true,
  );
  profile.supportsContinuousRun = true;
  const soon = afterTyping((document) => {
    if (isClusterFile(document)) void guarded("discover tests", () => discover(document.uri));
    else if (document.languageId === "lifekeeper-defaults" && isNew(texts, document)) {
      forgetVerdicts(undefined);
      changed.fire(undefined);
    }
  });
  context.subscriptions.push(
    controller,
    changed,
    watchClusterFiles({
      changed: (uri) => void guarded("discover tests", () => discover(uri)),
      gone: (uri) => removeBelow(explorer, uri),
    }),
    soon,
    vscode.workspace.onDidOpenTextDocument(soon.note),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon.note(document)),
    onLanguageChange(() => {
      profile.label = inUserLanguage(runLabel);
      for (const [key, { uri }] of controller.items) {
        const text = texts.get(key);
        if (uri !== undefined && text !== undefined) updateFile(explorer, uri, text);
      }
    }),
    runCommand(explorer, "runScenario", "scenario"),
    runCommand(explorer, "prove", "proof"),
  );
  void guarded("discover tests", discoverAll);
}

/** True when this is not the text that was seen last; the first sight counts as old. */
function isNew(texts: Map<string, string>, document: vscode.TextDocument): boolean {
  const key = document.uri.toString();
  const before = texts.get(key);
  texts.set(key, document.getText());
  return before !== undefined && before !== document.getText();
}

function runCommand(explorer: Explorer, name: string, kind: Runnable["kind"]): vscode.Disposable {
  return vscode.commands.registerCommand(`lifekeeper.${name}`, (file: unknown, title: unknown) =>
    guarded(name, () => runByTitle(explorer, kind, String(file), String(title))),
  );
}

interface AfterTyping extends vscode.Disposable {
  readonly note: (document: vscode.TextDocument) => void;
}

/** Calls once per document when nobody has typed in it for a moment. */
function afterTyping(react: (document: vscode.TextDocument) => void): AfterTyping {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    note: (document) => {
      const key = document.uri.toString();
      clearTimeout(waiting.get(key));
      const timer = setTimeout(() => {
        waiting.delete(key);
        react(document);
      }, typingPauseMs);
      waiting.set(key, timer);
    },
    dispose: () => {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
