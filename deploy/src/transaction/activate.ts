// Runs what makes new values count, only when asked and only what the plan lists: stop, start, qwk_storage_init, one
// node after the other in the documented order. While a command takes its time the timers on all nodes are renewed.

import type { PlanStep } from "@lkcluster/core/plan/deploymentPlan.ts";
import { isFailure } from "../failure.ts";
import type { LifekeeperCommand } from "../host.ts";
import type { Phase } from "../report.ts";
import { waitUntil } from "../wait.ts";
import { keepRenewing } from "./renewing.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";
import { verifySettled } from "./verify.ts";

/** Longest wait for LifeKeeper to say that it runs. */
const startSecondsMax = 300;

/** Before the files: only when every node must be down while they differ. */
export function stopRunning(transaction: Transaction): Promise<Trouble | undefined> {
  return runSteps(transaction, stepsBefore(transaction, "commit"), "stop");
}

/** After the files and before the look at the nodes: what was stopped for them. */
export async function startStopped(transaction: Transaction): Promise<Trouble | undefined> {
  const steps = stepsBetween(transaction, "commit", "verify");
  if (steps.length === 0) return undefined;
  return (await stayDown(transaction)) ?? runSteps(transaction, steps, "start");
}

/**
 * Values that must agree: from the moment one node may run on the new ones, no timer may start another on the old ones.
 */
function stayDown(transaction: Transaction): Promise<Trouble | undefined> {
  const { changed, id } = transaction;
  return firstTrouble(
    changed.map(async ({ node }) => {
      const answer = await sessionOf(transaction, node).request({ kind: "stay-down", transaction: id });
      return isFailure(answer) ? failed(transaction, "start", answer) : undefined;
    }),
  );
}

export async function activate(transaction: Transaction): Promise<Trouble | undefined> {
  const steps = stepsBetween(transaction, "verify", "confirm");
  if (steps.length === 0) return undefined;
  return (await runSteps(transaction, steps, "activate")) ?? verifySettled(transaction);
}

function stepsBefore({ plan }: Transaction, kind: PlanStep["kind"]): readonly PlanStep[] {
  const end = plan.steps.findIndex((step) => step.kind === kind);
  return commandsIn(plan.steps.slice(0, end));
}

function stepsBetween({ plan }: Transaction, from: PlanStep["kind"], to: PlanStep["kind"]): readonly PlanStep[] {
  const start = plan.steps.findLastIndex((step) => step.kind === from);
  const end = plan.steps.findIndex((step) => step.kind === to);
  return commandsIn(plan.steps.slice(start + 1, end));
}

function commandsIn(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.filter(({ kind }) => kind === "stop" || kind === "start" || kind === "qwk-storage-init");
}

async function runSteps(
  transaction: Transaction,
  steps: readonly PlanStep[],
  phase: Phase,
): Promise<Trouble | undefined> {
  if (steps.length === 0) return undefined;
  const stopRenewing = keepRenewing(transaction, "second");
  try {
    for (const { kind, node } of steps) {
      if (node === undefined) continue;
      const trouble = await runStep(transaction, kind, node, phase);
      if (trouble !== undefined) return trouble;
    }
    return undefined;
  } finally {
    await stopRenewing();
  }
}

/** `values`: what the file holds that LifeKeeper would start on. */
export async function runStep(
  transaction: Transaction,
  kind: PlanStep["kind"],
  node: string,
  phase: Phase,
  values: "as-committed" | "old" = "as-committed",
): Promise<Trouble | undefined> {
  const { reporter, stopped, halted, onNew, committed, id } = transaction;
  const command: LifekeeperCommand =
    kind === "stop" ? "stop-keeping-applications" : kind === "start" ? "start" : "qwk-storage-init";
  reporter.begins(phase, node);
  if (kind === "stop") {
    stopped.add(node);
    halted.add(node);
  }
  // Nobody knows what a command that is not answered has started.
  if (kind === "start" && values === "as-committed" && committed.size > 0) onNew.add(node);
  const answer = await sessionOf(transaction, node).request({ kind: "lifekeeper", transaction: id, command });
  if (isFailure(answer)) return failed(transaction, phase, answer);
  if (answer.status !== 0) return commandFailed(transaction, phase, node, command, answer);
  if (kind === "stop") onNew.delete(node);
  if (kind === "start") {
    if (!(await runs(transaction, node))) {
      return commandFailed(transaction, phase, node, command, { status: 0, output: "lktest" });
    }
    stopped.delete(node);
    transaction.started.add(node);
  }
  reporter.done(phase, node);
  return undefined;
}

function runs(transaction: Transaction, node: string): Promise<boolean> {
  return waitUntil(transaction.clock, startSecondsMax, async () => {
    const now = await sessionOf(transaction, node).request({ kind: "read" });
    return !isFailure(now) && now.facts.lifekeeper === "running";
  });
}

const commandWords: Readonly<Record<LifekeeperCommand, string>> = {
  "stop-keeping-applications": "lkstop -f",
  start: "lkstart",
  "qwk-storage-init": "qwk_storage_init",
};

function commandFailed(
  { reporter }: Transaction,
  phase: Phase,
  node: string,
  command: LifekeeperCommand,
  { status, output }: { readonly status: number; readonly output: string },
): Trouble {
  const typed = commandWords[command];
  const said = output.trim() === "" ? "" : `\n${output.trim().slice(-2000)}`;
  const why = {
    en: `${node}: ${typed} failed (exit status ${status}).${said}`,
    ja: `${node}: ${typed} が失敗しました（終了ステータス ${status}）。${said}`,
  };
  reporter.failed(phase, why, node);
  return { why };
}
