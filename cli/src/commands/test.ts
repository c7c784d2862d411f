// lkcluster test: runs the scenarios of cluster files. Text for people, JSON for tools, JUnit for CI.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { type JunitCase, renderJunit } from "../output/junit.ts";
import { hang, wrap } from "../output/paint.ts";
import { requirementsText } from "../output/requirementsText.ts";
import { renderTimeline } from "../output/timelineText.ts";
import { readingOption, readReadings } from "../readings.ts";
import { readSoundClusters, type SoundFile, writeErrors } from "../soundClusters.ts";

interface Options {
  readonly filter?: string;
  readonly reading?: string;
}

interface FileResults {
  readonly file: SoundFile;
  readonly results: readonly ScenarioResult[];
}

export function registerTest(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "test <path...>",
    summary: { en: "run the scenarios of cluster files", ja: "クラスターファイルのシナリオを実行する" },
    formats: ["text", "json", "junit"],
    leavesOut: ["config"],
    options: [
      readingOption,
      {
        flags: "--filter <text>",
        summary: { en: "only scenarios whose title contains this", ja: "題名にこの文字列を含むシナリオだけ" },
      },
    ],
    examples: [
      { args: "test .", summary: { en: "every scenario of this folder", ja: "このフォルダーのすべてのシナリオ" } },
      { args: "test --format junit . > results.xml", summary: { en: "for a CI job", ja: "CI 向け" } },
    ],
    run: (run, paths, options) => test(run, paths, options),
  });
}

function test(run: Run, paths: readonly string[], { filter, reading }: Options): ExitCode {
  const readings = readReadings(run, reading);
  if (readings === undefined) return exitCode.usage;
  const { files, texts, unreadable, unsound } = readSoundClusters(run, paths);
  let broken = unsound;
  const tested: FileResults[] = [];
  for (const file of files) {
    if (file.problems.length > 0) {
      broken = true;
      writeErrors(run, file.problems, texts);
    }
    const model = compile(file.check.sound, { readings });
    const scenarios = file.check.parsed.tree.scenarios.filter(
      ({ title }) => filter === undefined || (title?.value ?? "").includes(filter),
    );
    tested.push({ file, results: scenarios.map((scenario) => runScenario(model, file.check.parsed, scenario)) });
  }
  const count = tested.reduce((sum, { results }) => sum + results.length, 0);
  const failed = tested.flatMap(({ results }) => results).filter(({ passed }) => !passed).length;
  switch (run.format) {
    case "json":
      run.io.write(`${JSON.stringify({ scenarios: tested.flatMap((one) => toJson(run, one)) }, undefined, 2)}\n`);
      break;
    case "junit":
      run.io.write(renderJunit(tested.map((one) => toJunit(run, one))));
      break;
    default:
      writeText(run, tested);
  }
  if (unreadable) return exitCode.usage;
  if (count === 0 && !broken) {
    // Nothing to test is no success: a filter in a script may be wrong.
    run.io.writeError(`lkcluster: ${(filter === undefined ? words.none : words.noneCalled(filter))[run.locale]}\n`);
    return exitCode.usage;
  }
  return failed > 0 || broken ? exitCode.no : exitCode.ok;
}

function toJson({ locale }: Run, { file, results }: FileResults): readonly object[] {
  const lines = indexLines(file.text);
  const line = (offset: number): number => lines.positionAt(offset).line;
  return results.map((result) => ({
    file: file.shown,
    title: result.title,
    line: line(result.span.start),
    requirements: result.requirements,
    passed: result.passed,
    steps: result.steps.map(({ span, kind, text, timeMs, passed }) => ({
      line: line(span.start),
      kind,
      text,
      timeMs,
      passed,
    })),
    failures: result.failures.map(({ span, expected, actual }) => ({
      line: line(span.start),
      expected: expected[locale],
      actual: actual[locale],
    })),
    problems: result.problems.map(({ span, code, message }) => ({
      line: line(span.start),
      code,
      message: message[locale],
    })),
    simulatedMs: result.simulatedMs,
  }));
}

function toJunit(run: Run, { file, results }: FileResults) {
  const plain = { locale: run.locale, paint: run.paint, columns: 100 };
  const cases = results.map((result): JunitCase => {
    const said = explain(run, file, result);
    const details = said.length === 0 ? undefined : { message: said[0] ?? "", details: "" };
    const full = details && { ...details, details: `${said.join("\n")}\n\n${renderTimeline(result.timeline, plain)}` };
    const isError = result.problems.some(({ severity }) => severity === "error");
    return {
      name: result.title,
      className: file.shown,
      seconds: 0,
      requirements: result.requirements,
      failure: result.passed || isError ? undefined : full,
      error: result.passed || !isError ? undefined : full,
    };
  });
  return { name: file.shown, cases };
}

/** One line per thing that went wrong. */
function explain({ locale }: Run, file: SoundFile, result: ScenarioResult): readonly string[] {
  const lines = indexLines(file.text);
  const place = (offset: number): string => `${file.shown}:${lines.positionAt(offset).line + 1}`;
  return [
    ...result.problems.map(({ span, message }) => `${place(span.start)} ${message[locale]}`),
    ...result.failures.map(
      ({ span, expected, actual }) =>
        `${place(span.start)} ${words.expected[locale]} ${expected[locale]}; ${words.found[locale]} ${actual[locale]}`,
    ),
  ];
}

function writeText(run: Run, tested: readonly FileResults[]): void {
  const { io, paint, locale, quiet } = run;
  let passed = 0;
  let failed = 0;
  for (const { file, results } of tested) {
    if (results.length > 0 && !(quiet && results.every((result) => result.passed))) io.write(`${file.shown}\n`);
    for (const result of results) {
      if (result.passed) passed++;
      else failed++;
      if (result.passed && quiet) continue;
      const mark = result.passed ? paint.green("✔") : paint.red("✖");
      const took = paint.dim(`${requirementsText(result)}${(result.simulatedMs / 1000).toFixed(0)} s`);
      io.write(`${hang(`  ${mark} `, result.title, io.columns, took)}\n`);
      for (const line of explain(run, file, result)) io.write(`${paint.red(wrap(line, io.columns, "      "))}\n`);
      if (!result.passed) {
        const timeline = renderTimeline(result.timeline, { locale, paint, columns: Math.max(40, io.columns - 6) });
        io.write(timeline.replace(/^(?=.)/gm, "      "));
      }
    }
  }
  if (passed + failed > 0 && (!quiet || failed > 0)) io.write(`${words.total(passed, failed)[locale]}\n`);
}

const words = {
  none: { en: "there is no scenario here.", ja: "シナリオがありません。" },
  noneCalled: (filter: string): Localized => ({
    en: `no scenario has "${filter}" in its title.`,
    ja: `題名に「${filter}」を含むシナリオはありません。`,
  }),
  expected: { en: "expected", ja: "期待:" },
  found: { en: "found", ja: "実際:" },
  total: (passed: number, failed: number): Localized => ({
    en: `${passed} passed, ${failed} failed`,
    ja: `成功 ${passed} 件、失敗 ${failed} 件`,
  }),
} as const;
