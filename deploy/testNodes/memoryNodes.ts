// Nodes that exist only in memory, with a fault at any single operation of any request. They follow remote/program.ts
// operation by operation, so that every point in time at which something may break can be tried in milliseconds.

import { asBytes, type ByteText } from "@lkcluster/core/plan/byteText.ts";
import type { HostFailure } from "../src/failure.ts";
import type { FailureReason } from "../src/failureReason.ts";
import type { Answer, Connection, Hosts, Request } from "../src/host.ts";
import type { Clock } from "../src/wait.ts";
import { type Asking, Ended, emptyNode, fireTimer, type MemoryNode, perform } from "./memoryNode.ts";

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
      if (node.timer !== undefined && node.timer.firesAtMs <= this.#nowMs) fireTimer(node);
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
          const answer = perform(node, this.#asking(node, session), request) as Answer<R>;
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
  #do(node: MemoryNode, session: number, name: string, work: () => void): void {
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
        if (node.timer !== undefined) fireTimer(node);
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

  #asking(node: MemoryNode, session: number): Asking {
    return {
      session,
      nowMs: this.#nowMs,
      isLive: (other) => this.#liveSessions.has(other),
      operate: (name, work) => this.#do(node, session, name, work),
    };
  }
}

function fail(node: string, reason: FailureReason): HostFailure {
  return { kind: "failure", node, reason, detail: "" };
}
