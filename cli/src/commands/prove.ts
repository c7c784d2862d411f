// lkcluster prove: the proofs of a file, or the standard ones. A verdict `holds` only comes from a complete search.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import { certificateOf } from "@lkcluster/core/prove/certificate.ts";
import { explain } from "@lkcluster/core/prove/explain.ts";
import type { PropertyResult } from "@lkcluster/core/prove/explore.ts";
import { type FlowStep, flowOf } from "@lkcluster/core/prove/flow.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { proofProblems } from "@lkcluster/core/prove/proofProblem.ts";
import { propertyText } from "@lkcluster/core/prove/property.ts";
import { changeText, consultedIn, coverText, usesText } from "@lkcluster/core/prove/readingText.ts";
import { replayResult } from "@lkcluster/core/prove/replay.ts";
import { type ProofResult, runProofNow, type Verdict } from "@lkcluster/core/prove/runProof.ts";
import { scheduleText } from "@lkcluster/core/prove/scheduleText.ts";
import { scriptOf } from "@lkcluster/core/prove/script.ts";
import { eventText } from "@lkcluster/core/simulate/scenario/eventText.ts";
import type { Command } from "commander";
import { compareCertificates, type FileCertificate, writeCertificates } from "../certificates.ts";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { type FaultOptions, faultOptions, readCount, readFaults } from "../faultOptions.ts";
import { writeMarkdown } from "../output/markdownPage.ts";
import { hang, wrap } from "../output/paint.ts";
import { proofMarkdown, verdictWords } from "../output/proofMarkdown.ts";
import { requirementsText } from "../output/requirementsText.ts";
import { toSarif } from "../output/sarif.ts";
import { timelineJson } from "../output/timelineJson.ts";
import { readSoundClusters, type SoundFile, type SoundFiles, writeErrors } from "../soundClusters.ts";

interface Options extends FaultOptions {
  readonly readings?: "default" | "all";
  readonly statesMax?: string;
  readonly timeMax?: string;
  readonly certificate?: string;
  readonly against?: string;
}

interface Proved {
  readonly file: SoundFile;
  readonly results: readonly { readonly result: ProofResult; readonly elapsedMs: number }[];
}

export function registerProve(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "prove <path...>",
    summary: { en: "prove what no fault can break", ja: "どの障害でも破られないことを証明する" },
    formats: ["text", "json", "sarif", "markdown"],
    leavesOut: ["config"],
    options: [
      ...faultOptions,
      {
        flags: "--readings <which>",
        summary: {
          en: "what the documents leave open: the defaults, or every combination of answers",
          ja: "資料から決まらない点: デフォルトのみ、または答えのすべての組み合わせ",
        },
        choices: ["default", "all"],
      },
      {
        flags: "--states-max <count>",
        summary: { en: "end a search at this many states", ja: "探索する状態数の上限" },
      },
      {
        flags: "--time-max <seconds>",
        summary: { en: "end a search after this many seconds", ja: "探索の制限時間（秒）" },
      },
      {
        flags: "--certificate <file>",
        summary: { en: "write a certificate that anybody can reproduce", ja: "誰でも再現できる証明書を書き出す" },
      },
      {
        flags: "--against <file>",
        summary: { en: "fail unless this certificate is reproduced", ja: "この証明書が再現されなければ失敗にする" },
      },
    ],
    run: (run, paths, options) => prove(run, paths, options),
  });
}

function prove(run: Run, paths: readonly string[], options: Options): ExitCode {
  const override = readFaults(run, options, 64);
  const statesMax =
    options.statesMax === undefined ? undefined : readCount(run, "--states-max", options.statesMax, 1e8);
  const timeMax = options.timeMax === undefined ? undefined : readCount(run, "--time-max", options.timeMax, 86_400);
  if (override === undefined || statesMax === "wrong" || timeMax === "wrong") return exitCode.usage;
  const { files, fileSet, texts, unreadable, unsound, left } = readSoundClusters(run, paths);
  let broken = unsound;
  const proved: Proved[] = [];
  for (const file of files) {
    if (file.problems.length > 0) {
      broken = true;
      writeErrors(run, file.problems, texts);
      continue;
    }
    const proofs = proofsOf(file.check.parsed.tree, file.file, override);
    const results = proofs.map((proof) => {
      const started = performance.now();
      const result = runProofNow(file.check.sound, proof, {
        readings: options.readings === "all" ? "every" : "default",
        ...(statesMax === undefined ? {} : { statesMax }),
        ...(timeMax === undefined ? {} : { isEnough: () => performance.now() - started > timeMax * 1000 }),
      });
      return { result, elapsedMs: Math.round((performance.now() - started) * 10) / 10 };
    });
    proved.push({ file, results });
  }
  switch (run.format) {
    case "json":
      run.io.write(`${JSON.stringify(toJson(run, proved, fileSet), undefined, 2)}\n`);
      break;
    case "sarif":
      run.io.write(`${JSON.stringify(sarifOf(run, proved, { files, texts, left }), undefined, 2)}\n`);
      break;
    case "markdown":
      writeMarkdown(run, proofMarkdown(run, proved, left));
      break;
    default:
      for (const one of proved) writeText(run, one);
  }
  const certificates = certificatesOf(proved, fileSet);
  const written = options.certificate === undefined || writeCertificates(run, options.certificate, certificates);
  const against =
    options.against === undefined ? "reproduced" : compareCertificates(run, options.against, certificates);
  if (unreadable || !written || against === "unreadable") return exitCode.usage;
  if (against === "different") return exitCode.no;
  const verdicts = proved.flatMap(({ results }) => results.map(({ result }) => result.verdict));
  return broken || verdicts.some((verdict) => verdict !== "holds") ? exitCode.no : exitCode.ok;
}

/** What could not be proved at all is in it too: a service that reads only this must not take it for proved. */
function sarifOf(
  run: Run,
  proved: readonly Proved[],
  { files, texts, left }: Pick<SoundFiles, "files" | "texts" | "left">,
): object {
  const flows = new Map<Problem, readonly FlowStep[]>();
  const found = proved.flatMap(({ file, results }) =>
    results.flatMap(({ result }) => {
      const problems = proofProblems(file.check.sound, result);
      for (const [index, violation] of result.violations.entries()) {
        const problem = problems[index];
        if (problem !== undefined) flows.set(problem, flowOf(file.check.sound, violation));
      }
      return problems;
    }),
  );
  const broken = [...left, ...files].flatMap(({ problems }) => problems);
  const unread = left.flatMap(({ problems, why }) => (problems.length === 0 ? [why[run.locale]] : []));
  const { locale, io } = run;
  return toSarif({
    command: "prove",
    problems: [...broken, ...found],
    locale,
    texts,
    directory: io.directory,
    flows,
    unread,
  });
}

function toJson(run: Run, proved: readonly Proved[], files: FileSet): object {
  return {
    proofs: proved.flatMap((one) => proofsJson(run, one)),
    certificates: certificatesOf(proved, files),
  };
}

function certificatesOf(proved: readonly Proved[], files: FileSet): readonly FileCertificate[] {
  return proved.map(({ file, results }) => ({
    file: file.shown,
    certificate: certificateOf(
      file.check.sound,
      results.map(({ result }) => result),
      files,
    ),
  }));
}

function proofsJson(run: Run, { file, results }: Proved): readonly object[] {
  return results.map(({ result, elapsedMs }) => ({
    file: file.shown,
    title: result.proof.title[run.locale],
    requirements: result.proof.requirements,
    verdict: result.verdict,
    violations: result.violations.map((violation) => violationJson(run, file, violation)),
    states: result.report.states,
    transitions: result.report.transitions,
    elapsedMs,
    complete: result.report.complete,
    limit: result.report.limit ?? null,
    faultsCovered: result.report.faultsCovered,
    readings: {
      which: result.report.everyReading ? "all" : "default",
      consulted: consultedIn(result.report),
      ...result.report.cover,
    },
    noSurvivor: result.report.explorations.some(({ noSurvivor }) => noSurvivor),
    twoActiveMs: largest([0, ...result.report.explorations.map(({ twoActiveMs }) => twoActiveMs ?? 0)]),
    ledger: result.ledger.map(({ kind, text, sources }) => ({ kind, text: text[run.locale], sources })),
  }));
}

function violationJson(run: Run, file: SoundFile, violation: PropertyResult): object {
  const replayed = replayResult(file.check.sound, violation);
  return {
    property: propertyText(violation.property),
    reading: violation.readings.length === 0 ? null : usesText(violation.readings),
    byDefault: violation.first ?? null,
    change: changeJson(violation),
    explanation: explain(file.check.sound, violation)?.[run.locale] ?? null,
    faults: violation.trace?.faults.map(eventText) ?? [],
    steps: scriptOf(file.check.sound, violation) ?? null,
    trace: timelineJson(replayed?.timeline ?? [], run.locale),
  };
}

/** The smallest set of other answers that gives another result, and how many combinations do; null when none does. */
function changeJson({ change }: PropertyResult): object | null {
  if (change === undefined) return null;
  const { readings, status, standsFor, combinations } = change;
  return { to: status, reading: usesText(readings), standsFor, combinations };
}

function figures({ result: { report }, elapsedMs }: Proved["results"][number]): Localized {
  const { states, transitions } = report;
  return {
    en: `${states} states, ${transitions} transitions, ${elapsedMs} ms`,
    ja: `${states} 状態、${transitions} 遷移、${elapsedMs} ms`,
  };
}

function writeText(run: Run, { file, results }: Proved): void {
  const { io, paint, locale, quiet } = run;
  const shown = quiet ? results.filter(({ result }) => result.verdict !== "holds") : results;
  if (shown.length > 0) io.write(`${file.shown}\n`);
  for (const one of shown) {
    const { result } = one;
    const colour = result.verdict === "holds" ? paint.green : result.verdict === "violated" ? paint.red : paint.yellow;
    const lead = `  ${colour(`${marks[result.verdict]} ${verdictWords[result.verdict][locale]}`)}  `;
    io.write(
      `${hang(lead, result.proof.title[locale], io.columns, paint.dim(requirementsText(result.proof) + figures(one)[locale]))}\n`,
    );
    const write = (text: string): void => io.write(`${wrap(text, io.columns, "      ")}\n`);
    const [first] = result.report.results;
    const unchanged = result.verdict === "holds" && first !== undefined ? changeText(first, result.report) : undefined;
    if (unchanged !== undefined) write(unchanged[locale]);
    if (result.verdict === "holds" || result.report.everyReading) write(coverText(result.report)[locale]);
    for (const violation of result.violations) {
      io.write(`${paint.bold(wrap(propertyText(violation.property), io.columns, "      "))}\n`);
      const text = explain(file.check.sound, violation)?.[locale];
      if (text !== undefined) write(text);
      const change = changeText(violation, result.report);
      if (change !== undefined) write(change[locale]);
      const script = scriptOf(file.check.sound, violation);
      if (script !== undefined) {
        const command = `lkcluster simulate ${file.shown} --do "${script.replaceAll('"', '\\"')}"`;
        io.write(paint.dim(`      ${words.replay[locale]} ${command}\n`));
      } else if (violation.trace !== undefined) {
        io.write(`${paint.dim(wrap(words.schedule[locale], io.columns, "      "))}\n`);
        for (const { atMs, text: what } of scheduleText(violation.trace)) {
          io.write(paint.dim(`${hang(`${`${atMs / 1000} s`.padStart(14)}  `, what[locale], io.columns)}\n`));
        }
      }
    }
    for (const { kind, text } of result.ledger) {
      if (kind === "limit") io.write(`${wrap(`${text[locale]} ${words.incomplete[locale]}`, io.columns, "      ")}\n`);
    }
  }
}

const marks: Readonly<Record<Verdict, string>> = { holds: "✔", violated: "✖", incomplete: "?" };

const words = {
  replay: { en: "replay:", ja: "再現:" } satisfies Localized,
  schedule: {
    en: "It happens at these moments (a scenario always takes the latest ones):",
    ja: "次の時点で起こります（シナリオは常に最も遅い時点を使います）:",
  } satisfies Localized,
  incomplete: {
    en: "Nothing is claimed about the rest.",
    ja: "残りについては何も主張しません。",
  } satisfies Localized,
};
