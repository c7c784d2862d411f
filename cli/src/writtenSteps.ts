// Steps given on the command line, in the language of scenarios: --do and --after.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { ScenarioBlock } from "@lkcluster/core/syntax/cluster/tree.ts";
import type { Parsed } from "@lkcluster/core/syntax/parsed.ts";
import type { Run } from "./command.ts";
import { oneText } from "./output/problemPlaces.ts";
import { renderProblem } from "./output/problemText.ts";
import type { SoundFile } from "./soundClusters.ts";

export interface WrittenSteps {
  readonly parsed: Pick<Parsed<unknown>, "file" | "text">;
  readonly scenario: ScenarioBlock;
}

/**
 * The steps become a scenario behind the text of the file, so that their problems have a place to show. Undefined, with
 * the problems, when they cannot be read. `option`: under which they were given.
 */
export function readSteps(run: Run, file: SoundFile, steps: string, option: string): WrittenSteps | undefined {
  const before = `${file.text}\nscenario "${option}" {\n`;
  const parsed = parseCluster(file.file, `${before}${steps}\n}\n`);
  const problems: readonly Problem[] = [...parsed.problems, ...scenarioProblems(file.check.sound, parsed)].filter(
    (problem) => problem.severity === "error" && problem.span.end >= before.length,
  );
  const scenario = parsed.tree.scenarios.at(-1);
  if (problems.length === 0 && scenario?.title?.value === option) return { parsed, scenario };
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  const shift = (span: { readonly start: number; readonly end: number }) => ({
    start: Math.max(0, span.start - before.length),
    end: Math.max(0, span.end - before.length),
  });
  const texts = oneText(steps, option);
  for (const problem of problems) {
    run.io.writeError(`${renderProblem({ ...problem, span: shift(problem.span) }, texts, look)}\n`);
  }
  return undefined;
}

/** Only what is done, without waits and expectations: everything follows from each of them anyhow. */
export function readDeeds(
  run: Run,
  file: SoundFile,
  steps: string,
  option: string,
): readonly OutsideEvent[] | undefined {
  const written = readSteps(run, file, steps, option);
  if (written === undefined) return undefined;
  const { scenario } = written;
  const actions = scenario.steps.flatMap((step) => (step.kind === "actions" ? step.actions : []));
  const events = actions.flatMap((action) => outsideEvent(file.check.sound, action) ?? []);
  const isPlain = scenario.givens.length === 0 && scenario.steps.every(({ kind }) => kind === "actions");
  if (isPlain && events.length === actions.length) return events;
  run.io.writeError(`lkcluster: ${words.onlyDeeds(option)[run.locale]}\n`);
  return undefined;
}

const words = {
  onlyDeeds: (option: string): Localized => ({
    en: `${option} takes only what is done, without "given", "wait" and "expect": everything that follows is waited for.`,
    ja: `${option} に書けるのは操作と障害だけです（given、wait、expect は使えません）。それぞれに続く動作は最後まで待ちます。`,
  }),
};
