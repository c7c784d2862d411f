// Tells an editor that wants to know how each open cluster file stands: its scenarios and its proofs, in figures.

import type { Connection } from "vscode-languageserver";
import type { Prover } from "./prover.ts";
import type { Session } from "./session.ts";
import type { Timer } from "./timers.ts";

/** `{ uri, …Standing }` of a cluster file that is open. */
const standingMethod = "lifekeeper/standing";

/** Behind everything that is asked right after a keystroke. */
const pauseMs = 100;

export class Standings {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #prover: Prover;
  readonly #said = new Map<string, string>();
  #timer: Timer | undefined;
  isWanted = false;

  constructor(connection: Connection, session: Session, prover: Prover) {
    this.#connection = connection;
    this.#session = session;
    this.#prover = prover;
  }

  tellSoon(): void {
    if (this.isWanted) this.#timer ??= setTimeout(() => this.tell(), pauseMs);
  }

  tell(): void {
    this.stop();
    if (!this.isWanted) return;
    const { workspace } = this.#session;
    const open = workspace.openFiles.filter((file) => workspace.languageOf(file) === "cluster");
    for (const file of this.#said.keys()) if (!open.includes(file)) this.#said.delete(file);
    for (const file of open) {
      const params = { uri: workspace.uriOf(file), ...this.#prover.standing(file) };
      const text = JSON.stringify(params);
      if (this.#said.get(file) === text) continue;
      this.#said.set(file, text);
      // An editor that is going away needs to know nothing.
      this.#connection.sendNotification(standingMethod, params).catch(() => undefined);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
