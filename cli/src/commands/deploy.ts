// lkcluster deploy: puts the configuration on all nodes or on none, from a cluster file or from a saved plan.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { describeLeftover } from "@lkcluster/core/plan/leftover.ts";
import { deployCluster } from "@lkcluster/deploy/deployCluster.ts";
import { looksLikePlan, readPlanFile } from "@lkcluster/deploy/planFile.ts";
import type { Carrying as Asked } from "@lkcluster/deploy/request.ts";
import { clusterOfPlan, deploySavedPlan, unsealedText } from "@lkcluster/deploy/savedPlan.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import {
  askYes,
  loadCluster,
  type NodeOptions,
  nodeOptions,
  parseSeconds,
  planKeyOf,
  readPlanText,
  showProgress,
  wayToNodes,
  whoIsThis,
  withCancel,
  writePlan,
  writeReport,
} from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { hang } from "../output/paint.ts";
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
      ja: "構成を全ノードにデプロイする（全部か、まったくしないか）。FILE はクラスターファイルまたは保存した計画",
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
  const fail = (why: Localized): ExitCode => {
    run.io.writeError(`lkcluster: ${path}: ${why[run.locale]}\n`);
    return exitCode.usage;
  };
  const given = [
    ...(options.node === undefined ? [] : ["--node"]),
    ...(options.replace === true ? ["--replace"] : []),
    ...(options.activate === true ? ["--activate"] : []),
    ...(options.ignoreProofs === true ? ["--ignore-proofs"] : []),
  ];
  if (given.length > 0) return fail(words.decidedInPlan(given.join(" ")));
  const read = readPlanFile(text, planKeyOf(run));
  if (read.kind === "broken") return fail(read.why);
  const { body, seal } = read;
  const saved = clusterOfPlan(body);
  if (saved === undefined) return fail(words.planHasErrors);
  if (seal === "unsealed" && (run.quiet || run.format !== "text")) {
    run.io.writeError(`${run.paint.yellow("!")} ${unsealedText[run.locale]}\n`);
  }
  const way = wayToNodes(run, path, options);
  const report = await withCancel(run, (signal) =>
    deploySavedPlan({ ...saved, body, seal, ...way, ...carrying, signal, onProgress: showProgress(run) }),
  );
  return writeReport(run, report);
}

type Carrying = Required<Asked>;

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
    mend: async (leftovers) => {
      if (run.format === "text") {
        for (const left of leftovers) {
          const text = describeLeftover(left)[run.locale];
          run.io.writeError(`${hang(`${run.paint.yellow("!")} `, text, run.io.columns)}\n`);
        }
      }
      return options.yes === true || askYes(run, words.mend);
    },
    confirm: async (plan) => {
      if (run.format === "text" && !run.quiet) writePlan(run, plan);
      return options.yes === true || askYes(run, plan.rollback === undefined ? words.goOn : words.rollBack);
    },
  };
}

const words = {
  decidedInPlan: (options: string): Localized => ({
    en: `a plan already says what it does, so ${options} cannot be given with it. Make a new one: lkcluster plan ${options} --out.`,
    ja: `内容は計画で決まっているため、${options} は指定できません。lkcluster plan ${options} --out で計画を作り直してください。`,
  }),
  planHasErrors: {
    en: "the cluster in this plan has errors, or not the nodes that the plan names. Make a new one with lkcluster plan --out.",
    ja: "この計画のクラスターにはエラーがあるか、計画にあるノードがありません。lkcluster plan --out で作り直してください。",
  } satisfies Localized,
  mend: { en: "Mend this first?", ja: "先に修復しますか。" } satisfies Localized,
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
