// The last step: every node is told that the new file stays. After a lost answer the node is asked what became of it,
// because only then is there something true to report.

import { type HostFailure, isFailure, leavesDoubt } from "../failure.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

const attemptsMax = 3;

export function confirm(transaction: Transaction): Promise<Trouble | undefined> {
  return firstTrouble(transaction.changed.map(({ node }) => confirmOne(transaction, node)));
}

async function confirmOne(transaction: Transaction, node: string): Promise<Trouble | undefined> {
  const { id, reporter } = transaction;
  reporter.begins("confirm", node);
  let last: HostFailure | undefined;
  // Confirming twice is confirming once: a node that has done it says so again.
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const answer = await sessionOf(transaction, node).request({ kind: "confirm", transaction: id });
    if (!isFailure(answer)) {
      reporter.done("confirm", node);
      return undefined;
    }
    last = answer;
    if (!leavesDoubt(answer) && answer.reason !== "unreachable") break;
  }
  return last === undefined ? undefined : failed(transaction, "confirm", last);
}
