// Makes a sequence that breaks a law as short as it can be: without a step, a fault or an option that has nothing to do
// with it. What is left is what a person reads.

import type { Fault, Run, Sequence, Step } from "./sequence.ts";

/** `breaks` says whether a sequence still does what makes it worth looking at. */
export async function shrink(sequence: Sequence, breaks: (smaller: Sequence) => Promise<boolean>): Promise<Sequence> {
  let best = sequence;
  for (;;) {
    const smaller = await firstOf(smallerOnes(best), breaks);
    if (smaller === undefined) return best;
    best = smaller;
  }
}

async function firstOf(
  candidates: Iterable<Sequence>,
  breaks: (smaller: Sequence) => Promise<boolean>,
): Promise<Sequence | undefined> {
  for (const candidate of candidates) if (await breaks(candidate)) return candidate;
  return undefined;
}

function* smallerOnes(sequence: Sequence): Generator<Sequence> {
  const { steps, clocksAheadSeconds, running, size } = sequence;
  for (let at = steps.length - 1; at >= 0; at--) yield { ...sequence, steps: steps.toSpliced(at, 1) };
  for (const [at, step] of steps.entries()) {
    if (step.do !== "run") continue;
    for (const smaller of smallerRuns(step)) yield { ...sequence, steps: steps.with(at, smaller) };
  }
  if (clocksAheadSeconds.some((ahead) => ahead !== 0)) yield { ...sequence, clocksAheadSeconds: [0, 0, 0, 0] };
  if (running.includes(false)) yield { ...sequence, running: [true, true, true, true] };
  if (size > 2) yield { ...sequence, size: size - 1 };
}

function* smallerRuns(run: Run): Generator<Step> {
  const { faults, command, clockAheadSeconds } = run;
  for (const [at, fault] of faults.entries()) {
    yield { ...run, faults: faults.toSpliced(at, 1) };
    for (const smaller of smallerFaults(fault)) yield { ...run, faults: faults.with(at, smaller) };
  }
  if (clockAheadSeconds !== 0) yield { ...run, clockAheadSeconds: 0 };
  if (command.kind === "status") return;
  for (const name of ["nodes", "replace", "activate", "ignoreProofs"] as const) {
    if (command.options[name] === undefined) continue;
    const { [name]: _, ...options } = command.options;
    yield { ...run, command: { ...command, options } };
  }
}

function* smallerFaults(fault: Fault): Generator<Fault> {
  if (fault.forSeconds !== 1) yield { ...fault, forSeconds: 1 };
  if (fault.at > 0) yield { ...fault, at: Math.trunc(fault.at / 2) };
  if (fault.at > 0) yield { ...fault, at: fault.at - 1 };
}
