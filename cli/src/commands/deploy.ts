// lkcluster deploy: puts the configuration on all nodes or on none, from a cluster file or from a saved plan.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { deploySavedPlan, looksLikePlan, readPlan } from "@lkcluster/deploy/savedPlan.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import {
  askYes,
  loadCluster,
  type NodeOptions,
  nodeOptions,
  parseSeconds,
  readPlanText,
  showProgress,
  wayToNodes,
  whoIsThis,
  withCancel,
  writePlan,
  writeReport,
} from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { planningOptions } from "./plan.ts";

interface DeployOptions extends NodeOptions {
  readonly replace?: boolean;
  readonly activate?: boolean;
  readonly ignoreProofs?: boolean;
  readonly confirmWithin?: string;
}

export const carryingOptions = [
  {
    flags: "--yes",
    summary: { en: "do not ask; fail where ssh would", ja: "確認せずに実行する（ssh が質問する場合は失敗）" },
  },
  {
    flags: "--confirm-within <time>",
    summary: {
      en: "nodes put the old file back by themselves after this time, for example 120s",
      ja: "この時間内に確定しなければ、ノードが自分で元のファイルに戻す（例: 120s）",
    },
  },
] as const satisfies readonly { readonly flags: string; readonly summary: Localized }[];

export function registerDeploy(program: Command, shell: Shell): void {
  addCommand<DeployOptions>(program, shell, {
    usage: "deploy <file>",
    summary: {
      en: "put the configuration on all nodes or on none; FILE is a cluster file or a saved plan",
      ja: "構成を全ノードに配備する（全部か、まったくしないか）。FILE はクラスターファイルまたは保存した計画",
    },
    formats: ["text", "json"],
    options: [...nodeOptions, ...planningOptions, ...carryingOptions],
    run: (run, [path = ""], options) => deploy(run, path, options),
  });
}

async function deploy(run: Run, path: string, options: DeployOptions): Promise<ExitCode> {
  const carrying = carryingOf(run, options);
  if (typeof carrying === "number") return carrying;
  const text = readPlanText(run, path);
  if (text !== undefined && looksLikePlan(text)) return deployPlan(run, path, text, options, carrying);
  const loaded = loadCluster(run, path, options);
  if (typeof loaded === "number") return loaded;
  const { checked } = loaded.result;
  if (checked === undefined) return exitCode.refused;
  const request = {
    cluster: checked,
    files: loaded.files,
    ...wayToNodes(run, loaded.file, options),
    ...carrying,
    onProgress: showProgress(run),
    mode: options.replace === true ? "replace" : "merge",
    activate: options.activate === true,
    ignoreProofs: options.ignoreProofs === true,
    ...(options.node === undefined ? {} : { nodes: options.node }),
  } as const;
  const report = await withCancel(run, (signal) => deployCluster({ ...request, signal }));
  return writeReport(run, report);
}

async function deployPlan(
  run: Run,
  path: string,
  text: string,
  options: DeployOptions,
  carrying: Carrying,
): Promise<ExitCode> {
  const saved = readPlan(text);
  if (saved === undefined) {
    run.io.writeError(`lkcluster: ${words.brokenPlan(path)[run.locale]}\n`);
    return exitCode.usage;
  }
  const way = wayToNodes(run, path, options);
  const report = await withCancel(run, (signal) =>
    deploySavedPlan({ saved, ...way, ...carrying, signal, onProgress: showProgress(run) }),
  );
  return writeReport(run, report);
}

interface Carrying {
  readonly who: string;
  readonly confirmWithinSeconds: number;
  readonly confirm: (plan: DeploymentPlan) => Promise<boolean>;
}

export function carryingOf(run: Run, options: NodeOptions & { readonly confirmWithin?: string }): Carrying | ExitCode {
  const seconds = parseSeconds(options.confirmWithin ?? "120s");
  if (seconds === undefined) {
    run.io.writeError(`lkcluster: ${words.badTime(options.confirmWithin ?? "")[run.locale]}\n`);
    return exitCode.usage;
  }
  if (options.yes !== true && !run.io.interactive) {
    run.io.writeError(`lkcluster: ${words.nobodyToAsk[run.locale]}\n`);
    return exitCode.usage;
  }
  return {
    who: whoIsThis(),
    confirmWithinSeconds: seconds,
    confirm: async (plan) => {
      if (run.format === "text" && !run.quiet) writePlan(run, plan);
      return options.yes === true || askYes(run, plan.rollback === undefined ? words.goOn : words.rollBack);
    },
  };
}

const words = {
  brokenPlan: (path: string): Localized => ({
    en: `${path} is not a plan of this version, or it was edited. Make a new one with lkcluster plan --out.`,
    ja: `${path} はこのバージョンの計画ではないか、書き換えられています。lkcluster plan --out で作り直してください。`,
  }),
  badTime: (written: string): Localized => ({
    en: `${written} is not a time between 1s and 24h.`,
    ja: `${written} は 1s から 24h までの時間ではありません。`,
  }),
  nobodyToAsk: {
    en: "there is nobody to confirm the plan. Look at it with lkcluster plan first, then use --yes.",
    ja: "計画の確認を求める端末がありません。lkcluster plan で内容を確かめてから、--yes を付けて実行してください。",
  } satisfies Localized,
  rollBack: { en: "Roll back to this?", ja: "この内容に戻しますか。" } satisfies Localized,
  goOn: { en: "Carry this plan out?", ja: "この計画を実行しますか。" } satisfies Localized,
};
