// lkcluster simulate: the time line of a scenario, or of steps given on the command line, with reasons.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { WrittenScenario } from "@lkcluster/core/rules/scenario/writtenScenario.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { nodeConditionWords } from "@lkcluster/core/simulate/scenario/eventWords.ts";
import { finalState, type ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { oneText } from "../output/problemPlaces.ts";
import { renderProblem } from "../output/problemText.ts";
import { timelineJson } from "../output/timelineJson.ts";
import { renderTimeline } from "../output/timelineText.ts";
import { readingOption, readReadings } from "../readings.ts";
import { readSoundClusters, type SoundFile } from "../soundClusters.ts";
import { readSteps } from "../writtenSteps.ts";

interface Options {
  readonly reading?: string;
  readonly scenario?: string;
  readonly do?: string;
}

export function registerSimulate(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "simulate <file>",
    summary: { en: "what happens, when and why", ja: "何が、いつ、なぜ起きるかを時系列で表示する" },
    formats: ["text", "json"],
    leavesOut: ["config"],
    options: [
      readingOption,
      { flags: "--scenario <title>", summary: { en: "a scenario of the file", ja: "ファイルにあるシナリオ" } },
      {
        flags: "--do <steps>",
        summary: {
          en: 'steps in the language of scenarios, for example "cut A <-> B  wait 20s  heal all"',
          ja: 'シナリオの言語で書いたステップ。例: "cut A <-> B  wait 20s  heal all"',
        },
      },
    ],
    examples: [
      {
        args: "simulate cluster.lk",
        summary: { en: "the first scenario of the file", ja: "ファイルの最初のシナリオ" },
      },
      {
        args: 'simulate cluster.lk --do "crash a  wait 20s  boot a"',
        summary: { en: "what follows from these steps", ja: "このステップから起きること" },
      },
    ],
    run: (run, [path = ""], options) => simulate(run, path, options),
  });
}

function simulate(run: Run, path: string, options: Options): ExitCode {
  const readings = readReadings(run, options.reading);
  if (readings === undefined) return exitCode.usage;
  const { files, unreadable, unsound } = readSoundClusters(run, [path]);
  const file = files[0];
  if (unreadable) return exitCode.usage;
  if (unsound || file === undefined) return exitCode.no;
  if (files.length > 1) {
    run.io.writeError(`lkcluster: ${words.several(files.map(({ shown }) => shown))[run.locale]}\n`);
    return exitCode.usage;
  }
  const chosen =
    options.do === undefined ? chooseScenario(run, file, options.scenario) : readSteps(run, file, options.do, "--do");
  if (chosen === undefined) return exitCode.usage;
  const { parsed, scenario } = chosen;
  const result = runScenario(compile(file.check.sound, { readings }), parsed, scenario);
  if (run.format === "json") {
    const timeline = timelineJson(result.timeline, run.locale);
    run.io.write(
      `${JSON.stringify({ title: result.title, timeline, final: finalState(result.view) }, undefined, 2)}\n`,
    );
  } else {
    const { locale, paint, io } = run;
    if (!run.quiet) writeRun(run, result);
    for (const { expected, actual } of result.failures) {
      io.write(`${paint.red(words.failed(expected, actual)[locale])}\n`);
    }
  }
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  const texts = oneText(parsed.text, file.shown);
  for (const problem of result.problems) {
    run.io.writeError(`${renderProblem(problem, texts, look)}\n`);
  }
  return result.passed ? exitCode.ok : exitCode.no;
}

function writeRun({ locale, paint, io }: Run, result: ScenarioResult): void {
  io.write(renderTimeline(result.timeline, { locale, paint, columns: io.columns }));
  io.write(`${words.final[locale]}\n`);
  for (const { name, condition } of result.view.nodes) {
    io.write(`  ${name}: ${nodeConditionWords[condition][locale]}\n`);
  }
  for (const [tag, states] of Object.entries(finalState(result.view).resources)) {
    const list = Object.entries(states).map(([node, state]) => `${node} ${state}`);
    io.write(`  ${tag}: ${list.join(", ")}\n`);
  }
}

function chooseScenario(run: Run, file: SoundFile, title: string | undefined): WrittenScenario | undefined {
  const { parsed } = file.check;
  const scenarios = parsed.tree.scenarios;
  const scenario =
    title === undefined
      ? scenarios[0]
      : (scenarios.find((one) => one.title?.value === title) ??
        scenarios.find((one) => one.title?.value.includes(title) === true));
  if (scenario !== undefined) return { parsed, scenario };
  const titles = scenarios.map((one) => `  ${one.title?.value ?? ""}\n`).join("");
  run.io.writeError(`lkcluster: ${words.noScenario[run.locale]}\n${titles}`);
  return undefined;
}

const words = {
  several: (shown: readonly string[]): Localized => ({
    en: `only one cluster file can be simulated at a time. Name one of: ${shown.join(", ")}.`,
    ja: `一度にシミュレーションできるクラスターファイルは 1 つです。次のいずれかを指定してください: ${shown.join("、")}`,
  }),
  final: { en: "Final state:", ja: "最終状態:" } satisfies Localized,
  noScenario: {
    en: "there is no such scenario in this file; it has these:",
    ja: "そのシナリオはこのファイルにありません。次のシナリオがあります:",
  } satisfies Localized,
  failed: (expected: Localized, actual: Localized): Localized => ({
    en: `expected ${expected.en}; found ${actual.en}`,
    ja: `期待: ${expected.ja} / 実際: ${actual.ja}`,
  }),
};
