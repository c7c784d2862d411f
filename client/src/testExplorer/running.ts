// Runs items of the Test Explorer one after the other and says how each ended.

import { visible } from "@lkcluster/core/text/shown.ts";
import * as vscode from "vscode";
import { updateClusterState, type Verdict } from "../clusterStates.ts";
import { guarded, output } from "../output.ts";
import { othersTurn } from "../turns.ts";
import { readFile } from "../workspaceFiles.ts";
import type { Runnable } from "./discover.ts";
import { type Explorer, updateFile, wantedItems } from "./explorer.ts";
import type { Outcome } from "./outcome.ts";
import { runRunnable } from "./runRunnable.ts";

/** Runs once, and with continuous run again whenever something changes that counts, until the token says stop. */
export async function runRequest(
  explorer: Explorer,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
  onChange: vscode.Event<vscode.Uri | undefined>,
): Promise<void> {
  if (request.continuous !== true) {
    await runItems(explorer, request, wantedItems(explorer, request), token);
    return;
  }
  const listening = onChange((changed) => {
    const items = wantedItems(explorer, request).filter(
      ({ uri }) => changed === undefined || uri?.toString() === changed.toString(),
    );
    if (items.length > 0) void guarded("run tests", () => runItems(explorer, request, items, token));
  });
  token.onCancellationRequested(() => listening.dispose());
}

async function runItems(
  { controller, runnables }: Explorer,
  request: vscode.TestRunRequest,
  items: readonly vscode.TestItem[],
  token: vscode.CancellationToken,
): Promise<void> {
  const run = controller.createTestRun(request);
  const isCancelled = (): boolean => token.isCancellationRequested || run.token.isCancellationRequested;
  for (const item of items) run.enqueued(item);
  for (const item of items) {
    const runnable = runnables.get(item);
    if (runnable === undefined || item.uri === undefined || isCancelled()) {
      run.skipped(item);
      continue;
    }
    run.started(item);
    const start = performance.now();
    try {
      const outcome = await runRunnable(item.uri, runnable, isCancelled);
      report(run, item, outcome, performance.now() - start);
      if (outcome.verdict !== undefined) noteVerdict(item, item.uri, outcome.verdict);
    } catch (error) {
      // A mistake of ours: this test says so, the others run on.
      output().error(error instanceof Error ? error : String(error));
      run.errored(item, new vscode.TestMessage(visible(String(error))), performance.now() - start);
    }
    // Lets key presses and other requests through between two tests.
    await othersTurn();
  }
  run.end();
}

function report(run: vscode.TestRun, item: vscode.TestItem, outcome: Outcome, durationMs: number): void {
  if (outcome.log !== "") run.appendOutput(`${visible(outcome.log)}\n`.replace(/\r?\n/g, "\r\n"), undefined, item);
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

/** By proof. A text that changes makes them old; see `forgetVerdicts`. */
const verdicts = new Map<string, Map<string, Verdict>>();

/** The cluster's verdict: its worst proof, and `holds` only when every proof of the file has been run. */
function noteVerdict(item: vscode.TestItem, uri: vscode.Uri, verdict: Verdict): void {
  const known = verdicts.get(uri.toString()) ?? new Map<string, Verdict>();
  verdicts.set(uri.toString(), known.set(item.id, verdict));
  const all = [...known.values()];
  const proofs = [...(item.parent?.children ?? [])].filter(([id]) => id.startsWith("proof:")).length;
  const worst = (["violated", "incomplete"] as const).find((one) => all.includes(one));
  updateClusterState(uri, { verdict: worst ?? (known.size >= proofs ? "holds" : undefined) });
}

/** Without a file: of all, because a parameter file has changed. */
export function forgetVerdicts(uri: vscode.Uri | undefined): void {
  const files = uri === undefined ? [...verdicts.keys()] : [uri.toString()];
  for (const file of files) {
    if (verdicts.delete(file)) updateClusterState(vscode.Uri.parse(file), { verdict: undefined });
  }
}

/** What a code lens asks for. */
export async function runByTitle(
  explorer: Explorer,
  kind: Runnable["kind"],
  file: string,
  title: string,
): Promise<void> {
  const { controller, runnables } = explorer;
  const uri = vscode.Uri.parse(file);
  const text = (await readFile(uri))?.text;
  if (text !== undefined) updateFile(explorer, uri, text);
  const items = [...(controller.items.get(uri.toString())?.children ?? [])]
    .map(([, item]) => item)
    .filter((item) => runnables.get(item)?.kind === kind && runnables.get(item)?.title === title);
  if (items.length === 0) return;
  const source = new vscode.CancellationTokenSource();
  try {
    await runItems(explorer, new vscode.TestRunRequest(items), items, source.token);
  } finally {
    source.dispose();
  }
}
