// lkcluster completion: what a shell offers at the Tab key, as a script made from the commands and options themselves.

import { explainIndex } from "@lkcluster/core/catalogue/explainIndex.ts";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { readings } from "@lkcluster/core/simulate/readings.ts";
import type { Command, Option } from "commander";
import { addCommand, type Shell } from "../command.ts";
import { exitCode } from "../exitCode.ts";
import {
  bashScript,
  type CompletedCommand,
  type CompletedOption,
  fishScript,
  powershellScript,
  zshScript,
} from "../output/completionScripts.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powershellScript } as const;
type ShellName = keyof typeof scripts;

export function registerCompletion(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "completion <shell>",
    summary: {
      en: "completion for a shell: bash, zsh, fish or powershell",
      ja: "シェルの補完スクリプトを表示する（bash、zsh、fish、powershell）",
    },
    formats: ["text"],
    leavesOut: ["color", "quiet", "config"],
    options: [],
    examples: [
      {
        args: "completion bash >> ~/.bash_completion",
        summary: { en: "for bash", ja: "bash 用" },
      },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: zsh's, not ours
      { args: 'completion zsh > "${fpath[1]}/_lkcluster"', summary: { en: "for zsh", ja: "zsh 用" } },
      {
        args: "completion fish > ~/.config/fish/completions/lkcluster.fish",
        summary: { en: "for fish", ja: "fish 用" },
      },
      { args: "completion powershell >> $PROFILE", summary: { en: "for PowerShell", ja: "PowerShell 用" } },
    ],
    run({ io, locale }, [name = ""]) {
      if (!isShell(name)) {
        const known = Object.keys(scripts).join(", ");
        io.writeError(
          `lkcluster: ${{ en: `no script for "${name}"; there are ${known}.`, ja: `「${name}」用のスクリプトはありません。使える値: ${known.replaceAll(", ", "、")}` }[locale]}\n`,
        );
        return exitCode.usage;
      }
      io.write(scripts[name](completedCommands(program, locale)));
      return exitCode.ok;
    },
  });
}

function isShell(name: string): name is ShellName {
  return Object.hasOwn(scripts, name);
}

function completedCommands(program: Command, locale: Locale): readonly CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    options: command.options.map(completedOption),
    words: wordsFor(command.name(), locale),
  }));
}

function completedOption({ flags, short, long, description, argChoices }: Option): CompletedOption {
  const [, value] = /<([^>]+)>/.exec(flags) ?? [];
  return {
    long: long ?? "",
    short,
    summary: description,
    value: value === undefined ? "none" : argChoices !== undefined ? argChoices : isPath(value) ? "path" : "anything",
  };
}

function isPath(placeholder: string): boolean {
  return ["file", "folder", "path", "plan"].includes(placeholder);
}

/** What may stand behind a command beside paths; undefined where only paths may. */
function wordsFor(command: string, locale: Locale): readonly string[] | undefined {
  switch (command) {
    case "explain":
      return [
        ...explainIndex(locale).flatMap(({ names }) => names),
        ...rules.map(({ code }) => code),
        ...readings.map(({ id }) => id),
        // Names that a shell would read as something else are left to the keyboard.
      ].filter((name) => /^[\w./-]+$/.test(name));
    case "export":
      return ["ansible"];
    case "completion":
      return Object.keys(scripts);
    default:
      return undefined;
  }
}
