// What one node in memory is: its files, its history, its clock, LifeKeeper, and what it tells of itself. What it does
// with a request stands in memoryProgram.ts.

import type { DeploymentRecord, JournalEvent, JournalLine, NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import { asBytes, type ByteText } from "@lkcluster/core/text/byteText.ts";
import { readRecord } from "../src/remote/reply.ts";

export interface Staged {
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

export interface Kept {
  readonly number: number;
  readonly record: string;
  readonly id: string;
  readonly old: ByteText | undefined;
  readonly next: ByteText | undefined;
  readonly confirmed: boolean;
}

/** What happened on the node, in order and with its author: more than the node itself writes down. */
export interface Deed {
  readonly kind:
    | "connected"
    | "read"
    /** Its file was found to be the one that it is to be. */
    | "compared"
    | "staged"
    | "put"
    | "put-back"
    | "kept"
    | "closed"
    | "undone"
    | "stop"
    | "start"
    | "qwk-storage-init"
    | "edited"
    | "rebooted";
  readonly by: "client" | "timer" | "somebody";
  readonly transaction?: string | undefined;
  readonly session?: number;
  /** Of a staged transaction: the file that is there, and the one that is to be there. */
  readonly files?: { readonly old: ByteText | undefined; readonly next: ByteText | undefined };
  /** What the node held then. */
  readonly file: ByteText | undefined;
  /** Counts the deeds on all nodes. */
  readonly order: number;
}

export interface MemoryNode {
  readonly name: string;
  /** What LifeKeeper there calls itself. */
  ownName: string;
  /** How far its clock is from the true time. */
  clockAheadMs: number;
  file: ByteText | undefined;
  folder: boolean;
  lock: { readonly id: string; readonly session: number } | undefined;
  staged: Staged | undefined;
  kept: Kept[];
  timer: { readonly id: string; firesAtMs: number; readonly periodMs: number } | undefined;
  running: boolean;
  /** What the file held when LifeKeeper last started. */
  runsOn: ByteText | undefined;
  journal: JournalLine[];
  readonly calls: string[];
  /** Names of the operations done so far; their number addresses an injection. */
  operations: string[];
  readonly deeds: Deed[];
  /** Told of each deed when it has just been done. */
  watch: ((deed: Deed) => void) | undefined;
}

const generationsMax = 20;
const firstMs = Date.UTC(2026, 0, 1);

export function emptyNode(name: string, content: ByteText | undefined): MemoryNode {
  return {
    name,
    ownName: name,
    clockAheadMs: 0,
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
    deeds: [],
    watch: undefined,
  };
}

let noted = 0;

export function note(node: MemoryNode, done: Omit<Deed, "file" | "order">): void {
  const deed = { ...done, file: node.file, order: ++noted };
  node.deeds.push(deed);
  node.watch?.(deed);
}

/** Somebody writes the file by hand, or removes it. */
export function edit(node: MemoryNode, content: ByteText | undefined): void {
  node.folder = false;
  node.file = content;
  note(node, { kind: "edited", by: "somebody" });
}

/** Somebody removed the folder beside the parameter file. */
export function forget(node: MemoryNode): void {
  node.kept = [];
  node.journal = [];
  node.staged = undefined;
  node.lock = undefined;
  node.timer = undefined;
}

export function start(node: MemoryNode): void {
  if (!node.running) node.runsOn = node.file;
  node.running = true;
}

export function writeDown(node: MemoryNode, nowMs: number, transaction: string, event: JournalEvent): void {
  const when = new Date(firstMs + nowMs + node.clockAheadMs).toISOString().replace(/\.\d+Z$/, "Z");
  node.journal.push({ when, transaction, event });
}

/** The transaction becomes a generation; the oldest ones go. */
export function keep(node: MemoryNode, staged: Staged, confirmed: boolean): number {
  const number = Math.max(0, ...node.kept.map((kept) => kept.number)) + 1;
  const { id, record, old, next } = staged;
  const all = [...node.kept, { number, id, record, old, next, confirmed }];
  node.kept = all.filter((kept) => kept.number > number - generationsMax);
  return number;
}

export function isOld({ folder, file }: MemoryNode, { old }: Pick<Staged, "old">): boolean {
  return !folder && file === old;
}

/** The end of a transaction that did not stay; when somebody changed our file, the old one becomes a generation. */
export function putAway(node: MemoryNode, nowMs: number, staged: Staged, by: "client" | "timer"): void {
  const file = isOld(node, staged) ? "old" : "foreign";
  writeDown(node, nowMs, staged.id, { kind: "reverted", by, file, put: staged.wasPut });
  if (file === "foreign" && staged.wasPut) keep(node, staged, false);
  clean(node, staged.id);
}

export function clean(node: MemoryNode, id: string): void {
  if (node.staged?.id === id) node.staged = undefined;
  if (node.lock?.id === id) node.lock = undefined;
}

/** The node's own timer does what reverting does, by itself and to the end. */
export function fireTimer(node: MemoryNode, nowMs: number): void {
  const { timer, staged } = node;
  node.timer = undefined;
  if (timer === undefined || staged?.id !== timer.id || staged.decision !== "open") return;
  const did = (kind: Deed["kind"]): void => note(node, { kind, by: "timer", transaction: staged.id });
  staged.put = false;
  if (staged.wasPut && node.file === staged.next && !node.folder && staged.next !== staged.old) {
    node.file = staged.old;
    did("put-back");
  }
  const again = staged.stopped && !node.running;
  putAway(node, nowMs, staged, "timer");
  did("closed");
  if (!again) return;
  start(node);
  did("start");
  writeDown(node, nowMs, staged.id, { kind: "started", by: "timer" });
}

export function factsOf(node: MemoryNode, isLive: (session: number) => boolean): NodeFacts {
  const { staged } = node;
  const last = node.kept.findLast(({ confirmed }) => confirmed);
  return {
    node: node.name,
    target: node.folder
      ? { kind: "other", what: "directory" }
      : node.file === undefined
        ? { kind: "absent" }
        : { kind: "file", content: node.file, attributes: "-rw-r--r-- 0 0", behindLink: undefined },
    lifekeeper: node.running ? "running" : "stopped",
    status: undefined,
    lifekeeperName: node.ownName,
    generations: node.kept.map((kept) => ({
      number: kept.number,
      record: recordOf(kept),
      deployed: kept === last ? kept.next : undefined,
      removed: kept === last && kept.next === undefined,
      confirmed: kept.confirmed,
    })),
    journal: node.journal.slice(-40),
    unfinished:
      staged === undefined
        ? staleLock(node, isLive)
        : {
            transaction: staged.id,
            record: recordOf(staged),
            state: stateOf(node, staged),
            decision: staged.decision,
            held: node.lock !== undefined && isLive(node.lock.session),
            timerArmed: node.timer !== undefined,
          },
  };
}

const records = new WeakMap<Staged | Kept, { readonly record: DeploymentRecord | undefined }>();

/** Read once, because it is asked for with every look at the node. */
function recordOf(of: Staged | Kept): DeploymentRecord | undefined {
  const known = records.get(of) ?? { record: readRecord(asBytes(of.record)) };
  records.set(of, known);
  return known.record;
}

function stateOf(node: MemoryNode, staged: Staged): "committed" | "staged" | "foreign" {
  if (node.folder) return "foreign";
  return isOld(node, staged) ? "staged" : node.file === staged.next ? "committed" : "foreign";
}

function staleLock({ lock, kept }: MemoryNode, isLive: (session: number) => boolean): NodeFacts["unfinished"] {
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
