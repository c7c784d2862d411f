// Carries a plan out on all nodes or on none: stage, arm, commit, verify over new connections, activate, confirm. The
// first thing that goes wrong reverts everything, and what is then reported has been read back from the nodes.

import { randomBytes } from "node:crypto";
import { isChanged } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { RunEnd } from "../statements.ts";
import { activate, startStopped, stopRunning } from "./activate.ts";
import { commit } from "./commit.ts";
import { confirm } from "./confirm.ts";
import { readAgain, readEnds, revert } from "./revert.ts";
import { arm, stage } from "./stage.ts";
import { startAgain, stopOnNew } from "./startAgain.ts";
import { type CarryInput, cancelled, type Transaction, type Trouble } from "./transaction.ts";
import { verify } from "./verify.ts";

export async function carryOut(input: CarryInput): Promise<RunEnd> {
  const changed = input.plan.nodes.filter(isChanged);
  if (changed.length === 0) return { kind: "held", plan: input.plan };
  const transaction: Transaction = {
    ...input,
    id: randomBytes(10).toString("hex"),
    when: new Date().toISOString(),
    changed,
    verified: new Map(),
    told: new Set(),
    confirmed: new Set(),
    committed: new Set(),
    staged: new Set(),
    stopped: new Set(),
    halted: new Set(),
    started: new Set(),
    onNew: new Set(),
  };
  input.reporter.entitle(transaction.id);
  const trouble = await goForward(transaction);
  if (trouble === undefined) return { kind: "confirmed", transaction };
  if (trouble.keeps) return { kind: "gave-up", transaction, trouble, ends: await readEnds(transaction) };
  await stopOnNew(transaction);
  const ends = await revert(transaction);
  if (transaction.halted.size === 0) return { kind: "gave-up", transaction, trouble, ends };
  await startAgain(transaction, ends);
  return { kind: "gave-up", transaction, trouble, ends: await readAgain(transaction, ends) };
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
