// The connections to one node during a run. A lost connection is replaced when the node is next asked; the caller
// learns of the loss from the failed request and decides.

import { type HostFailure, isFailure, leavesDoubt } from "./failure.ts";
import type { Answer, Connection, Host, Request } from "./host.ts";

/** A request that may have changed something on the node, whether or not it was answered. */
export interface Act {
  readonly node: string;
  readonly kind: Exclude<Request["kind"], "read" | "generation">;
  readonly transaction: string;
}

export interface NodeSession {
  readonly node: string;
  /** A person may have to answer something before a connection stands. */
  readonly asks: boolean;
  /** Everything this run asked of the node that may have changed something: what is said at the end is held against it. */
  readonly acts: readonly Act[];
  request<R extends Request>(request: R, signal?: AbortSignal): Promise<Answer<R> | HostFailure>;
  /** Asks over a connection that did not exist before, and keeps it for `aside`. The first one stays open. */
  requestAfresh<R extends Request>(request: R): Promise<Answer<R> | HostFailure>;
  /** Asks over the second connection, so that a long command on the first one is not in the way. */
  requestAside<R extends Request>(request: R): Promise<Answer<R> | HostFailure>;
  close(): Promise<void>;
}

export function openSession(host: Host): NodeSession {
  let main: Connection | undefined;
  let side: Connection | undefined;
  const acts: Act[] = [];

  async function ask<R extends Request>(
    connection: Connection | undefined,
    keep: (connection: Connection | undefined) => void,
    request: R,
    signal?: AbortSignal,
  ): Promise<Answer<R> | HostFailure> {
    const opened = connection ?? (await host.connect(signal));
    if (opened.kind === "failure") return opened;
    keep(opened);
    if ("transaction" in request) {
      acts.push({ node: host.node, kind: request.kind, transaction: request.transaction });
    }
    const answer = await opened.request(request);
    if (isFailure(answer) && leavesDoubt(answer)) {
      keep(undefined);
      await opened.close();
    }
    return answer;
  }
  const keepMain = (connection: Connection | undefined): void => {
    main = connection;
  };
  const keepSide = (connection: Connection | undefined): void => {
    side = connection;
  };

  return {
    node: host.node,
    asks: host.asks === true,
    acts,
    request: (request, signal) => ask(main, keepMain, request, signal),
    async requestAfresh(request) {
      const before = side;
      side = undefined;
      const answer = await ask(undefined, keepSide, request);
      await before?.close();
      return answer;
    },
    requestAside: (request) => ask(side, keepSide, request),
    async close() {
      await Promise.all([main?.close(), side?.close()]);
      main = undefined;
      side = undefined;
    },
  };
}
