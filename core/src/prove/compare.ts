// Two versions of a cluster: which scenarios get better or worse, and what becomes possible or impossible.

import type { SoundCluster } from "../model/cluster.ts";
import { scenarioProblems } from "../rules/scenario/scenarioProblems.ts";
import { compile } from "../simulate/compile.ts";
import { runScenario } from "../simulate/scenario/runScenario.ts";
import { parseCluster } from "../syntax/cluster/parse.ts";
import type { ClusterFile, ScenarioBlock } from "../syntax/cluster/tree.ts";
import type { Parsed } from "../syntax/parsed.ts";
import type { Progress } from "./explore.ts";
import { type Proof, proofsOf } from "./proof.ts";
import { runProof, type Verdict } from "./runProof.ts";
import {
  comparingStatesMax,
  type ScoreChange,
  type Scorecard,
  type ScoreOptions,
  scoreChanges,
  scorecardOf,
} from "./scorecard.ts";

export interface Version {
  readonly cluster: SoundCluster;
  readonly parsed: Parsed<ClusterFile>;
}

export interface Comparison {
  readonly scenarios: readonly ScenarioComparison[];
  readonly proofs: readonly ProofComparison[];
  readonly before: Scorecard;
  readonly after: Scorecard;
  readonly changes: readonly ScoreChange[];
}

export interface ScenarioComparison {
  readonly title: string;
  /** Where the scenario is written: the new version when both have it. */
  readonly from: "old" | "new";
  readonly before: Outcome;
  readonly after: Outcome;
  readonly change: "better" | "worse" | "same";
}

export interface ProofComparison {
  readonly title: string;
  readonly from: "old" | "new";
  /** `impossible`: it names what that version does not have. */
  readonly before: Verdict | "impossible";
  readonly after: Verdict | "impossible";
  readonly change: "better" | "worse" | "same";
}

/** `impossible`: it names what that version does not have. */
export type Outcome = "passed" | "failed" | "impossible";

export function* compare(before: Version, after: Version, options: ScoreOptions = {}): Generator<Progress, Comparison> {
  const titles = new Set(after.parsed.tree.scenarios.map(titleOf));
  const onlyBefore = before.parsed.tree.scenarios.filter((scenario) => !titles.has(titleOf(scenario)));
  const scenarios = [
    ...after.parsed.tree.scenarios.map((scenario) => compareScenario(before, after, after.parsed, scenario, "new")),
    ...onlyBefore.map((scenario) => compareScenario(before, after, before.parsed, scenario, "old")),
  ];
  const proofs = yield* compareProofs(before, after, options);
  const old = yield* scorecardOf(before.cluster, options);
  const now = yield* scorecardOf(after.cluster, options);
  return { scenarios, proofs, before: old, after: now, changes: scoreChanges(old, now) };
}

/** Each written proof once, in both versions; where both have it, as the new one writes it. */
function* compareProofs(
  before: Version,
  after: Version,
  options: ScoreOptions,
): Generator<Progress, readonly ProofComparison[]> {
  const written = (version: Version): readonly Proof[] =>
    proofsOf(version.parsed.tree, version.parsed.file).filter(({ place }) => place !== undefined);
  const now = written(after);
  const gone = written(before).filter(({ title }) => !now.some((proof) => proof.title.en === title.en));
  const found: ProofComparison[] = [];
  for (const [from, proofs] of [
    ["new", now],
    ["old", gone],
  ] as const) {
    for (const proof of proofs) {
      const was = yield* verdictIn(before.cluster, proof, options);
      const is = yield* verdictIn(after.cluster, proof, options);
      const change = was === is ? "same" : verdictRank[is] < verdictRank[was] ? "better" : "worse";
      found.push({ title: proof.title.en, from, before: was, after: is, change });
    }
  }
  return found;
}

const verdictRank: Readonly<Record<Verdict | "impossible", number>> = {
  holds: 0,
  incomplete: 1,
  impossible: 2,
  violated: 3,
};

function* verdictIn(
  cluster: SoundCluster,
  proof: Proof,
  { statesMax = comparingStatesMax(cluster), isEnough = () => false }: ScoreOptions,
): Generator<Progress, Verdict | "impossible"> {
  const knows = (tag: string): boolean => cluster.resources.some(({ name }) => name === tag);
  if (proof.properties.some((property) => property.kind === "always-recovers" && !knows(property.tag))) {
    return "impossible";
  }
  return (yield* runProof(cluster, proof, { statesMax, isEnough, until: "decided" })).verdict;
}

function titleOf({ title }: ScenarioBlock): string {
  return title?.value ?? "";
}

function compareScenario(
  before: Version,
  after: Version,
  written: Parsed<ClusterFile>,
  scenario: ScenarioBlock,
  from: ScenarioComparison["from"],
): ScenarioComparison {
  const was = outcomeIn(before.cluster, written, scenario);
  const is = outcomeIn(after.cluster, written, scenario);
  const change = was === is ? "same" : rank[is] < rank[was] ? "better" : "worse";
  return { title: titleOf(scenario), from, before: was, after: is, change };
}

const rank: Readonly<Record<Outcome, number>> = { passed: 0, impossible: 1, failed: 2 };

function outcomeIn(cluster: SoundCluster, written: Parsed<ClusterFile>, scenario: ScenarioBlock): Outcome {
  const alone = parseCluster(written.file, written.text.slice(scenario.span.start, scenario.span.end));
  if (scenarioProblems(cluster, alone).some(({ severity }) => severity === "error")) return "impossible";
  return runScenario(compile(cluster), written, scenario).passed ? "passed" : "failed";
}
