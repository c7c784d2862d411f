// lkcluster availability: for each fault how long clients miss what, and the smallest sets of faults that stop a
// hierarchy for good, split it or lose data.

import { usualFaultKinds } from "@lkcluster/core/language/actions.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { type Availability, type AwayRow, availability, type Disaster } from "@lkcluster/core/prove/availability.ts";
import {
  afterwardsText,
  coverageText,
  disasterText,
  leastText,
  mostText,
  restsOn,
  type Told,
  toldDisasters,
  toldRows,
} from "@lkcluster/core/prove/availabilityText.ts";
import type { Counterexample } from "@lkcluster/core/prove/counterexample.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { type FaultOptions, faultOptions, readCount, readFaults } from "../faultOptions.ts";
import { padTo, widthOf, wrap } from "../output/paint.ts";
import { markdownTable } from "../output/table.ts";
import { type Studied, studyEach, writeStudied } from "../soundClusters.ts";
import { isAtRest, readDeeds } from "../writtenSteps.ts";

interface Options extends FaultOptions {
  readonly after?: string;
  readonly timeMax?: string;
}

/** Beyond it the sets are more than anybody reads. */
const faultsMax = 4;

export function registerAvailability(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "availability <path...>",
    summary: {
      en: "how long each fault takes what away, and single points of failure",
      ja: "障害ごとの停止時間と単一障害点",
    },
    formats: ["text", "json", "markdown"],
    leavesOut: ["quiet", "config"],
    options: [
      ...faultOptions,
      {
        flags: "--after <steps>",
        summary: {
          en: 'what was done before, for example "shutdown B"',
          ja: 'それより前に行われたこと。例: "shutdown B"',
        },
      },
      {
        flags: "--time-max <seconds>",
        summary: { en: "end after this many seconds", ja: "制限時間（秒）" },
      },
    ],
    examples: [
      {
        args: "availability cluster.lk",
        summary: { en: "every single fault", ja: "単一の障害すべて" },
      },
      {
        args: "availability cluster.lk --faults 2",
        summary: { en: "pairs too, where they do more than each alone", ja: "単独より悪くなる 2 件の組み合わせも" },
      },
      {
        args: 'availability cluster.lk --after "shutdown B"',
        summary: { en: "what alone is enough while B is out", ja: "B の停止中に単一障害点となるもの" },
      },
    ],
    run: (run, paths, options) => tellAvailability(run, paths, options),
  });
}

type Found = Studied<Availability>;

function tellAvailability(run: Run, paths: readonly string[], options: Options): ExitCode {
  const bounds = readFaults(run, options, faultsMax);
  const timeMax = options.timeMax === undefined ? undefined : readCount(run, "--time-max", options.timeMax, 86_400);
  if (bounds === undefined || timeMax === "wrong") return exitCode.usage;
  const studied = studyEach(run, paths, (file) => {
    const after = options.after === undefined ? [] : readDeeds(run, file, options.after, "--after");
    if (after === undefined || !isAtRest(run, file, after, "--after")) return undefined;
    const started = performance.now();
    return pumped(
      availability(file.check.sound, bounds.kinds ?? usualFaultKinds, {
        faultsMax: bounds.faults ?? 1,
        after,
        ...(timeMax === undefined
          ? {}
          : { transitionsMax: Number.POSITIVE_INFINITY, isEnough: () => performance.now() - started > timeMax * 1000 }),
      }),
    );
  });
  if (studied === undefined) return exitCode.usage;
  return writeStudied(run, studied, { text: writeText, markdown: toMarkdown, json: toJson });
}

function writeText(run: Run, { file, found }: Found): void {
  const { io, paint, locale } = run;
  io.write(`${file.shown}\n`);
  const rows = toldRows(file.check.sound, found.rows, found.alike);
  for (const hierarchy of found.hierarchies) {
    const own = rows.filter(({ one }) => one.hierarchy === hierarchy && one.most !== undefined);
    io.write(`\n${paint.bold(wrap(words.missed(hierarchy)[locale], io.columns))}\n`);
    if (own.length === 0) {
      io.write(`${wrap(words.nothing(found, hierarchy)[locale], io.columns, "  ")}\n`);
      continue;
    }
    writeRows(run, own);
  }
  const disasters = toldDisasters(file.check.sound, found.disasters, found.alike);
  for (const size of new Set([1, ...disasters.map(({ one }) => one.faults.length)])) {
    const own = disasters.filter(({ one }) => one.faults.length === size);
    io.write(`\n${paint.bold(wrap(words.sets(size)[locale], io.columns))}\n`);
    if (own.length === 0) io.write(`${wrap(words.noSingle(found)[locale], io.columns, "  ")}\n`);
    for (const { one, faults } of own) {
      io.write(`${wrap(`${paint.red(disasterText(one)[locale])}  ${faults[locale]}`, io.columns, "  ")}\n`);
    }
  }
  io.write("\n");
  for (const text of restsOn(found)) io.write(`${paint.dim(wrap(text[locale], io.columns))}\n`);
}

/** Figures first: they are narrow, and what stands behind them may be as long as it is. */
function writeRows(run: Run, rows: readonly Told<AwayRow>[]): void {
  const { io, paint, locale } = run;
  const head = words.columns.map((column) => column[locale]);
  const cells = rows.map((told) => cellsOf(run, told));
  const widths = head
    .slice(0, 2)
    .map((title, column) => largest([widthOf(title), ...cells.map((row) => widthOf(row[column] ?? ""))]));
  const indent = " ".repeat(2 + widths.reduce((sum, width) => sum + width + 2, 0));
  const line = (row: readonly string[]): string => {
    const figures = widths.map((width, column) => padTo(row[column] ?? "", width)).join("  ");
    const rest = wrap(row.slice(2).join("  "), io.columns, indent);
    return `  ${figures}  ${rest.slice(indent.length)}`;
  };
  io.write(`${paint.dim(line([head[0] ?? "", head[1] ?? "", head[2] ?? ""]))}\n`);
  for (const [least = "", most = "", faults = "", then = ""] of cells) {
    io.write(`${line([least, most, then === "" ? faults : `${faults}  → ${then}`])}\n`);
  }
}

function cellsOf({ locale }: Run, { one, faults }: Told<AwayRow>): readonly string[] {
  return [leastText(one)[locale], mostText(one)[locale], faults[locale], afterwardsText(one)[locale]];
}

function toMarkdown(run: Run, { file, found }: Found): string {
  const { locale } = run;
  const head = [words.hierarchy, ...words.columns].map((column) => column[locale]);
  const rows = toldRows(file.check.sound, found.rows, found.alike).map((told) => [
    told.one.hierarchy,
    ...cellsOf(run, told),
  ]);
  const disasters = toldDisasters(file.check.sound, found.disasters, found.alike);
  const disasterRows = disasters.map(({ one, faults }) => [
    String(one.faults.length),
    disasterText(one)[locale],
    faults[locale],
  ]);
  return [
    `## ${file.shown}`,
    "",
    markdownTable(head, rows),
    `### ${words.smallest[locale]}`,
    "",
    disasterRows.length === 0
      ? `${words.noSingle(found)[locale]}\n`
      : markdownTable(
          words.disasterColumns.map((column) => column[locale]),
          disasterRows,
        ),
    `### ${words.rests[locale]}`,
    "",
    ...restsOn(found).map((text) => `- ${text[locale]}`),
    "",
  ].join("\n");
}

function toJson({ locale }: Run, { file, found }: Found): object {
  return {
    file: file.shown,
    faultsMax: found.faultsMax,
    kinds: found.kinds,
    complete: found.sets.isAll,
    sets: { possible: found.sets.possible, followed: found.sets.followed },
    readings: found.consulted,
    coverage: coverageText(found)[locale],
    alike: [...found.alike].flatMap(([fault, others]) =>
      others.length === 0 ? [] : [{ fault, standsFor: others.map(eventText) }],
    ),
    hierarchies: found.hierarchies,
    awayBefore: found.awayBefore,
    away: found.rows.map((row) => ({
      faults: row.faults.map(eventText),
      hierarchy: row.hierarchy,
      mayGoOn: row.mayGoOn,
      leastMs: row.least ?? null,
      most:
        row.most === undefined
          ? null
          : {
              // JSON knows no infinity.
              ms: Number.isFinite(row.most.ms) ? row.most.ms : null,
              bounded: Number.isFinite(row.most.ms),
              thenApplicationsStart: row.most.starts,
              assumes: row.most.assumes,
              servedBy: row.most.servedBy,
              schedule: scheduleOf(row.most.witness),
            },
      staysAway: row.forGood === undefined ? null : { schedule: scheduleOf(row.forGood) },
      complete: row.isComplete,
    })),
    smallestSets: found.disasters.map((disaster: Disaster) => ({
      what: disaster.what,
      hierarchy: disaster.hierarchy ?? null,
      faults: disaster.faults.map(eventText),
      serverLeft: disaster.ableLeft,
      schedule: scheduleOf(disaster.witness),
    })),
  };
}

/** The faults of a schedule and their moments: what follows by itself is told by `simulate`. */
function scheduleOf({ events, moments, faults }: Counterexample): readonly object[] {
  return events.flatMap((event, index) => {
    const fault = faults.find((one) => one === event);
    return fault === undefined ? [] : [{ atMs: moments[index] ?? 0, fault: eventText(fault) }];
  });
}

const words = {
  missed: (hierarchy: string): Localized => ({
    en: `How long clients miss ${hierarchy}`,
    ja: `${hierarchy} の停止時間`,
  }),
  columns: [
    { en: "at least", ja: "最短" },
    { en: "at most", ja: "最長" },
    { en: "when → then on", ja: "障害 → その後" },
    { en: "then on", ja: "その後" },
  ] satisfies readonly Localized[],
  hierarchy: { en: "hierarchy", ja: "階層" } satisfies Localized,
  smallest: { en: "Smallest sets of faults", ja: "最小の障害の組み合わせ" } satisfies Localized,
  disasterColumns: [
    { en: "faults", ja: "件数" },
    { en: "what comes of it", ja: "結果" },
    { en: "which", ja: "障害" },
  ] satisfies readonly Localized[],
  rests: { en: "What the figures rest on", ja: "数値の前提" } satisfies Localized,
  sets: (size: number): Localized =>
    size === 1
      ? { en: "Single points of failure", ja: "単一障害点" }
      : { en: `${size} faults together`, ja: `${size} 件の障害の組み合わせ` },
  nothing: ({ sets, awayBefore, disasters }: Availability, hierarchy: string): Localized =>
    awayBefore.includes(hierarchy)
      ? { en: "It is out of service before the first fault.", ja: "最初の障害の前から停止しています。" }
      : disasters.some((one) => one.what === "stop" && one.hierarchy === hierarchy)
        ? {
            en: "What takes it away stands below: it does not come back by itself.",
            ja: "停止させる障害は下にあります。自動では復旧しません。",
          }
        : sets.isAll
          ? { en: "None of these faults takes it away.", ja: "対象の障害のうち、停止させるものはありません。" }
          : { en: "Nothing was found so far.", ja: "これまでに見つかったものはありません。" },
  noSingle: ({ sets, awayBefore }: Availability): Localized =>
    sets.isAll
      ? {
          en: `None of these kinds: no single fault stops a hierarchy for good, splits it or loses data.${awayBefore.length > 0 ? " What is out of service anyhow is not counted." : ""}`,
          ja: `対象の種類にはありません。単一の障害で停止したままになる階層も、スプリットブレインも、データ損失もありません。${awayBefore.length > 0 ? "初めから停止している階層は数えていません。" : ""}`,
        }
      : { en: "Nothing was found so far.", ja: "これまでに見つかったものはありません。" },
};
