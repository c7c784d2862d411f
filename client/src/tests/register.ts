// Scenarios and proofs in VS Code's Test Explorer: found while typing, run one or all, again on every change when the
// user turns continuous run on.

import { setImmediate } from "node:timers/promises";
import * as vscode from "vscode";
import { clusterNameOf, findClusterFiles, isClusterFile } from "../clusterFiles.ts";
import { inUserLanguage, onLanguageChange } from "../language.ts";
import { guarded, output } from "../output.ts";
import { workspaceFiles } from "../workspaceFiles.ts";
import { findRunnables, type Runnable } from "./discover.ts";
import type { Outcome } from "./outcome.ts";
import { runRunnable } from "./runRunnable.ts";

/** Long enough that a word is finished, short enough that nobody waits. */
const typingPauseMs = 250;

export function registerTests(context: vscode.ExtensionContext): void {
  const controller = vscode.tests.createTestController("lifekeeper", "LifeKeeper");
  const runnables = new WeakMap<vscode.TestItem, Runnable>();
  const explorer: Explorer = { controller, runnables };
  const pending = new Map<string, NodeJS.Timeout>();
  const changed = new vscode.EventEmitter<vscode.Uri>();

  const discover = (uri: vscode.Uri, text: string): void => {
    updateFile(explorer, uri, text);
    changed.fire(uri);
  };
  const discoverSoon = (document: vscode.TextDocument): void => {
    if (!isClusterFile(document)) return;
    const key = document.uri.toString();
    clearTimeout(pending.get(key));
    const timer = setTimeout(() => {
      pending.delete(key);
      discover(document.uri, document.getText());
    }, typingPauseMs);
    pending.set(key, timer);
  };
  const discoverAll = async (): Promise<void> => {
    const files = workspaceFiles();
    for (const uri of await findClusterFiles()) discover(uri, files.read(uri.toString())?.text ?? "");
  };

  controller.resolveHandler = async (item) => {
    if (item === undefined) await guarded("discover tests", discoverAll);
  };
  controller.refreshHandler = () => guarded("discover tests", discoverAll);
  const profile = controller.createRunProfile(
    inUserLanguage({ en: "Run", ja: "実行" }),
    vscode.TestRunProfileKind.Run,
    (request, token) => runRequest(explorer, request, token, changed.event),
    true,
  );
  profile.supportsContinuousRun = true;

  const watcher = vscode.workspace.createFileSystemWatcher("**/*.lk");
  const reread = (uri: vscode.Uri): void => {
    const text = workspaceFiles().read(uri.toString())?.text;
    if (text !== undefined) discover(uri, text);
  };
  context.subscriptions.push(
    controller,
    changed,
    watcher,
    watcher.onDidCreate(reread),
    watcher.onDidChange(reread),
    watcher.onDidDelete((uri) => controller.items.delete(uri.toString())),
    vscode.workspace.onDidOpenTextDocument(discoverSoon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => discoverSoon(document)),
    onLanguageChange(() => {
      profile.label = inUserLanguage({ en: "Run", ja: "実行" });
    }),
    { dispose: () => pending.forEach((timer) => void clearTimeout(timer)) },
    ...(["runScenario", "prove"] as const).map((name) =>
      vscode.commands.registerCommand(`lifekeeper.${name}`, (file: unknown, title: unknown) =>
        guarded(name, () => runByTitle(explorer, name === "prove" ? "proof" : "scenario", String(file), String(title))),
      ),
    ),
  );
  for (const document of vscode.workspace.textDocuments) discoverSoon(document);
  void guarded("discover tests", discoverAll);
}

interface Explorer {
  readonly controller: vscode.TestController;
  readonly runnables: WeakMap<vscode.TestItem, Runnable>;
}

function updateFile({ controller, runnables }: Explorer, uri: vscode.Uri, text: string): void {
  const found = findRunnables(uri.toString(), text);
  if (found.length === 0) {
    controller.items.delete(uri.toString());
    return;
  }
  const file = controller.items.get(uri.toString()) ?? controller.createTestItem(uri.toString(), "", uri);
  file.label = clusterNameOf(uri, text);
  file.description = vscode.workspace.asRelativePath(uri);
  file.children.replace(
    found.map((runnable, order) => {
      // The same item stays the same, so that its last result stays with it.
      const id = `${runnable.kind}:${runnable.title}:${found.slice(0, order).filter((one) => one.kind === runnable.kind && one.title === runnable.title).length}`;
      const item = file.children.get(id) ?? controller.createTestItem(id, runnable.title, uri);
      item.range = new vscode.Range(
        runnable.start.line,
        runnable.start.character,
        runnable.end.line,
        runnable.end.character,
      );
      item.sortText = String(order).padStart(6, "0");
      item.description =
        runnable.kind === "proof"
          ? inUserLanguage({ en: "proof", ja: "証明" })
          : inUserLanguage({ en: "scenario", ja: "シナリオ" });
      runnables.set(item, runnable);
      return item;
    }),
  );
  controller.items.add(file);
}

/** Runs once, and with continuous run again whenever one of the files changes, until the token says stop. */
async function runRequest(
  explorer: Explorer,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  onChange: vscode.Event<vscode.Uri>,
): Promise<void> {
  if (request.continuous !== true) {
    await runItems(explorer, request, wantedItems(explorer, request), token);
    return;
  }
  const listening = onChange((uri) => {
    const items = wantedItems(explorer, request).filter((item) => item.uri?.toString() === uri.toString());
    void guarded("run tests", () => runItems(explorer, request, items, token));
  });
  token.onCancellationRequested(() => listening.dispose());
}

function wantedItems({ controller, runnables }: Explorer, request: vscode.TestRunRequest): readonly vscode.TestItem[] {
  const excluded = new Set(request.exclude);
  const wanted: vscode.TestItem[] = [];
  const visit = (item: vscode.TestItem): void => {
    if (excluded.has(item)) return;
    if (runnables.has(item)) wanted.push(item);
    for (const [, child] of item.children) visit(child);
  };
  if (request.include === undefined) for (const [, item] of controller.items) visit(item);
  else for (const item of request.include) visit(item);
  return wanted;
}

async function runItems(
  { controller, runnables }: Explorer,
  request: vscode.TestRunRequest,
  items: readonly vscode.TestItem[],
  token: vscode.CancellationToken,
): Promise<void> {
  const run = controller.createTestRun(request);
  const cancelled = (): boolean => token.isCancellationRequested || run.token.isCancellationRequested;
  for (const item of items) run.enqueued(item);
  for (const item of items) {
    const runnable = runnables.get(item);
    if (runnable === undefined || item.uri === undefined || cancelled()) {
      run.skipped(item);
      continue;
    }
    run.started(item);
    const start = performance.now();
    try {
      report(run, item, runRunnable(item.uri, runnable), performance.now() - start);
    } catch (error) {
      // A mistake of ours: this test says so, the others run on.
      output().error(error instanceof Error ? error : String(error));
      run.errored(item, new vscode.TestMessage(String(error)), performance.now() - start);
    }
    // Lets key presses and other requests through between two tests.
    await setImmediate();
  }
  run.end();
}

function report(run: vscode.TestRun, item: vscode.TestItem, outcome: Outcome, durationMs: number): void {
  const toTerminal = (text: string): string => text.replace(/\r?\n/g, "\r\n");
  if (outcome.log !== "") run.appendOutput(toTerminal(`${outcome.log}\n`), undefined, item);
  switch (outcome.kind) {
    case "passed":
      run.passed(item, durationMs);
      return;
    case "failed":
      run.failed(item, outcome.messages, durationMs);
      return;
    case "cannot-run":
      run.errored(item, outcome.messages, durationMs);
      return;
    case "cancelled":
      run.skipped(item);
  }
}

/** What a code lens asks for. */
async function runByTitle(explorer: Explorer, kind: Runnable["kind"], file: string, title: string): Promise<void> {
  const { controller, runnables } = explorer;
  const uri = vscode.Uri.parse(file);
  const text = workspaceFiles().read(uri.toString())?.text;
  if (text !== undefined) updateFile(explorer, uri, text);
  const children = controller.items.get(uri.toString())?.children;
  const items = [...(children ?? [])]
    .map(([, item]) => item)
    .filter((item) => {
      const runnable = runnables.get(item);
      return runnable?.kind === kind && (title === "" || runnable.title === title);
    });
  if (items.length === 0) return;
  const source = new vscode.CancellationTokenSource();
  try {
    await runItems(explorer, new vscode.TestRunRequest(items), items, source.token);
  } finally {
    source.dispose();
  }
}
