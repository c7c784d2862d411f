// The terminal as the commands see it; tests hand in their own.

import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { exitCode } from "./exitCode.ts";
import { shownOnTerminal } from "./output/paint.ts";

export interface Io {
  write(text: string): void;
  writeError(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Standard input as it comes. */
  inputChunks(): AsyncIterable<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Columns of the terminal; where there is none, what COLUMNS says, or 100. */
  readonly columns: number;
  /** True when a person looks at standard output and can answer questions. */
  readonly interactive: boolean;
}

/** What commands write to: nothing in a name, a file or an answer drives the terminal or forges a colour of ours. */
export interface SafeIo extends Io {
  /** The text of a file as it is, for a file or another program; a person gets it made visible. */
  passOn(text: string): void;
}

export function safeIo(io: Io): SafeIo {
  return {
    ...io,
    write: (text) => io.write(shownOnTerminal(text)),
    writeError: (text) => io.writeError(shownOnTerminal(text)),
    passOn: (text) => io.write(io.interactive ? shownOnTerminal(text) : text),
  };
}

export function processIo(): Io {
  endWithReader(process.stdout);
  endWithReader(process.stderr);
  return {
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    inputChunks: () => process.stdin,
    environment: process.env,
    directory: process.cwd(),
    columns: process.stdout.columns ?? columnsOf(process.env["COLUMNS"]) ?? 100,
    interactive: process.stdout.isTTY === true && process.stdin.isTTY === true,
  };
}

/**
 * Whoever reads us may have seen enough: `lkcluster check . | head -1` is no error and shows no stack. Where output is
 * lost (a full disk) the work goes on, a deployment above all, and the exit code is not 0.
 */
function endWithReader(stream: NodeJS.WriteStream): void {
  let lost = false;
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE" || lost) return;
    lost = true;
    process.stderr.write(`lkcluster: ${code}: cannot write the output / 出力を書き込めません。\n`);
    process.once("exit", (status) => {
      if (status === exitCode.ok) process.exitCode = exitCode.usage;
    });
  });
}

function columnsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

/**
 * `--lang` wins, then LC_ALL, LC_MESSAGES and LANG in the order POSIX gives them; where none is set, as on Windows, the
 * language of the system.
 */
export function chooseLocale(
  args: readonly string[],
  environment: Io["environment"],
  ofSystem: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Locale {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = args[at]?.startsWith("--lang=") ? args[at]?.slice("--lang=".length) : args[at + 1];
  if (at >= 0 && (asked === "ja" || asked === "en")) return asked;
  const fromEnvironment = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || ofSystem;
  return /^ja/i.test(fromEnvironment) ? "ja" : "en";
}
