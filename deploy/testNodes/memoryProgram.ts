// What a node in memory does with each request, operation by operation, as remote/program.ts does it. Each operation is
// handed out before it is done, so that whoever runs the node may let anything happen there, or leave it hanging.

import { bytesOfText } from "@lkcluster/core/text/byteText.ts";
import type { FailureReason } from "../src/failureReason.ts";
import type { Answer, Request } from "../src/host.ts";
import {
  clean,
  type Deed,
  factsOf,
  isOld,
  keep,
  type MemoryNode,
  note,
  putAway,
  type Staged,
  start,
  writeDown,
} from "./memoryNode.ts";

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
  readonly now: () => number;
  readonly isLive: (session: number) => boolean;
}

export interface Operation {
  readonly name: string;
  readonly work: () => void;
}

type Working<Result> = Generator<Operation, Result>;

interface Job extends Asking {
  readonly node: MemoryNode;
  readonly step: (name: string, work?: () => void) => Working<void>;
  readonly did: (kind: Deed["kind"], transaction?: string, files?: Deed["files"]) => void;
}

export function* perform(node: MemoryNode, asking: Asking, request: Request): Working<Answer<Request>> {
  const job: Job = {
    ...asking,
    node,
    step: function* (name, work = () => undefined) {
      yield { name: `${request.kind}: ${name}`, work };
    },
    did: (kind, transaction, files) =>
      note(node, {
        kind,
        by: "client",
        transaction,
        session: asking.session,
        ...(files === undefined ? {} : { files }),
      }),
  };
  yield* job.step("arrives");
  switch (request.kind) {
    case "show":
      yield* job.step("look", () => undefined);
      return { kind: "shown", output: bytesOfText(factsOf(node, asking.isLive).status ?? "") };
    case "read": {
      let facts = factsOf(node, asking.isLive);
      yield* job.step("look", () => {
        facts = factsOf(node, asking.isLive);
        job.did("read");
      });
      return { kind: "read", facts };
    }
    case "stage":
      return yield* stage(job, request);
    case "arm": {
      openOf(node, request.transaction);
      const periodMs = request.seconds * 1000;
      yield* job.step("start the timer", () => {
        node.timer = { id: request.transaction, periodMs, firesAtMs: asking.now() + periodMs };
      });
      yield* job.step("answer");
      return { kind: "armed", by: "process" };
    }
    case "renew":
      openOf(node, request.transaction);
      if (node.timer !== undefined) node.timer.firesAtMs = asking.now() + node.timer.periodMs;
      return { kind: "renewed" };
    case "commit":
      return yield* commit(job, request.transaction);
    case "confirm":
      return yield* confirm(job, request.transaction);
    case "revert":
      return yield* revert(job, request.transaction);
    case "generation": {
      const kept = node.kept.find(({ number }) => number === request.number);
      if (kept === undefined) throw new Ended("no-such-generation");
      return { kind: "generation", replaced: kept.old, deployed: kept.next };
    }
    case "lifekeeper":
      yield* runCommand(job, request);
      return { kind: "ran", status: 0, output: "" };
    case "stay-down": {
      const staged = openOf(node, request.transaction);
      yield* job.step("start nothing by itself", () => {
        staged.stopped = false;
      });
      return { kind: "stays-down" };
    }
  }
}

function* runCommand(
  { node, now, step, did }: Job,
  { transaction, command }: Extract<Request, { kind: "lifekeeper" }>,
): Working<void> {
  const own = node.staged?.id === transaction ? node.staged : undefined;
  if (command === "stop-keeping-applications") {
    yield* step("write down that it stops", () => {
      writeDown(node, now(), transaction, { kind: "stopping" });
      if (own !== undefined) own.stopped = true;
    });
  }
  yield* step(command, () => {
    node.calls.push(command);
    did(command === "stop-keeping-applications" ? "stop" : command, transaction);
    if (command === "start") start(node);
    else if (command === "stop-keeping-applications") node.running = false;
  });
  if (command !== "start") return;
  if (own !== undefined) own.stopped = false;
  writeDown(node, now(), transaction, { kind: "started", by: "client" });
}

function* stage(
  { node, session, isLive, step, did }: Job,
  request: Extract<Request, { kind: "stage" }>,
): Working<Answer<Request>> {
  if (node.folder) throw new Ended("not-a-regular-file");
  const held = node.lock;
  if (held !== undefined && (node.staged?.id === held.id || isLive(held.session))) throw new Ended("locked");
  try {
    yield* step("lock", () => {
      node.lock = { id: request.transaction, session };
    });
    yield* step("write and copy", () => {
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
      did("staged", request.transaction, { old: node.file, next: request.content });
    });
    yield* step("flush");
  } catch (error) {
    // A refusal cleans up after itself; a killed session cannot.
    if (error instanceof Ended && error.reason === "write-failed") clean(node, request.transaction);
    throw error;
  }
  yield* step("answer");
  return { kind: "staged", old: node.staged?.old, written: request.content };
}

function* commit({ node, step, did }: Job, id: string): Working<Answer<Request>> {
  yield* step("look", () => void openOf(node, id));
  const staged = openOf(node, id);
  if (staged.wasPut && node.file === staged.next) return { kind: "committed" };
  if (node.folder) throw new Ended("not-a-regular-file");
  if (node.file !== staged.old) throw new Ended("changed-meanwhile");
  if (node.timer?.id !== id) throw new Ended("timer-failed");
  yield* step("rename", () => {
    // What stands between comparing and renaming is the one moment that no file system lets us close.
    if (node.folder) throw new Ended("write-failed");
    if (!staged.put) throw new Ended("already-decided");
    staged.put = false;
    staged.wasPut = true;
    node.file = staged.next;
    did("put", id);
  });
  yield* step("flush");
  if (node.file !== staged.next) throw new Ended("changed-meanwhile");
  yield* step("answer");
  return { kind: "committed" };
}

function* confirm({ node, now, step, did }: Job, id: string): Working<Answer<Request>> {
  if (node.staged?.id !== id) {
    const done = node.kept.find((kept) => kept.id === id && kept.confirmed);
    if (done === undefined) throw new Ended("no-such-transaction");
    if (node.lock?.id === id) node.lock = undefined;
    return { kind: "confirmed", generation: done.number };
  }
  const staged = node.staged;
  if (staged.decision !== "confirmed") {
    if (staged.decision !== "open") throw new Ended("already-decided");
    if (node.file !== staged.next) throw new Ended("changed-meanwhile");
    did("compared", id);
    yield* step("decide", () => {
      if (staged.decision !== "open") throw new Ended("already-decided");
      staged.decision = "confirmed";
      did("kept", id);
    });
  }
  if (node.staged !== staged) throw new Ended("already-decided");
  yield* step("disarm", () => {
    node.timer = undefined;
  });
  let generation = 0;
  yield* step("keep the generation", () => {
    writeDown(node, now(), id, { kind: "confirmed" });
    generation = keep(node, staged, true);
    node.staged = undefined;
  });
  yield* step("unlock", () => {
    if (node.lock?.id === id) node.lock = undefined;
  });
  yield* step("answer");
  return { kind: "confirmed", generation };
}

function* revert(job: Job, id: string): Working<Answer<Request>> {
  const { node, now, step, did } = job;
  if (node.staged?.id !== id) {
    const undone = node.kept.find((kept) => kept.id === id && kept.confirmed);
    const file = undone === undefined ? "old" : yield* undo(job, undone);
    if (node.lock?.id === id) node.lock = undefined;
    return { kind: "reverted", file };
  }
  const staged: Staged = node.staged;
  yield* step("decide", () => {
    if (staged.decision === "confirmed") did("undone", id);
    staged.decision = "reverting";
  });
  yield* step("take the staged file away", () => {
    staged.put = false;
  });
  yield* step("put back", () => {
    if (staged.wasPut && node.file === staged.next && !node.folder && staged.old !== staged.next) {
      node.file = staged.old;
      did("put-back", id);
    }
  });
  const file = isOld(node, staged) ? "old" : "foreign";
  yield* step("disarm", () => {
    node.timer = undefined;
  });
  yield* step("clean up", () => {
    if (node.staged !== staged) return;
    putAway(node, now(), staged, "client");
    did("closed", id, { old: staged.old, next: staged.next });
  });
  yield* step("answer");
  return { kind: "reverted", file };
}

function* undo({ node, now, step, did }: Job, undone: MemoryNode["kept"][number]): Working<"old" | "foreign"> {
  yield* step("put back", () => {
    const isOurs = node.file === undone.next && !node.folder;
    if (isOurs) node.file = undone.old;
    did("undone", undone.id);
    if (isOurs) did("put-back", undone.id);
  });
  const file = isOld(node, undone) ? "old" : "foreign";
  writeDown(node, now(), undone.id, { kind: "undone", by: "client", file, put: true });
  node.kept = node.kept.flatMap((kept) =>
    kept !== undone ? [kept] : file === "old" ? [] : [{ ...kept, confirmed: false }],
  );
  return file;
}

function openOf(node: MemoryNode, id: string): Staged {
  const { staged, kept } = node;
  if (staged?.id !== id) {
    const decided = kept.some((each) => each.id === id && each.confirmed);
    throw new Ended(decided ? "already-decided" : "no-such-transaction");
  }
  if (staged.decision !== "open") throw new Ended("already-decided");
  return staged;
}
