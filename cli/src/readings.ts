// The option --reading of commands that run scenarios: what documents leave open, answered for this run.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import {
  defaultReadings,
  findReading,
  type ReadingChoice,
  readings,
  withAnswer,
} from "@lkcluster/core/simulate/readings.ts";
import type { Run } from "./command.ts";

export const readingOption = {
  flags: "--reading <id=answer>",
  summary: {
    en: "answers to what the documents leave open, with commas (see docs/reference)",
    ja: "資料から決まらない点への答え。カンマ区切り（docs/reference を参照）",
  },
} as const;

/** Undefined, with a message, when there is no such reading or answer. */
export function readReadings(run: Run, given: string | undefined): ReadingChoice | undefined {
  let choice = defaultReadings;
  for (const text of given?.split(",") ?? []) {
    const [id = "", answer = ""] = text.trim().split("=");
    const next = withAnswer(choice, id, answer);
    if (next === undefined) {
      const known = findReading(id);
      const said =
        known === undefined
          ? words.noReading(id)
          : words.noAnswer(
              id,
              known.answers.map((one) => one.id),
            );
      run.io.writeError(`lkcluster: ${said[run.locale]}\n`);
      return undefined;
    }
    choice = next;
  }
  return choice;
}

const words = {
  noReading: (id: string): Localized => {
    const all = readings.map((reading) => reading.id).join(", ");
    return { en: `there is no reading "${id}". Readings: ${all}`, ja: `解釈「${id}」はありません。解釈: ${all}` };
  },
  noAnswer: (id: string, answers: readonly string[]): Localized => ({
    en: `write --reading ${id}=ANSWER with one of: ${answers.join(", ")}`,
    ja: `--reading ${id}=答え の形で指定してください。答え: ${answers.join("、")}`,
  }),
};
