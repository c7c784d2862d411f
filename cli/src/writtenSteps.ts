// Steps given on the command line, in the language of scenarios: --do and --after.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type WrittenScenario, writtenScenario } from "@lkcluster/core/rules/scenario/writtenScenario.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import type { Run } from "./command.ts";
import { oneText } from "./output/problemPlaces.ts";
import { renderProblem } from "./output/problemText.ts";
import type { SoundFile } from "./soundClusters.ts";

/**
 * Undefined, with the problems, when the steps cannot be read. `option`: under which they were given.
 */
export function readSteps(run: Run, file: SoundFile, steps: string, option: string): WrittenScenario | undefined {
  const written = writtenScenario(file.check.sound, file.file, file.text, steps, option);
  if ("scenario" in written) return written;
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  const texts = oneText(steps, option);
  for (const problem of written.problems) run.io.writeError(`${renderProblem(problem, texts, look)}\n`);
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
