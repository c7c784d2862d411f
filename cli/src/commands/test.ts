// lkcluster test: runs the scenarios of cluster files. Text for people, JSON for tools, JUnit for CI.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { renderJunit } from "../output/junit.ts";
import { writeMarkdown } from "../output/markdownPage.ts";
import { hang, wrap } from "../output/paint.ts";
import { requirementsText } from "../output/requirementsText.ts";
import { explainResult, type FileResults, junitSuites, testMarkdown } from "../output/testReports.ts";
import { renderTimeline } from "../output/timelineText.ts";
import { readingOption, readReadings } from "../readings.ts";
import { readSoundClusters, writeErrors } from "../soundClusters.ts";

interface Options {
  readonly filter?: string;
  readonly reading?: string;
}

export function registerTest(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "test <path...>",
    summary: { en: "run the scenarios of cluster files", ja: "クラスターファイルのシナリオを実行する" },
    formats: ["text", "json", "junit", "markdown"],
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
  const { files, texts, unreadable, unsound, left } = readSoundClusters(run, paths);
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
    const results = scenarios.map((scenario) => {
      const started = performance.now();
      const result = runScenario(model, file.check.parsed, scenario);
      return { ...result, tookSeconds: (performance.now() - started) / 1000 };
    });
    tested.push({ file, results });
  }
  const count = tested.reduce((sum, { results }) => sum + results.length, 0);
  const failed = tested.flatMap(({ results }) => results).filter(({ passed }) => !passed).length;
  switch (run.format) {
    case "json":
      run.io.write(`${JSON.stringify({ scenarios: tested.flatMap((one) => toJson(run, one)) }, undefined, 2)}\n`);
      break;
    case "junit":
      run.io.write(renderJunit(junitSuites(run, tested, { left, texts, none: nothingFor(filter) })));
      break;
    case "markdown":
      writeMarkdown(run, testMarkdown(run, tested, left));
      break;
    default:
      writeText(run, tested);
  }
  if (unreadable) return exitCode.usage;
  if (count === 0 && !broken) {
    // Nothing to test is no success: a filter in a script may be wrong.
    run.io.writeError(`lkcluster: ${nothingFor(filter)[run.locale]}\n`);
    return exitCode.usage;
  }
  return failed > 0 || broken ? exitCode.no : exitCode.ok;
}

function nothingFor(filter: string | undefined): Localized {
  return filter === undefined ? words.none : words.noneCalled(filter);
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
      for (const line of explainResult(run, file, result)) io.write(`${paint.red(wrap(line, io.columns, "      "))}\n`);
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
  total: (passed: number, failed: number): Localized => ({
    en: `${passed} passed, ${failed} failed`,
    ja: `成功 ${passed} 件、失敗 ${failed} 件`,
  }),
} as const;
