// lkcluster check: the problems of cluster files, parameter files and folders.

import { isLouder } from "@lkcluster/core/evidence.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { append } from "@lkcluster/core/many.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { checkCluster, checkDefaults } from "@lkcluster/core/rules/check.ts";
import { toldOnce } from "@lkcluster/core/rules/toldOnce.ts";
import { runProblems } from "@lkcluster/core/simulate/scenario/runProblems.ts";
import { markdownText } from "@lkcluster/core/text/shown.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell, stdinFileOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { diskFiles, findInputs, nothingFound, readText, shownPath, type Unreadable, unreadableText } from "../files.ts";
import { writeMarkdown } from "../output/markdownPage.ts";
import { countBySeverity, problemToJson } from "../output/problemJson.ts";
import { problemMarkdown } from "../output/problemMarkdown.ts";
import { type Texts, textsOf } from "../output/problemPlaces.ts";
import { renderProblem } from "../output/problemText.ts";
import { toSarif } from "../output/sarif.ts";
import { givenSettings } from "../settings.ts";

export function registerCheck(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "check <path...>",
    summary: {
      en: "problems of cluster files, parameter files and folders",
      ja: "クラスターファイル、パラメーターファイル、フォルダーの問題を調べる",
    },
    formats: ["text", "json", "sarif", "markdown"],
    options: [stdinFileOption],
    examples: [
      { args: "check .", summary: { en: "this folder and what is below", ja: "このフォルダーと、その下すべて" } },
      {
        args: "check --format sarif . > problems.sarif",
        summary: { en: "for the code scanning of a CI service", ja: "CI サービスのコードスキャン向け" },
      },
      {
        args: "check --stdin-file default/LifeKeeper - < /etc/default/LifeKeeper",
        summary: { en: "a parameter file from standard input", ja: "標準入力のパラメーターファイル" },
      },
    ],
    run: (run, paths) => check(run, paths),
  });
}

interface Found {
  readonly problems: readonly Problem[];
  readonly suppressed: readonly Problem[];
  readonly unreadable: readonly Unreadable[];
  /** Files that were read. */
  readonly fileCount: number;
}

function check(run: Run, paths: readonly string[]): ExitCode {
  const found = collect(run, paths);
  const texts = textsOf(diskFiles(run.input), (file) => shownPath(run.io.directory, file));
  const reasons = found.unreadable.map((one) => ({
    file: texts.shown(one.file),
    message: unreadableText(one, run.io.directory)[run.locale],
  }));
  for (const { message } of reasons) run.io.writeError(`lkcluster: ${message}\n`);
  const summary = countBySeverity(found.problems);
  switch (run.format) {
    case "json":
      run.io.write(
        `${JSON.stringify(
          {
            problems: found.problems.map((problem) => problemToJson(problem, run.locale, texts)),
            suppressed: found.suppressed.map((problem) => problemToJson(problem, run.locale, texts)),
            unreadable: reasons,
            summary,
          },
          undefined,
          2,
        )}\n`,
      );
      break;
    case "sarif":
      run.io.write(`${JSON.stringify(sarifOf(run, found, texts, reasons), undefined, 2)}\n`);
      break;
    case "markdown": {
      const unread = reasons.map(({ message }) => markdownText(message));
      writeMarkdown(run, problemMarkdown(run, found.problems, texts, unread));
      break;
    }
    default:
      writeText(run, found, texts);
  }
  // Nothing to check is no success: a path in a script may be wrong.
  if (found.fileCount === 0 && found.unreadable.length === 0)
    run.io.writeError(`lkcluster: ${nothingFound[run.locale]}\n`);
  if (found.unreadable.length > 0 || found.fileCount === 0) return exitCode.usage;
  return summary.errors > 0 ? exitCode.no : exitCode.ok;
}

function sarifOf(
  run: Run,
  { problems }: Found,
  texts: Texts,
  reasons: readonly { readonly message: string }[],
): object {
  const { locale, io } = run;
  const unread = reasons.map(({ message }) => message);
  return toSarif({ command: "check", problems, locale, texts, directory: io.directory, unread });
}

function collect(run: Run, paths: readonly string[]): Found {
  const files = diskFiles(run.input);
  const inputs = findInputs(paths, run.io.directory, run.input);
  const given = givenSettings(run, files);
  const unreadable = [...inputs.unreadable, ...given.unreadable];
  const problems: Problem[] = [...given.problems];
  const suppressed: Problem[] = [];
  const covered = new Set<string>();
  const readable = (file: string): boolean => {
    const content = readText(file, run.input);
    if ("why" in content) unreadable.push(content);
    return "text" in content;
  };
  for (const file of inputs.clusters) {
    if (!readable(file)) continue;
    const result = checkCluster(files, file, given.settings);
    if (result.cluster?.defaultsFile !== undefined) covered.add(result.cluster.defaultsFile);
    append(problems, result.problems);
    if (result.sound !== undefined) append(problems, runProblems(result.sound, result.parsed, result.problems));
    append(suppressed, result.suppressed);
  }
  for (const file of inputs.parameterFiles) {
    // A file that a cluster names has been checked with that cluster's facts, which is more than it says alone.
    if (covered.has(file) || !readable(file)) continue;
    const result = checkDefaults(files, file, given.settings);
    append(problems, result.problems);
    append(suppressed, result.suppressed);
  }
  const found = new Set([...inputs.clusters, ...inputs.parameterFiles]);
  const fileCount = [...found].filter((file) => !unreadable.some((one) => one.file === file)).length;
  return { problems: [...toldOnce(problems)].sort(byPlace), suppressed, unreadable, fileCount };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if (a.span.start !== b.span.start) return a.span.start - b.span.start;
  return isLouder(a.severity, b.severity) ? -1 : isLouder(b.severity, a.severity) ? 1 : 0;
}

function writeText(run: Run, found: Found, texts: Texts): void {
  const shown = run.quiet ? found.problems.filter(({ severity }) => severity === "error") : found.problems;
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  for (const problem of shown) {
    run.io.write(`${renderProblem(problem, texts, look)}\n`);
  }
  if (found.suppressed.length > 0 && !run.quiet) {
    run.io.write(`${words.suppressed[run.locale]}\n`);
    for (const problem of found.suppressed) run.io.write(`  ${texts.shown(problem.file)} [${problem.code}]\n`);
  }
  const { errors, warnings, information, hints } = countBySeverity(found.problems);
  if (!run.quiet && found.fileCount > 0)
    run.io.write(`${words.total(found.fileCount, errors, warnings, information + hints)[run.locale]}\n`);
}

const words = {
  suppressed: {
    en: "Suppressed by a comment or a setting:",
    ja: "コメントまたは設定で抑止されている問題:",
  } satisfies Localized,
  total: (files: number, errors: number, warnings: number, others: number): Localized => ({
    en: `${plural(files, "file")}: ${plural(errors, "error")}, ${plural(warnings, "warning")}, ${plural(others, "note")}`,
    ja: `${files} ファイル: エラー ${errors} 件、警告 ${warnings} 件、その他 ${others} 件`,
  }),
};

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
