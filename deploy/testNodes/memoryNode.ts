// What one node in memory does with each request, operation by operation, as remote/program.ts does it.

import { asBytes, type ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { JournalEvent, JournalLine, NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { FailureReason } from "../src/failureReason.ts";
import type { Answer, Request } from "../src/host.ts";
import { readRecord } from "../src/remote/reply.ts";

interface Staged {
  readonly id: string;
  readonly record: string;
  readonly old: ByteText | undefined;
  /** Undefined: the file is taken away. */
  readonly next: ByteText | undefined;
  put: boolean;
  /** The file it staged was in place at some time. */
  wasPut: boolean;
  /** This transaction stopped LifeKeeper, and the timer may start it again. */
  stopped: boolean;
  decision: "open" | "confirmed" | "reverting";
}

interface Kept {
  readonly record: string;
  readonly id: string;
  readonly old: ByteText | undefined;
  readonly next: ByteText | undefined;
  readonly confirmed: boolean;
}

export interface MemoryNode {
  readonly name: string;
  file: ByteText | undefined;
  folder: boolean;
  lock: { readonly id: string; readonly session: number } | undefined;
  staged: Staged | undefined;
  kept: Kept[];
  timer: { readonly id: string; firesAtMs: number; readonly periodMs: number } | undefined;
  running: boolean;
  /** What the file held when LifeKeeper last started. */
  runsOn: ByteText | undefined;
  readonly journal: JournalLine[];
  readonly calls: string[];
  /** Names of the operations done so far; their number addresses an injection. */
  readonly operations: string[];
}

/** Thrown inside a node to end a request; never leaves the nodes in memory. */
export class Ended extends Error {
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The connection over which a request came. */
export interface Asking {
  readonly session: number;
  readonly nowMs: number;
  readonly isLive: (session: number) => boolean;
  /** Does one operation, or the fault that was arranged for it. */
  readonly operate: (name: string, work: () => void) => void;
}

type Step = (name: string, work?: () => void) => void;

export function perform(node: MemoryNode, asking: Asking, request: Request): Answer<Request> {
  const step: Step = (name, work = () => undefined) => asking.operate(`${request.kind}: ${name}`, work);
  step("arrives");
  switch (request.kind) {
    case "read":
      step("look");
      return { kind: "read", facts: factsOf(node, asking.isLive) };
    case "stage":
      return stage(node, asking, request, step);
    case "arm": {
      openOf(node, request.transaction);
      const periodMs = request.seconds * 1000;
      step("start the timer", () => {
        node.timer = { id: request.transaction, periodMs, firesAtMs: asking.nowMs + periodMs };
      });
      step("answer");
      return { kind: "armed", by: "process" };
    }
    case "renew":
      openOf(node, request.transaction);
      if (node.timer !== undefined) node.timer.firesAtMs = asking.nowMs + node.timer.periodMs;
      return { kind: "renewed" };
    case "commit":
      return commit(node, request.transaction, step);
    case "confirm":
      return confirm(node, request.transaction, step);
    case "revert":
      return revert(node, request.transaction, step);
    case "generation": {
      const kept = node.kept[request.number - 1];
      if (kept === undefined) throw new Ended("no-such-generation");
      return { kind: "generation", replaced: kept.old, deployed: kept.next };
    }
    case "lifekeeper":
      runCommand(node, request, step);
      return { kind: "ran", status: 0, output: "" };
    case "stay-down": {
      const staged = openOf(node, request.transaction);
      step("start nothing by itself", () => {
        staged.stopped = false;
      });
      return { kind: "stays-down" };
    }
  }
}

function runCommand(
  node: MemoryNode,
  { transaction, command }: Extract<Request, { kind: "lifekeeper" }>,
  step: Step,
): void {
  const own = node.staged?.id === transaction ? node.staged : undefined;
  if (command === "stop-keeping-applications") {
    step("write down that it stops", () => {
      writeDown(node, transaction, { kind: "stopping" });
      if (own !== undefined) own.stopped = true;
    });
  }
  step(command, () => {
    node.calls.push(command);
    if (command === "start") start(node);
    else if (command === "stop-keeping-applications") node.running = false;
  });
  if (command !== "start") return;
  if (own !== undefined) own.stopped = false;
  writeDown(node, transaction, { kind: "started", by: "client" });
}

function start(node: MemoryNode): void {
  if (!node.running) node.runsOn = node.file;
  node.running = true;
}

function writeDown(node: MemoryNode, transaction: string, event: JournalEvent): void {
  node.journal.push({ when: "2026-01-01T00:00:00Z", transaction, event });
}

function stage(
  node: MemoryNode,
  { session, isLive }: Asking,
  request: Extract<Request, { kind: "stage" }>,
  step: Step,
): Answer<Request> {
  if (node.folder) throw new Ended("not-a-regular-file");
  const held = node.lock;
  if (held !== undefined && (node.staged?.id === held.id || isLive(held.session))) {
    throw new Ended("locked");
  }
  let complete = false;
  try {
    step("lock", () => {
      node.lock = { id: request.transaction, session };
    });
    step("write and copy", () => {
      node.staged = {
        id: request.transaction,
        record: request.record,
        old: node.file,
        next: request.content,
        put: true,
        wasPut: false,
        stopped: false,
        decision: "open",
      };
    });
    step("flush");
    complete = true;
  } catch (error) {
    // A refusal cleans up after itself; a killed session cannot.
    if (error instanceof Ended && error.reason === "write-failed") clean(node, request.transaction);
    throw error;
  }
  step("answer");
  return { kind: "staged", old: complete ? node.staged?.old : undefined, written: request.content };
}

function commit(node: MemoryNode, id: string, step: Step): Answer<Request> {
  step("look", () => openOf(node, id));
  const staged = openOf(node, id);
  if (staged.wasPut && node.file === staged.next) return { kind: "committed" };
  if (node.folder) throw new Ended("not-a-regular-file");
  if (node.file !== staged.old) throw new Ended("changed-meanwhile");
  if (node.timer?.id !== id) throw new Ended("timer-failed");
  step("rename", () => {
    // What stands between comparing and renaming is the one moment that no file system lets us close.
    if (node.folder) throw new Ended("write-failed");
    if (!staged.put) throw new Ended("already-decided");
    staged.put = false;
    staged.wasPut = true;
    node.file = staged.next;
  });
  step("flush");
  if (node.file !== staged.next) throw new Ended("changed-meanwhile");
  step("answer");
  return { kind: "committed" };
}

function confirm(node: MemoryNode, id: string, step: Step): Answer<Request> {
  const done = node.kept.findIndex((kept) => kept.id === id && kept.confirmed);
  if (node.staged?.id !== id) {
    if (done < 0) throw new Ended("no-such-transaction");
    if (node.lock?.id === id) node.lock = undefined;
    return { kind: "confirmed", generation: done + 1 };
  }
  const staged = node.staged;
  if (staged.decision !== "confirmed") {
    if (staged.decision !== "open") throw new Ended("already-decided");
    if (node.file !== staged.next) throw new Ended("changed-meanwhile");
    step("decide", () => {
      if (staged.decision !== "open") throw new Ended("already-decided");
      staged.decision = "confirmed";
    });
  }
  if (node.staged !== staged) throw new Ended("already-decided");
  step("disarm", () => {
    node.timer = undefined;
  });
  step("keep the generation", () => {
    writeDown(node, id, { kind: "confirmed" });
    node.kept.push({ ...staged, confirmed: true });
    node.staged = undefined;
  });
  step("unlock", () => {
    node.lock = undefined;
  });
  step("answer");
  return { kind: "confirmed", generation: node.kept.length };
}

function revert(node: MemoryNode, id: string, step: Step): Answer<Request> {
  const kept = node.kept.findIndex((known) => known.id === id && known.confirmed);
  if (node.staged?.id !== id) {
    const undone = node.kept[kept];
    let file: "old" | "foreign" = "old";
    if (undone !== undefined) {
      step("put back", () => {
        if (node.file === undone.next) node.file = undone.old;
      });
      file = node.folder || node.file !== undone.old ? "foreign" : "old";
      writeDown(node, id, { kind: "undone", by: "client", file, put: true });
      if (file === "old") node.kept.splice(kept, 1);
      else node.kept.splice(kept, 1, { ...undone, confirmed: false });
    }
    if (node.lock?.id === id) node.lock = undefined;
    return { kind: "reverted", file };
  }
  const staged = node.staged;
  step("decide", () => {
    staged.decision = "reverting";
  });
  step("take the staged file away", () => {
    staged.put = false;
  });
  step("put back", () => {
    if (staged.wasPut && node.file === staged.next && !node.folder) node.file = staged.old;
  });
  const file = node.folder || node.file !== staged.old ? "foreign" : "old";
  step("disarm", () => {
    node.timer = undefined;
  });
  step("clean up", () => {
    if (node.staged === staged) putAway(node, staged, "client", file);
  });
  step("answer");
  return { kind: "reverted", file };
}

/** The node's own timer does what revert does, by itself and to the end. */
export function fireTimer(node: MemoryNode): void {
  const { timer, staged } = node;
  node.timer = undefined;
  if (timer === undefined || staged?.id !== timer.id || staged.decision !== "open") return;
  staged.put = false;
  if (staged.wasPut && node.file === staged.next && !node.folder) node.file = staged.old;
  const again = staged.stopped && !node.running;
  putAway(node, staged, "timer", node.folder || node.file !== staged.old ? "foreign" : "old");
  if (!again) return;
  start(node);
  writeDown(node, staged.id, { kind: "started", by: "timer" });
}

/** The end of a transaction that did not stay; when somebody changed our file, the old one becomes a generation. */
function putAway(node: MemoryNode, staged: Staged, by: "client" | "timer", file: "old" | "foreign"): void {
  writeDown(node, staged.id, { kind: "reverted", by, file, put: staged.wasPut });
  if (file === "foreign" && staged.wasPut) node.kept.push({ ...staged, confirmed: false });
  clean(node, staged.id);
}

function factsOf(node: MemoryNode, isLive: Asking["isLive"]): NodeFacts {
  const { staged } = node;
  const last = node.kept.findLastIndex(({ confirmed }) => confirmed);
  return {
    node: node.name,
    target: node.folder
      ? { kind: "other", what: "directory" }
      : node.file === undefined
        ? { kind: "absent" }
        : { kind: "file", content: node.file, attributes: "-rw-r--r-- 0 0", behindLink: undefined },
    lifekeeper: node.running ? "running" : "stopped",
    status: undefined,
    lifekeeperName: node.name,
    generations: node.kept.map(({ record, next, confirmed }, at) => ({
      number: at + 1,
      record: readRecord(asBytes(record)),
      deployed: at === last ? next : undefined,
      removed: at === last && next === undefined,
      confirmed,
    })),
    journal: node.journal.slice(-40),
    unfinished:
      staged === undefined
        ? staleLock(node, isLive)
        : {
            transaction: staged.id,
            record: readRecord(asBytes(staged.record)),
            state: node.file === staged.next ? "committed" : node.file === staged.old ? "staged" : "foreign",
            decision: staged.decision,
            held: node.lock !== undefined && isLive(node.lock.session),
            timerArmed: node.timer !== undefined,
          },
  };
}

function staleLock({ lock, kept }: MemoryNode, isLive: Asking["isLive"]): NodeFacts["unfinished"] {
  if (lock === undefined || isLive(lock.session)) return undefined;
  const finished = kept.some(({ id, confirmed }) => id === lock.id && confirmed);
  return {
    transaction: lock.id,
    record: undefined,
    state: finished ? "committed" : "staged",
    decision: finished ? "confirmed" : "reverting",
    held: false,
    timerArmed: false,
  };
}

export function emptyNode(name: string, content: ByteText | undefined): MemoryNode {
  return {
    name,
    file: content,
    folder: false,
    lock: undefined,
    staged: undefined,
    kept: [],
    timer: undefined,
    running: true,
    runsOn: content,
    journal: [],
    calls: [],
    operations: [],
  };
}

function openOf(node: MemoryNode, id: string): Staged {
  const { staged } = node;
  if (staged?.id !== id) {
    throw new Ended(node.kept.some((kept) => kept.id === id) ? "already-decided" : "no-such-transaction");
  }
  if (staged.decision !== "open") throw new Ended("already-decided");
  return staged;
}

function clean(node: MemoryNode, id: string): void {
  if (node.staged?.id === id) node.staged = undefined;
  if (node.lock?.id === id) node.lock = undefined;
}
