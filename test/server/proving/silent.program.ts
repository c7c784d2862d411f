// A thread that says nothing: at its first order it turns in a circle.

import { parentPort } from "node:worker_threads";
import type { ToThread } from "../../../server/src/proving/protocol.ts";

parentPort?.on("message", (message: ToThread) => {
  while (message.kind === "agenda");
});
