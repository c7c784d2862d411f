// A thread of Node for the proofs, with memory of its own.

import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Failure, StartThread } from "../machine.ts";
import type { FromThread } from "../proving/protocol.ts";
import { textOf } from "../proving/thread.ts";

/** Beside this file, and in the same form: as it stands, or bundled. */
const usualProgram = join(import.meta.dirname, `worker${extname(import.meta.filename)}`);

export function threadRunning(program: string = usualProgram): StartThread {
  return (memoryMb, { heard, failed }) => {
    const worker = new Worker(program, {
      name: "lkcluster proofs",
      // A small young generation is emptied more often, and holds less that nobody needs any more.
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 8 },
      // What it might print would go between the messages of a server that speaks over stdio.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    // It is no reason to stay when the server's connection is gone.
    worker.unref();
    // Only the program that was started above sits at the other end.
    worker.on("message", (message: FromThread) => heard(message));
    worker.on("error", (error) => failed(failureOf(error)));
    worker.on("messageerror", (error) => failed({ kind: "crash", text: textOf(error) }));
    // Only seen first when nothing was thrown: an end that nobody asked for.
    worker.on("exit", (code) => failed({ kind: "crash", text: `exit ${code}` }));
    return {
      post: (message) => worker.postMessage(message),
      end: async () => {
        await worker.terminate();
      },
    };
  };
}

function failureOf(error: unknown): Failure {
  const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory ? { kind: "memory" } : { kind: "crash", text: textOf(error) };
}
