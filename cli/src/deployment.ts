// What plan, deploy, status and rollback share: the cluster, the way to its nodes, progress on the terminal, JSON.

import { hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { DeploymentPlan } from "@lkcluster/core/plan/deploymentPlan.ts";
import { type CheckResult, checkCluster } from "@lkcluster/core/rules/check.ts";
import type { CheckSettings } from "@lkcluster/core/rules/settings.ts";
import { auditFileBeside, fileAudit } from "@lkcluster/deploy/audit.ts";
import type { Hosts } from "@lkcluster/deploy/host.ts";
import { openSshHosts } from "@lkcluster/deploy/openssh/host.ts";
import { type PlanKey, planKey, planKeyFile } from "@lkcluster/deploy/planSeal.ts";
import type { AuditSink, DeployReport, ProgressEvent } from "@lkcluster/deploy/report.ts";
import type { Run } from "./command.ts";
import { type ExitCode, exitCode } from "./exitCode.ts";
import { diskFiles, readText, shownPath } from "./files.ts";
import { type Look, planText, progressText, reportText } from "./output/deploymentText.ts";
import { shownOnTerminal } from "./output/paint.ts";
import { textsOf } from "./output/problemPlaces.ts";
import { renderProblem } from "./output/problemText.ts";
import { givenSettings } from "./settings.ts";

export interface NodeOptions {
  readonly node?: readonly string[];
  readonly sshConfig?: string;
  readonly yes?: boolean;
}

export const nodeOptions = [
  { flags: "--node <name...>", summary: { en: "only these nodes", ja: "対象を指定したノードに限る" } },
  {
    flags: "--ssh-config <file>",
    summary: {
      en: "SSH configuration instead of your own, as ssh -F",
      ja: "自分の SSH 設定の代わりに使うファイル（ssh -F と同じ）",
    },
  },
] as const satisfies readonly { readonly flags: string; readonly summary: Localized }[];

export interface Loaded {
  readonly file: string;
  readonly files: FileSet;
  readonly result: CheckResult;
  readonly settings: CheckSettings;
}

/** Reads and checks a cluster file; what stands against it is printed. */
export function loadCluster(run: Run, path: string, options: NodeOptions): Loaded | ExitCode {
  const file = resolve(run.io.directory, path);
  const content = readText(file);
  if ("why" in content) {
    run.io.writeError(`lkcluster: ${content.why[run.locale]}\n`);
    return exitCode.usage;
  }
  const files = diskFiles();
  const settings = givenSettings(run, files);
  for (const { why } of settings.unreadable) run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
  if (settings.unreadable.length > 0) return exitCode.usage;
  const result = checkCluster(files, file, settings.settings);
  const errors = [...settings.problems, ...result.problems].filter(({ severity }) => severity === "error");
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  const texts = textsOf(files, (name) => shownPath(run.io.directory, name));
  for (const problem of errors) run.io.writeError(`${renderProblem(problem, texts, look)}\n`);
  const unknown = (options.node ?? []).filter((name) => !result.cluster?.nodes.some((node) => node.name === name));
  if (unknown.length === 0) return { file, files, result, settings: settings.settings };
  run.io.writeError(`lkcluster: ${words.noSuchNode(unknown.join(", "))[run.locale]}\n`);
  return exitCode.usage;
}

export interface Way {
  readonly hosts: Hosts;
  readonly audit: AuditSink;
}

/** `--yes` and pipes get no questions: what ssh would have to ask fails. */
export function wayToNodes(run: Run, clusterFile: string, options: NodeOptions): Way {
  const audit = fileAudit(auditFileBeside(clusterFile), (error) => {
    run.io.writeError(`${run.paint.yellow("!")} ${words.noAudit(String(error))[run.locale]}\n`);
  });
  const asks = run.io.interactive && options.yes !== true;
  const configFile = options.sshConfig === undefined ? undefined : resolve(run.io.directory, options.sshConfig);
  const hosts = openSshHosts({
    questions: asks ? "terminal" : "batch",
    audit,
    ...(configFile === undefined ? {} : { configFile }),
  });
  return { hosts, audit };
}

export function whoIsThis(): string {
  return `${userInfo().username}@${hostname()}`;
}

export function showProgress(run: Run): (event: ProgressEvent) => void {
  return (event) => {
    const text = run.quiet || run.format !== "text" ? undefined : progressText(event, lookOf(run));
    if (text !== undefined) run.io.writeError(text);
  };
}

/** The first Ctrl-C reverts; the tool stays until that is done. */
export async function withCancel<Result>(run: Run, doing: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const cancel = (): void => {
    if (!controller.signal.aborted) run.io.writeError(`${words.cancelling[run.locale]}\n`);
    controller.abort();
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  try {
    return await doing(controller.signal);
  } finally {
    process.removeListener("SIGINT", cancel);
    process.removeListener("SIGTERM", cancel);
  }
}

export async function askYes(run: Run, question: Localized): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|はい)$/i.test((await terminal.question(shownOnTerminal(`${question[run.locale]} [y/N] `))).trim());
  } finally {
    terminal.close();
  }
}

function lookOf({ locale, paint, io }: Run): Look {
  return { locale, paint, columns: io.columns };
}

export function writePlan(run: Run, plan: DeploymentPlan): void {
  run.io.write(planText(plan, lookOf(run)));
}

export function writeReport(run: Run, report: DeployReport): ExitCode {
  const { io, locale, format } = run;
  if (format === "json") {
    const { outcome, transaction, message, advice, nodes, healed } = report;
    const shown = {
      outcome,
      transaction: transaction ?? null,
      message: message[locale],
      advice: advice.map((text) => text[locale]),
      healed,
      nodes: nodes.map(({ node, state, before, after, detail, said }) => ({
        node,
        state,
        before: before ?? null,
        after: after ?? null,
        detail: detail[locale],
        said: said ?? null,
      })),
    };
    io.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  } else io.write(reportText(report, lookOf(run)));
  return exitOf(report);
}

export function exitOf({ outcome }: Pick<DeployReport, "outcome">): ExitCode {
  switch (outcome) {
    case "deployed":
    case "unchanged":
      return exitCode.ok;
    case "refused":
      return exitCode.refused;
    case "reverted":
      return exitCode.reverted;
    case "mixed":
      return exitCode.unknown;
    case "healed":
      return exitCode.healed;
  }
}

/** `120s`, `2m`, or seconds. */
export function parseSeconds(written: string): number | undefined {
  const parts = /^(\d{1,6})(s|m|h)?$/.exec(written);
  if (parts === null) return undefined;
  const factor = parts[2] === "h" ? 3600 : parts[2] === "m" ? 60 : 1;
  const seconds = Number(parts[1]) * factor;
  return seconds >= 1 && seconds <= 24 * 3600 ? seconds : undefined;
}

/** Undefined when it cannot be read; loadCluster reads the same path next and says why. */
export function readPlanText(run: Run, path: string): string | undefined {
  const content = readText(resolve(run.io.directory, path));
  return "text" in content ? content.text : undefined;
}

export function planKeyOf({ io }: Run): PlanKey | undefined {
  return planKey(planKeyFile(io.environment));
}

const words = {
  noAudit: (why: string): Localized => ({
    en: `the audit file cannot be written (${why}); the nodes keep their own journal.`,
    ja: `監査ファイルに書き込めません（${why}）。各ノードの記録は残ります。`,
  }),
  noSuchNode: (names: string): Localized => ({
    en: `the cluster has no node ${names}.`,
    ja: `クラスターにノード ${names} はありません。`,
  }),
  cancelling: {
    en: "Cancelling: what was changed is put back. Please wait.",
    ja: "取り消しています。変更したものを元に戻すまでお待ちください。",
  },
};
