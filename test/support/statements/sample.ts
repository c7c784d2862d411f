// Many sequences of one seed, lived through and judged; the first that breaks a law, made short, for people to read.

import fc from "fast-check";
import type { Untrue } from "./evidence.ts";
import { live } from "./memoryWorld.ts";
import { type Sequence, sequences } from "./sequence.ts";
import { shrink } from "./shrink.ts";
import type { Judged, Tally } from "./tally.ts";

/** Laws that the program is known to break; each is to go from here. */
export const awaited: ReadonlySet<string> = new Set<string>([]);

export interface Sample extends Omit<Judged, "where"> {
  /** Empty: every statement was true. */
  readonly broken: string;
}

export async function judgeSample(seed: number, count: number): Promise<Sample> {
  const tallies = new Map<string, Tally>();
  const outcomes = new Map<string, number>();
  const add = (statement: string, judged: number, untrue: number): void => {
    const known = tallies.get(statement);
    tallies.set(statement, { judged: (known?.judged ?? 0) + judged, untrue: (known?.untrue ?? 0) + untrue });
  };
  let runs = 0;
  let broken = "";
  for (const [at, sequence] of fc.sample(sequences, { seed, numRuns: count }).entries()) {
    const world = await live(sequence, (statement) => add(statement, 1, 0));
    for (const { command, told } of world.runs) {
      runs++;
      const outcome =
        told?.json.en?.outcome ?? (command.kind === "plan" || command.kind === "status" ? "looked" : "no report");
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    const untrue = world.untrue.filter(({ law }) => !awaited.has(law));
    for (const { law } of untrue) add(law, 0, 1);
    const [first] = untrue;
    if (first !== undefined && broken === "")
      broken = `seed ${seed}, sequence ${at}: ${await explain(sequence, first)}`;
  }
  return { sequences: count, runs, outcomes, tallies, broken };
}

/** The shortest sequence that breaks the same law, step by step. */
export async function explain(sequence: Sequence, { law }: Untrue): Promise<string> {
  const breach = async (each: Sequence): Promise<Untrue | undefined> =>
    (await live(each)).untrue.find((untrue) => untrue.law === law);
  const short = await shrink(sequence, async (each) => (await breach(each)) !== undefined);
  const { steps, ...rest } = short;
  const lines = [
    `${law}: ${(await breach(short))?.what}`,
    JSON.stringify(rest),
    ...steps.map((step) => JSON.stringify(step)),
  ];
  return lines.join("\n  ");
}
