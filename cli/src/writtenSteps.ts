// Steps given on the command line, in the language of scenarios: --do and --after.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { type WrittenScenario, writtenScenario } from "@lkcluster/core/rules/scenario/writtenScenario.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { OutsideEvent } from "@lkcluster/core/simulate/event.ts";
import { initialState } from "@lkcluster/core/simulate/given.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import { settle } from "@lkcluster/core/simulate/settle.ts";
import { step } from "@lkcluster/core/simulate/step.ts";
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

/** Whether everything that follows from these comes to an end, without a choice that they do not say. */
export function isAtRest(run: Run, file: SoundFile, deeds: readonly OutsideEvent[], option: string): boolean {
  const model = compile(file.check.sound);
  let state = initialState(model, []);
  for (const deed of deeds) {
    const settled = settle(model, step(model, state, deed));
    if (settled.end !== "settled") {
      run.io.writeError(`lkcluster: ${words.noRest(option, eventText(deed), settled.contested)[run.locale]}\n`);
      return false;
    }
    state = settled.state;
  }
  return true;
}

const words = {
  noRest: (option: string, deed: string, disk: string | undefined): Localized =>
    disk === undefined
      ? {
          en: `${option}: after "${deed}" the cluster does not come to rest, so that there is no beginning to look at faults from.`,
          ja: `${option}: 「${deed}」の後、クラスターの動作が終わらないため、その後の障害を調べられません。`,
        }
      : {
          en: `${option}: after "${deed}" two nodes contend for ${disk}, and these steps do not say which of them wins. Say it before with "take-reservation ${disk} on NODE" or "hold-reservation ${disk}".`,
          ja: `${option}: 「${deed}」の後、2 台のノードが ${disk} を奪い合いますが、どちらが勝つかが書かれていません。その前に "take-reservation ${disk} on ノード" または "hold-reservation ${disk}" を書いてください。`,
        },
  onlyDeeds: (option: string): Localized => ({
    en: `${option} takes only what is done, without "given", "wait" and "expect": everything that follows is waited for.`,
    ja: `${option} に書けるのは操作と障害だけです（given、wait、expect は使えません）。それぞれに続く動作は最後まで待ちます。`,
  }),
};
