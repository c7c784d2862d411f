// Nodes that exist only in memory, with a fault at any single operation of any request, so that every point in time at
// which something may break can be tried in milliseconds. Time is theirs: it goes by only while a client waits, or when
// a test lets it pass.

import { asBytes, type ByteText } from "@lkcluster/core/text/byteText.ts";
import type { HostFailure } from "../src/failure.ts";
import type { FailureReason } from "../src/failureReason.ts";
import type { Answer, Connection, Hosts, Request } from "../src/host.ts";
import type { Clock } from "../src/wait.ts";
import { MemoryClient } from "./memoryClient.ts";
import { edit, emptyNode, fireTimer, type MemoryNode, note } from "./memoryNode.ts";
import { Ended, type Operation, perform } from "./memoryProgram.ts";
import { MemoryTime } from "./memoryTime.ts";

/** Faults after which a test may let every single operation be tried. */
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

/**
 * `node-pauses`: every process there stops and later goes on, with what was sent to it meanwhile. `client-sleeps`: the
 * machine of the client does, and the nodes go on.
 */
export type MemoryFault = (typeof memoryFaults)[number] | "node-pauses" | "client-sleeps";

interface Moment {
  readonly node: string;
  /** Which operation of that node, counted from 0. */
  readonly at: number;
}

export interface Injection extends Moment {
  readonly fault: MemoryFault;
  /** How long a node is gone, or it or the client pauses; 3 s unless it says otherwise. */
  readonly forMs?: number;
}

/** Somebody does something else at that moment. */
interface Meanwhile extends Moment {
  readonly meanwhile: () => void;
}

const requestTimeoutMs = 60_000;
const commandTimeoutMs = 15 * 60_000;
const connectTimeoutMs = 15_000;

/** A request under way on a node, whether or not somebody still waits for it. */
interface Flight {
  readonly session: number;
  readonly work: Generator<Operation, Answer<Request>>;
  finish(result: Answer<Request> | FailureReason): void;
}

interface Paused {
  readonly sinceMs: number;
  readonly flights: Flight[];
  /** Attempts to connect, told whether the node goes on. */
  readonly connecting: ((goesOn: boolean) => void)[];
}

export class MemoryCluster {
  readonly nodes: ReadonlyMap<string, MemoryNode>;
  readonly #injections: (Injection | Meanwhile)[] = [];
  readonly #goneUntilMs = new Map<string, number>();
  /** What was sent to a node that pauses, in order; a node that is not here runs. */
  readonly #paused = new Map<string, Paused>();
  readonly #sessions = new Map<number, { readonly node: string; readonly client: MemoryClient }>();
  readonly #time = new MemoryTime({
    nextMs: () => Math.min(...this.#countingDown().map(({ timer }) => timer?.firesAtMs ?? Number.POSITIVE_INFINITY)),
    end: (nowMs) => {
      for (const node of this.#countingDown()) {
        if (node.timer !== undefined && node.timer.firesAtMs <= nowMs) fireTimer(node, nowMs);
      }
    },
  });
  #lastSession = 0;
  #clients: MemoryClient[] = [];
  #client = this.another();

  /** Faults happen in this order. */
  constructor(names: readonly string[], content: ByteText | undefined, injections: readonly Injection[] = []) {
    this.nodes = new Map(names.map((name) => [name, emptyNode(name, content)]));
    this.inject(injections);
  }

  /** The client that is there now. */
  get client(): MemoryClient {
    return this.#client;
  }

  get hosts(): Hosts {
    return this.#client.hosts;
  }

  get clock(): Clock {
    return this.#client.clock;
  }

  /** Resolves when an injection has killed the client that is there now. */
  get clientDied(): Promise<void> {
    return this.#client.died;
  }

  /** True when every fault has happened. */
  get injected(): boolean {
    return this.#injections.length === 0;
  }

  get nowMs(): number {
    return this.#time.nowMs;
  }

  /** The number of the newest connection. */
  get lastSession(): number {
    return this.#lastSession;
  }

  inject(injections: readonly (Injection | Meanwhile)[]): void {
    this.#injections.splice(0, this.#injections.length, ...injections);
  }

  /** Time goes by; timers fire, and nodes that paused go on when it is time. */
  pass(ms: number): void {
    this.#time.passTo(this.nowMs + ms);
  }

  /** A new client on the same nodes, after all others are gone. */
  revive(): void {
    for (const client of this.#clients) this.#kill(client);
    this.#clients = [];
    this.#client = this.another();
  }

  /** One more client, beside those that are there. */
  another(): MemoryClient {
    const client = new MemoryClient((own) => ({
      hosts: ({ node: name }) => ({ node: name, connect: () => this.#connect(own, name) }),
      clock: this.#time.clockOf(own),
    }));
    this.#clients.push(client);
    return client;
  }

  /** Every node can be reached again, goes on, and nothing more happens. */
  returnAll(): void {
    this.#goneUntilMs.clear();
    this.#injections.length = 0;
    for (const name of [...this.#paused.keys()]) this.resume(name);
  }

  isReachable(name: string): boolean {
    return (this.#goneUntilMs.get(name) ?? 0) <= this.nowMs && !this.#paused.has(name);
  }

  isPaused(name: string): boolean {
    return this.#paused.has(name);
  }

  leave(name: string, forMs: number): void {
    this.#goneUntilMs.set(name, this.nowMs + forMs);
    this.#endSessions(name);
  }

  pause(name: string, forMs: number): void {
    if (this.#paused.has(name)) return;
    this.#paused.set(name, { sinceMs: this.nowMs, flights: [], connecting: [] });
    this.#time.schedule(undefined, forMs, () => this.resume(name));
  }

  /** What was sent is done first: a countdown that paused too has time left. */
  resume(name: string): void {
    const paused = this.#paused.get(name);
    if (paused === undefined) return;
    this.#paused.delete(name);
    const node = this.#node(name);
    if (node.timer !== undefined) node.timer.firesAtMs += this.nowMs - paused.sinceMs;
    for (const flight of paused.flights) {
      const again = this.#paused.get(name);
      if (again === undefined) this.#go(node, flight);
      else again.flights.push(flight);
    }
    for (const tell of paused.connecting) tell(true);
  }

  reboot(name: string): void {
    const node = this.#node(name);
    node.timer = undefined;
    const paused = this.#paused.get(name);
    this.#paused.delete(name);
    this.#endSessions(name);
    for (const flight of paused?.flights ?? []) flight.finish("connection-lost");
    for (const tell of paused?.connecting ?? []) tell(false);
    if (node.running) node.runsOn = node.file;
    note(node, { kind: "rebooted", by: "somebody" });
  }

  async #connect(client: MemoryClient, name: string): Promise<Connection | HostFailure> {
    await unlessDead(client);
    const node = this.#node(name);
    if ((this.#goneUntilMs.get(name) ?? 0) > this.nowMs) return fail(name, "unreachable");
    if (this.#paused.has(name) && !(await this.#goesOn(client, name))) return fail(name, "connect-timed-out");
    const session = ++this.#lastSession;
    this.#sessions.set(session, { node: name, client });
    client.sessions.add(session);
    note(node, { kind: "connected", by: "client", session });
    return {
      kind: "connection",
      request: async <R extends Request>(request: R): Promise<Answer<R> | HostFailure> => {
        await unlessDead(client);
        // The request decides which answer it gets; the compiler cannot follow that through one function.
        const result = this.#sessions.has(session)
          ? ((await this.#exchange(client, node, session, request)) as Answer<R> | FailureReason)
          : "connection-lost";
        await unlessDead(client);
        if (!this.#sessions.has(session) && result !== "timed-out") return fail(name, "connection-lost");
        return typeof result === "string" ? fail(name, result) : result;
      },
      close: async () => {
        this.#sessions.delete(session);
      },
    };
  }

  /** False: the attempt to connect took too long. */
  #goesOn(client: MemoryClient, name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const callOff = this.#time.schedule(client, connectTimeoutMs, () => resolve(false));
      this.#paused.get(name)?.connecting.push((goesOn) => {
        callOff();
        resolve(goesOn);
      });
    });
  }

  #exchange(
    client: MemoryClient,
    node: MemoryNode,
    session: number,
    request: Request,
  ): Promise<Answer<Request> | FailureReason> {
    return new Promise((resolve) => {
      let isOver = false;
      let callOff = (): void => undefined;
      const finish: Flight["finish"] = (result) => {
        isOver = true;
        callOff();
        resolve(result);
      };
      const asking = { session, now: () => this.nowMs, isLive: (other: number) => this.#sessions.has(other) };
      const flight: Flight = { session, work: perform(node, asking, request), finish };
      const paused = this.#paused.get(node.name);
      if (paused === undefined) this.#go(node, flight);
      else paused.flights.push(flight);
      if (isOver) return;
      // What was sent stays in the node's buffers, also when nobody waits for it any more.
      callOff = this.#time.schedule(client, request.kind === "lifekeeper" ? commandTimeoutMs : requestTimeoutMs, () => {
        this.#sessions.delete(session);
        finish("timed-out");
      });
    });
  }

  /** Does the operations of a request one by one, to its end or until the node pauses. */
  #go(node: MemoryNode, flight: Flight): void {
    try {
      for (let next = flight.work.next(); ; ) {
        if (next.done === true) {
          flight.finish(next.value);
          return;
        }
        try {
          this.#do(node, flight.session, next.value);
        } catch (error) {
          next = flight.work.throw(error);
          continue;
        }
        const paused = this.#paused.get(node.name);
        if (paused !== undefined) {
          paused.flights.push(flight);
          return;
        }
        next = flight.work.next();
      }
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      flight.finish(error.reason);
    }
  }

  /** One operation, and the fault at it when this is the one. */
  #do(node: MemoryNode, session: number, { name, work }: Operation): void {
    const at = node.operations.length;
    node.operations.push(name);
    const injection = this.#injections[0];
    if (injection?.node !== node.name || injection.at !== at) {
      work();
      return;
    }
    this.#injections.shift();
    if ("meanwhile" in injection) {
      work();
      injection.meanwhile();
      return;
    }
    const { fault, forMs = 3000 } = injection;
    const client = this.#sessions.get(session)?.client ?? this.#client;
    switch (fault) {
      case "operation-fails":
        throw new Ended("write-failed");
      case "connection-cut":
        this.#sessions.delete(session);
        // A request that arrived runs to its end; one that did not arrive is never begun.
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        work();
        return;
      case "session-killed":
        work();
        this.#sessions.delete(session);
        throw new Ended("connection-lost");
      case "node-reboots":
        work();
        this.reboot(node.name);
        throw new Ended("connection-lost");
      case "node-gone-for-a-while":
      case "node-gone-for-good":
        this.leave(node.name, fault === "node-gone-for-good" ? Number.POSITIVE_INFINITY : forMs);
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        work();
        return;
      case "node-pauses":
        work();
        this.pause(node.name, forMs);
        return;
      case "client-sleeps":
        work();
        this.pass(forMs);
        return;
      case "file-edited":
        edit(node, asBytes("EDITED=1\n"));
        work();
        return;
      case "file-replaced-by-folder":
        node.folder = true;
        node.file = undefined;
        work();
        return;
      case "timer-fires":
        fireTimer(node, this.nowMs);
        work();
        return;
      case "client-killed":
        if (!name.endsWith("arrives")) work();
        this.#kill(client);
        client.tellDeath();
        if (name.endsWith("arrives")) throw new Ended("connection-lost");
        return;
    }
  }

  #kill(client: MemoryClient): void {
    client.isDead = true;
    for (const [session, { client: whose }] of this.#sessions) if (whose === client) this.#sessions.delete(session);
    this.#time.forget(client);
  }

  #endSessions(name: string): void {
    for (const [session, { node }] of this.#sessions) if (node === name) this.#sessions.delete(session);
  }

  #countingDown(): readonly MemoryNode[] {
    return [...this.nodes.values()].filter(({ name, timer }) => timer !== undefined && !this.#paused.has(name));
  }

  #node(name: string): MemoryNode {
    const node = this.nodes.get(name);
    if (node === undefined) throw new Error(`the test has no node ${name}`);
    return node;
  }
}

async function unlessDead(client: MemoryClient): Promise<void> {
  if (client.isDead) await new Promise<never>(() => undefined);
}

function fail(node: string, reason: FailureReason): HostFailure {
  return { kind: "failure", node, reason, detail: "" };
}
