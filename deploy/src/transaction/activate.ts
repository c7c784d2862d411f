// Runs what makes new values count, only when asked and only what the plan lists: stop, start, qwk_storage_init, one
// node after the other in the documented order. While a command takes its time the timers on all nodes are renewed.

import type { PlanStep } from "@lkcluster/core/plan/deploymentPlan.ts";
import { isFailure } from "../failure.ts";
import type { LifekeeperCommand } from "../host.ts";
import type { Phase } from "../report.ts";
import { waitUntil } from "../wait.ts";
import { failed, sessionOf, type Transaction, type Trouble } from "./transaction.ts";
import { verifySettled } from "./verify.ts";

/** Longest wait for LifeKeeper to say that it runs. */
const startSecondsMax = 300;

/** Before the files: only when every node must be down while they differ. */
export function stopRunning(transaction: Transaction): Promise<Trouble | undefined> {
  return runSteps(transaction, stepsBefore(transaction, "commit"), "stop");
}

/** After the files and before the look at the nodes: what was stopped for them. */
export function startStopped(transaction: Transaction): Promise<Trouble | undefined> {
  return runSteps(transaction, stepsBetween(transaction, "commit", "verify"), "start");
}

export async function activate(transaction: Transaction): Promise<Trouble | undefined> {
  const steps = stepsBetween(transaction, "verify", "confirm");
  if (steps.length === 0) return undefined;
  return (await runSteps(transaction, steps, "activate")) ?? verifySettled(transaction);
}

/** After a revert: what this run stopped runs again, on the old values. */
export async function startAgain(transaction: Transaction): Promise<void> {
  const { clock, confirmWithinSeconds } = transaction;
  // One that does not start, or cannot be reached for a while, must not keep the others down.
  for (const node of [...transaction.stopped].reverse()) {
    await waitUntil(clock, confirmWithinSeconds, async () => {
      return !isFailure(await sessionOf(transaction, node).request({ kind: "read" }));
    });
    await runStep(transaction, "start", node, "start");
  }
}

function stepsBefore({ plan }: Transaction, kind: PlanStep["kind"]): readonly PlanStep[] {
  return commandsIn(
    plan.steps.slice(
      0,
      plan.steps.findIndex((step) => step.kind === kind),
    ),
  );
}

function stepsBetween({ plan }: Transaction, from: PlanStep["kind"], to: PlanStep["kind"]): readonly PlanStep[] {
  const start = plan.steps.findLastIndex((step) => step.kind === from);
  return commandsIn(
    plan.steps.slice(
      start + 1,
      plan.steps.findIndex((step) => step.kind === to),
    ),
  );
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
  const stopRenewing = keepRenewing(transaction);
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

async function runStep(
  transaction: Transaction,
  kind: PlanStep["kind"],
  node: string,
  phase: Phase,
): Promise<Trouble | undefined> {
  const { reporter, stopped } = transaction;
  const command: LifekeeperCommand =
    kind === "stop" ? "stop-keeping-applications" : kind === "start" ? "start" : "qwk-storage-init";
  reporter.begins(phase, node);
  if (kind === "stop") stopped.add(node);
  const answer = await sessionOf(transaction, node).request({ kind: "lifekeeper", command });
  if (isFailure(answer)) return failed(transaction, phase, answer);
  if (answer.status !== 0) return commandFailed(transaction, phase, node, command, answer);
  if (kind === "start") {
    const runs = await waitUntil(transaction.clock, startSecondsMax, async () => {
      const now = await sessionOf(transaction, node).request({ kind: "read" });
      return !isFailure(now) && now.facts.lifekeeper === "running";
    });
    if (!runs) return commandFailed(transaction, phase, node, command, { status: 0, output: "lktest" });
    stopped.delete(node);
  }
  reporter.done(phase, node);
  return undefined;
}

function commandFailed(
  { reporter }: Transaction,
  phase: Phase,
  node: string,
  command: LifekeeperCommand,
  { status, output }: { readonly status: number; readonly output: string },
): Trouble {
  const said = output.trim().slice(-2000);
  const why = {
    en: `${node}: ${command} did not succeed (status ${status}).\n${said}`,
    ja: `${node}: ${command} が成功しませんでした（終了ステータス ${status}）。\n${said}`,
  };
  reporter.failed(phase, why, node);
  return { why };
}

/** Three times in each period, over the second connections, until the returned function is called. */
function keepRenewing(transaction: Transaction): () => Promise<void> {
  const { changed, id, confirmWithinSeconds } = transaction;
  let goesOn = true;
  let wake = (): void => undefined;
  const renew = async (): Promise<void> => {
    while (goesOn) {
      await Promise.all(
        changed.map(({ node }) => sessionOf(transaction, node).requestAside({ kind: "renew", transaction: id })),
      );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, (confirmWithinSeconds * 1000) / 3);
        // The command that is waited for keeps the process alive; this timer must not.
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (!goesOn) wake();
      });
    }
  };
  const running = renew();
  return async () => {
    goesOn = false;
    wake();
    await running;
  };
}
