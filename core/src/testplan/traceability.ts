// Each requirement with the scenarios, proofs and tests that name it, and what the first two come to in the simulator.
// What a test on the machines comes to nobody knows yet.

import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { SoundCluster } from "../model/cluster.ts";
import { inOrder } from "../model/requirements.ts";
import type { Place } from "../problem.ts";
import { proofsOf } from "../prove/proof.ts";
import { runProof, type Verdict } from "../prove/runProof.ts";
import { compile } from "../simulate/compile.ts";
import { runScenario } from "../simulate/scenario/runScenario.ts";
import type { ClusterFile } from "../syntax/cluster/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import type { TestPlan } from "./plan.ts";

export interface Traceability {
  /** In the order of their names. */
  readonly requirements: readonly TracedRequirement[];
  /** What names none. */
  readonly without: Traced;
}

export interface Traced {
  readonly shown: readonly Shown[];
  /** The numbers of the tests for the machines. */
  readonly tests: readonly number[];
}

export interface TracedRequirement extends Traced {
  readonly name: string;
}

/** A scenario or proof of the file. */
export interface Shown {
  readonly kind: "scenario" | "proof";
  readonly title: Localized;
  readonly place: Place;
  readonly result: ShownResult;
}

/** `stopped`: a step could not be carried out. */
export type ShownResult = "passed" | "failed" | "stopped" | Verdict;

/** A proof that needs more is called incomplete here; who waits for a document does not wait for minutes. */
const usualStatesMax = 200_000;

export interface TraceOptions {
  readonly statesMax?: number;
}

interface Named extends Shown {
  readonly requirements: readonly string[];
}

/** Its caller pumps: proofs take their time. Of a file without requirements nothing is run. */
export function* traceRequirements(
  cluster: SoundCluster,
  parsed: Parsed<ClusterFile>,
  plan: TestPlan,
  { statesMax = usualStatesMax }: TraceOptions = {},
): Generator<unknown, Traceability> {
  const testsOf = (isOne: (requirements: readonly string[]) => boolean): readonly number[] =>
    plan.items.filter(({ requirements }) => isOne(requirements)).map(({ number }) => number);
  if (!plan.usesRequirements) return { requirements: [], without: { shown: [], tests: [] } };
  const all = yield* everyRunnable(cluster, parsed, statesMax);
  const names = inOrder(all.flatMap(({ requirements }) => requirements));
  return {
    requirements: names.map((name) => ({
      name,
      shown: all.filter(({ requirements }) => requirements.includes(name)),
      tests: testsOf((requirements) => requirements.includes(name)),
    })),
    without: {
      shown: all.filter(({ requirements }) => requirements.length === 0),
      tests: testsOf((requirements) => requirements.length === 0),
    },
  };
}

function* everyRunnable(
  cluster: SoundCluster,
  parsed: Parsed<ClusterFile>,
  statesMax: number,
): Generator<unknown, readonly Named[]> {
  const model = compile(cluster);
  const all: Named[] = [];
  for (const scenario of parsed.tree.scenarios) {
    yield undefined;
    const { title, span, requirements, passed, failures } = runScenario(model, parsed, scenario);
    const result = passed ? "passed" : failures.length > 0 ? "failed" : "stopped";
    all.push({ kind: "scenario", title: same(title), place: { file: parsed.file, span }, requirements, result });
  }
  for (const proof of proofsOf(parsed.tree, parsed.file)) {
    const { title, place, requirements } = proof;
    // Nobody wrote the standard proofs.
    if (place === undefined) continue;
    const { verdict } = yield* runProof(cluster, proof, { until: "decided", statesMax });
    all.push({ kind: "proof", title, place, requirements, result: verdict });
  }
  return all;
}

const shownKinds: Readonly<Record<Shown["kind"], Localized>> = {
  scenario: { en: "Scenario", ja: "シナリオ" },
  proof: { en: "Proof", ja: "証明" },
};

/** Of the simulator, and no more than it says. */
const shownResults: Readonly<Record<ShownResult, Localized>> = {
  passed: { en: "passed", ja: "成功" },
  failed: { en: "failed", ja: "失敗" },
  stopped: { en: "could not be carried out", ja: "実行できない" },
  holds: { en: "holds", ja: "成立" },
  violated: { en: "violated", ja: "不成立" },
  incomplete: { en: "incomplete", ja: "未完了" },
};

/** One line of a table. */
export interface TraceRow {
  /** The requirement, how it is shown, what shows it, what that comes to. */
  readonly texts: readonly Localized[];
  /** Where the requirement is named by what shows it. */
  readonly places: readonly Place[];
  /** Of a scenario or proof. */
  readonly result: ShownResult | undefined;
}

export function traceRows({ requirements, without }: Traceability): readonly TraceRow[] {
  const none = without.tests.length === 0 ? [] : [machineRow(noRequirement, without)];
  return [
    ...requirements.flatMap((one) => [...shownRows(same(one.name), one), machineRow(same(one.name), one)]),
    ...shownRows(noRequirement, without),
    ...none,
  ];
}

function shownRows(name: Localized, { shown }: Traced): readonly TraceRow[] {
  return shown.map(({ kind, title, place, result }) => ({
    texts: [name, shownKinds[kind], title, shownResults[result]],
    places: [place],
    result,
  }));
}

function machineRow(name: Localized, { shown, tests }: Traced): TraceRow {
  const result = tests.length === 0 ? same("") : onlyThere;
  return {
    texts: [name, onMachines, testsText(tests), result],
    places: shown.map(({ place }) => place),
    result: undefined,
  };
}

const noRequirement: Localized = { en: "(none)", ja: "（なし）" };

const onMachines: Localized = { en: "Tests on the machines", ja: "実機試験" };

const onlyThere: Localized = { en: "see the tests", ja: "各試験の判定による" };

function testsText(tests: readonly number[]): Localized {
  if (tests.length === 0) return { en: "none", ja: "なし" };
  const runs = runsOf(tests);
  const list = (dash: string, comma: string): string =>
    runs.map(({ first, last }) => (first === last ? String(first) : `${first}${dash}${last}`)).join(comma);
  return { en: `No. ${list("–", ", ")}`, ja: `項番 ${list("～", "、")}` };
}

/** Numbers that follow each other are one run. */
function runsOf(numbers: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === number) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}
