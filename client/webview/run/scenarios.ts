// The scenarios of the cluster file as runs: what each gives, and what happens in it step by step.

import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { Place } from "@lkcluster/core/problem.ts";
import type { InitialCondition } from "@lkcluster/core/simulate/given.ts";
import { outsideEvent } from "@lkcluster/core/simulate/scenario/outsideEvent.ts";
import type { ClusterFile, Given, ScenarioBlock, Step } from "@lkcluster/core/syntax/cluster/tree.ts";
import type { Parsed } from "@lkcluster/core/syntax/parsed.ts";
import type { RunStep } from "./run.ts";

export interface FileScenario {
  readonly title: string;
  readonly place: Place;
  readonly given: readonly InitialCondition[];
  /** The `given` lines as written. */
  readonly givens: readonly string[];
  readonly steps: readonly RunStep[];
}

export function scenariosOf(cluster: SoundCluster, parsed: Parsed<ClusterFile>): readonly FileScenario[] {
  return parsed.tree.scenarios.map((scenario) => ({
    title: scenario.title?.value ?? "",
    place: { file: parsed.file, span: scenario.title?.span ?? scenario.keyword },
    given: scenario.givens.flatMap((given) => conditionOf(given) ?? []),
    givens: scenario.givens.map(({ span }) => parsed.text.slice(span.start, span.end).replaceAll(/\s+/g, " ")),
    steps: stepsOf(cluster, scenario),
  }));
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

/** Undefined while a part of it is missing. */
function conditionOf(given: Given): InitialCondition | undefined {
  switch (given.kind) {
    case "active":
      return { kind: "active", tag: given.tag.value, nodes: given.nodes.map(({ value }) => value) };
    case "last-active":
      return given.node === undefined
        ? undefined
        : { kind: "last-active", tag: given.tag.value, node: given.node.value };
    case "down":
    case "isolated":
      return { kind: given.kind, node: given.node.value };
    case "mirror-resyncing":
      return given.from === undefined || given.to === undefined
        ? undefined
        : { kind: "mirror-resyncing", tag: given.tag.value, from: given.from.value, to: given.to.value };
    case "mirror-source":
      return given.node === undefined
        ? undefined
        : { kind: "mirror-source", tag: given.tag.value, node: given.node.value };
  }
}
