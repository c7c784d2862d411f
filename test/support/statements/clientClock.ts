// The clock of the machine on which the program runs: set to any time, and a little later at each look.

const firstMs = Date.UTC(2026, 0, 1);
const trueDate = Date;

/** `nowMs` counts from when the nodes began. */
export async function asOf<Result>(nowMs: () => number, doing: () => Promise<Result>): Promise<Result> {
  let looks = 0;
  globalThis.Date = class extends trueDate {
    constructor(...given: [] | [number | string]) {
      super(given.length === 0 ? firstMs + nowMs() + looks++ * 7 : given[0]);
    }
    static override now(): number {
      return firstMs + nowMs() + looks++ * 7;
    }
  } as DateConstructor;
  try {
    return await doing();
  } finally {
    globalThis.Date = trueDate;
  }
}
