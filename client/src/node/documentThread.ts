// The thread of Node that makes documents. Its program is written for a browser's worker, whose words it is given.

import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { DocumentThread } from "../host.ts";

const words = `
const { parentPort } = require("node:worker_threads");
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on("message", (data) => globalThis.onmessage({ data }));
`;

export function documentThread(program: string): DocumentThread {
  const worker = new Worker(words + readFileSync(program, "utf8"), { eval: true });
  return {
    start: (order, hear) => {
      worker.on("message", hear);
      worker.on("error", ({ message }) => hear({ kind: "failed", why: message }));
      worker.postMessage(order);
    },
    end: () => void worker.terminate(),
  };
}
