// Runs scenarios and proves while the user types: those of every open cluster, in a thread of their own, held back by the
// next change, and remembered for as long as the model stays the same. Nobody ever waits for it.

import type { Snapshot } from "@lkcluster/core/ide/snapshot.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { outcomeCodes } from "@lkcluster/core/model/scenarioProblem.ts";
import type { Fix, Problem } from "@lkcluster/core/problem.ts";
import { areProofsLeftToAsking, type Proof, proofsOf } from "@lkcluster/core/prove/proof.ts";
import { unfinishedProblem } from "@lkcluster/core/prove/proofProblem.ts";
import { repairCandidates } from "@lkcluster/core/prove/repairCandidates.ts";
import { type CheckResult, settingsFor } from "@lkcluster/core/rules/check.ts";
import { settingsFileName } from "@lkcluster/core/rules/settings.ts";
import { applySuppressions } from "@lkcluster/core/rules/suppression.ts";
import { resolveFrom } from "@lkcluster/core/text/filePath.ts";
import { guarded, type Log } from "./guard.ts";
import type { Failure, Machine } from "./machine.ts";
import { ModelKeys, proofKey } from "./modelKey.ts";
import { moved } from "./proving/anchors.ts";
import type { FromThread, Order, Outcome, ProofOrder, ProvedRepair } from "./proving/protocol.ts";
import { ProofThread, type ThreadOptions, usualThreadOptions } from "./proving/thread.ts";
import { failureText, failureVerdict, runVerdict, verdictText } from "./proving/wording.ts";
import { type RunNow, ScenarioBook } from "./scenarioBook.ts";
import type { Background, Session, Standing } from "./session.ts";
import { checkSettings } from "./settings.ts";
import type { Timer } from "./timers.ts";

export interface ProverOptions {
  /** After the last change, before anything is explored. */
  readonly pauseMs: number;
  readonly thread: ThreadOptions;
}

export const usualProverOptions: ProverOptions = { pauseMs: 300, thread: usualThreadOptions };

/** Whom the prover tells. */
export interface ProverListener {
  readonly log: Log;
  /** There is something new to show. */
  readonly changed: () => void;
  /** Something that the user should know. */
  readonly warn: (text: Localized) => void;
}

/** What is known about a proof: what came out, or why nothing did. */
type Known =
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "failed"; readonly why: Failure };

export class Prover implements Background {
  readonly #sessionOf: () => Session;
  readonly #listener: ProverListener;
  readonly #options: ProverOptions;
  readonly #thread: ProofThread;
  readonly #models: ModelKeys;
  /** By model and proof; the oldest goes when there are too many. */
  readonly #known = new Map<string, Known>();
  readonly #repairs = new Map<string, readonly ProvedRepair[]>();
  readonly #scenarios = new ScenarioBook();
  /** The numbers of what is on the agenda, by model and proof. */
  #ordered: ReadonlyMap<string, number> = new Map();
  #orders = 0;
  #problems = new WeakMap<CheckResult, readonly Problem[]>();
  #lookedAt: { readonly snapshot: Snapshot | undefined; readonly wanted: readonly CheckResult[] } = {
    snapshot: undefined,
    wanted: [],
  };
  #timer: Timer | undefined;
  #showing: Timer | undefined;
  readonly #planGuarded: () => void;
  /** One after the other, with nothing achieved between them. */
  #failures = 0;
  readonly #asked = new Set<string>();
  readonly #warned = new Set<Failure["kind"]>();

  constructor(
    session: () => Session,
    listener: ProverListener,
    { startThread, digest }: Pick<Machine, "startThread" | "digest">,
    options: ProverOptions = usualProverOptions,
  ) {
    this.#sessionOf = session;
    this.#listener = listener;
    this.#options = options;
    this.#models = new ModelKeys(digest);
    this.#planGuarded = guarded(listener.log, "prove", undefined, () => this.#plan());
    const heard = guarded(listener.log, "prove", undefined, (message: FromThread) => this.#hear(message));
    const failed = (why: Failure, order: number | undefined): void => this.#fail(why, order);
    this.#thread = new ProofThread({ heard, failed }, startThread, options.thread);
  }

  /** Something changed: what is being explored waits until it is clear that it is still wanted. */
  follow(): void {
    this.#failures = 0;
    this.#thread.hold();
    this.#planSoon();
  }

  /** The standard proofs of a cluster that is too large to make them unasked. */
  ask(file: string): void {
    this.#asked.add(file);
    this.#planSoon();
  }

  /** Done when no thread is left. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    clearTimeout(this.#showing);
    await this.#thread.end();
  }

  problems(file: string): readonly Problem[] {
    const found = this.#wanted().flatMap((check) => this.#problemsOf(check).filter((problem) => problem.file === file));
    if (found.length === 0) return [];
    const { told } = applySuppressions(this.#session.snapshot.read(file)?.text ?? "", found);
    return told.flatMap((problem) => this.#asLoudAsWanted(problem));
  }

  /** The settings speak about scenarios and proofs as they do about rules. */
  #asLoudAsWanted(problem: Problem): readonly Problem[] {
    if (!outcomes.has(problem.code)) return [problem];
    const { snapshot, settings } = this.#session;
    const level = settingsFor(snapshot, problem.file, checkSettings(settings)).effective.severity?.[problem.code];
    if (level === "off") return [];
    return [level === undefined ? problem : { ...problem, severity: level }];
  }

  verdicts(file: string): ReadonlyMap<number, Localized> {
    const check = this.#session.snapshot.cluster(file);
    const runs = this.runs(file).flatMap(({ scenario: { title }, ...run }) =>
      title === undefined ? [] : ([[title.span.start, runVerdict(run)]] as const),
    );
    if (check.sound === undefined || !this.#isOn()) return new Map(runs);
    return new Map([
      ...runs,
      ...proofsOf(check.parsed.tree, file).flatMap((proof): readonly (readonly [number, Localized])[] => {
        const known = this.#known.get(this.#keyNow(check, proof) ?? "");
        if (known === undefined || proof.place === undefined) return [];
        const text = known.kind === "failed" ? failureVerdict(known.why) : verdictText(known.outcome);
        return [[proof.place.span.start, text]];
      }),
    ]);
  }

  runs(file: string): readonly RunNow[] {
    const check = this.#session.snapshot.cluster(file);
    return this.#scenarios.runsNow(check, this.#models.known(check));
  }

  standing(file: string): Standing {
    const check = this.#session.snapshot.cluster(file);
    const proofs = check.sound === undefined || !this.#isOn() ? [] : proofsOf(check.parsed.tree, file);
    const known = proofs.map((proof) => this.#known.get(this.#keyNow(check, proof) ?? ""));
    const came = (wanted: Outcome["verdict"]): number =>
      known.filter((one) => one?.kind === "outcome" && one.outcome.verdict === wanted).length;
    const runs = check.sound === undefined ? [] : this.runs(file);
    const failed = runs.filter(({ kind }) => kind === "failed");
    return {
      scenarios: { passed: runs.filter(({ kind }) => kind === "passed").length, failed: failed.length },
      failedScenarios: failed.flatMap(({ scenario }) => scenario.title?.value ?? []),
      proofs: { of: proofs.length, hold: came("holds"), violated: came("violated"), incomplete: came("incomplete") },
    };
  }

  get #session(): Session {
    return this.#sessionOf();
  }

  #isOn(): boolean {
    return this.#session.settings.proofsWhileTyping;
  }

  /** The sound clusters that somebody is looking at, in their own file or in their parameter file. */
  #wanted(): readonly CheckResult[] {
    const { workspace, snapshot } = this.#session;
    // Asked for every file, and the same until something changes.
    if (this.#lookedAt.snapshot === snapshot) return this.#lookedAt.wanted;
    const open = new Set(workspace.openFiles);
    const wanted = snapshot.clusterFiles
      .map((file) => snapshot.cluster(file))
      .filter(({ sound, parsed }) => {
        const parameterFile = sound?.defaultsFile;
        return (
          sound !== undefined && (open.has(parsed.file) || (parameterFile !== undefined && open.has(parameterFile)))
        );
      });
    this.#lookedAt = { snapshot, wanted };
    return wanted;
  }

  /** Undefined while somebody types who has changed the model: its key is made when a moment has passed. */
  #keyNow(check: CheckResult, proof: Proof): string | undefined {
    const model = this.#models.known(check);
    return model === undefined ? undefined : this.#keyWith(model, proof);
  }

  #keyWith(model: string, proof: Proof): string {
    return `${this.#session.settings.proofStatesMax} ${proofKey(proof)} ${model}`;
  }

  #problemsOf(check: CheckResult): readonly Problem[] {
    const known = this.#problems.get(check);
    if (known !== undefined) return known;
    const { tree, file } = check.parsed;
    const problems = [
      ...this.#scenarios.runsNow(check, this.#models.known(check)).flatMap((run) => run.problems),
      ...(this.#isOn() ? proofsOf(tree, file).flatMap((proof) => this.#told(check, proof)) : []),
    ];
    this.#problems.set(check, problems);
    return problems;
  }

  /** The model is the one that was proved, but the text may have moved. */
  #told(check: CheckResult, proof: Proof): readonly Problem[] {
    const key = this.#keyNow(check, proof) ?? "";
    const known = this.#known.get(key);
    const { sound } = check;
    if (sound === undefined || known === undefined || known.kind === "failed") return [];
    const { verdict, violations, anchors } = known.outcome;
    if (verdict === "incomplete") return [unfinishedProblem(sound, proof, known.outcome)];
    if (violations.length === 0) return [];
    const fixes = repairsNow(check, this.#repairs.get(key) ?? []);
    return moved(violations, anchors, sound, proof.place).map((problem) => ({ ...problem, fixes }));
  }

  #planSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#planGuarded, this.#options.pauseMs);
  }

  #plan(): void {
    const ordered = new Map<string, number>();
    const [runs, proofs]: [Order[], Order[]] = [[], []];
    const texts = new Map<string, string>();
    let isKnownAgain = false;
    for (const check of this.#wanted()) {
      const isNew = this.#models.known(check) === undefined;
      const model = this.#models.of(check);
      const clusterFile = check.parsed.file;
      const number = (key: string): number => {
        const id = this.#ordered.get(key) ?? ++this.#orders;
        ordered.set(key, id);
        for (const [file, text] of this.#textsOf(check)) texts.set(file, text);
        return id;
      };
      for (const { index, key } of this.#scenarios.runnable(check, model)) {
        if (isNew && this.#scenarios.has(key)) isKnownAgain = true;
        if (this.#scenarios.has(key) || this.#known.has(key) || ordered.has(key)) continue;
        runs.push({ id: number(key), clusterFile, scenario: index, begins: "scenario" });
      }
      if (!this.#isOn()) continue;
      if (areProofsLeftToAsking(check.parsed.tree) && !this.#asked.has(clusterFile)) continue;
      for (const [index, proof] of proofsOf(check.parsed.tree, clusterFile).entries()) {
        const key = this.#keyWith(model, proof);
        if (isNew && this.#known.has(key)) isKnownAgain = true;
        const begins = this.#missing(key);
        if (begins === undefined || ordered.has(key)) continue;
        const statesMax = this.#session.settings.proofStatesMax;
        proofs.push({ id: number(key), clusterFile, proof: index, statesMax, begins });
      }
    }
    this.#ordered = ordered;
    // Scenarios take milliseconds: no proof goes before one.
    this.#thread.work(texts, [...runs, ...proofs]);
    if (isKnownAgain) this.#show();
  }

  #show(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    this.#problems = new WeakMap();
    this.#listener.changed();
  }

  #missing(key: string): ProofOrder["begins"] | undefined {
    const known = this.#known.get(key);
    if (known === undefined) return "proof";
    const isViolated = known.kind === "outcome" && known.outcome.verdict === "violated";
    return isViolated && !this.#repairs.has(key) ? "repairs" : undefined;
  }

  /** Everything that a check of this cluster reads. */
  #textsOf({ parsed, parameterFile }: CheckResult): readonly (readonly [string, string])[] {
    const settingsFile = this.#session.snapshot.read(resolveFrom(parsed.file, settingsFileName));
    return [parsed, parameterFile, settingsFile].flatMap((each) =>
      each === undefined ? [] : [[each.file, each.text] as const],
    );
  }

  #hear(message: FromThread): void {
    switch (message.kind) {
      case "run": {
        this.#failures = 0;
        const key = this.#keyOf(message.id);
        if (key !== undefined) this.#scenarios.remember(key, message.run);
        // The next one is a moment away: they are shown together.
        this.#showing ??= setTimeout(() => this.#show(), togetherMs);
        break;
      }
      case "outcome":
        this.#remember(this.#known, message.id, { kind: "outcome", outcome: message.outcome });
        break;
      case "repairs":
        this.#remember(this.#repairs, message.id, message.repairs);
        break;
      case "bug":
        this.#listener.log.error(`prove: ${message.text}`);
        this.#remember(this.#known, message.id, { kind: "failed", why: { kind: "crash", text: message.text } });
        break;
      case "taken":
      case "begun":
      case "idle":
        break;
    }
  }

  #keyOf(id: number): string | undefined {
    return [...this.#ordered].find(([, number]) => number === id)?.[0];
  }

  /** Something came out, of a proof that is still wanted. */
  #remember<Value>(map: Map<string, Value>, id: number, value: Value): void {
    this.#failures = 0;
    const key = this.#keyOf(id);
    if (key === undefined) return;
    map.set(key, value);
    for (const old of [...map.keys()].slice(0, -rememberedMax)) map.delete(old);
    this.#show();
  }

  /** The thread is gone, and what it was at is not tried again; the rest gets a new one, but not for ever. */
  #fail(why: Failure, order: number | undefined): void {
    const failures = this.#failures + 1;
    if (order !== undefined) this.#remember(this.#known, order, { kind: "failed", why });
    this.#failures = failures;
    if (why.kind === "crash") this.#listener.log.error(`prove: ${why.text}`);
    if (!this.#warned.has(why.kind)) this.#listener.warn(failureText(why, this.#options.thread));
    this.#warned.add(why.kind);
    if (failures < failuresMax) this.#planSoon();
  }
}

const rememberedMax = 100;

/** Runs that end within this are shown at once. */
const togetherMs = 20;

const outcomes: ReadonlySet<string> = new Set(outcomeCodes);

/** Until the next change. */
const failuresMax = 3;

/** The repairs as edits of the text as it is now: what the candidates are follows from the model. */
function repairsNow(check: CheckResult, repairs: readonly ProvedRepair[]): readonly Fix[] {
  if (repairs.length === 0) return [];
  const nameOf = (steps: readonly string[]): string => steps.join("\n");
  const candidates = new Map(repairCandidates(check).map(({ steps, edits }) => [nameOf(steps), edits]));
  return repairs.flatMap(({ steps, title }): readonly Fix[] => {
    const edits = candidates.get(nameOf(steps));
    return edits === undefined ? [] : [{ title, edits, certain: false }];
  });
}
