// Carries a plan out on all nodes or on none: stage, arm, commit, verify over new connections, activate, confirm. The
// first thing that goes wrong reverts everything, and what is then reported has been read back from the nodes.

import { randomBytes } from "node:crypto";
import { isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { DeployReport } from "../report.ts";
import { unchangedReport } from "../unchanged.ts";
import { activate, startStopped, stopRunning } from "./activate.ts";
import { commit } from "./commit.ts";
import { confirm } from "./confirm.ts";
import { deployedReport, failedReport } from "./outcome.ts";
import { revert } from "./revert.ts";
import { arm, stage } from "./stage.ts";
import { startAgain, stopOnNew } from "./startAgain.ts";
import { type CarryInput, cancelled, type Transaction, type Trouble } from "./transaction.ts";
import { verify } from "./verify.ts";

export async function carryOut(input: CarryInput): Promise<DeployReport> {
  const changed = input.plan.nodes.filter(isChanged);
  if (changed.length === 0) return unchangedReport(input.plan);
  const transaction: Transaction = {
    ...input,
    id: randomBytes(10).toString("hex"),
    when: new Date().toISOString(),
    changed,
    committed: new Set(),
    staged: new Set(),
    stopped: new Set(),
    halted: new Set(),
    started: new Set(),
    onNew: new Set(),
  };
  input.reporter.entitle(transaction.id);
  const trouble = await goForward(transaction);
  if (trouble === undefined) return deployedReport(transaction);
  await stopOnNew(transaction);
  const ends = await revert(transaction);
  await startAgain(transaction, ends);
  return failedReport(transaction, trouble, ends);
}

async function goForward(transaction: Transaction): Promise<Trouble | undefined> {
  const steps = [stage, arm, stopRunning, commit, startStopped, verify, activate, confirm];
  for (const step of steps) {
    if (transaction.signal?.aborted === true) return { why: cancelled };
    const trouble = await step(transaction);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}
