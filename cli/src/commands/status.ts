// lkcluster status: is what runs what we wrote? Nodes, LifeKeeper, drift three ways, hierarchies and where they run.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { SoundCluster } from "@lkcluster/core/model/cluster.ts";
import type { Aftermath } from "@lkcluster/core/plan/aftermath.ts";
import { changesText } from "@lkcluster/core/plan/changesText.ts";
import { shellWord } from "@lkcluster/core/text/shellWord.ts";
import { saidOf } from "@lkcluster/deploy/failure.ts";
import { hashOf } from "@lkcluster/deploy/hash.ts";
import { startCommandFor } from "@lkcluster/deploy/openssh/commandLine.ts";
import { destinationsOf } from "@lkcluster/deploy/request.ts";
import type { WayBackChoice } from "@lkcluster/deploy/rollbackCluster.ts";
import { type NodeStatus, type StatusReport, shownContent, statusOfCluster } from "@lkcluster/deploy/statusCluster.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { loadCluster, type NodeOptions, nodeOptions, wayToNodes, withCancel } from "../deployment.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { shownPath } from "../files.ts";
import { diffLines, saidLines } from "../output/deploymentText.ts";
import { hang } from "../output/paint.ts";

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
      { flags: "--diff", summary: { en: "print what deploying would change", ja: "デプロイで変わる行を表示する" } },
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
  else {
    run.io.write(aftermathText(run, report.aftermath, loaded.file, checked));
    for (const { text } of report.disagreements) run.io.write(`${alarm(run, text)}\n`);
    for (const node of report.nodes) writeNode(run, node, options);
    if (!run.quiet) run.io.write(waysBackText(run, report.waysBack, shownPath(run.io.directory, loaded.file)));
  }
  return report.same ? exitCode.ok : exitCode.no;
}

const jsonState = { same: "unchanged", differs: "changed", unknown: "unknown" } as const;

function toJson({ nodes, same, aftermath, disagreements, waysBack }: StatusReport, { locale }: Run): unknown {
  return {
    outcome: same ? "unchanged" : "mixed",
    aftermath: aftermath.map(({ kind, nodes: where, text }) => ({ kind, nodes: where, text: text[locale] })),
    disagreements: disagreements.map(({ name, nodes: where, text }) => ({ name, nodes: where, text: text[locale] })),
    waysBack: waysBack.map(({ to, way, nodes: there }) => ({
      to: to ?? null,
      when: way?.record.when ?? null,
      who: way?.record.who ?? null,
      possible: !("en" in there),
      text: ("en" in there ? there : changesText(there))[locale],
    })),
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

/** What each rollback would change, and the command that asks for it. */
function waysBackText({ io, locale, paint }: Run, waysBack: readonly WayBackChoice[], file: string): string {
  if (waysBack.length === 0) return "";
  const rows = waysBack.map(({ to, way, nodes }) => {
    const command = `lkcluster rollback ${shellWord(file)}${to === undefined ? "" : ` --to ${to.slice(0, 10)}`}`;
    const when = way === undefined || to === undefined ? "" : `${way.record.when}  `;
    const text = "en" in nodes ? nodes : changesText(nodes);
    return `${hang("    ", `${when}${text[locale]}`, io.columns)}\n      ${paint.cyan(command)}\n`;
  });
  return `${hang("", waysBackTitle[locale], io.columns)}\n${rows.join("")}`;
}

const waysBackTitle: Localized = {
  en: "What a rollback would change, the last deployment first:",
  ja: "ロールバックで変わる内容（最後のデプロイから順に）:",
};

/** Before everything else: what is down or does not agree, and the one command that mends it. */
function aftermathText(run: Run, aftermath: readonly Aftermath[], file: string, cluster: SoundCluster): string {
  const { io, paint } = run;
  return aftermath
    .map(({ kind, nodes, text }) => {
      const commands = commandsFor(kind, nodes, shownPath(io.directory, file), cluster);
      return [alarm(run, text), ...commands.map((command) => `    ${paint.cyan(command)}`), ""].join("\n");
    })
    .join("");
}

function alarm({ io, locale, paint }: Run, text: Localized): string {
  return hang(`${paint.red("✗")} `, paint.bold(text[locale]), io.columns);
}

/** Whole lines, never broken: they are there to be copied. */
function commandsFor(
  kind: Aftermath["kind"],
  nodes: readonly string[],
  file: string,
  cluster: SoundCluster,
): readonly string[] {
  const destinations = destinationsOf({ cluster, nodes });
  const starts = nodes.flatMap((name) => destinations.filter(({ node }) => node === name).map(startCommandFor));
  switch (kind) {
    case "stopped":
      return starts;
    case "on-taken-back":
      return starts.map((start) => `${start.replace("/lkstart", "/lkstop -f")} && ${start}`);
    case "split":
    case "unfinished":
      return [`lkcluster deploy ${shellWord(file)}`];
    case "busy":
      return [];
  }
}

const lifekeeperWords = {
  running: { en: "LifeKeeper is running", ja: "LifeKeeper 稼働中" },
  stopped: { en: "LifeKeeper is stopped", ja: "LifeKeeper 停止中" },
  absent: { en: "no LifeKeeper found", ja: "LifeKeeper が見つかりません" },
} as const satisfies Record<string, Localized>;

function writeNode(
  run: Run,
  { node, state, detail, facts, failure, plan, hierarchies }: NodeStatus,
  options: StatusOptions,
): void {
  const { io, locale, paint } = run;
  const mark = state === "same" ? paint.green("=") : state === "differs" ? paint.yellow("≠") : paint.red("?");
  const running = facts === undefined ? "" : `${lifekeeperWords[facts.lifekeeper][locale]}  `;
  io.write(`${hang(`${mark} ${paint.bold(node)}  `, `${running}${detail[locale]}`, io.columns)}\n`);
  for (const line of saidLines(failure === undefined ? undefined : saidOf(failure), paint)) io.write(`${line}\n`);
  for (const { tag, state: resource, depth } of hierarchies?.resources ?? []) {
    if (!run.quiet) io.write(`    ${"  ".repeat(depth)}${tag} ${resource}\n`);
  }
  for (const path of hierarchies?.paths ?? []) {
    if (path.state !== "ALIVE") io.write(`    ${path.node} ${path.addresses} ${paint.red(path.state)}\n`);
  }
  if (options.diff === true && plan !== undefined) {
    const { before, after } = shownContent(plan);
    for (const line of diffLines(before, after, paint)) io.write(`  ${line}\n`);
  }
}
