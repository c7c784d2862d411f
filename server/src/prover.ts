// Proves while the user types: the proofs of every open cluster, in slices between requests, stopped by the next
// change, and remembered for as long as the model stays the same. Nobody ever waits for it.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Fix, Problem } from "@lkcluster/core/problem.ts";
import { type Proof, proofsOf } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { findRepairs, repairAsFix } from "@lkcluster/core/prove/repair.ts";
import { type ProofResult, runProof } from "@lkcluster/core/prove/runProof.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";
import { applySuppressions } from "@lkcluster/core/rules/suppression.ts";
import { guarded, type Log } from "./guard.ts";
import { modelKey, proofKey } from "./modelKey.ts";
import type { Background, Session } from "./session.ts";

export interface ProverOptions {
  /** After the last change, before anything is explored. */
  readonly pauseMs: number;
  /** How long the prover may hold everybody else up. */
  readonly sliceMs: number;
}

export const usualProverOptions: ProverOptions = { pauseMs: 300, sliceMs: 4 };

interface Task {
  readonly key: string;
  readonly work: Generator<unknown, void>;
}

export class Prover implements Background {
  readonly #sessionOf: () => Session;
  readonly #changed: () => void;
  readonly #options: ProverOptions;
  /** By model and proof; the oldest goes when there are too many. */
  readonly #results = new Map<string, ProofResult>();
  readonly #repairs = new Map<string, readonly Fix[]>();
  readonly #problems = new WeakMap<CheckResult, readonly Problem[]>();
  #tasks: readonly Task[] = [];
  #timer: NodeJS.Timeout | undefined;
  #turn: NodeJS.Immediate | undefined;
  readonly #pumpGuarded: () => void;
  readonly #planGuarded: () => void;

  /** `changed` is called whenever there is something new to tell. */
  constructor(session: () => Session, log: Log, changed: () => void, options: ProverOptions = usualProverOptions) {
    this.#sessionOf = session;
    this.#changed = changed;
    this.#options = options;
    this.#pumpGuarded = guarded(log, "prove", undefined, () => this.#pump());
    this.#planGuarded = guarded(log, "prove", undefined, () => this.#plan());
  }

  /** Something changed: what is being explored waits until it is clear that it is still wanted. */
  follow(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#timer = setTimeout(this.#planGuarded, this.#options.pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#turn);
    this.#tasks = [];
  }

  problems(file: string): readonly Problem[] {
    const found = this.#wanted().flatMap((check) => this.#problemsOf(check).filter((problem) => problem.file === file));
    if (found.length === 0) return [];
    const { told } = applySuppressions(this.#session.snapshot.read(file)?.text ?? "", found);
    return told.flatMap((problem) => this.#asLoudAsWanted(problem));
  }

  /** The settings speak about proofs as they do about rules. */
  #asLoudAsWanted(problem: Problem): readonly Problem[] {
    const level = this.#session.settings.rules[problem.code];
    if (level === "off") return [];
    return [level === undefined ? problem : { ...problem, severity: level }];
  }

  verdicts(file: string): ReadonlyMap<number, Localized> {
    const check = this.#session.snapshot.cluster(file);
    if (check.sound === undefined || !this.#isOn()) return new Map();
    return new Map(
      proofsOf(check.parsed.tree, file).flatMap((proof): readonly (readonly [number, Localized])[] => {
        const result = this.#results.get(this.#keyOf(check, proof));
        return result === undefined || proof.place === undefined ? [] : [[proof.place.span.start, verdictText(result)]];
      }),
    );
  }

  get #session(): Session {
    return this.#sessionOf();
  }

  #isOn(): boolean {
    return this.#session.settings.proofsWhileTyping;
  }

  /** The sound clusters that somebody is looking at, in their own file or in their parameter file. */
  #wanted(): readonly CheckResult[] {
    if (!this.#isOn()) return [];
    const { workspace, snapshot } = this.#session;
    const open = new Set(workspace.openFiles);
    return workspace.clusterFiles
      .map((file) => snapshot.cluster(file))
      .filter(({ sound, parsed }) => {
        const parameterFile = sound?.defaultsFile;
        return (
          sound !== undefined && (open.has(parsed.file) || (parameterFile !== undefined && open.has(parameterFile)))
        );
      });
  }

  #keyOf(check: CheckResult, proof: Proof): string {
    return `${this.#session.settings.proofStatesMax} ${proofKey(proof)} ${modelKey(check)}`;
  }

  #problemsOf(check: CheckResult): readonly Problem[] {
    const known = this.#problems.get(check);
    const { sound } = check;
    if (known !== undefined || sound === undefined) return known ?? [];
    const problems = proofsOf(check.parsed.tree, check.parsed.file).flatMap((proof) => {
      const key = this.#keyOf(check, proof);
      const result = this.#results.get(key);
      if (result === undefined) return [];
      // The model is the same but places may have moved, so that the proof is the one of the text as it is now.
      return proofProblems(sound, { ...result, proof }, this.#repairs.get(key) ?? []);
    });
    this.#problems.set(check, problems);
    return problems;
  }

  #plan(): void {
    const tasks = this.#wanted().flatMap((check) =>
      proofsOf(check.parsed.tree, check.parsed.file).flatMap((proof) => this.#tasksFor(check, proof)),
    );
    this.#tasks = tasks;
    this.#schedule();
  }

  /** A task that is under way for the same model goes on. */
  #tasksFor(check: CheckResult, proof: Proof): readonly Task[] {
    const key = this.#keyOf(check, proof);
    const running = this.#tasks.find((task) => task.key === key);
    if (running !== undefined) return [running];
    const result = this.#results.get(key);
    if (result === undefined) return [{ key, work: this.#prove(check, proof, key) }];
    const needsRepair = result.verdict === "violated" && !this.#repairs.has(key);
    return needsRepair ? [{ key, work: this.#repair(check, proof, key) }] : [];
  }

  *#prove(check: CheckResult, proof: Proof, key: string): Generator<unknown, void> {
    if (check.sound === undefined) return;
    const statesMax = this.#session.settings.proofStatesMax;
    const nodes = check.sound.nodes.length;
    const transitionsPerSlice = Math.max(50, Math.round(20_000 / (nodes * nodes)));
    const result = yield* runProof(check.sound, proof, { statesMax, transitionsPerSlice });
    this.#results.set(key, result);
    for (const old of [...this.#results.keys()].slice(0, -resultsMax)) this.#results.delete(old);
    this.#tell(check);
    if (result.verdict === "violated") yield* this.#repair(check, proof, key);
  }

  *#repair(check: CheckResult, proof: Proof, key: string): Generator<unknown, void> {
    const { snapshot, settings } = this.#session;
    const repairs = yield* findRepairs(snapshot, check, proof, { statesMax: settings.proofStatesMax });
    this.#repairs.set(key, repairs.map(repairAsFix));
    for (const old of [...this.#repairs.keys()].slice(0, -resultsMax)) this.#repairs.delete(old);
    this.#tell(check);
  }

  #tell(check: CheckResult): void {
    this.#problems.delete(check);
    const current = this.#session.snapshot.cluster(check.parsed.file);
    this.#problems.delete(current);
    this.#changed();
  }

  #schedule(): void {
    clearImmediate(this.#turn);
    if (this.#tasks.length > 0) this.#turn = setImmediate(this.#pumpGuarded);
  }

  /** One slice; then whoever waits has a turn. */
  #pump(): void {
    const until = performance.now() + this.#options.sliceMs;
    const [task, ...others] = this.#tasks;
    if (task === undefined) return;
    // Without the task while it works, so that a bug in it is met once and not for ever.
    this.#tasks = others;
    let done = false;
    while (!done && performance.now() < until) done = task.work.next().done === true;
    if (!done) this.#tasks = [task, ...others];
    this.#schedule();
  }
}

const resultsMax = 100;

function verdictText({ verdict, report }: ProofResult): Localized {
  const states = report.states.toLocaleString("en");
  switch (verdict) {
    case "holds":
      return { en: `✓ holds, ${states} states`, ja: `✓ 成り立ちます（${states} 状態）` };
    case "violated":
      return { en: "✗ violated", ja: "✗ 反例があります" };
    case "incomplete":
      return { en: `? not finished, ${states} states`, ja: `? 未完了（${states} 状態）` };
  }
}
