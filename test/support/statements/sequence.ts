// What may happen to a cluster, as data that can be generated, shrunk and printed: histories, the commands of the
// program that deploys, and everything that comes in between.

import fc from "fast-check";
import { filesHere, filesThere, sizeMax } from "./configurations.ts";

/** A node by its place, counted round if the cluster is smaller. */
type Place = number;

export interface Options {
  /** Only these; all when absent. */
  readonly nodes?: readonly Place[];
  readonly replace?: true;
  readonly activate?: true;
  readonly ignoreProofs?: true;
}

export type Command =
  | { readonly kind: "deploy"; readonly options: Options }
  /** Keeps the plan, in place of the one that was kept before. */
  | { readonly kind: "plan"; readonly options: Options }
  | { readonly kind: "deploy-plan"; readonly options: Options }
  /** `to` counts the transactions of the sequence from the newest; absent: before the last one. */
  | { readonly kind: "rollback"; readonly to?: number; readonly options: Options }
  | { readonly kind: "status" };

export type Fault = Moment & (Broken | { readonly beside: Beside });

interface Moment {
  readonly place: Place;
  /** At which operation of that node, counted from the beginning of the run. */
  readonly at: number;
  readonly forSeconds: number;
}

interface Broken {
  readonly fault:
    | "connection-cut"
    | "session-killed"
    | "operation-fails"
    | "node-reboots"
    | "node-gone-for-a-while"
    | "node-gone-for-good"
    | "node-pauses"
    | "file-edited"
    | "timer-fires"
    | "client-sleeps"
    | "client-killed";
}

/** Somebody else gives a command at that moment. */
export interface Beside {
  readonly command: Command;
  /** What is said to the question. */
  readonly answer: boolean;
}

export interface Run extends Beside {
  readonly do: "run";
  /** How far the clock of this client is from the true time. */
  readonly clockAheadSeconds: number;
  readonly faults: readonly Fault[];
}

export type Step =
  | Run
  | { readonly do: "edit-here"; readonly here: number }
  | { readonly do: "edit-there"; readonly place: Place; readonly there: number }
  | { readonly do: "lifekeeper"; readonly place: Place | "all"; readonly running: boolean }
  /** A new machine under the old name. */
  | { readonly do: "rebuild"; readonly place: Place }
  | { readonly do: "remove-history"; readonly place: Place }
  | { readonly do: "swap-names"; readonly place: Place; readonly other: Place }
  | { readonly do: "set-clock"; readonly place: Place; readonly aheadSeconds: number }
  | { readonly do: "reboot"; readonly place: Place }
  | { readonly do: "leave"; readonly place: Place; readonly forSeconds: number }
  | { readonly do: "pause"; readonly place: Place; readonly forSeconds: number }
  | { readonly do: "wait"; readonly seconds: number }
  /** Every node can be reached and goes on. */
  | { readonly do: "mend" }
  /** A node joins the cluster. */
  | { readonly do: "grow" };

export interface Sequence {
  readonly size: number;
  readonly clocksAheadSeconds: readonly number[];
  readonly running: readonly boolean[];
  readonly steps: readonly Step[];
}

const place = fc.nat({ max: sizeMax - 1 });
/** Right, two days off either way, the beginning of time, and a little. */
const clockSeconds = fc.constantFrom(0, 0, 1, -1, 172_800, -172_800, -1_767_225_600);
const seconds = fc.constantFrom(1, 10, 40, 70, 130, 400);

/** Mostly not there: once in so many times. */
function rarely<T>(one: fc.Arbitrary<T>, inTimes: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: inTimes - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });
}

const flag = rarely(fc.constant(true as const), 5);

/** Without the keys that say nothing, so that what is printed is short. */
function sparse<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

const options = (flags: boolean): fc.Arbitrary<Options> =>
  fc
    .record({
      nodes: rarely(fc.uniqueArray(place, { minLength: 1, maxLength: 2 }), 5),
      replace: flags ? flag : fc.constant(undefined),
      activate: rarely(fc.constant(true as const), 3),
      ignoreProofs: flags ? flag : fc.constant(undefined),
    })
    .map((made) => sparse(made) as Options);

const planOptions: fc.Arbitrary<Options> = fc
  .record({
    nodes: rarely(fc.uniqueArray(place, { minLength: 1, maxLength: 1 }), 12),
    replace: rarely(fc.constant(true as const), 12),
    activate: rarely(fc.constant(true as const), 12),
  })
  .map((made) => sparse(made) as Options);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("deploy" as const), options: options(true) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("plan" as const), options: options(true) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("deploy-plan" as const), options: planOptions }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        kind: fc.constant("rollback" as const),
        to: rarely(fc.nat({ max: 3 }), 2),
        options: options(false),
      })
      .map((made) => sparse(made) as Command),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "status" as const }) },
);

/** Few runs have more operations on one node than the second. */
const operation = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 24 }) },
  { weight: 1, arbitrary: fc.nat({ max: 40 }) },
);

const broken: fc.Arbitrary<Fault> = fc.record({
  place,
  at: operation,
  fault: fc.constantFrom(
    "client-killed",
    "client-killed",
    "client-sleeps",
    "connection-cut",
    "session-killed",
    "operation-fails",
    "node-reboots",
    "node-gone-for-a-while",
    "node-gone-for-good",
    "node-pauses",
    "node-pauses",
    "file-edited",
    "timer-fires",
  ),
  forSeconds: seconds,
});

const beside: fc.Arbitrary<Fault> = fc.record({
  place,
  at: operation,
  forSeconds: fc.constant(1),
  beside: fc.record({ command, answer: fc.constant(true) }),
});

const fault: fc.Arbitrary<Fault> = fc.oneof({ weight: 12, arbitrary: broken }, { weight: 1, arbitrary: beside });

const run: fc.Arbitrary<Run> = fc.record({
  do: fc.constant("run" as const),
  command,
  clockAheadSeconds: clockSeconds,
  answer: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
  faults: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(fault) },
    { weight: 2, arbitrary: fc.tuple(fault, fault) },
  ),
});

const between: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    // Mostly what counts at once; what must agree is refused wherever LifeKeeper runs and is not stopped for it.
    arbitrary: fc.record({
      do: fc.constant("edit-here" as const),
      here: fc.oneof(
        { weight: 3, arbitrary: fc.nat({ max: 2 }) },
        { weight: 1, arbitrary: fc.nat({ max: filesHere.length - 1 }) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("edit-there" as const),
      place,
      there: fc.nat({ max: filesThere.length - 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("lifekeeper" as const),
      place: fc.oneof(place, fc.constant("all" as const)),
      running: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rebuild" as const), place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove-history" as const), place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("swap-names" as const), place, other: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set-clock" as const), place, aheadSeconds: clockSeconds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reboot" as const), place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave" as const), place, forSeconds: seconds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pause" as const), place, forSeconds: seconds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), seconds }) },
  { weight: 5, arbitrary: fc.constant({ do: "mend" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "grow" as const }) },
);

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  size: fc.constantFrom(3, 3, 2, 2, 1, 4),
  clocksAheadSeconds: fc.array(clockSeconds, { minLength: 4, maxLength: 4 }),
  running: fc.array(
    fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
    { minLength: 4, maxLength: 4 },
  ),
  steps: fc.array(fc.oneof({ weight: 5, arbitrary: run }, { weight: 4, arbitrary: between }), {
    minLength: 1,
    maxLength: 12,
  }),
});
