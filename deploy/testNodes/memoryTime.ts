// The time of nodes in memory: it goes by only while somebody waits for it, and then to the next moment at which
// anything happens.

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

  schedule(waiter: Waiter | undefined, ms: number, act: () => void): void {
    if (waiter?.isDead === true) return;
    this.#moments.push({ atMs: this.#nowMs + ms, waiter, act });
    if (waiter !== undefined) this.#drive();
  }

  forget(waiter: Waiter): void {
    this.#moments = this.#moments.filter((moment) => moment.waiter !== waiter);
  }

  passTo(endMs: number): void {
    for (;;) {
      const timerMs = this.#countdowns.nextMs();
      const [first] = this.#moments.toSorted((a, b) => a.atMs - b.atMs);
      const atMs = Math.min(first?.atMs ?? Number.POSITIVE_INFINITY, timerMs);
      if (atMs > endMs) break;
      this.#nowMs = Math.max(this.#nowMs, atMs);
      if (timerMs <= atMs || first === undefined) {
        this.#countdowns.end(this.#nowMs);
        continue;
      }
      this.#moments = this.#moments.filter((moment) => moment !== first);
      first.act();
    }
    this.#nowMs = Math.max(this.#nowMs, endMs);
  }

  /** When everybody waits, it is the next moment that somebody waits for. */
  #drive(): void {
    if (this.#isDriving) return;
    this.#isDriving = true;
    setImmediate(() => {
      this.#isDriving = false;
      const awaited = this.#moments.flatMap(({ waiter, atMs }) => (waiter === undefined ? [] : [atMs]));
      if (awaited.length === 0) return;
      this.passTo(Math.min(...awaited));
      this.#drive();
    });
  }
}
