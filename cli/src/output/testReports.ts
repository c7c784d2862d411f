// What came of scenarios, for CI services and for pull requests. What could not be run is an error there and never a gap.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import { code, markdownText } from "@lkcluster/core/text/shown.ts";
import type { Run } from "../command.ts";
import type { LeftFile, SoundFile } from "../soundClusters.ts";
import type { JunitCase, JunitSuite } from "./junit.ts";
import type { Part } from "./markdownPage.ts";
import { painter } from "./paint.ts";
import type { Texts } from "./problemPlaces.ts";
import { markdownTable } from "./table.ts";
import { renderTimeline } from "./timelineText.ts";

export interface FileResults {
  readonly file: SoundFile;
  readonly results: readonly (ScenarioResult & { readonly tookSeconds: number })[];
}

interface Rest {
  readonly left: readonly LeftFile[];
  readonly texts: Texts;
  /** Said when nothing ran at all. */
  readonly none: Localized;
}

export function junitSuites(
  run: Run,
  tested: readonly FileResults[],
  { left, texts, none }: Rest,
): readonly JunitSuite[] {
  const suites = [
    ...tested.map((one) => ({ name: one.file.shown, cases: casesOf(run, one, texts) })),
    ...left.map(({ shown, why, problems }) => ({
      name: shown,
      cases: [errorCase(run, { file: shown, why }, problems, texts)],
    })),
  ];
  if (suites.some(({ cases }) => cases.length > 0)) return suites;
  return [{ name: "lkcluster", cases: [errorCase(run, { file: "lkcluster", why: none }, [], texts)] }];
}

function casesOf(run: Run, { file, results }: FileResults, texts: Texts): readonly JunitCase[] {
  const plain = { locale: run.locale, paint: painter(false), columns: 100 };
  const lines = indexLines(file.text);
  const cases = results.map((result): JunitCase => {
    const said = explainResult(run, file, result);
    const details = `${said.join("\n")}\n\n${renderTimeline(result.timeline, plain)}`;
    const full = said.length === 0 ? undefined : { message: said[0] ?? "", details };
    const isError = result.problems.some(({ severity }) => severity === "error");
    return {
      name: result.title,
      className: file.shown,
      file: file.shown,
      line: lines.positionAt(result.span.start).line + 1,
      seconds: result.tookSeconds,
      requirements: result.requirements,
      failure: result.passed || isError ? undefined : full,
      error: result.passed || !isError ? undefined : full,
    };
  });
  // Of a scenario or proof that could not be read there may be no case.
  const isSaid = file.problems.length === 0 || cases.some(({ error }) => error !== undefined);
  return isSaid ? cases : [...cases, errorCase(run, { file: file.shown, why: words.broken }, file.problems, texts)];
}

function errorCase(
  { locale }: Run,
  { file, why }: { readonly file: string; readonly why: Localized },
  problems: readonly Problem[],
  texts: Texts,
): JunitCase {
  const placed = problems.map((problem) => {
    const { line, character } = texts.linesOf(problem.file).positionAt(problem.span.start);
    return {
      line: line + 1,
      text: `${texts.shown(problem.file)}:${line + 1}:${character + 1} ${problem.message[locale]}`,
    };
  });
  const own = problems.findIndex((problem) => texts.shown(problem.file) === file);
  return {
    name: words.readable[locale],
    className: file,
    file,
    line: placed[own]?.line,
    seconds: 0,
    failure: undefined,
    error: { message: why[locale], details: placed.map(({ text }) => text).join("\n") },
  };
}

/** One line per thing that went wrong. */
export function explainResult({ locale }: Run, file: SoundFile, result: ScenarioResult): readonly string[] {
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

/** Failures with their time lines, folded; what passed is a list, folded. */
export function testMarkdown(run: Run, tested: readonly FileResults[], left: readonly LeftFile[]): readonly Part[] {
  const { locale } = run;
  const all = tested.flatMap(({ file, results }) => results.map((result) => ({ file, result })));
  const failed = all.filter(({ result }) => !result.passed);
  const passed = all.filter(({ result }) => result.passed);
  const plain = { locale, paint: painter(false), columns: 100 };
  return [
    `**${words.total(passed.length, failed.length, left.length)[locale]}**`,
    ...left.map(({ why }) => `- ${markdownText(why[locale])}`),
    ...failed.flatMap(({ file, result }): readonly Part[] => [
      `### ${code(file.shown)} ${markdownText(result.title)}`,
      explainResult(run, file, result)
        .map((line) => `- ${markdownText(line)}`)
        .join("\n"),
      { summary: words.timeline[locale], body: block(renderTimeline(result.timeline, plain)) },
    ]),
    ...(passed.length === 0
      ? []
      : [
          {
            summary: words.passed(passed.length)[locale],
            body: markdownTable(
              words.columns.map((column) => column[locale]),
              passed.map(({ file, result }) => [code(file.shown), markdownText(result.title)]),
            ),
          },
        ]),
  ];
}

/** As it stands; no line of it can end the block. */
export function block(text: string): string {
  return `\`\`\`text\n${text.trimEnd().replaceAll("```", "ˋˋˋ")}\n\`\`\``;
}

const words = {
  readable: { en: "can be read", ja: "読み取れること" },
  broken: {
    en: "Scenarios or proofs of the file have errors.",
    ja: "シナリオまたは証明にエラーがあります。",
  },
  expected: { en: "expected", ja: "期待:" },
  found: { en: "found", ja: "実際:" },
  timeline: { en: "Time line", ja: "時系列" },
  passed: (count: number): Localized => ({ en: `${count} passed`, ja: `成功 ${count} 件` }),
  columns: [
    { en: "File", ja: "ファイル" },
    { en: "Scenario", ja: "シナリオ" },
  ],
  total: (passed: number, failed: number, left: number): Localized => ({
    en: `Scenarios: ${passed} passed, ${failed} failed${left === 0 ? "" : `; not read: ${left}`}.`,
    ja: `シナリオ: 成功 ${passed} 件、失敗 ${failed} 件${left === 0 ? "" : `、読み込めないもの ${left} 件`}。`,
  }),
} as const;
