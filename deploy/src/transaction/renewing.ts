// Starts the countdowns of all nodes again while something takes its time, so that no node gives up on a deployment that
// is still going on.

import { sessionOf, type Transaction } from "./transaction.ts";

/** Three times in each period, over the second connections, until the returned function is called. */
export function keepRenewing(transaction: Transaction): () => Promise<void> {
  const { changed, id, confirmWithinSeconds, clock } = transaction;
  const over = new AbortController();
  const renew = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await Promise.all(
        changed.map(({ node }) => sessionOf(transaction, node).requestAside({ kind: "renew", transaction: id })),
      );
      await clock.sleep((confirmWithinSeconds * 1000) / 3, over.signal);
    }
  };
  const running = renew();
  return async () => {
    over.abort();
    await running;
  };
}
