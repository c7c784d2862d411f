// The thread that proves, as the server sees it: started when there is something to prove, ended when there has long
// been nothing, and never able to take the server with it. What goes wrong in it is told to whoever asked.

import type { Failure, StartThread, Thread } from "../machine.ts";
import { later, type Timer } from "../timers.ts";
import type { Agenda, FromThread, Order, ToThread } from "./protocol.ts";

export interface ThreadOptions {
  /** For what it remembers; the states of a search have their own bound beside it. */
  readonly memoryMb: number;
  /** How long it may be at what nobody wants any more: a step of a large search can be long. Then there is another. */
  readonly cancelMs: number;
  /** How long it may not listen, at its start or at what is wanted, before it counts as stuck. */
  readonly patienceMs: number;
  /** How long it is kept without work. */
  readonly idleMs: number;
}

export const usualThreadOptions: ThreadOptions = {
  memoryMb: 128,
  cancelMs: 1000,
  patienceMs: 120_000,
  idleMs: 10_000,
};

export interface ThreadListener {
  heard(message: FromThread): void;
  /** What was on its agenda is not done; `order` is the one it was at. */
  failed(failure: Failure, order: number | undefined): void;
}

export class ProofThread {
  readonly #listener: ThreadListener;
  readonly #startThread: StartThread;
  readonly #options: ThreadOptions;
  #worker: Thread | undefined;
  /** What it said it has begun. */
  #at: number | undefined;
  #agenda: Agenda = { kind: "agenda", number: 0, texts: new Map(), orders: [] };
  #untakenSinceMs: number | undefined;
  #isHeld = false;
  #patience: Timer | undefined;
  #idle: Timer | undefined;

  constructor(listener: ThreadListener, startThread: StartThread, options: ThreadOptions) {
    this.#listener = listener;
    this.#startThread = startThread;
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** From now on these orders count, and no others. */
  work(texts: ReadonlyMap<string, string>, orders: readonly Order[]): void {
    if (orders.length === 0 && !this.isRunning) return;
    this.#agenda = { kind: "agenda", number: this.#agenda.number + 1, texts, orders };
    clearTimeout(this.#idle);
    this.#isHeld = false;
    if (this.#untakenSinceMs === undefined) this.#waitForTaking(performance.now());
    this.#post(this.#agenda);
  }

  /** Nothing goes on until there is other work. */
  hold(): void {
    if (this.isRunning && !this.#isHeld) this.#post({ kind: "hold" });
    this.#isHeld = true;
  }

  /** Done when no thread is left. */
  async end(): Promise<void> {
    await this.#forget()?.end();
  }

  #post(message: ToThread): void {
    try {
      this.#worker ??= this.#start();
    } catch (error) {
      // A system that allows no further thread: as bad as one that ends at once.
      this.#fail({ kind: "crash", text: textOf(error) });
      return;
    }
    this.#worker.post(message);
  }

  #start(): Thread {
    const thread: Thread = this.#startThread(this.#options.memoryMb, {
      heard: (message) => {
        if (thread === this.#worker) this.#hear(message);
      },
      failed: (failure) => {
        if (thread === this.#worker) this.#fail(failure);
      },
    });
    return thread;
  }

  #hear(message: FromThread): void {
    if (message.kind === "taken" && message.number === this.#agenda.number) {
      clearTimeout(this.#patience);
      this.#untakenSinceMs = undefined;
    }
    if (message.kind === "begun") this.#at = message.id;
    if (message.kind === "idle") {
      this.#at = undefined;
      clearTimeout(this.#idle);
      this.#idle = later(() => void this.end(), this.#options.idleMs);
    }
    this.#listener.heard(message);
  }

  #waitForTaking(sinceMs: number): void {
    const { cancelMs, patienceMs } = this.#options;
    this.#untakenSinceMs = sinceMs;
    this.#patience = later(
      () => {
        if (this.#at !== undefined && !this.#isWanted(this.#at)) this.#startAgain();
        else if (performance.now() - sinceMs >= patienceMs) this.#fail({ kind: "stuck" });
        else this.#waitForTaking(sinceMs);
      },
      Math.min(cancelMs, patienceMs),
    );
  }

  #isWanted(id: number): boolean {
    return this.#agenda.orders.some((order) => order.id === id);
  }

  #startAgain(): void {
    const { texts, orders } = this.#agenda;
    void this.#forget()?.end();
    this.work(texts, orders);
  }

  #fail(failure: Failure): void {
    // What a thread says right before its end may not arrive: then it was at the first.
    const isAtWanted = this.#at !== undefined && this.#isWanted(this.#at);
    const order = isAtWanted ? this.#at : this.#agenda.orders[0]?.id;
    void this.#forget()?.end();
    this.#listener.failed(failure, order);
  }

  /** The worker, of which nothing is heard any more. */
  #forget(): Thread | undefined {
    const worker = this.#worker;
    clearTimeout(this.#patience);
    clearTimeout(this.#idle);
    this.#worker = undefined;
    this.#at = undefined;
    this.#untakenSinceMs = undefined;
    return worker;
  }
}

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
