// What is wrong with scenarios that only a run shows: nobody decides a reservation, a step changes nothing, the
// cluster does not come to rest. Failed expectations are no problems of the file; they are what a test is for.

import type { SoundCluster } from "../../model/cluster.ts";
import type { Problem } from "../../problem.ts";
import type { ClusterFile, ScenarioBlock } from "../../syntax/cluster/tree.ts";
import type { Parsed } from "../../syntax/parsed.ts";
import { compile } from "../compile.ts";
import { runScenario } from "./runScenario.ts";

/** Longer scenarios are left to those who run them: problems are wanted while somebody types. */
const stepsMax = 400;

/** `known`: what has been found without running; a scenario with an error is not run. */
export function runProblems(
  cluster: SoundCluster,
  parsed: Parsed<ClusterFile>,
  known: readonly Problem[],
): readonly Problem[] {
  const { scenarios } = parsed.tree;
  const errors = known.filter(({ file, severity }) => severity === "error" && file === parsed.file);
  const isWrong = ({ span }: ScenarioBlock): boolean =>
    errors.some((problem) => span.start <= problem.span.start && problem.span.end <= span.end);
  const runnable = scenarios.filter((scenario) => !isWrong(scenario));
  if (runnable.length === 0) return [];
  if (runnable.reduce((sum, { steps }) => sum + steps.length, 0) > stepsMax) return [];
  const model = compile(cluster);
  return runnable.flatMap((scenario) => runScenario(model, parsed, scenario, { stepsMax: 2_000 }).problems);
}
