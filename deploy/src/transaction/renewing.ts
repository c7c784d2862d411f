// Starts the countdowns of all nodes again while something takes its time, so that no node gives up on a deployment that
// is still going on.

import { sessionOf, type Transaction } from "./transaction.ts";

/** Three times in each period, over the first or the second connections, until the returned function is called. */
export function keepRenewing(transaction: Transaction, over: "first" | "second"): () => Promise<void> {
  const { changed, id, confirmWithinSeconds, clock } = transaction;
  const ended = new AbortController();
  const renewOne = (node: string): Promise<unknown> => {
    const session = sessionOf(transaction, node);
    const request = { kind: "renew", transaction: id } as const;
    return over === "first" ? session.request(request) : session.requestAside(request);
  };
  const renew = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      await Promise.all(changed.map(({ node }) => renewOne(node)));
      await clock.sleep((confirmWithinSeconds * 1000) / 3, ended.signal);
    }
  };
  const running = renew();
  return async () => {
    ended.abort();
    await running;
  };
}
