// The last step: every node is told that the new file stays. Just before, every node is asked to start its countdown
// again and must answer: then the connections are known to live, no timer is near its end, and the word that decides
// goes out to all nodes in one turn. What lies between the first node that hears it and the last is that one moment;
// no protocol among nodes that cannot talk to each other closes it altogether.

import { type HostFailure, isFailure, leavesDoubt, wasNotReached } from "../failure.ts";
import { failed, firstTrouble, sessionOf, type Transaction, type Trouble } from "./transaction.ts";

const attemptsMax = 3;

export async function confirm(transaction: Transaction): Promise<Trouble | undefined> {
  const { changed, id } = transaction;
  const silent = await firstTrouble(
    changed.map(async ({ node }) => {
      const answer = await sessionOf(transaction, node).request({ kind: "renew", transaction: id });
      return isFailure(answer) ? failed(transaction, "confirm", answer) : undefined;
    }),
  );
  return silent ?? firstTrouble(changed.map(({ node }) => confirmOne(transaction, node)));
}

/** After a lost answer the node is asked what became of it, because only then is there something true to report. */
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
    if (!leavesDoubt(answer) && !wasNotReached(answer)) break;
  }
  return last === undefined ? undefined : failed(transaction, "confirm", last);
}
