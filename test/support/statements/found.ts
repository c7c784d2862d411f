// Sequences that once ended with something untrue: found by the generator, made short, and kept so that they stay true.

import type { Command, Options, Run, Sequence, Step } from "./sequence.ts";

function run(command: Command, more: Partial<Omit<Run, "do" | "command">> = {}): Run {
  return { do: "run", command, clockAheadSeconds: 0, answer: true, faults: [], ...more };
}

const deploy = (options: Options = {}, more: Parameters<typeof run>[1] = {}): Run =>
  run({ kind: "deploy", options }, more);
const plan = (options: Options = {}): Run => run({ kind: "plan", options });
const deployPlan = (options: Options = {}): Run => run({ kind: "deploy-plan", options });
const rollback = (options: Options = {}, to?: number): Run =>
  run({ kind: "rollback", options, ...(to === undefined ? {} : { to }) });
const here = (file: number): Step => ({ do: "edit-here", here: file });

/** The client dies at this operation of the node at this place. */
const dies = (place: number, at: number): Parameters<typeof run>[1] => ({
  faults: [{ place, at, fault: "client-killed", forSeconds: 1 }],
});

export interface FoundSequence {
  readonly title: string;
  readonly sequence: Sequence;
}

function found(title: string, size: number, ...steps: readonly Step[]): FoundSequence {
  const sequence = { size, clocksAheadSeconds: [0, 0, 0, 0], running: [true, true, true, true], steps };
  return { title, sequence };
}

const stopped = { do: "lifekeeper", place: "all", running: false } as const;
const running = { do: "lifekeeper", place: "all", running: true } as const;

export const foundSequences: readonly FoundSequence[] = [
  found("a rollback to the last deployment itself", 2, deploy(), rollback({}, 0)),
  found("a rollback to an earlier deployment", 3, deploy(), here(1), deploy(), here(0), deploy(), rollback({}, 1)),
  found(
    "a rollback to a deployment of a client whose clock ran two days ahead",
    3,
    deploy(),
    here(1),
    deploy({}, { clockAheadSeconds: 172_800 }),
    here(0),
    deploy(),
    rollback({}, 1),
    rollback({}, 2),
  ),
  found("a rollback when another node was rolled back alone", 3, deploy(), rollback({ nodes: [0] }), rollback()),
  found("a rollback after one node was rebuilt", 2, deploy(), { do: "rebuild", place: 1 }, rollback()),
  found("a plan from when LifeKeeper was stopped", 3, here(3), stopped, plan(), running, deployPlan()),
  found(
    "a plan from before two nodes changed names",
    2,
    plan(),
    { do: "swap-names", place: 0, other: 1 },
    deployPlan(),
  ),
  found("a plan, for one node only", 2, plan(), deployPlan({ nodes: [0] })),
  found("a plan, but replacing", 2, plan(), deployPlan({ replace: true })),
  found("a deployment to one node", 2, deploy({ nodes: [0] }), deploy({ nodes: [0] }), rollback({ nodes: [0] })),
  found(
    "one node of a running cluster alone, with a value that must agree",
    3,
    here(4),
    deploy({ nodes: [0], activate: true }),
  ),
  found(
    "one node of a running cluster alone, with a mixture nobody proved",
    2,
    here(1),
    deploy(),
    here(2),
    deploy({ nodes: [0] }),
  ),
  found(
    "one node asked after a client died while it confirmed",
    2,
    deploy({}, dies(0, 30)),
    rollback({ nodes: [1] }, 0),
  ),
  found("a refusal after a client died", 3, deploy({}, dies(2, 10)), here(3), deploy()),
  found("a no after a client died", 2, deploy({}, dies(1, 11)), deploy({}, { answer: false })),
  found(
    "a confirmation that one node cannot give",
    2,
    here(3),
    deploy({ activate: true }, { faults: [{ place: 1, at: 28, fault: "file-edited", forSeconds: 1 }] }),
  ),
  found(
    "a node that goes away with the word that decides",
    2,
    deploy(
      { replace: true, activate: true },
      { faults: [{ place: 0, at: 30, fault: "node-gone-for-good", forSeconds: 1 }] },
    ),
  ),
  found(
    "a node that pauses while it confirms",
    2,
    deploy({}, { faults: [{ place: 0, at: 18, fault: "node-pauses", forSeconds: 400 }] }),
  ),
  found(
    "a client died, and another waits for one node while the timer of the other fires",
    2,
    deploy({}, dies(1, 11)),
    deploy({}, { faults: [{ place: 0, at: 0, fault: "node-pauses", forSeconds: 70 }] }),
  ),
  found(
    "a node pauses while it confirms, and its peers already run on the new values",
    3,
    here(3),
    { do: "lifekeeper", place: 1, running: false },
    deploy({ activate: true }, { faults: [{ place: 1, at: 21, fault: "node-pauses", forSeconds: 1 }] }),
  ),
  found(
    "an edit on a node that the deployment did not change",
    2,
    deploy(),
    { do: "edit-there", place: 0, there: 0 },
    deploy({}, { faults: [{ place: 1, at: 2, fault: "file-edited", forSeconds: 1 }] }),
  ),
  found(
    "a node that was stopped, and is gone when the others are taken back",
    1,
    deploy(
      { replace: true, activate: true },
      { faults: [{ place: 0, at: 11, fault: "node-gone-for-a-while", forSeconds: 40 }] },
    ),
  ),
  found(
    "a node that pauses before its file is renamed, and does it later",
    2,
    deploy({}, { faults: [{ place: 1, at: 10, fault: "node-pauses", forSeconds: 130 }] }),
  ),
  found(
    "another client that begins between taking back and starting LifeKeeper again",
    2,
    deploy(
      { replace: true, activate: true },
      {
        faults: [
          { place: 1, at: 5, fault: "file-edited", forSeconds: 1 },
          { place: 0, at: 14, forSeconds: 1, beside: deploy({ activate: true, ignoreProofs: true }) },
        ],
      },
    ),
  ),
  found(
    "another client that rolls back as soon as the first has confirmed",
    2,
    deploy({}, { faults: [{ place: 0, at: 18, forSeconds: 1, beside: rollback() }] }),
  ),
  found(
    "one node of a cluster that grew, while the other cannot be read",
    1,
    here(1),
    deploy(),
    { do: "grow" },
    here(2),
    { do: "leave", place: 0, forSeconds: 1 },
    deploy({ nodes: [1] }),
  ),
];
