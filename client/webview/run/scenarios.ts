// The scenarios of the cluster file as runs: what each gives, and what happens in it step by step.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import { requirementsOf } from "@lkcluster/core/model/requirements.ts";
import type { Place } from "@lkcluster/core/problem.ts";
import type { InitialCondition } from "@lkcluster/core/simulate/given.ts";
import { conditionOfGiven } from "@lkcluster/core/simulate/scenario/conditionOfGiven.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import type { ClusterFile, ScenarioBlock, Step } from "@lkcluster/core/syntax/cluster/tree.ts";
import type { Parsed } from "@lkcluster/core/syntax/parsed.ts";
import type { RunStep } from "./run.ts";

export interface FileScenario {
  readonly title: string;
  /** As a list of scenarios names it: with the requirements that it shows to be met. */
  readonly label: string;
  readonly place: Place;
  readonly given: readonly InitialCondition[];
  /** The `given` lines as written. */
  readonly givens: readonly string[];
  readonly steps: readonly RunStep[];
}

export function scenariosOf(cluster: SoundCluster, parsed: Parsed<ClusterFile>): readonly FileScenario[] {
  return parsed.tree.scenarios.map((scenario) => ({
    title: scenario.title?.value ?? "",
    label: labelOf(scenario),
    place: { file: parsed.file, span: scenario.title?.span ?? scenario.keyword },
    given: scenario.givens.flatMap((given) => conditionOfGiven(given) ?? []),
    givens: scenario.givens.map(({ span }) => parsed.text.slice(span.start, span.end).replaceAll(/\s+/g, " ")),
    steps: stepsOf(cluster, scenario),
  }));
}

function labelOf(scenario: ScenarioBlock): string {
  const requirements = requirementsOf(scenario);
  const title = scenario.title?.value ?? "";
  return requirements.length === 0 ? title : `${title} [${requirements.join(", ")}]`;
}

function stepsOf(cluster: SoundCluster, { steps }: ScenarioBlock): readonly RunStep[] {
  const result: RunStep[] = [];
  for (const step of steps) {
    if (step.kind === "expect") continue;
    const waitMs = waitOf(step);
    const events = step.actions.flatMap((action) => outsideEvent(cluster, action) ?? []);
    const last = result.at(-1);
    // A wait says how long the action before it goes on.
    if (waitMs !== undefined && events.length === 0 && last !== undefined && last.waitMs === undefined) {
      result[result.length - 1] = { ...last, waitMs };
    } else result.push({ events, waitMs });
  }
  return result;
}

function waitOf(step: Extract<Step, { kind: "actions" }>): number | undefined {
  for (const action of step.actions) if (action.kind === "wait") return action.duration?.ms;
  return undefined;
}
