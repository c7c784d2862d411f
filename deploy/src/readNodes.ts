// Reads all nodes at once. One that cannot be read stops a deployment before anything is touched.

import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { type HostFailure, isFailure, nameCause } from "./failure.ts";
import type { NodeSession } from "./nodeSession.ts";
import type { Reporter } from "./progress.ts";

export type NodeReading = NodeFacts | HostFailure;

export async function readNodes(
  sessions: Iterable<NodeSession>,
  reporter: Reporter,
  signal: AbortSignal | undefined,
  over: "any connection" | "new connections" = "any connection",
): Promise<readonly NodeReading[]> {
  return Promise.all(
    [...sessions].map(async (session) => {
      reporter.begins("read", session.node);
      const answer =
        over === "new connections"
          ? await session.requestAfresh({ kind: "read" })
          : await session.request({ kind: "read" }, signal);
      if (isFailure(answer)) {
        reporter.failed("read", nameCause(answer), session.node);
        return answer;
      }
      reporter.done("read", session.node);
      return answer.facts;
    }),
  );
}

export function isRead(reading: NodeReading): reading is NodeFacts {
  return !("kind" in reading);
}
