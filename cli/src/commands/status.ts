// lkcluster status: is what runs what we wrote? Nodes, LifeKeeper, drift three ways, hierarchies and where they run.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { formatDiff } from "@lkcluster/core/plan/diff.ts";
import { hashOf } from "@lkcluster/deploy/hash.ts";
import { printable } from "@lkcluster/deploy/printable.ts";
import { type NodeStatus, type StatusReport, shownContent, statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { loadCluster, type NodeOptions, nodeOptions, wayToNodes, withCancel } from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";

interface StatusOptions extends NodeOptions {
  readonly diff?: boolean;
}

export function registerStatus(program: Command, shell: Shell): void {
  addCommand<StatusOptions>(program, shell, {
    usage: "status <file>",
    summary: {
      en: "nodes, running LifeKeeper, and what differs from here",
      ja: "ノード、LifeKeeper の動作状態、ここのファイルとの違いを表示する",
    },
    formats: ["text", "json"],
    options: [
      ...nodeOptions,
      { flags: "--diff", summary: { en: "print what deploying would change", ja: "配備で変わる行を表示する" } },
    ],
    run: (run, [path = ""], options) => status(run, path, options),
  });
}

async function status(run: Run, path: string, options: StatusOptions): Promise<ExitCode> {
  const loaded = loadCluster(run, path, options);
  if (typeof loaded === "number") return loaded;
  const { checked } = loaded.result;
  if (checked === undefined) return exitCode.no;
  const request = {
    cluster: checked,
    files: loaded.files,
    ...wayToNodes(run, loaded.file, options),
    ...(options.node === undefined ? {} : { nodes: options.node }),
  };
  const report = await withCancel(run, (signal) => statusOfCluster({ ...request, signal }));
  if (run.format === "json") run.io.write(`${JSON.stringify(toJson(report, run), undefined, 2)}\n`);
  else for (const node of report.nodes) writeNode(run, node, options);
  return report.same ? exitCode.ok : exitCode.no;
}

const jsonState = { same: "unchanged", differs: "changed", unknown: "unknown" } as const;

function toJson({ nodes, same }: StatusReport, { locale }: Run): unknown {
  return {
    outcome: same ? "unchanged" : "mixed",
    nodes: nodes.map(({ node, state, detail, facts, failure, plan, hierarchies }) => ({
      node,
      state: jsonState[state],
      before: plan === undefined ? null : hashOf(plan.before),
      after: plan === undefined ? null : hashOf(plan.after),
      detail: detail[locale],
      reachable: failure === undefined,
      lifekeeper: facts?.lifekeeper ?? null,
      drift: plan?.drift ?? null,
      resources: hierarchies?.resources ?? [],
      paths: hierarchies?.paths ?? [],
      generations: (facts?.generations ?? []).map(({ number, record, confirmed }) => ({
        number,
        transaction: record?.transaction ?? null,
        who: record?.who ?? null,
        when: record?.when ?? null,
        confirmed,
      })),
    })),
  };
}

const lifekeeperWords = {
  running: { en: "LifeKeeper is running", ja: "LifeKeeper 稼働中" },
  stopped: { en: "LifeKeeper is stopped", ja: "LifeKeeper 停止中" },
  absent: { en: "no LifeKeeper found", ja: "LifeKeeper が見つかりません" },
} as const satisfies Record<string, Localized>;

function writeNode(
  run: Run,
  { node, state, detail, facts, plan, hierarchies }: NodeStatus,
  options: StatusOptions,
): void {
  const { io, locale, paint } = run;
  const mark = state === "same" ? paint.green("=") : state === "differs" ? paint.yellow("≠") : paint.red("?");
  const running = facts === undefined ? "" : `  ${lifekeeperWords[facts.lifekeeper][locale]}`;
  io.write(`${mark} ${paint.bold(node)}${running}  ${detail[locale]}\n`);
  for (const { tag, state: resource, depth } of hierarchies?.resources ?? []) {
    if (!run.quiet) io.write(`    ${"  ".repeat(depth)}${tag} ${resource}\n`);
  }
  for (const path of hierarchies?.paths ?? []) {
    if (path.state !== "ALIVE") io.write(`    ${path.node} ${path.addresses} ${paint.red(path.state)}\n`);
  }
  for (const { number, record } of (facts?.generations ?? []).slice(-3)) {
    if (!run.quiet)
      io.write(`    #${number} ${record?.transaction ?? "?"} ${record?.who ?? "?"} ${record?.when ?? "?"}\n`);
  }
  if (options.diff === true && plan !== undefined) {
    const { before, after } = shownContent(plan);
    for (const line of formatDiff(before, after).split("\n").slice(0, -1)) io.write(`    ${printable(line)}\n`);
  }
}
