// lkcluster plan: reads the nodes and prints the difference and the ordered steps. Changes nothing.

import { resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { planCluster } from "@lkcluster/deploy/deployCluster.ts";
import { hashOf } from "@lkcluster/deploy/hash.ts";
import { savePlan } from "@lkcluster/deploy/savedPlan.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import {
  loadCluster,
  type NodeOptions,
  nodeOptions,
  planKeyOf,
  showProgress,
  wayToNodes,
  withCancel,
  writePlan,
  writeReport,
} from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { writeOut } from "../output/outFiles.ts";

interface PlanOptions extends NodeOptions {
  readonly out?: string;
  readonly replace?: boolean;
  readonly activate?: boolean;
  readonly ignoreProofs?: boolean;
}

export const planningOptions = [
  {
    flags: "--replace",
    summary: {
      en: "write exactly our file instead of merging it",
      ja: "マージせず、こちらのファイルで置き換える",
    },
  },
  {
    flags: "--activate",
    summary: {
      en: "also restart LifeKeeper or run qwk_storage_init where the new values need it",
      ja: "新しい値に必要な LifeKeeper の再起動や qwk_storage_init も行う",
    },
  },
  {
    flags: "--ignore-proofs",
    summary: {
      en: "deploy although a proof does not hold or the rollout could not be proved",
      ja: "証明が成り立たない、または途中の状態を証明できない場合もデプロイする",
    },
  },
] as const satisfies readonly { readonly flags: string; readonly summary: Localized }[];

export function registerPlan(program: Command, shell: Shell): void {
  addCommand<PlanOptions>(program, shell, {
    usage: "plan <file>",
    summary: {
      en: "read the nodes, print the difference and the ordered steps",
      ja: "ノードを読み取り、差分と手順を表示する",
    },
    formats: ["text", "json"],
    options: [
      ...nodeOptions,
      ...planningOptions,
      {
        flags: "--out <plan>",
        summary: { en: "save the plan to carry it out later", ja: "後で実行できるように計画を保存する" },
      },
    ],
    run: (run, [path = ""], options) => plan(run, path, options),
  });
}

async function plan(run: Run, path: string, options: PlanOptions): Promise<ExitCode> {
  const loaded = loadCluster(run, path, options);
  if (typeof loaded === "number") return loaded;
  const { file, files, result } = loaded;
  const { checked } = result;
  if (checked === undefined) return exitCode.no;
  const request = {
    cluster: checked,
    files,
    ...wayToNodes(run, file, options),
    onProgress: showProgress(run),
    mode: options.replace === true ? "replace" : "merge",
    activate: options.activate === true,
    ignoreProofs: options.ignoreProofs === true,
    ...(options.node === undefined ? {} : { nodes: options.node }),
  } as const;
  const made = await withCancel(run, (signal) => planCluster({ ...request, signal }));
  if (made.kind === "refused") return writeReport(run, made.report);
  if (run.format === "json") run.io.write(`${JSON.stringify(planToJson(made.plan, run), undefined, 2)}\n`);
  else writePlan(run, made.plan);
  if (made.plan.refusals.length > 0) return exitCode.refused;
  if (options.out !== undefined) {
    const source = { ...request, settings: loaded.settings };
    const text = savePlan(made.plan, made.facts, source, planKeyOf(run));
    const path = resolve(run.io.directory, options.out);
    const why = writeOut([{ path, text, mode: 0o600, mark: /^\{\s*"format": "lkcluster-plan\// }]);
    if (why !== undefined) {
      run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
      return exitCode.usage;
    }
  }
  return exitCode.ok;
}

/** `outcome` is what carrying the plan out would end with. */
function planToJson(made: DeploymentPlan, { locale }: Run): unknown {
  const { cluster, mode, activate, nodes, goesTo, order, effects, rollout, steps, refusals, warnings } = made;
  return {
    outcome: refusals.length > 0 ? "refused" : order.length === 0 ? "unchanged" : "deployed",
    cluster,
    mode,
    activate,
    nodes: nodes.map(({ node, before, after, changes, drift }) => ({
      node,
      ssh: goesTo.find((to) => to.node === node)?.ssh ?? null,
      file: goesTo.find((to) => to.node === node)?.file ?? null,
      state: before === after ? "unchanged" : "changed",
      before: hashOf(before),
      after: hashOf(after),
      detail: changes.map(({ name }) => name).join(", "),
      changes,
      drift: drift.kind,
    })),
    order,
    effects,
    rollout: rollout.kind,
    rolloutText: rollout.kind === "trivial" ? null : rollout.text[locale],
    steps: steps.map(({ kind, node, text }) => ({ kind, node: node ?? null, text: text[locale] })),
    refusals: refusals.map((text) => text[locale]),
    warnings: warnings.map((text) => text[locale]),
  };
}
