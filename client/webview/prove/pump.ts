// Long searches in small slices between frames, one after the other, so that the panel stays live.

export interface Clock {
  nowMs(): number;
  /** Calls back when the page had time for a frame and for what the user did. */
  soon(work: () => void): void;
}

export interface Job<Progress, Result> {
  /** Called when its turn comes. */
  begin(): Generator<Progress, Result>;
  /** Told now and then; undefined when it begins. */
  progressed(progress: Progress | undefined): void;
  done(result: Result, elapsedMs: number): void;
}

/** Well under a frame. */
const sliceMs = 8;
/** How often progress is told. */
const tellMs = 120;

export class Pump {
  private readonly clock: Clock;
  private waiting: (() => void)[] = [];
  private busy = false;
  private turn = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Forgets what is running and what waits. */
  stop(): void {
    this.turn++;
    this.waiting = [];
    this.busy = false;
  }

  add<Progress, Result>(job: Job<Progress, Result>): void {
    this.waiting.push(() => this.run(job));
    if (!this.busy) this.next();
  }

  private next(): void {
    const run = this.waiting.shift();
    this.busy = run !== undefined;
    run?.();
  }

  private run<Progress, Result>(job: Job<Progress, Result>): void {
    const { turn, clock } = this;
    let search: Generator<Progress, Result> | undefined;
    let spentMs = 0;
    let toldMs = clock.nowMs();
    job.progressed(undefined);
    const slice = (): void => {
      if (turn !== this.turn) return;
      const startedMs = clock.nowMs();
      search ??= job.begin();
      for (;;) {
        const step = search.next();
        const nowMs = clock.nowMs();
        if (step.done === true) {
          job.done(step.value, spentMs + nowMs - startedMs);
          // Whoever was told may have stopped everything.
          if (turn === this.turn) this.next();
          return;
        }
        if (nowMs - startedMs < sliceMs) continue;
        spentMs += nowMs - startedMs;
        if (nowMs - toldMs >= tellMs) {
          toldMs = nowMs;
          job.progressed(step.value);
        }
        clock.soon(slice);
        return;
      }
    };
    clock.soon(slice);
  }
}
