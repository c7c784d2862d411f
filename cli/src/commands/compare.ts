// lkcluster compare: two versions of a cluster file, what gets better and what worse.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import {
  type Comparison,
  compare,
  type Outcome,
  type ProofComparison,
  type ScenarioComparison,
} from "@lkcluster/core/prove/compare.ts";
import { pumped, type Verdict } from "@lkcluster/core/prove/runProof.ts";
import { type ScoreChange, scoreChangeText } from "@lkcluster/core/prove/scorecard.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { hang, wrap } from "../output/paint.ts";
import { markdownTable } from "../output/table.ts";
import { readSoundClusters } from "../soundClusters.ts";

export function registerCompare(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "compare <old> <new>",
    summary: { en: "what gets better and worse between two versions", ja: "2 つの版の間で良くなる点と悪くなる点" },
    formats: ["text", "json", "markdown"],
    leavesOut: ["config"],
    options: [],
    run: (run, [old = "", now = ""]) => compareFiles(run, old, now),
  });
}

function compareFiles(run: Run, old: string, now: string): ExitCode {
  const [before, after] = [readSoundClusters(run, [old]), readSoundClusters(run, [now])];
  const [first] = before.files;
  const [second] = after.files;
  if (before.unreadable || after.unreadable) return exitCode.usage;
  if (first === undefined || second === undefined) return exitCode.no;
  const comparison = pumped(
    compare(
      { cluster: first.check.sound, parsed: first.check.parsed },
      { cluster: second.check.sound, parsed: second.check.parsed },
    ),
  );
  switch (run.format) {
    case "json":
      run.io.write(`${JSON.stringify({ old: first.shown, new: second.shown, ...comparison }, undefined, 2)}\n`);
      break;
    case "markdown":
      run.io.write(markdown(run, comparison));
      break;
    default:
      writeText(run, comparison);
  }
  const worse = [...comparison.scenarios, ...comparison.proofs, ...comparison.changes].some(
    ({ change }) => change === "worse",
  );
  return worse ? exitCode.no : exitCode.ok;
}

function writeText({ io, paint, locale, quiet }: Run, { scenarios, proofs, changes }: Comparison): void {
  const mark = (change: ScenarioComparison["change"]): string =>
    change === "better" ? paint.green("+") : change === "worse" ? paint.red("-") : " ";
  for (const one of [...scenarios, ...proofs]) {
    if (one.change === "same" && quiet) continue;
    io.write(`${hang(`${mark(one.change)} `, `${one.title}: ${outcomes(one)[locale]}`, io.columns)}\n`);
  }
  for (const change of changes)
    io.write(`${hang(`${mark(change.change)} `, scoreChangeText(change)[locale], io.columns)}\n`);
  const all = [...scenarios, ...proofs, ...changes];
  if (all.every(({ change }) => change === "same") && !quiet) io.write(`${wrap(words.same[locale], io.columns)}\n`);
}

function markdown({ locale }: Run, { scenarios, proofs, changes }: Comparison): string {
  const changed = [...scenarios, ...proofs].filter(({ change }) => change !== "same");
  const rows = [
    ...changed.map((one) => [words.changes[one.change][locale], one.title, outcomes(one)[locale]]),
    ...changes.map((one: ScoreChange) => [words.changes[one.change][locale], scoreChangeText(one)[locale], ""]),
  ];
  if (rows.length === 0) return `${words.same[locale]}\n`;
  return markdownTable(
    words.columns.map((column) => column[locale]),
    rows,
  );
}

function outcomes({ before, after }: ScenarioComparison | ProofComparison): Localized {
  return {
    en: before === after ? words.outcomes[after].en : `${words.outcomes[before].en} → ${words.outcomes[after].en}`,
    ja: before === after ? words.outcomes[after].ja : `${words.outcomes[before].ja} → ${words.outcomes[after].ja}`,
  };
}

const words = {
  same: {
    en: "Nothing gets better and nothing gets worse.",
    ja: "良くなる点も悪くなる点もありません。",
  },
  changes: {
    better: { en: "better", ja: "改善" },
    worse: { en: "worse", ja: "悪化" },
    same: { en: "same", ja: "同じ" },
  } satisfies Record<ScenarioComparison["change"], Localized>,
  outcomes: {
    passed: { en: "passes", ja: "成功" },
    failed: { en: "fails", ja: "失敗" },
    impossible: { en: "cannot be run", ja: "実行不可" },
    holds: { en: "holds", ja: "成立" },
    violated: { en: "violated", ja: "不成立" },
    incomplete: { en: "incomplete", ja: "未完了" },
  } satisfies Record<Outcome | Verdict, Localized>,
  columns: [
    { en: "Change", ja: "変化" },
    { en: "What", ja: "対象" },
    { en: "Result", ja: "結果" },
  ] satisfies readonly Localized[],
} as const;
