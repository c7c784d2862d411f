// How a command joins lkcluster: one file in commands/, one function that registers it, one handler that
// returns an exit code. Options that every command shares are declared here once.

import { resolve } from "node:path";
import { isSourceAddress } from "@lkcluster/core/catalogue/sources.ts";
import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { safeMarkdown, visibleJson } from "@lkcluster/core/text/shown.ts";
import { type Command, Option } from "commander";
import type { ExitCode } from "./exitCode.ts";
import { type StandardInput, textOf } from "./files.ts";
import type { SafeIo } from "./io.ts";
import { type Paint, padTo, painter, widthOf, wrap } from "./output/paint.ts";

export type Format = "text" | "json" | "sarif" | "junit" | "markdown" | "csv";

/** What a format asks for beside what every terminal does. */
const safeIn: Partial<Record<Format, (text: string) => string>> = {
  json: visibleJson,
  sarif: visibleJson,
  markdown: (text) => safeMarkdown(text, isSourceAddress),
};

/** What a handler gets beside its own arguments and options. */
export interface Run {
  readonly io: SafeIo;
  readonly locale: Locale;
  readonly format: Format;
  readonly quiet: boolean;
  readonly paint: Paint;
  /** A settings file that counts over the `lkcluster.json` beside a cluster file. */
  readonly config: string | undefined;
  /** Set when `-` is among the paths. */
  readonly input: StandardInput | undefined;
}

export interface Shell {
  readonly io: SafeIo;
  readonly locale: Locale;
  finish(code: ExitCode): void;
}

export interface CommandSpec<Options> {
  /** Name and arguments as commander reads them: `check <path...>`. */
  readonly usage: string;
  readonly summary: Localized;
  readonly formats: readonly [Format, ...Format[]];
  /** Own options. */
  readonly options: readonly OptionSpec[];
  /** Common options that would change nothing here, and are not offered. */
  readonly leavesOut?: readonly ("color" | "quiet" | "config")[];
  /** Command lines that a newcomer can try, without `lkcluster`. */
  readonly examples?: readonly { readonly args: string; readonly summary: Localized }[];
  run(run: Run, args: readonly string[], options: Options): Promise<ExitCode> | ExitCode;
}

export interface OptionSpec {
  readonly flags: string;
  readonly summary: Localized;
  readonly choices?: readonly string[];
}

/** For commands that know a file by its name. */
export const stdinFileOption: OptionSpec = {
  flags: "--stdin-file <path>",
  summary: {
    en: "name of what - reads, for example default/LifeKeeper",
    ja: "- で読み込む内容のファイル名。例: default/LifeKeeper",
  },
};

interface SharedOptions {
  readonly stdinFile?: string;
  readonly format?: Format;
  readonly quiet?: boolean;
  readonly color?: "auto" | "always" | "never";
  readonly config?: string;
}

const shared = {
  format: { en: "output format", ja: "出力形式" },
  lang: { en: "language of the output", ja: "出力の言語" },
  color: { en: "when to use colours", ja: "色を使う条件" },
  quiet: { en: "print only what went wrong", ja: "問題があったときだけ出力する" },
  examples: { en: "Examples:", ja: "例:" },
  config: { en: "settings that override lkcluster.json", ja: "lkcluster.json より優先する設定ファイル" },
} as const satisfies Record<string, Localized>;

export function languageOption(locale: Locale): Option {
  return new Option("--lang <language>", shared.lang[locale]).choices(["en", "ja"]).default(locale);
}

export function addCommand<Options>(program: Command, shell: Shell, spec: CommandSpec<Options>): void {
  const { locale, io } = shell;
  const command = program.command(spec.usage).description(spec.summary[locale]);
  if (spec.examples !== undefined) command.addHelpText("after", `\n${examplesText(spec.examples, locale, io.columns)}`);
  for (const { flags, summary, choices } of spec.options) {
    const option = new Option(flags, summary[locale]);
    if (choices !== undefined) option.choices([...choices]);
    command.addOption(option);
  }
  const offers = (option: "color" | "quiet" | "config"): boolean => spec.leavesOut?.includes(option) !== true;
  // Where there is one format there is nothing to choose.
  if (spec.formats.length > 1) {
    command.addOption(
      new Option("--format <format>", shared.format[locale]).choices([...spec.formats]).default(spec.formats[0]),
    );
  }
  command.addOption(languageOption(locale));
  if (offers("color")) {
    const when = new Option("--color <when>", shared.color[locale]).choices(["auto", "always", "never"]);
    command.addOption(when.default("auto"));
  }
  if (offers("quiet")) command.option("-q, --quiet", shared.quiet[locale]);
  if (offers("config")) command.option("--config <file>", shared.config[locale]);
  command.action(async (...received: unknown[]) => {
    // Commander passes the arguments, then the options, then the command itself.
    const own = received.at(-2) as Options & SharedOptions;
    const args = received.slice(0, -2).flatMap((value) => (value === undefined ? [] : value)) as string[];
    const colours = own.color === "always" || (own.color !== "never" && io.interactive && !io.environment["NO_COLOR"]);
    // Read once, whoever asks.
    let bytes: Promise<Uint8Array> | undefined;
    const readInput = (): Promise<Uint8Array> => {
      bytes ??= io.readInput();
      return bytes;
    };
    const file = resolve(io.directory, own.stdinFile ?? "-");
    // A command with one form may have a `--format` of its own, which says something else.
    const format = spec.formats.find((one) => one === own.format) ?? spec.formats[0];
    const safe = safeIn[format];
    const run: Run = {
      io: { ...io, readInput, ...(safe === undefined ? {} : { write: (text: string) => io.write(safe(text)) }) },
      locale,
      format,
      quiet: own.quiet === true,
      paint: painter(colours),
      config: own.config,
      input: args.includes("-") ? { file, content: textOf(file, await readInput()) } : undefined,
    };
    shell.finish(await spec.run(run, args, own));
  });
}

/** Each with what it is for; on a narrow terminal that stands below. */
function examplesText(
  examples: NonNullable<CommandSpec<unknown>["examples"]>,
  locale: Locale,
  columns: number,
): string {
  const leads = examples.map(({ args }) => `  lkcluster ${args}`);
  const widest = largest(leads.map(widthOf));
  const fits = examples.every(({ summary }) => widest + 2 + widthOf(summary[locale]) <= columns);
  const lines = examples.flatMap(({ summary }, index) => {
    const lead = leads[index] ?? "";
    return fits ? [`${padTo(lead, widest)}  ${summary[locale]}`] : [lead, wrap(summary[locale], columns, "      ")];
  });
  return `${shared.examples[locale]}\n${lines.join("\n")}`;
}
