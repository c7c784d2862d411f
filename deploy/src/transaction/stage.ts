// The steps before any parameter file is touched: the new file is written beside the old one on every node, and a
// timer is armed there that puts the old file back.

import type { NodePlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { isFailure } from "../failure.ts";
import { recordLine } from "./record.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

/** The node that comes first by name is asked first: of two runs at once, one gets its lock and the other stops there. */
export async function stage(transaction: Transaction): Promise<Trouble | undefined> {
  const [first, ...others] = [...transaction.changed].sort((a, b) => (a.node < b.node ? -1 : 1));
  if (first === undefined) return undefined;
  return (await stageOne(transaction, first)) ?? firstTrouble(others.map((node) => stageOne(transaction, node)));
}

export async function stageOne(transaction: Transaction, node: NodePlan): Promise<Trouble | undefined> {
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

export function arm(
  transaction: Transaction,
  nodes: readonly NodePlan[] = transaction.changed,
): Promise<Trouble | undefined> {
  const { id, confirmWithinSeconds, reporter } = transaction;
  return firstTrouble(
    nodes.map(async ({ node }) => {
      reporter.begins("arm", node);
      const request = { kind: "arm", transaction: id, seconds: confirmWithinSeconds } as const;
      const answer = await sessionOf(transaction, node).request(request);
      if (isFailure(answer)) return failed(transaction, "arm", answer);
      reporter.done("arm", node);
      return undefined;
    }),
  );
}
