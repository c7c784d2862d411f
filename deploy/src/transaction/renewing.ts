// Starts the countdowns of all nodes again while something takes its time, so that no node gives up on a deployment that
// is still going on.

import { sessionOf, type Transaction } from "./transaction.ts";

/** Three times in each period, over the second connections, until the returned function is called. */
export function keepRenewing(transaction: Transaction): () => Promise<void> {
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
