// lkcluster: one tool for terminals and CI, the same engine as the editor. Each command is one file in commands/.

import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { type Argument, Command, CommanderError, type Option } from "commander";
import { languageOption, type Shell } from "./command.ts";
import { commands, type Register } from "./commands/all.ts";
import { type ExitCode, exitCode } from "./exitCode.ts";
import { chooseLocale, type Io, processIo, safeIo } from "./io.ts";
import { explained } from "./output/outFiles.ts";
import { widthOf, wrap } from "./output/paint.ts";
import { version } from "./version.ts";

export async function main(args: readonly string[], rawIo: Io = processIo()): Promise<ExitCode> {
  const io = safeIo(rawIo);
  // Asked by scripts, again and again: no command needs to be loaded for it.
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    io.write(`${version}\n`);
    return exitCode.ok;
  }
  const locale = chooseLocale(args, io.environment);
  let result: ExitCode = exitCode.ok;
  const shell: Shell = {
    io,
    locale,
    finish(code) {
      result = code;
    },
  };
  try {
    const program = createProgram(shell, await Promise.all(askedFor(args).map((command) => command.load())));
    await program.parseAsync([...args], { from: "user" });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    const refused = systemRefusal(error);
    if (refused !== undefined) {
      io.writeError(`lkcluster: ${refused[locale]}\n`);
      return exitCode.usage;
    }
    io.writeError(`${texts.bug[locale]}\n${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCode.usage;
  }
}

/** What the file system said when a file could not be written; anything else is a bug. */
function systemRefusal(error: unknown): Localized | undefined {
  if (!(error instanceof Error && "code" in error && "path" in error && "syscall" in error)) return undefined;
  return explained(String(error.path), error);
}

/** One command when it is named first, or all: help lists them, and a misspelt name is like one of them. */
function askedFor(args: readonly string[]): typeof commands {
  const first = args[0] === "--lang" ? args[2] : args[0]?.startsWith("--lang=") ? args[1] : args[0];
  const named = commands.filter(({ name }) => name === first);
  return named.length > 0 && !named.some(({ needsAll }) => needsAll) ? named : commands;
}

const texts = {
  description: {
    en: "Check, simulate, prove and deploy SIOS LifeKeeper for Linux clusters written as text.",
    ja: "テキストで書いた SIOS LifeKeeper for Linux クラスターを検査・シミュレーション・証明・デプロイします。",
  },
  help: { en: "show this help", ja: "このヘルプを表示する" },
  version: { en: "show the version", ja: "バージョンを表示する" },
  helpCommand: { en: "help for a command", ja: "コマンドのヘルプを表示する" },
  values: { en: "one of ", ja: "指定できる値: " },
  byDefault: { en: "default ", ja: "デフォルト: " },
  comma: { en: ", ", ja: "、" },
  semicolon: { en: "; ", ja: "。" },
  bug: {
    en: "This is a bug in lkcluster. Please report it with these lines:",
    ja: "lkcluster の不具合です。次の内容を添えて報告してください:",
  },
} as const;

const titles: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  ja: { "Usage:": "使い方:", "Options:": "オプション:", "Commands:": "コマンド:", "Arguments:": "引数:" },
};

export function createProgram(shell: Shell, registers: readonly Register[]): Command {
  const { io, locale } = shell;
  const program = new Command("lkcluster")
    .description(texts.description[locale])
    .version(version, "-V, --version", texts.version[locale])
    .helpOption("-h, --help", texts.help[locale])
    .helpCommand("help [command]", texts.helpCommand[locale])
    .addOption(languageOption(locale))
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => titles[locale][title] ?? title,
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
      optionDescription: (option) => optionText(option, locale),
      helpWidth: io.columns,
      minWidthToWrap: 20,
      // Commander counts characters; Japanese ones are two columns wide and have no spaces to break at.
      displayWidth: widthOf,
      boxWrap: (text, columns) => wrap(text, columns),
    })
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.writeError(text),
      outputError: (text, write) => write(usageError(text, locale)),
    });
  for (const register of registers) register(program, shell);
  // Subcommands copy the settings of their program only when they are made after it; say it again to be sure.
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption("-h, --help", texts.help[locale]);
  }
  return program;
}

/** What an option is for, its values and its default, in one language. */
function optionText({ description, argChoices, defaultValue }: Option, locale: Locale): string {
  const values = argChoices === undefined ? [] : [`${texts.values[locale]}${argChoices.join(texts.comma[locale])}`];
  const byDefault = defaultValue === undefined ? [] : [`${texts.byDefault[locale]}${String(defaultValue)}`];
  const more = [...values, ...byDefault].join(texts.semicolon[locale]);
  if (more === "") return description;
  return locale === "ja" ? `${description}（${more}）` : `${description} (${more})`;
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Commander speaks English; its few complaints about usage are said again in Japanese, with the names kept. */
function usageError(text: string, locale: Locale): string {
  if (locale === "en") return text;
  const forms: readonly (readonly [RegExp, string])[] = [
    [/^error: unknown option '(.*?)'/, "オプション '$1' はありません。"],
    [/^error: unknown command '(.*?)'/, "コマンド '$1' はありません。"],
    [/^error: missing required argument '(.*?)'/, "引数 '$1' が必要です。"],
    [/^error: too many arguments.*$/m, "引数が多すぎます。"],
    [/^error: option '(.*?)' argument missing/, "オプション '$1' の値がありません。"],
    [
      /^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*?)\.?$/m,
      "オプション '$1' に値 '$2' は使えません。使える値: $3",
    ],
    [/\(Did you mean (.*?)\?\)/, "$1 のことですか。"],
  ];
  return forms.reduce((said, [pattern, form]) => said.replace(pattern, form), text);
}
