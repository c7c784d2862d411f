// `lkcluster mcp` as a program of its own, as a host starts it, with nothing of ours at the other end.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export function started(...args: readonly string[]) {
  return {
    command: process.execPath,
    args: [`${root}cli/bin/lkcluster.mjs`, "mcp", "--lang", "en", ...args],
    cwd: root,
  };
}

export async function connected(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport(started(...args)));
  return client;
}

/** What it says line by line, for messages that no client would send. */
export class RawServer {
  readonly process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #errors = "";

  constructor(...args: readonly string[]) {
    const { command, args: all, cwd } = started(...args);
    this.process = spawn(command, all, { cwd });
    this.process.stdin.on("error", () => undefined);
    this.process.stderr.on("data", (chunk) => {
      this.#errors += chunk;
    });
    this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  send(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }

  ask(id: number, method: string, params: object = {}): void {
    this.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
  }

  /** The next message. */
  async next(): Promise<Message> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`no more messages; ${this.#errors}`);
    return JSON.parse(value);
  }

  /** How it ended after nobody spoke any more. */
  async end(): Promise<{ readonly code: number | null; readonly errors: string }> {
    this.process.stdin.end();
    if (this.process.exitCode === null) await once(this.process, "exit");
    return { code: this.process.exitCode, errors: this.#errors };
  }
}

export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}
