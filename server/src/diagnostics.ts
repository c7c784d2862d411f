// Tells the editor what is wrong, in every file that a change can concern, once the changes of one moment are in.
// What takes longer than an answer may take comes from the session's background.

import type { Problem } from "@lkcluster/core/problem.ts";
import type { Connection, Diagnostic } from "vscode-languageserver";
import { guarded } from "./guard.ts";
import type { Session } from "./session.ts";
import type { Timer } from "./timers.ts";
import { toDiagnostic } from "./toLsp.ts";

/** Hardly a moment; behind what took longer than `fromMs` the last time, so much of it that typing goes on in between. */
const pause = { leastMs: 1, fromMs: 200, partOfLast: 0.25, mostMs: 250 } as const;

export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  /** What was said last about a file, to say only what is new. */
  readonly #said = new Map<string, string>();
  #scheduled: Timer | undefined;
  #lastMs = 0;

  /** An editor that asks would show everything twice. */
  isAsked = false;
  readonly #publishGuarded: () => void;
  /** A bug that one file meets leaves the others as they are. */
  readonly #found: (file: string) => readonly Problem[];
  readonly #foundLater: (file: string) => readonly Problem[];
  readonly #concernedBy: (cluster: string) => readonly string[];

  /** `published` is called when everything has been told. */
  constructor(connection: Connection, session: Session, published: () => void) {
    this.#connection = connection;
    this.#session = session;
    const log = connection.console;
    this.#publishGuarded = guarded(log, "diagnostics", undefined, () => {
      if (!this.isAsked) this.#publish();
      published();
    });
    this.#found = guarded(log, "diagnostics", [], (file) =>
      session.snapshot.problems(file, session.workspace.languageOf(file)),
    );
    this.#foundLater = guarded(log, "diagnostics", [], (file) => session.background.problems(file));
    this.#concernedBy = guarded(log, "diagnostics", [], (cluster) =>
      session.snapshot.cluster(cluster).problems.map(({ file }) => file),
    );
  }

  /** A moment later: what the editor asks right behind a keystroke is answered first. */
  schedule(): void {
    clearTimeout(this.#scheduled);
    const isSlow = this.#lastMs > pause.fromMs;
    const wait = isSlow ? Math.min(pause.mostMs, pause.partOfLast * this.#lastMs) : pause.leastMs;
    this.#scheduled = setTimeout(this.publishNow, wait);
  }

  stop(): void {
    clearTimeout(this.#scheduled);
  }

  readonly publishNow: () => void = () => {
    const start = performance.now();
    this.#publishGuarded();
    this.#lastMs = performance.now() - start;
  };

  /** Everything that is wrong in one file, for an editor that asks. */
  diagnosticsOf(file: string): readonly Diagnostic[] {
    const problems = [...this.#found(file), ...this.#foundLater(file)];
    return problems.map((problem) => toDiagnostic(problem, this.#session.locale, this.#session));
  }

  #publish(): void {
    const { openFiles, clusterFiles } = this.#session.workspace;
    const concerned = new Set([...openFiles, ...clusterFiles]);
    for (const file of clusterFiles.flatMap((cluster) => this.#concernedBy(cluster))) concerned.add(file);
    const found = [...concerned].map((file) => ({ file, diagnostics: this.diagnosticsOf(file) }));
    // What is missing because it is on its way is no problem of the user's: this is done again when it is there.
    if (this.#session.workspace.isWaiting) return;
    for (const { file, diagnostics } of found) this.#say(file, diagnostics);
    for (const file of this.#said.keys()) if (!concerned.has(file)) this.#say(file, []);
  }

  #say(file: string, diagnostics: readonly Diagnostic[]): void {
    const version = this.#session.snapshot.read(file)?.version;
    const text = JSON.stringify([version, diagnostics]);
    if (this.#said.get(file) === text) return;
    const isNew = !this.#said.has(file);
    this.#said.set(file, text);
    if (isNew && diagnostics.length === 0 && !this.#session.workspace.openFiles.includes(file)) return;
    // An editor that is going away needs no diagnostics.
    this.#connection
      .sendDiagnostics({ uri: this.#session.uriOf(file), diagnostics: [...diagnostics] })
      .catch(() => undefined);
  }
}
