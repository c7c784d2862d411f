// A program that speaks to nodes in memory: its way to them, its clock, and its death.

import type { Hosts } from "../src/host.ts";
import type { Clock } from "../src/wait.ts";
import type { Waiter } from "./memoryTime.ts";

export class MemoryClient implements Waiter {
  readonly hosts: Hosts;
  readonly clock: Clock;
  /** Every connection it ever had. */
  readonly sessions = new Set<number>();
  readonly #death = Promise.withResolvers<void>();
  isDead = false;

  constructor(ways: (client: MemoryClient) => { readonly hosts: Hosts; readonly clock: Clock }) {
    const { hosts, clock } = ways(this);
    this.hosts = hosts;
    this.clock = clock;
  }

  /** Resolves when it has been killed by an injection. */
  get died(): Promise<void> {
    return this.#death.promise;
  }

  tellDeath(): void {
    this.#death.resolve();
  }
}
