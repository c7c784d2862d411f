// Carries a plan out on all nodes or on none: stage, arm, commit, verify over new connections, activate, confirm. The
// first thing that goes wrong reverts everything, and what is then reported has been read back from the nodes.

import { randomBytes } from "node:crypto";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type DeploymentPlan, isChanged, type NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { activate, startAgain, startStopped, stopRunning } from "./activate.ts";
import { confirmAll } from "./confirmAll.ts";
import { describeFailure, type HostFailure, isFailure } from "./failure.ts";
import type { NodeSession } from "./nodeSession.ts";
import { deployedReport, failedReport, unchangedReport } from "./outcome.ts";
import type { Reporter } from "./progress.ts";
import { recordLine } from "./record.ts";
import type { DeployReport, Phase } from "./report.ts";
import { revertAll } from "./revertAll.ts";
import { verify } from "./verify.ts";
import type { Clock } from "./wait.ts";

export interface CarryInput {
  readonly plan: DeploymentPlan;
  readonly sessions: ReadonlyMap<string, NodeSession>;
  /** What the nodes said when the plan was made. */
  readonly facts: readonly NodeFacts[];
  readonly who: string;
  readonly confirmWithinSeconds: number;
  readonly rollbackTo: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly reporter: Reporter;
  readonly clock: Clock;
}

export interface Transaction extends CarryInput {
  readonly id: string;
  readonly changed: readonly NodePlan[];
  /** Nodes that were asked to put the new file in place; whether they did may be unknown. */
  readonly committed: Set<string>;
  /** Nodes that may hold staged files. */
  readonly staged: Set<string>;
  /** Nodes whose LifeKeeper this run stopped and has not started again. */
  readonly stopped: Set<string>;
}

/** Why it cannot go on. */
export interface Trouble {
  readonly why: Localized;
}

export async function carryOut(input: CarryInput): Promise<DeployReport> {
  const changed = input.plan.nodes.filter(isChanged);
  if (changed.length === 0) return unchangedReport(input.plan);
  const transaction: Transaction = {
    ...input,
    id: randomBytes(10).toString("hex"),
    changed,
    committed: new Set(),
    staged: new Set(),
    stopped: new Set(),
  };
  input.reporter.entitle(transaction.id);
  const trouble = await goForward(transaction);
  if (trouble === undefined) return deployedReport(transaction);
  const ends = await revertAll(transaction);
  await startAgain(transaction);
  return failedReport(transaction, trouble, ends);
}

async function goForward(transaction: Transaction): Promise<Trouble | undefined> {
  const steps = [stage, arm, stopRunning, commit, startStopped, verify, activate, confirmAll];
  for (const step of steps) {
    if (transaction.signal?.aborted === true) return { why: cancelled };
    const trouble = await step(transaction);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

const cancelled: Localized = { en: "It was cancelled.", ja: "取り消されました。" };

/** The node that comes first by name is asked first: of two runs at once, one gets its lock and the other stops there. */
async function stage(transaction: Transaction): Promise<Trouble | undefined> {
  const [first, ...others] = [...transaction.changed].sort((a, b) => (a.node < b.node ? -1 : 1));
  if (first === undefined) return undefined;
  return (await stageOne(transaction, first)) ?? firstTrouble(others.map((node) => stageOne(transaction, node)));
}

async function stageOne(transaction: Transaction, node: NodePlan): Promise<Trouble | undefined> {
  const { id, reporter, staged, signal } = transaction;
  reporter.begins("stage", node.node);
  const session = sessionOf(transaction, node.node);
  staged.add(node.node);
  const request = {
    kind: "stage",
    transaction: id,
    record: recordLine(transaction, node),
    content: node.after,
  } as const;
  const answer = await session.request(request, signal);
  if (isFailure(answer)) return failed(transaction, "stage", answer);
  if (answer.old !== node.before) {
    return failed(transaction, "stage", { kind: "failure", node: node.node, reason: "changed-meanwhile", detail: "" });
  }
  if (answer.written !== node.after) {
    return failed(transaction, "stage", { kind: "failure", node: node.node, reason: "write-failed", detail: "" });
  }
  reporter.done("stage", node.node);
  return undefined;
}

function arm(transaction: Transaction): Promise<Trouble | undefined> {
  const { id, confirmWithinSeconds, changed, reporter } = transaction;
  return firstTrouble(
    changed.map(async ({ node }) => {
      reporter.begins("arm", node);
      const request = { kind: "arm", transaction: id, seconds: confirmWithinSeconds } as const;
      const answer = await sessionOf(transaction, node).request(request);
      if (isFailure(answer)) return failed(transaction, "arm", answer);
      reporter.done("arm", node);
      return undefined;
    }),
  );
}

/** One after the other, because each state in between has been judged in this order. */
async function commit(transaction: Transaction): Promise<Trouble | undefined> {
  const { id, plan, committed, reporter, signal } = transaction;
  for (const node of plan.order) {
    if (signal?.aborted === true) return { why: cancelled };
    reporter.begins("commit", node);
    committed.add(node);
    const answer = await sessionOf(transaction, node).request({ kind: "commit", transaction: id });
    if (isFailure(answer)) return failed(transaction, "commit", answer);
    reporter.done("commit", node);
  }
  return undefined;
}

export function sessionOf({ sessions }: Pick<Transaction, "sessions">, node: string): NodeSession {
  const session = sessions.get(node);
  if (session === undefined) throw new Error(`Bug in lkcluster: the plan names ${node}, to which nobody connected`);
  return session;
}

export function failed({ reporter }: Pick<Transaction, "reporter">, phase: Phase, failure: HostFailure): Trouble {
  const why = describeFailure(failure);
  reporter.failed(phase, why, failure.node);
  return { why };
}

/** Waits for all of them: what runs must not outlive the decision to revert. */
export async function firstTrouble(tasks: readonly Promise<Trouble | undefined>[]): Promise<Trouble | undefined> {
  const results = await Promise.all(tasks);
  return results.find((trouble) => trouble !== undefined);
}
