// An editor for tests: two streams in memory, the server at their other end, and what it said.

import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type Location,
  LSPErrorCodes,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Machine } from "../../server/src/machine.ts";
import { nodeMachine } from "../../server/src/node/machine.ts";
import { type ServerOptions, startServer } from "../../server/src/server.ts";

export interface EditorOptions {
  readonly locale?: string;
  readonly settings?: unknown;
  readonly folders?: readonly string[];
  readonly options?: unknown;
  readonly capabilities?: ClientCapabilities;
  readonly server?: ServerOptions;
  readonly machine?: Machine;
  /** Files that it reads for the server, which asks for them one by one. */
  readonly files?: Map<string, string>;
  /** Says that it answers questions about settings, and does not. */
  readonly refuses?: boolean;
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly errors: string[] = [];
  /** The files whose diagnostics were pushed, each time. */
  readonly pushed: string[] = [];
  /** What the user was shown. */
  readonly shown: string[] = [];
  /** For a server that asks. */
  settings: unknown;
  /** What the server asked to be told about, as JSON. */
  readonly registered: string[] = [];
  initialized: InitializeResult | undefined;
  /** The files that the server asked for, each time. */
  readonly read: string[] = [];
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  readonly #texts = new Map<string, { text: string; version: number; languageId: string }>();
  #waiting: (() => void)[] = [];

  private constructor({ server = {}, machine = nodeMachine, refuses = false, files }: EditorOptions) {
    const toServer = new PassThrough();
    const toEditor = new PassThrough();
    startServer(
      createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)),
      machine,
      server,
    );
    this.connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed.push(params.uri);
      this.#diagnostics.set(params.uri, params.diagnostics);
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const go of waiting) go();
    });
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.errors.push(message);
    });
    this.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.shown.push(message);
    });
    this.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations) this.registered.push(JSON.stringify(registerOptions));
    });
    this.connection.onRequest("workspace/configuration", () =>
      refuses ? new ResponseError(LSPErrorCodes.RequestFailed, "no") : [this.settings],
    );
    this.connection.onRequest("workspace/codeLens/refresh", () => null);
    this.connection.onRequest("lifekeeper/readFile", ({ uri }: { uri: string }) => {
      this.read.push(uri);
      return files?.get(uri) ?? null;
    });
    this.connection.onRequest("lifekeeper/findClusterFiles", ({ uris }: { uris: readonly string[] }) =>
      [...(files?.keys() ?? [])].filter((file) => file.endsWith(".lk") && uris.some((uri) => file.startsWith(uri))),
    );
    this.connection.onRequest("lifekeeper/listFolder", ({ uri }: { uri: string }) =>
      [...(files?.keys() ?? [])]
        .filter((file) => file.startsWith(`${uri}/`))
        .map((file) => file.slice(uri.length + 1).split("/"))
        .map(([name = "", ...rest]) => ({ name: decodeURIComponent(name), isFolder: rest.length > 0 })),
    );
    this.connection.listen();
  }

  static async start(given: EditorOptions = {}): Promise<Editor> {
    const { locale = "en", settings, folders = [], options, capabilities = {} } = given;
    const editor = new Editor(given);
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      locale,
      capabilities,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      ...(options === undefined ? {} : { initializationOptions: options }),
    };
    editor.settings = settings;
    editor.initialized = await editor.connection.sendRequest<InitializeResult>("initialize", params);
    await editor.connection.sendNotification("initialized", {});
    if (settings !== undefined) await editor.configure(settings);
    return editor;
  }

  async configure(lifekeeper: unknown): Promise<void> {
    this.settings = lifekeeper;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings: { lifekeeper } });
  }

  async open(
    uri: string,
    text: string,
    languageId: string = uri.endsWith(".lk") ? "lifekeeper-cluster" : "lifekeeper-defaults",
  ): Promise<void> {
    this.#texts.set(uri, { text, version: 1, languageId });
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, text: string): Promise<void> {
    const version = (this.#texts.get(uri)?.version ?? 0) + 1;
    this.#texts.set(uri, { text, version, languageId: "" });
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Something else changed a file on the disk. */
  async changedOnDisk(uri: string, type: 1 | 2 | 3 = 2): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#texts.get(uri)?.text ?? "";
  }

  /** The place of a text in an open document; `offset` characters into it. */
  position(uri: string, needle: string, offset = 0): Position {
    const at = this.text(uri).indexOf(needle);
    assert(at >= 0, `${uri} does not contain ${needle}`);
    return indexLines(this.text(uri)).positionAt(at + offset);
  }

  textAt(uri: string, range: Range): string {
    const lines = indexLines(this.text(uri));
    return this.text(uri).slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  }

  /** `uri:text` of each place. */
  describe(locations: readonly Location[]): readonly string[] {
    return locations.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf("/") + 1)}:${this.textAt(uri, range)}`);
  }

  /** Asks about the place of `needle`. */
  async ask<Result>(method: string, uri: string, needle: string, more: object = {}): Promise<Result> {
    return await this.connection.sendRequest<Result>(method, {
      textDocument: { uri },
      position: this.position(uri, needle, 1),
      ...more,
    });
  }

  async askFile<Result>(method: string, uri: string, more: object = {}): Promise<Result> {
    return await this.connection.sendRequest<Result>(method, { textDocument: { uri }, ...more });
  }

  /** Waits until the diagnostics of a file fit; they come with every change. */
  async diagnostics(uri: string, fits: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.#diagnostics.get(uri);
      if (found !== undefined && fits(found)) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
    // A bug in the server is told in its log, and nowhere else.
    assert.deepEqual(this.errors, []);
  }
}
