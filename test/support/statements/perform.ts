// Does one command of the program that deploys, on nodes of any kind, and keeps what it said.

import assert from "node:assert/strict";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import type { JudgeNodes } from "@lkcluster/core/plan/makePlan.ts";
import { deployCluster, planCluster } from "@lkcluster/deploy/deployCluster.ts";
import type { Hosts } from "@lkcluster/deploy/host.ts";
import { readPlanFile } from "@lkcluster/deploy/planFile.ts";
import { rollbackCluster } from "@lkcluster/deploy/rollbackCluster.ts";
import { clusterOfPlan, deploySavedPlan, savePlan } from "@lkcluster/deploy/savedPlan.ts";
import { statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import type { Clock } from "@lkcluster/deploy/wait.ts";
import { type clusterOfSize, nodesOfSize, type Wanted } from "./configurations.ts";
import type { Past } from "./evidence.ts";
import type { Command, Options } from "./sequence.ts";
import { lookedOf, type Told, toldOf } from "./told.ts";

export interface KeptPlan {
  readonly text: string;
  readonly wanted: Wanted;
  readonly size: number;
  readonly options: Options;
}

/** What is there when a command is given. */
export interface Ground {
  readonly size: number;
  /** Which parameter file is here. */
  readonly here: number;
  readonly configuration: ReturnType<typeof clusterOfSize>;
  readonly plan: KeptPlan | undefined;
  readonly past: readonly Past[];
  readonly way: { readonly hosts: Hosts; readonly clock?: Clock; readonly judge: JudgeNodes };
  readonly confirmWithinSeconds: number;
}

export interface Performed {
  /** Undefined: it was not one of the commands that report. */
  readonly told: Told | undefined;
  /** Kept in place of the one before. */
  readonly plan?: KeptPlan;
}

const nothing: Performed = { told: undefined };

/** `answer` is what the user says; `asked` is told when a question was put, and which plan was shown with it. */
export async function perform(
  { size, here, configuration, plan: kept, past, way, confirmWithinSeconds }: Ground,
  { command, answer }: { readonly command: Command; readonly answer: boolean },
  asked: (shown: DeploymentPlan | undefined) => void,
): Promise<Performed> {
  const { cluster, files } = configuration;
  const put = async (shown: DeploymentPlan | undefined): Promise<boolean> => {
    asked(shown);
    return answer;
  };
  const carrying = { who: "test@here", confirmWithinSeconds, mend: () => put(undefined), confirm: put };
  if (command.kind === "status") {
    return { told: lookedOf(await statusOfCluster({ cluster, files, ...way })) };
  }
  const { nodes, replace, activate = false, ignoreProofs = false } = command.options;
  const mode = replace === true ? "replace" : "merge";
  const chosen = nodes === undefined ? {} : { nodes: choice(command.options, size) };
  const options = { mode, activate, ignoreProofs, ...chosen } as const;
  switch (command.kind) {
    case "deploy":
      return { told: toldOf(await deployCluster({ cluster, files, ...way, ...carrying, ...options })) };
    case "plan": {
      const made = await planCluster({ cluster, files, ...way, ...options });
      if (made.kind === "refused") return { told: toldOf(made.report) };
      if (made.plan.refusals.length > 0) return nothing;
      const text = savePlan(made.plan, made.facts, { cluster, files, settings: {}, ...options }, undefined);
      return { told: undefined, plan: { text, wanted: { here, mode }, size, options: command.options } };
    }
    case "deploy-plan": {
      // What was decided when the plan was made cannot be given again: the command line says so and ends.
      if (nodes !== undefined || replace === true || activate || ignoreProofs) return nothing;
      const read = kept === undefined ? undefined : readPlanFile(kept.text, undefined);
      if (read?.kind !== "plan") return nothing;
      const saved = clusterOfPlan(read.body);
      assert.ok(saved);
      return { told: toldOf(await deploySavedPlan({ ...saved, ...read, ...way, ...carrying })) };
    }
    case "rollback": {
      const target = targetOf(command, past);
      const to = target === undefined ? {} : { to: target.transaction };
      return { told: toldOf(await rollbackCluster({ cluster, ...way, ...carrying, ...options, ...to })) };
    }
  }
}

/** The nodes that are asked for. */
export function choice({ nodes }: Options, size: number): readonly string[] {
  const names = nodesOfSize[size] ?? [];
  return nodes === undefined ? names : names.filter((_, at) => nodes.some((place) => place % names.length === at));
}

export function chosenBy(command: Command, plan: KeptPlan | undefined, size: number): readonly string[] {
  if (command.kind === "status") return nodesOfSize[size] ?? [];
  const byPlan = command.kind === "deploy-plan" && command.options.nodes === undefined && plan !== undefined;
  return byPlan ? choice(plan.options, plan.size) : choice(command.options, size);
}

export function wantedBy(command: Command, plan: KeptPlan | undefined, here: number): Wanted | undefined {
  switch (command.kind) {
    case "deploy":
    case "plan":
      return { here, mode: command.options.replace === true ? "replace" : "merge" };
    case "deploy-plan":
      return plan === undefined || command.options.replace !== true
        ? plan?.wanted
        : { ...plan.wanted, mode: "replace" };
    case "status":
      return { here, mode: "merge" };
    case "rollback":
      return undefined;
  }
}

/** The deployment that `to` names, counted from the newest. */
export function targetOf(command: Command, past: readonly Past[]): Past | undefined {
  if (command.kind !== "rollback" || command.to === undefined) return undefined;
  return past.at(-1 - (command.to % Math.max(1, past.length)));
}

/**
 * What a rollback without a target means: what was there before the last that is still known; where only some nodes are
 * asked for, it may be the last one that these know.
 */
export function nodesThatKnow(command: Command, size: number): readonly (readonly string[])[] {
  return command.kind === "rollback" ? [nodesOfSize[size] ?? [], choice(command.options, size)] : [];
}
