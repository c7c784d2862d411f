// A thread that ends with a bug at its first order.

import { parentPort } from "node:worker_threads";
import type { ToThread } from "../../../server/src/proving/protocol.ts";

parentPort?.on("message", (message: ToThread) => {
  if (message.kind === "hold") return;
  const id = message.orders[0]?.id;
  parentPort?.postMessage({ kind: "taken", number: message.number });
  parentPort?.postMessage({ kind: "begun", id });
  throw new Error(`a bug in order ${id}`);
});
