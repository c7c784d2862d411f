// A run as a command of `lkcluster`, to be sent to somebody or put into a script.

import { isOutside } from "@lkcluster/core/simulate/event.ts";
import { shellWord } from "@lkcluster/core/text/shellWord.ts";
import type { Run } from "../run/run.ts";
import { stepLines } from "./scenarioText.ts";

/** Undefined for a run that a command cannot say: one that begins with what a scenario gives. */
export function commandText(file: string, run: Run, startsAsUsual: boolean): string | undefined {
  const steps = run.steps.flatMap((step) => stepLines({ ...step, events: step.events.filter(isOutside) }));
  if (!startsAsUsual || steps.length === 0) return undefined;
  const readings = (run.readings ?? []).map(({ id, answer }) => `${id}=${answer}`);
  const answers = readings.length === 0 ? "" : ` --reading ${shellWord(readings.join(","))}`;
  return `lkcluster simulate ${shellWord(file)} --do ${shellWord(steps.join("  "))}${answers}\n`;
}
