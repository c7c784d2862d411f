// Nodes that exist only in memory, with a fault at any single operation of any request. They follow remote/program.ts
// operation by operation, so that every point in time at which something may break can be tried in milliseconds.

import { asBytes, type ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { NodeFacts } from "@lkcluster/core/plan/nodeFacts.ts";
import type { Hosts } from "../src/deployCluster.ts";
import type { FailureReason, HostFailure } from "../src/failure.ts";
import type { Answer, Connection, Request } from "../src/host.ts";
import { readRecord } from "../src/remote/reply.ts";
import type { Clock } from "../src/wait.ts";

export const memoryFaults = [
  "connection-cut",
  "session-killed",
  "operation-fails",
  "node-reboots",
  "node-gone-for-a-while",
  "node-gone-for-good",
  "file-edited",
  "file-replaced-by-folder",
  "timer-fires",
  "client-killed",
] as const;

export type MemoryFault = (typeof memoryFaults)[number];

export interface Injection {
  readonly node: string;
  /** Which operation of that node, counted from 0. */
  readonly at: number;
  readonly fault: MemoryFault;
}

interface Staged {
  readonly id: string;
  readonly record: string;
  readonly old: ByteText | undefined;
  readonly next: ByteText;
  put: boolean;
  decision: "open" | "confirmed" | "reverting";
}

interface Kept {
  readonly record: string;
  readonly id: string;
  readonly old: ByteText | undefined;
  readonly next: ByteText;
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
  readonly calls: string[];
  /** Names of the operations done so far; their number addresses an injection. */
  readonly operations: string[];
}

/** Thrown inside a node to end a request; never leaves this file. */
class Ended extends Error {
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super(reason);
    this.reason = reason;
  }
}

export class MemoryCluster {
  readonly nodes: ReadonlyMap<string, MemoryNode>;
  readonly clock: Clock;
  /** Resolves when an injection has killed the client. */
  readonly clientDied: Promise<void>;
  readonly #injections: Injection[];
  readonly #goneUntilMs = new Map<string, number>();
  readonly #liveSessions = new Set<number>();
  #nowMs = 0;
  #sessions = 0;
  #dead = false;
  #die = (): void => undefined;

  /** Faults happen in this order. */
  constructor(names: readonly string[], content: ByteText | undefined, injections: readonly Injection[] = []) {
    this.nodes = new Map(names.map((name) => [name, emptyNode(name, content)]));
    this.#injections = [...injections];
    this.clientDied = new Promise((resolve) => {
      this.#die = resolve;
    });
    this.clock = {
      now: () => this.#nowMs,
      sleep: async (ms) => this.pass(ms),
    };
  }

  /** True when every fault has happened. */
  get injected(): boolean {
    return this.#injections.length === 0;
  }

  /** Time goes by; timers fire. */
  pass(ms: number): void {
    this.#nowMs += ms;
    for (const node of this.nodes.values()) {
      if (node.timer !== undefined && node.timer.firesAtMs <= this.#nowMs) this.#fire(node);
    }
  }

  /** A new client on the same nodes, after the first one is gone. */
  revive(): void {
    this.#dead = false;
    this.#liveSessions.clear();
  }

  /** Every node can be reached again, and nothing more happens. */
  returnAll(): void {
    this.#goneUntilMs.clear();
    this.#injections.length = 0;
  }

  readonly hosts: Hosts = ({ node: name }) => ({
    node: name,
    connect: async () => {
      await this.#unlessDead();
      const node = this.#node(name);
      if ((this.#goneUntilMs.get(name) ?? 0) > this.#nowMs) return fail(name, "unreachable");
      const session = ++this.#sessions;
      this.#liveSessions.add(session);
      return this.#connection(node, session);
    },
  });

  #connection(node: MemoryNode, session: number): Connection {
    return {
      kind: "connection",
      request: async <R extends Request>(request: R): Promise<Answer<R> | HostFailure> => {
        await this.#unlessDead();
        if (!this.#liveSessions.has(session)) return fail(node.name, "connection-lost");
        try {
          // The request decides which answer it gets; the compiler cannot follow that through one function.
          const answer = this.#perform(node, session, request) as Answer<R>;
          await this.#unlessDead();
          if (!this.#liveSessions.has(session)) return fail(node.name, "connection-lost");
          return answer;
        } catch (error) {
          if (!(error instanceof Ended)) throw error;
          await this.#unlessDead();
          return fail(node.name, this.#liveSessions.has(session) ? error.reason : "connection-lost");
        }
      },
      close: async () => {
        this.#liveSessions.delete(session);
      },
    };
  }

  /** A killed client never hears of anything again. */
  async #unlessDead(): Promise<void> {
    if (this.#dead) await new Promise<never>(() => undefined);
  }

  /** One operation, and the fault at it when this is the one. */
  #do(node: MemoryNode, session: number, name: string, work: () => void = () => undefined): void {
    const at = node.operations.length;
    node.operations.push(name);
    const injection = this.#injections[0];
    if (injection?.node !== node.name || injection.at !== at) {
      work();
      return;
    }
    this.#injections.shift();
    switch (injection.fault) {
      case "operation-fails":
        throw new Ended("write-failed");
      case "connection-cut":
        this.#liveSessions.delete(session);
        // A request that arrived runs to its end; one that did not arrive is never begun.
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        work();
        return;
      case "session-killed":
        work();
        this.#liveSessions.delete(session);
        throw new Ended("connection-lost");
      case "node-reboots":
        work();
        this.#reboot(node);
        throw new Ended("connection-lost");
      case "node-gone-for-a-while":
      case "node-gone-for-good":
        this.#goneUntilMs.set(
          node.name,
          injection.fault === "node-gone-for-good" ? Number.POSITIVE_INFINITY : this.#nowMs + 3000,
        );
        this.#liveSessions.clear();
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        work();
        return;
      case "file-edited":
        node.file = asBytes("EDITED=1\n");
        work();
        return;
      case "file-replaced-by-folder":
        node.folder = true;
        node.file = undefined;
        work();
        return;
      case "timer-fires":
        if (node.timer !== undefined) this.#fire(node);
        work();
        return;
      case "client-killed":
        this.#dead = true;
        this.#liveSessions.clear();
        if (!name.endsWith("arrives")) work();
        this.#die();
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        return;
    }
  }

  #reboot(node: MemoryNode): void {
    node.timer = undefined;
    this.#liveSessions.clear();
  }

  #node(name: string): MemoryNode {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`the test has no node ${name}`);
    return node;
  }

  #perform(node: MemoryNode, session: number, request: Request): Answer<Request> {
    const step = (name: string, work?: () => void): void => this.#do(node, session, `${request.kind}: ${name}`, work);
    step("arrives");
    switch (request.kind) {
      case "read":
        step("look");
        return { kind: "read", facts: this.#facts(node) };
      case "stage":
        return this.#stage(node, session, request, step);
      case "arm": {
        openOf(node, request.transaction);
        const periodMs = request.seconds * 1000;
        step("start the timer", () => {
          node.timer = { id: request.transaction, periodMs, firesAtMs: this.#nowMs + periodMs };
        });
        step("answer");
        return { kind: "armed", by: "process" };
      }
      case "renew":
        openOf(node, request.transaction);
        if (node.timer !== undefined) node.timer.firesAtMs = this.#nowMs + node.timer.periodMs;
        return { kind: "renewed" };
      case "commit":
        return this.#commit(node, request.transaction, step);
      case "confirm":
        return this.#confirm(node, request.transaction, step);
      case "revert":
        return this.#revert(node, request.transaction, step);
      case "generation": {
        const kept = node.kept[request.number - 1];
        if (kept === undefined) throw new Ended("no-such-generation");
        return { kind: "generation", replaced: kept.old, deployed: kept.next };
      }
      case "lifekeeper":
        step(request.command, () => {
          node.calls.push(request.command);
          if (request.command !== "qwk-storage-init") node.running = request.command === "start";
        });
        return { kind: "ran", status: 0, output: "" };
    }
  }

  #stage(
    node: MemoryNode,
    session: number,
    request: Extract<Request, { kind: "stage" }>,
    step: (name: string, work?: () => void) => void,
  ): Answer<Request> {
    if (node.folder) throw new Ended("not-a-regular-file");
    const held = node.lock;
    if (held !== undefined && (node.staged?.id === held.id || this.#liveSessions.has(held.session))) {
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

  #commit(node: MemoryNode, id: string, step: (name: string, work?: () => void) => void): Answer<Request> {
    step("look", () => openOf(node, id));
    const staged = openOf(node, id);
    if (!staged.put && node.file === staged.next) return { kind: "committed" };
    if (node.folder) throw new Ended("not-a-regular-file");
    if (node.file !== staged.old) throw new Ended("changed-meanwhile");
    if (node.timer?.id !== id) throw new Ended("timer-failed");
    step("rename", () => {
      // What stands between comparing and renaming is the one moment that no file system lets us close.
      if (node.folder) throw new Ended("write-failed");
      if (!staged.put) throw new Ended("already-decided");
      staged.put = false;
      node.file = staged.next;
    });
    step("flush");
    if (node.file !== staged.next) throw new Ended("changed-meanwhile");
    step("answer");
    return { kind: "committed" };
  }

  #confirm(node: MemoryNode, id: string, step: (name: string, work?: () => void) => void): Answer<Request> {
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
      node.kept.push({ ...staged, confirmed: true });
      node.staged = undefined;
    });
    step("unlock", () => {
      node.lock = undefined;
    });
    step("answer");
    return { kind: "confirmed", generation: node.kept.length };
  }

  #revert(node: MemoryNode, id: string, step: (name: string, work?: () => void) => void): Answer<Request> {
    const kept = node.kept.findIndex((known) => known.id === id && known.confirmed);
    if (node.staged?.id !== id) {
      const undone = node.kept[kept];
      let file: "old" | "foreign" = "old";
      if (undone !== undefined) {
        step("put back", () => {
          if (node.file === undone.next) node.file = undone.old;
        });
        file = node.folder || node.file !== undone.old ? "foreign" : "old";
        if (file === "old") node.kept.splice(kept, 1);
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
      if (node.file === staged.next) node.file = staged.old;
    });
    const file = node.folder || node.file !== staged.old ? "foreign" : "old";
    step("disarm", () => {
      node.timer = undefined;
    });
    step("clean up", () => {
      if (file === "foreign") node.kept.push({ ...staged, confirmed: false });
      clean(node, id);
    });
    step("answer");
    return { kind: "reverted", file };
  }

  /** The node's own timer does what revert does, by itself and to the end. */
  #fire(node: MemoryNode): void {
    const { timer, staged } = node;
    node.timer = undefined;
    if (timer === undefined || staged?.id !== timer.id || staged.decision !== "open") return;
    staged.put = false;
    if (node.file === staged.next) node.file = staged.old;
    else if (node.folder || node.file !== staged.old) node.kept.push({ ...staged, confirmed: false });
    clean(node, staged.id);
  }

  #facts(node: MemoryNode): NodeFacts {
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
        confirmed,
      })),
      unfinished:
        staged === undefined
          ? this.#staleLock(node)
          : {
              transaction: staged.id,
              record: readRecord(asBytes(staged.record)),
              state: node.file === staged.next ? "committed" : node.file === staged.old ? "staged" : "foreign",
              decision: staged.decision,
              held: node.lock !== undefined && this.#liveSessions.has(node.lock.session),
              timerArmed: node.timer !== undefined,
            },
    };
  }

  #staleLock({ lock, kept }: MemoryNode): NodeFacts["unfinished"] {
    if (lock === undefined || this.#liveSessions.has(lock.session)) return undefined;
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
}

function emptyNode(name: string, content: ByteText | undefined): MemoryNode {
  return {
    name,
    file: content,
    folder: false,
    lock: undefined,
    staged: undefined,
    kept: [],
    timer: undefined,
    running: true,
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

function fail(node: string, reason: FailureReason): HostFailure {
  return { kind: "failure", node, reason, detail: "" };
}
