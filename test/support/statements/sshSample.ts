// Sequences for real nodes: drawn from the same generator, cut to what takes seconds.

import fc from "fast-check";
import type { Untrue } from "./evidence.ts";
import type { Count } from "./laws.ts";
import { type Sequence, type Step, sequences } from "./sequence.ts";
import { SshWorld } from "./sshWorld.ts";

const stepsMax = 5;

export function sshSequences(seed: number, count: number): readonly Sequence[] {
  const drawn = fc.sample(sequences, { seed, numRuns: count });
  return drawn.map((sequence) => ({ ...sequence, steps: sequence.steps.filter(isWorthTheTime).slice(0, stepsMax) }));
}

/** Looking is tried in memory; the clock of this machine is everybody's. */
function isWorthTheTime(step: Step): boolean {
  if (step.do === "run") return step.command.kind !== "status" && step.command.kind !== "plan";
  return step.do !== "set-clock" && step.do !== "swap-names";
}

export interface Lived {
  readonly sequence: Sequence;
  readonly untrue: readonly Untrue[];
  /** Of each run. */
  readonly outcomes: readonly string[];
}

/** One after the other on the same nodes, each from the first day on. */
export async function* liveOnSsh(all: readonly Sequence[], count: Count = () => undefined): AsyncGenerator<Lived> {
  const world = await SshWorld.start();
  try {
    for (const sequence of all) {
      const untrue = await world.live(sequence, count);
      const outcomes = world.runs.map(({ told }) => told?.json.en?.outcome ?? "no report");
      yield { sequence, untrue, outcomes };
    }
  } finally {
    await world.stop();
  }
}

/** What is untrue in it, and the sequence, for people to read. */
export function describeLived({ sequence: { steps, ...rest }, untrue }: Lived): string {
  return [
    ...untrue.map(({ law, what }) => `${law}: ${what}`),
    JSON.stringify(rest),
    ...steps.map((step) => JSON.stringify(step)),
  ].join("\n  ");
}
