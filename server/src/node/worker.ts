// The thread that proves, in Node.

import { constants, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { pumpProofs } from "../proving/pump.ts";

// Whoever waits for an answer goes first. Elsewhere than on Linux this would concern the whole server.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// Only the server holds the other end, and it sends nothing else.
if (parentPort !== null) {
  const port = parentPort;
  port.on(
    "message",
    pumpProofs((message) => port.postMessage(message)),
  );
}
