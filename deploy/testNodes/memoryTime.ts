// The time of nodes in memory: it goes by only while somebody waits for it, and then to the next moment at which
// anything happens.

import type { Clock } from "../src/wait.ts";

/** Whoever waits; of a dead one nothing is left to wake. */
export interface Waiter {
  isDead: boolean;
}

interface Moment {
  readonly atMs: number;
  /** Undefined: it happens when its time has come, but nobody waits for it. */
  readonly waiter: Waiter | undefined;
  readonly act: () => void;
}

/** Countdowns that stand elsewhere: when the next one is over, and what happens then. */
export interface Countdowns {
  readonly nextMs: () => number;
  readonly end: (nowMs: number) => void;
}

export class MemoryTime {
  readonly #countdowns: Countdowns;
  #moments: Moment[] = [];
  #isDriving = false;
  #nowMs = 0;

  constructor(countdowns: Countdowns) {
    this.#countdowns = countdowns;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  clockOf(waiter: Waiter): Clock {
    return {
      now: () => this.#nowMs,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted === true) return resolve();
          const callOff = this.schedule(waiter, ms, resolve);
          signal?.addEventListener("abort", () => {
            callOff();
            resolve();
          });
        }),
    };
  }

  /** Returns what calls it off. */
  schedule(waiter: Waiter | undefined, ms: number, act: () => void): () => void {
    if (waiter?.isDead === true) return () => undefined;
    const moment: Moment = { atMs: this.#nowMs + ms, waiter, act };
    this.#moments.push(moment);
    if (waiter !== undefined) this.#drive();
    return () => {
      this.#moments = this.#moments.filter((each) => each !== moment);
    };
  }

  forget(waiter: Waiter): void {
    this.#moments = this.#moments.filter((moment) => moment.waiter !== waiter);
  }

  /** All at once: whoever waits comes to nothing in between, as a machine that was asleep. */
  passTo(endMs: number): void {
    while (this.#passToNext(endMs));
    this.#nowMs = Math.max(this.#nowMs, endMs);
  }

  /** False: nothing happens until then. */
  #passToNext(endMs: number): boolean {
    const timerMs = this.#countdowns.nextMs();
    const [first] = this.#moments.toSorted((a, b) => a.atMs - b.atMs);
    const atMs = Math.min(first?.atMs ?? Number.POSITIVE_INFINITY, timerMs);
    if (atMs > endMs) return false;
    this.#nowMs = Math.max(this.#nowMs, atMs);
    if (timerMs <= atMs || first === undefined) {
      this.#countdowns.end(this.#nowMs);
      return true;
    }
    this.#moments = this.#moments.filter((moment) => moment !== first);
    first.act();
    return true;
  }

  /** When everybody waits, the next thing happens, and whoever waited for it may act on it before the one after. */
  #drive(): void {
    if (this.#isDriving) return;
    this.#isDriving = true;
    setImmediate(() => {
      this.#isDriving = false;
      const awaited = this.#moments.flatMap(({ waiter, atMs }) => (waiter === undefined ? [] : [atMs]));
      if (awaited.length === 0) return;
      this.#passToNext(Math.min(...awaited));
      this.#drive();
    });
  }
}
