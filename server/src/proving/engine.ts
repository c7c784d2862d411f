// Runs the scenarios and makes the proofs of an agenda, a slice at a time, and says what comes out. It knows nothing of threads: whoever has
// one pumps it, and a test pumps it to its end.

import { scenarioOutcome } from "@lkcluster/core/ide/scenarioOutcome.ts";
import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { type Proof, proofsOf } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { findRepairs, repairAsFix } from "@lkcluster/core/prove/repair.ts";
import { runProof } from "@lkcluster/core/prove/runProof.ts";
import { type CheckResult, checkCluster } from "@lkcluster/core/rules/check.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import type { Model } from "@lkcluster/core/simulate/model.ts";
import { anchorsOf } from "./anchors.ts";
import type { Agenda, FromThread, Order, ProofOrder, ProvedRepair, ScenarioOrder, ToThread } from "./protocol.ts";

interface Job {
  readonly order: Order;
  readonly work: Generator<unknown, void>;
}

export class ProofEngine {
  readonly #say: (message: FromThread) => void;
  #jobs: readonly Job[] = [];
  #begun: number | undefined;
  #held = false;
  /** Of the agenda's clusters: all scenarios of a file run on one. */
  readonly #models = new WeakMap<SoundCluster, Model>();

  constructor(say: (message: FromThread) => void) {
    this.#say = say;
  }

  /** There is something to pump. */
  get isBusy(): boolean {
    return !this.#held && this.#jobs.length > 0;
  }

  take(message: ToThread): void {
    this.#held = message.kind === "hold";
    if (message.kind === "hold") return;
    const files = fileSetOf(message);
    const checks = new Map<string, CheckResult>();
    const check = (file: string): CheckResult => {
      // Without the user's settings: how loud a rule is says nothing about what holds.
      const known = checks.get(file) ?? checkCluster(files, file);
      checks.set(file, known);
      return known;
    };
    this.#jobs = message.orders.map(
      (order) =>
        this.#jobs.find((job) => job.order.id === order.id) ?? { order, work: this.#work(order, files, check) },
    );
    this.#say({ kind: "taken", number: message.number });
    if (this.#jobs.length === 0) this.#say({ kind: "idle" });
  }

  /** Some milliseconds of work. */
  slice(): void {
    const [job, ...others] = this.#jobs;
    if (job === undefined || this.#held) return;
    const { id } = job.order;
    if (this.#begun !== id) this.#say({ kind: "begun", id });
    this.#begun = id;
    try {
      if (job.work.next().done !== true) return;
    } catch (bug) {
      this.#say({ kind: "bug", id, text: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
    }
    this.#jobs = others;
    if (others.length === 0) this.#say({ kind: "idle" });
  }

  *#work(order: Order, files: FileSet, checkOf: (file: string) => CheckResult): Generator<unknown, void> {
    const check = checkOf(order.clusterFile);
    if (order.begins === "scenario") this.#run(order, check);
    else yield* this.#proofWork(order, files, check);
  }

  #run({ id, scenario: index }: ScenarioOrder, { sound, parsed }: CheckResult): void {
    const scenario = parsed.tree.scenarios[index];
    if (sound === undefined || scenario === undefined) return;
    const model = this.#models.get(sound) ?? compile(sound);
    this.#models.set(sound, model);
    const outcome = scenarioOutcome(model, parsed, scenario);
    const anchors = anchorsOf(outcome.problems, sound, undefined);
    this.#say({ kind: "run", id, run: { ...outcome, start: scenario.span.start, anchors } });
  }

  *#proofWork(order: ProofOrder, files: FileSet, check: CheckResult): Generator<unknown, void> {
    const { id, clusterFile, statesMax } = order;
    const proof = proofsOf(check.parsed.tree, clusterFile)[order.proof];
    if (check.sound === undefined || proof === undefined) return;
    if (order.begins === "proof" && (yield* this.#prove(order, check.sound, proof)) !== "violated") return;
    const repairs = yield* findRepairs(files, check, proof, {
      statesMax,
      bytesMax,
      transitionsPerSlice: sliceOf(check.sound),
    });
    this.#say({
      kind: "repairs",
      id,
      repairs: repairs.map((repair): ProvedRepair => ({ steps: repair.steps, title: repairAsFix(repair).title })),
    });
  }

  *#prove({ id, statesMax }: ProofOrder, sound: SoundCluster, proof: Proof) {
    const result = yield* runProof(sound, proof, { statesMax, bytesMax, transitionsPerSlice: sliceOf(sound) });
    const { verdict, report } = result;
    const { states, limit, faultsCovered } = report;
    const violations = verdict === "violated" ? proofProblems(sound, result) : [];
    const anchors = anchorsOf(violations, sound, proof.place);
    this.#say({ kind: "outcome", id, outcome: { verdict, states, limit, faultsCovered, violations, anchors } });
    return verdict;
  }
}

/** For the states of a search. Those of eight nodes and 200 resources need a tenth of it at the usual limit. */
const bytesMax = 32_000_000;

/** Transitions of about a millisecond or a few: they cost more, the more nodes there are. */
function sliceOf({ nodes }: SoundCluster): number {
  return Math.max(50, Math.round(20_000 / nodes.length ** 2));
}

function fileSetOf({ texts }: Agenda): FileSet {
  return {
    read(file) {
      const text = texts.get(file);
      return text === undefined ? undefined : { file, text, version: 1 };
    },
  };
}
