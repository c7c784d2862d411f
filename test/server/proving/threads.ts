// The threads that the server has: every one that begins is seen, and so is its end.

import type { Worker } from "node:worker_threads";

export class Threads {
  readonly #living = new Set<Worker>();
  begun = 0;

  constructor() {
    process.on("worker", this.#see);
  }

  readonly #see = (worker: Worker): void => {
    this.begun++;
    this.#living.add(worker);
    worker.once("exit", () => this.#living.delete(worker));
  };

  get living(): number {
    return this.#living.size;
  }

  stopLooking(): void {
    process.off("worker", this.#see);
  }
}
