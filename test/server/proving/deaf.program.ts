// A thread that begins its first order, and never listens again.

import { parentPort } from "node:worker_threads";
import type { ToThread } from "../../../server/src/proving/protocol.ts";

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "hold") return;
  parentPort?.postMessage({ kind: "taken", number: message.number });
  parentPort?.postMessage({ kind: "begun", id: message.orders[0]?.id });
  for (;;);
});
