// Tells the editor what is wrong, in every file that a change can concern, once the changes of one moment are in.
// What takes longer than an answer may take comes from the session's background.

import type { Connection, Diagnostic } from "vscode-languageserver/node";
import { guarded } from "./guard.ts";
import type { Session } from "./session.ts";
import { toDiagnostic } from "./toLsp.ts";

/**
 * A part of what looking took the last time, within bounds: hardly a moment for a usual cluster; for a very large one
 * long enough that typing goes on in between.
 */
const pause = { partOfLast: 0.25, leastMs: 1, mostMs: 250 } as const;

export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  /** What was said last about a file, to say only what is new. */
  readonly #said = new Map<string, string>();
  #scheduled: NodeJS.Timeout | undefined;
  #lastMs = 0;

  readonly #published: () => void;

  /** `published` is called when everything has been told. */
  constructor(connection: Connection, session: Session, published: () => void) {
    this.#published = published;
    this.#connection = connection;
    this.#session = session;
  }

  /** A moment later: what the editor asks right behind a keystroke is answered first. */
  schedule(): void {
    clearTimeout(this.#scheduled);
    const wait = Math.min(pause.mostMs, Math.max(pause.leastMs, pause.partOfLast * this.#lastMs));
    this.#scheduled = setTimeout(this.publishNow, wait);
  }

  stop(): void {
    clearTimeout(this.#scheduled);
  }

  readonly publishNow: () => void = () => {
    const publish = guarded(this.#connection.console, "diagnostics", undefined, () => this.#publish());
    const start = performance.now();
    publish();
    this.#lastMs = performance.now() - start;
  };

  /** Everything that is wrong in one file, for an editor that asks. */
  diagnosticsOf(file: string): readonly Diagnostic[] {
    const { snapshot, workspace, locale, background } = this.#session;
    const problems = [...snapshot.problems(file, workspace.languageOf(file)), ...background.problems(file)];
    return problems.map((problem) => toDiagnostic(problem, locale, this.#session));
  }

  #publish(): void {
    const { snapshot, workspace } = this.#session;
    const concerned = new Set([...workspace.openFiles, ...workspace.clusterFiles]);
    for (const cluster of workspace.clusterFiles) {
      for (const problem of snapshot.cluster(cluster).problems) concerned.add(problem.file);
    }
    for (const file of concerned) this.#say(file, this.diagnosticsOf(file));
    for (const file of this.#said.keys()) if (!concerned.has(file)) this.#say(file, []);
    this.#published();
  }

  #say(file: string, diagnostics: readonly Diagnostic[]): void {
    const version = this.#session.snapshot.read(file)?.version;
    const text = JSON.stringify([version, diagnostics]);
    if (this.#said.get(file) === text) return;
    const isNew = !this.#said.has(file);
    this.#said.set(file, text);
    if (isNew && diagnostics.length === 0 && !this.#session.workspace.openFiles.includes(file)) return;
    void this.#connection.sendDiagnostics({ uri: this.#session.uriOf(file), diagnostics: [...diagnostics] });
  }
}
