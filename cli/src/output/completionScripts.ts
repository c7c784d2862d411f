// Completion scripts for four shells from one description of the commands. They ask nothing of lkcluster when they run.

import { shellWord } from "@lkcluster/core/text/shellWord.ts";

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** What may stand behind it; undefined: paths. */
  readonly words: readonly string[] | undefined;
}

export interface CompletedOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly summary: string;
  readonly value: "none" | "path" | "anything" | readonly string[];
}

export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const perOption = commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, value }) => {
      if (value === "none") return [];
      // No answer makes bash offer paths.
      return [
        `    "${name} ${long}") ${typeof value === "string" ? "" : `words="${value.join(" ")}"; ${offer}; `}return ;;`,
      ];
    }),
  );
  const perCommand = commands.map(({ name, options, words }) => {
    const flags = options.flatMap(({ long, short }) => (short === undefined ? [long] : [short, long]));
    return [
      `    ${name})`,
      `      if [[ $cur == -* ]]; then words="${[...flags, "--help"].join(" ")}"`,
      ...(words === undefined ? [] : [`      else words="${words.join(" ")}"`]),
      "      fi ;;",
    ].join("\n");
  });
  return `# Completion of lkcluster for bash, written by \`lkcluster completion bash\`.
_lkcluster() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" words="" i
  COMPREPLY=()
  # --option=value comes as three words.
  if [[ $cur == "=" ]]; then cur=""
  elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in ${names.join("|")}|help) command="\${COMP_WORDS[i]}"; break ;; esac
  done
  case "$command $prev" in
    " --lang") words="en ja"; ${offer}; return ;;
${perOption.join("\n")}
  esac
  case "$command" in
    "") words="${names.join(" ")} help --lang --help --version" ;;
    help) words="${names.join(" ")}" ;;
${perCommand.join("\n")}
  esac
  ${offer}
}
complete -o default -F _lkcluster lkcluster
`;
}

const offer = 'COMPREPLY=($(compgen -W "$words" -- "$cur"))';

export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, summary }) => `    ${shellWord(`${name}:${summary.replaceAll(":", "\\:")}`)}`,
  );
  const perCommand = commands.map(({ name, options, words }) => {
    const rest =
      words === undefined
        ? "*:path:_files"
        : name === "explain"
          ? `*:name:(${words.join(" ")})`
          : `1:name:(${words.join(" ")})`;
    const more = words !== undefined && name === "export" ? ["*:path:_files"] : [];
    const specs = [...options.flatMap(zshOption), "(- *)--help[help]", rest, ...more];
    return `        ${name})\n          _arguments ${specs.map((spec) => `\\\n            ${shellWord(spec)}`).join(" ")} ;;`;
  });
  return `#compdef lkcluster
# Completion of lkcluster for zsh, written by \`lkcluster completion zsh\`.
_lkcluster() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${described.join("\n")}
  )
  _arguments -C '--lang[language]:language:(en ja)' '(- *)--help[help]' '(- *)--version[version]' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $words[1] in
        help) _describe -t commands command commands ;;
${perCommand.join("\n")}
      esac ;;
  esac
}
if [[ $funcstack[1] == _lkcluster ]]; then _lkcluster "$@"; else compdef _lkcluster lkcluster; fi
`;
}

function zshOption({ long, short, summary, value }: CompletedOption): readonly string[] {
  const text = summary.replaceAll("[", "(").replaceAll("]", ")");
  const argument =
    value === "none"
      ? ""
      : value === "path"
        ? ":path:_files"
        : value === "anything"
          ? ":value: "
          : `:value:(${value.join(" ")})`;
  return [long, ...(short === undefined ? [] : [short])].map((flag) => `${flag}[${text}]${argument}`);
}

export function fishScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names} help`;
  const lines = commands.flatMap(({ name, summary, options, words }) => [
    `complete -c lkcluster -n ${fishQuoted(none)} -f -a ${name} -d ${fishQuoted(summary)}`,
    ...options.map((option) => fishOption(name, option)),
    ...(words === undefined
      ? []
      : [
          `complete -c lkcluster -n ${fishQuoted(`__fish_seen_subcommand_from ${name}`)} ${name === "export" ? "" : "-f "}-a ${fishQuoted(words.join(" "))}`,
        ]),
  ]);
  return `# Completion of lkcluster for fish, written by \`lkcluster completion fish\`.
complete -c lkcluster -n ${fishQuoted(none)} -f -a help
complete -c lkcluster -n ${fishQuoted(none)} -l version
complete -c lkcluster -n ${fishQuoted(none)} -l lang -x -a 'en ja'
complete -c lkcluster -l help
complete -c lkcluster -n '__fish_seen_subcommand_from help' -f -a ${fishQuoted(names)}
${lines.join("\n")}
`;
}

function fishOption(command: string, { long, short, summary, value }: CompletedOption): string {
  const argument =
    value === "none"
      ? ""
      : value === "path"
        ? " -r -F"
        : value === "anything"
          ? " -x"
          : ` -x -a ${fishQuoted(value.join(" "))}`;
  const letter = short === undefined ? "" : ` -s ${short.replace(/^-/, "")}`;
  return `complete -c lkcluster -n ${fishQuoted(`__fish_seen_subcommand_from ${command}`)} -l ${long.replace(/^--/, "")}${letter}${argument} -d ${fishQuoted(summary)}`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

export function powershellScript(commands: readonly CompletedCommand[]): string {
  const entry = (text: string, summary: string): string => `@(${powershellQuoted(text)}, ${powershellQuoted(summary)})`;
  const perCommand = commands.map(({ name, options, words = [] }) => {
    const flags = options.map(({ long, summary }) => entry(long, summary));
    return `    ${powershellQuoted(name)} = @(${[...flags, ...words.map((word) => entry(word, word))].join(", ")})`;
  });
  const perOption = commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, value }) =>
      typeof value === "string"
        ? []
        : [`    ${powershellQuoted(`${name} ${long}`)} = @(${value.map((word) => entry(word, word)).join(", ")})`],
    ),
  );
  return `# Completion of lkcluster for PowerShell, written by \`lkcluster completion powershell\`.
Register-ArgumentCompleter -Native -CommandName lkcluster -ScriptBlock {
  param($word, $line, $cursor)
  $commands = @(
    ${[...commands.map(({ name, summary }) => entry(name, summary)), entry("help", "help")].join(",\n    ")}
  )
  $perCommand = @{
${perCommand.join("\n")}
  }
  $perOption = @{
${perOption.join("\n")}
  }
  $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  $command = $typed | Where-Object { $perCommand.ContainsKey($_) } | Select-Object -First 1
  $before = if ($word -eq '') { $typed | Select-Object -Last 1 } else { $typed | Select-Object -Last 2 | Select-Object -First 1 }
  $offered = if ($null -eq $command -or $command -eq $word) { $commands }
    elseif ($perOption.ContainsKey("$command $before")) { $perOption["$command $before"] }
    else { $perCommand[$command] }
  # Nothing offered makes PowerShell offer paths.
  $offered | Where-Object { $_[0] -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

function powershellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
