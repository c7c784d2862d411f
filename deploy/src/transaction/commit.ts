// Puts the new files in place, one node after the other, because each state in between has been judged in this order.

import { isFailure } from "../failure.ts";
import type { FailureReason } from "../failureReason.ts";
import { cancelled, failed, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

/** With these a node refuses before it renames anything. */
const beforeTouching: ReadonlySet<FailureReason> = new Set([
  "not-a-regular-file",
  "hard-linked",
  "too-large",
  "no-such-folder",
  "no-such-transaction",
  "timer-failed",
] as const);

export async function commit(transaction: Transaction): Promise<Trouble | undefined> {
  const { id, plan, committed, reporter, signal } = transaction;
  for (const node of plan.order) {
    if (signal?.aborted === true) return { why: cancelled };
    reporter.begins("commit", node);
    committed.add(node);
    const answer = await sessionOf(transaction, node).request({ kind: "commit", transaction: id });
    if (isFailure(answer)) {
      if (beforeTouching.has(answer.reason)) committed.delete(node);
      return failed(transaction, "commit", answer);
    }
    reporter.done("commit", node);
  }
  return undefined;
}
