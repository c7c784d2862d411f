// The language server as a web worker. Started once more by itself, under another name, the same program proves: a
// browser lets a worker start workers only from its own address, and that address is the one it is sure of.

import { sha256 } from "@lkcluster/core/prove/sha256.ts";
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { Machine } from "../machine.ts";
import type { FromThread, ToThread } from "../proving/protocol.ts";
import { pumpProofs } from "../proving/pump.ts";
import { startServer } from "../server.ts";
import { warmUp } from "../warmUp.ts";

/** What counts here of a worker's own global. */
declare const self: DedicatedWorkerGlobalScope;

const nameOfProofs = "lkcluster proofs";

/** No disk, and no bound on the memory of a thread: a proof has its own. */
const browserMachine: Machine = {
  disk: undefined,
  digest: sha256,
  startThread(_memoryMb, { heard, failed }) {
    const worker = new Worker(self.location.href, { name: nameOfProofs });
    // Only this program sits at the other end.
    worker.onmessage = ({ data }: MessageEvent<FromThread>) => heard(data);
    worker.onerror = ({ message }) => failed({ kind: "crash", text: message });
    worker.onmessageerror = () => failed({ kind: "crash", text: "a message could not be read" });
    return {
      post: (message) => worker.postMessage(message),
      end: async () => worker.terminate(),
    };
  },
};

if (self.name === nameOfProofs) {
  const take = pumpProofs((message) => self.postMessage(message));
  self.onmessage = ({ data }: MessageEvent<ToThread>) => take(data);
} else {
  startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), browserMachine);
  // What the editor asks for when it starts comes first.
  warmUp(300);
}
