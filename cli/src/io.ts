// The terminal as the commands see it; tests hand in their own.

import type { Locale } from "@lkcluster/core/locale/localized.ts";

export interface Io {
  write(text: string): void;
  writeError(text: string): void;
  readInput(): Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number;
  /** True when a person looks at standard output and can answer questions. */
  readonly interactive: boolean;
}

export function processIo(): Io {
  return {
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString("utf8");
    },
    environment: process.env,
    directory: process.cwd(),
    columns: process.stdout.columns ?? 100,
    interactive: process.stdout.isTTY === true && process.stdin.isTTY === true,
  };
}

/** `--lang` wins, then LC_ALL, LC_MESSAGES and LANG in the order POSIX gives them. */
export function chooseLocale(args: readonly string[], environment: Io["environment"]): Locale {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const asked = args[at]?.startsWith("--lang=") ? args[at]?.slice("--lang=".length) : args[at + 1];
  if (at >= 0 && (asked === "ja" || asked === "en")) return asked;
  const fromEnvironment = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^ja/i.test(fromEnvironment) ? "ja" : "en";
}
