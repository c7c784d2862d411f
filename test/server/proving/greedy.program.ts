// A thread that takes memory for its first order until there is none left.

import { parentPort } from "node:worker_threads";
import type { ToThread } from "../../../server/src/proving/protocol.ts";

const kept: object[] = [];

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "hold") return;
  parentPort?.postMessage({ kind: "taken", number: message.number });
  parentPort?.postMessage({ kind: "begun", id: message.orders[0]?.id });
  // A turn later, so that what was said is on its way.
  setImmediate(() => {
    for (;;) kept.push({ number: kept.length, text: `state ${kept.length}` });
  });
});
