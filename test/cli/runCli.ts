// Runs lkcluster inside the test, with a terminal of our own.

import { type Io, safeIo } from "../../cli/src/io.ts";
import { main } from "../../cli/src/main.ts";

export interface CliResult {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export interface CliOptions {
  readonly directory?: string;
  readonly columns?: number;
  readonly input?: string | Uint8Array;
  /** A person looks at it. */
  readonly interactive?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  let output = "";
  let errors = "";
  const io: Io = {
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
    readInput: async () => Buffer.from(options.input ?? ""),
    inputChunks: async function* () {
      yield Buffer.from(options.input ?? "");
    },
    environment: { LANG: "C", ...options.environment },
    directory: options.directory ?? process.cwd(),
    columns: options.columns ?? 100,
    interactive: options.interactive ?? false,
  };
  const exitCode = await main(args, io);
  return { exitCode, output, errors };
}

/** A terminal that swallows everything, for what only registers commands. */
export const silent = safeIo({
  write: () => undefined,
  writeError: () => undefined,
  readInput: async () => new Uint8Array(),
  inputChunks: async function* () {},
  environment: {},
  directory: process.cwd(),
  columns: 100,
  interactive: false,
});
