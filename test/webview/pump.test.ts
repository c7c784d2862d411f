// The pump of long searches: in order, in slices, and forgotten at once when it is stopped.

import assert from "node:assert/strict";
import { type Clock, type Job, Pump } from "../../client/webview/prove/pump.ts";

/** A clock that stands still but for the work it is told of. */
class SteppedClock implements Clock {
  private timeMs = 0;
  private readonly works: (() => void)[] = [];

  nowMs(): number {
    return this.timeMs;
  }
  soon(work: () => void): void {
    this.works.push(work);
  }
  spend(ms: number): void {
    this.timeMs += ms;
  }
  /** One turn of the page; false when nobody asked for one. */
  turn(): boolean {
    const work = this.works.shift();
    work?.();
    return work !== undefined;
  }
}

function counting(clock: SteppedClock, steps: number, told: string[], name: string): Job<number, string> {
  return {
    *begin() {
      for (let step = 1; step <= steps; step++) {
        clock.spend(5);
        yield step;
      }
      return `${name} done`;
    },
    progressed: (progress) => told.push(`${name} ${progress ?? "begins"}`),
    done: (result, elapsedMs) => told.push(`${result} after ${elapsedMs} ms`),
  };
}

describe("the pump of the prover", () => {
  it("gives the page its turn after a slice, tells progress now and then, and counts only its own time", () => {
    const clock = new SteppedClock();
    const told: string[] = [];
    new Pump(clock).add(counting(clock, 60, told, "a"));
    let turns = 0;
    while (clock.turn()) {
      turns++;
      clock.spend(50);
    }
    assert.equal(turns, 31);
    assert.equal(told[0], "a begins");
    assert.equal(told.at(-1), "a done after 300 ms");
    assert.ok(told.length > 3 && told.length < 32);
  });

  it("does one search after the other", () => {
    const clock = new SteppedClock();
    const told: string[] = [];
    const pump = new Pump(clock);
    pump.add(counting(clock, 3, told, "a"));
    pump.add(counting(clock, 3, told, "b"));
    while (clock.turn());
    assert.deepEqual(told, ["a begins", "a done after 15 ms", "b begins", "b done after 15 ms"]);
  });

  it("forgets everything when it is stopped, and starts afresh", () => {
    const clock = new SteppedClock();
    const told: string[] = [];
    const pump = new Pump(clock);
    pump.add(counting(clock, 10, told, "a"));
    pump.add(counting(clock, 10, told, "b"));
    clock.turn();
    pump.stop();
    pump.add(counting(clock, 1, told, "c"));
    while (clock.turn());
    assert.deepEqual(told, ["a begins", "c begins", "c done after 5 ms"]);
  });
});
