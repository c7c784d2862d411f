// Steps that somebody gave outside of a file, in the language of scenarios: they become a scenario behind its text.

import type { Cluster } from "../../model/cluster.ts";
import type { Problem } from "../../problem.ts";
import { parseCluster } from "../../syntax/cluster/parse.ts";
import type { ClusterFile, ScenarioBlock } from "../../syntax/cluster/tree.ts";
import type { Parsed } from "../../syntax/parsed.ts";
import type { Span } from "../../text/span.ts";
import { scenarioProblems } from "./scenarioProblems.ts";

export interface WrittenScenario {
  readonly parsed: Parsed<ClusterFile>;
  readonly scenario: ScenarioBlock;
}

export interface UnreadableSteps {
  readonly steps: string;
  /** Their places are in `steps`. */
  readonly problems: readonly Problem[];
}

/** `title`: what the scenario is called, and whatever the steps may hold, nothing else is. */
export function writtenScenario(
  cluster: Cluster,
  file: string,
  text: string,
  steps: string,
  title: string,
): WrittenScenario | UnreadableSteps {
  const before = `${text}\nscenario ${JSON.stringify(title)} {\n`;
  const parsed = parseCluster(file, `${before}${steps}\n}\n`);
  const problems = [...parsed.problems, ...scenarioProblems(cluster, parsed)].filter(
    ({ severity, span }) => severity === "error" && span.end >= before.length,
  );
  const scenario = parsed.tree.scenarios.at(-1);
  if (problems.length === 0 && scenario?.title?.value === title) return { parsed, scenario };
  const shift = ({ start, end }: Span): Span => ({
    start: Math.max(0, start - before.length),
    end: Math.max(0, end - before.length),
  });
  return { steps, problems: problems.map((problem) => ({ ...problem, span: shift(problem.span) })) };
}
