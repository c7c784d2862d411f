// What happened on a real node, put together from what was asked of it, what its file holds and what its journal says:
// the same deeds that a node in memory notes by itself.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asBytes, type ByteText } from "@lkcluster/core/text/byteText.ts";
import type { Answer, Request } from "@lkcluster/deploy/host.ts";
import { readJournal } from "@lkcluster/deploy/remote/journal.ts";
import type { Deed } from "../../../deploy/testNodes/memoryNode.ts";
import type { TestNode } from "../../../deploy/testNodes/testNodes.ts";

/** What was asked for in one transaction, and over which connection. */
interface Asked {
  readonly id: string;
  readonly old: ByteText | undefined;
  readonly next: ByteText | undefined;
  readonly session: number;
  committed: boolean;
  /** Over which connection it was last asked to put the old file back. */
  revertedBy: number | undefined;
  put: boolean;
}

let noted = 0;

export class SshNode {
  readonly node: TestNode;
  readonly deeds: Deed[] = [];
  #asked: Asked[] = [];
  #file: ByteText | undefined;
  #linesRead = 0;

  constructor(node: TestNode) {
    this.node = node;
  }

  get name(): string {
    return this.node.name;
  }

  get file(): ByteText | undefined {
    const path = this.node.hostFile;
    return existsSync(path) ? asBytes(readFileSync(path, "latin1")) : undefined;
  }

  get running(): boolean {
    return existsSync(join(this.node.folder, "running"));
  }

  get #state(): string {
    return join(dirname(this.node.hostFile), ".LifeKeeper.lkcluster");
  }

  /** As it was on the first day. */
  reset(content: ByteText, running: boolean): void {
    this.forget();
    this.write(content);
    this.run(running);
    this.callItself(this.name);
    this.deeds.length = 0;
    this.#asked = [];
  }

  forget(): void {
    rmSync(this.#state, { recursive: true, force: true });
    this.#linesRead = 0;
  }

  run(running: boolean): void {
    const mark = join(this.node.folder, "running");
    if (running) writeFileSync(mark, "");
    else rmSync(mark, { force: true });
  }

  callItself(name: string): void {
    writeFileSync(join(this.node.folder, "name"), `${name}\n`);
  }

  get ownName(): string {
    return readFileSync(join(this.node.folder, "name"), "utf8").trim();
  }

  /** Somebody writes the file by hand, or removes it. */
  edit(content: ByteText | undefined): void {
    this.look();
    this.write(content);
    this.note({ kind: "edited", by: "somebody" });
  }

  private write(content: ByteText | undefined): void {
    if (content === undefined) rmSync(this.node.hostFile, { force: true });
    else writeFileSync(this.node.hostFile, content, "latin1");
    this.#file = content;
  }

  note(done: Omit<Deed, "file" | "order">): void {
    this.deeds.push({ ...done, file: this.#file, order: ++noted });
  }

  asks(session: number, request: Request): void {
    this.look();
    const own = "transaction" in request ? this.#asked.findLast(({ id }) => id === request.transaction) : undefined;
    if (request.kind === "stage") {
      const files = { old: this.#file, next: request.content };
      this.#asked.push({
        id: request.transaction,
        ...files,
        session,
        committed: false,
        revertedBy: undefined,
        put: false,
      });
      this.note({ kind: "staged", by: "client", transaction: request.transaction, session, files });
    }
    if (request.kind === "commit" && own !== undefined) own.committed = true;
    if (request.kind === "revert" && own !== undefined) own.revertedBy = session;
  }

  answered(session: number, request: Request, answer: Answer<Request>): void {
    this.look(session);
    if (answer.kind === "read") {
      const { target } = answer.facts;
      const seen = target.kind === "file" ? target.content : undefined;
      this.deeds.push({ kind: "read", by: "client", session, file: seen, order: ++noted });
    }
    if (request.kind === "lifekeeper" && request.command !== "qwk-storage-init") {
      const kind = request.command === "start" ? "start" : "stop";
      this.note({ kind, by: "client", transaction: request.transaction, session });
    }
  }

  /** Takes note of what has changed since the last look. `session`: over which it was just asked. */
  look(session?: number): void {
    const file = this.file;
    const lines = this.#newLines();
    if (file !== this.#file) {
      this.#file = file;
      this.#noteChange(file, lines);
    }
    for (const { transaction, event } of lines) {
      const asker = session ?? this.#asked.find(({ id }) => id === transaction)?.session;
      const by = "by" in event ? event.by : "client";
      const done = { by, transaction, ...(asker === undefined || by === "timer" ? {} : { session: asker }) };
      if (event.kind === "confirmed") {
        this.note({ kind: "compared", ...done });
        this.note({ kind: "kept", ...done });
      } else if (event.kind === "undone") this.note({ kind: "undone", ...done });
      else if (event.kind === "reverted") {
        const asked = this.#asked.findLast(({ id }) => id === transaction);
        this.note({ kind: "closed", ...done, ...(asked === undefined ? {} : { files: asked }) });
      } else if (event.kind === "started" && by === "timer") this.note({ kind: "start", ...done });
    }
  }

  /** The newest transaction that explains it. */
  #noteChange(file: ByteText | undefined, lines: ReturnType<typeof readJournal>): void {
    const asked = this.#asked.findLast((each) => isPutting(each, file) || isPuttingBack(each, file));
    if (asked === undefined)
      throw new Error(`nobody knows who changed the file of ${this.name} to ${JSON.stringify(file)}`);
    const { id: transaction, revertedBy } = asked;
    asked.put = !asked.put;
    const timed = lines.some(
      ({ transaction: of, event }) => of === transaction && event.kind === "reverted" && event.by === "timer",
    );
    if (asked.put) this.note({ kind: "put", by: "client", transaction, session: asked.session });
    else if (timed || revertedBy === undefined) this.note({ kind: "put-back", by: "timer", transaction });
    else this.note({ kind: "put-back", by: "client", transaction, session: revertedBy });
  }

  #newLines(): ReturnType<typeof readJournal> {
    const path = join(this.#state, "journal");
    if (!existsSync(path)) return [];
    const all = readJournal(asBytes(readFileSync(path, "latin1")));
    const fresh = all.slice(this.#linesRead);
    this.#linesRead = all.length;
    return fresh;
  }

  /** The transactions that it keeps. */
  get kept(): readonly string[] {
    if (!existsSync(this.#state)) return [];
    return readdirSync(this.#state).flatMap((entry) => {
      const folder = join(this.#state, entry);
      if (!existsSync(join(folder, "confirmed"))) return [];
      if (entry.startsWith("tx-")) return [entry.slice(3)];
      const record = existsSync(join(folder, "record")) ? readFileSync(join(folder, "record"), "utf8") : "{}";
      const transaction: unknown = (JSON.parse(record) as { readonly transaction?: unknown }).transaction;
      return typeof transaction === "string" ? [transaction] : [];
    });
  }
}

function isPutting({ committed, put, next }: Asked, file: ByteText | undefined): boolean {
  return committed && !put && next === file;
}

function isPuttingBack({ put, old }: Asked, file: ByteText | undefined): boolean {
  return put && old === file;
}
