// The thread that carries out calls of an assistant, one at a time: it reads, searches, answers, and tells how far it is.

import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { beginTool, findTool } from "@lkcluster/core/assistant/tools.ts";
import type { FromThread, ThreadStart, ToThread } from "./desk.ts";
import { placesBelow } from "./places.ts";

/** True in a thread that a desk has started. */
export function isAssistantThread(): boolean {
  return !isMainThread && typeof workerData === "object" && workerData !== null && workerData.kind === kind;
}

const kind: ThreadStart["kind"] = "lkcluster-assistant";
const progressMs = 500;

export function answerCalls(): void {
  const port = parentPort;
  if (port === null) return;
  // What the desk hands over, and nobody else can.
  const { roots, locale } = workerData as ThreadStart;
  const post = (message: FromThread): void => port.postMessage(message);
  port.on("message", ({ tool: name, args }: ToThread) => {
    const tool = findTool(name);
    if (tool === undefined) throw new Error("Bug in lkcluster: a call without a tool");
    const started = performance.now();
    const isEnough = (seconds: number): boolean => performance.now() - started > seconds * 1000;
    const work = beginTool(tool, { args, locale, places: placesBelow(roots), isEnough });
    let toldMs = started;
    for (let turn = work.next(); ; turn = work.next()) {
      if (turn.done === true) {
        post({ kind: "answer", answer: turn.value });
        return;
      }
      if (performance.now() - toldMs < progressMs) continue;
      toldMs = performance.now();
      post({ kind: "progress", done: turn.value.done, total: turn.value.total });
    }
  });
}
