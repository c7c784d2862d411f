// One language server as a program at the other end of stdio, timed from an edit to its diagnostics. What it worked and
// what it holds is read from /proc, so that a busy machine does not hide it; elsewhere than on Linux both are missing.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  type ConfigurationParams,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly languageId: string;
  readonly file: string;
}

export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

export interface Timed {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #connection: ProtocolConnection;
  readonly #uri: string;
  #document: TextDocument;
  #told: (() => void) | undefined;
  /** From the start of the process to the diagnostics of the file that was opened at once. */
  startMs = 0;

  private constructor({ command, env, languageId, file }: Program, text: string) {
    const [program = "", ...args] = command;
    // What it logs goes nowhere.
    this.#process = spawn(program, args, { stdio: "pipe", env: { ...process.env, ...env } });
    this.#process.stderr.resume();
    this.#connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.#uri = `file:///bench/${file}`;
    this.#document = TextDocument.create(this.#uri, languageId, 1, text);
    this.#connection.onNotification("textDocument/publishDiagnostics", ({ uri }: PublishDiagnosticsParams) => {
      if (uri === this.#uri) this.#told?.();
    });
    this.#connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) => items.map(() => null));
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.listen();
  }

  static async start(program: Program, text: string): Promise<LanguageServer> {
    const begin = performance.now();
    const server = new LanguageServer(program, text);
    await server.#connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { publishDiagnostics: {} } },
    });
    await server.#connection.sendNotification("initialized", {});
    const told = server.#nextDiagnostics();
    const { languageId } = program;
    await server.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: server.#uri, languageId, version: 1, text },
    });
    await told;
    server.startMs = performance.now() - begin;
    return server;
  }

  /** Applies an edit and waits for what the server then tells about the file. */
  async edit({ at, length, by }: Edit): Promise<Timed> {
    const range = { start: this.#document.positionAt(at), end: this.#document.positionAt(at + length) };
    const change = { range, text: by };
    const version = this.#document.version + 1;
    const cpu = this.cpuMs;
    const begin = performance.now();
    const told = this.#nextDiagnostics();
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.#uri, version },
      contentChanges: [change],
    });
    await told;
    const wallMs = performance.now() - begin;
    this.#document = TextDocument.update(this.#document, [change], version);
    return { wallMs, cpuMs: this.cpuMs - cpu };
  }

  /** Of all its threads, in steps of ten milliseconds: right in sum, not for one edit. */
  get cpuMs(): number {
    // Behind the name, which may hold anything: user and system time are the 12th and 13th field.
    const fields = this.#proc("stat")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN)) * 10;
  }

  get residentMb(): number {
    return Number(/^VmRSS:\s+(\d+)/m.exec(this.#proc("status"))?.[1] ?? Number.NaN) / 1024;
  }

  #proc(name: string): string {
    try {
      return readFileSync(`/proc/${this.#process.pid}/${name}`, "utf8");
    } catch {
      return "";
    }
  }

  async ask(command: string): Promise<void> {
    await this.#connection.sendRequest("workspace/executeCommand", { command, arguments: [this.#uri] });
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.#process.once("exit", () => resolve()));
    await this.#connection.sendRequest("shutdown").catch(() => undefined);
    await this.#connection.sendNotification("exit").catch(() => undefined);
    setTimeout(() => this.#process.kill(), 2000).unref();
    await ended;
    this.#connection.dispose();
  }

  #nextDiagnostics(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no diagnostics of ${this.#uri} in a minute`)), 60_000);
      this.#told = () => {
        clearTimeout(late);
        this.#told = undefined;
        resolve();
      };
    });
  }
}
