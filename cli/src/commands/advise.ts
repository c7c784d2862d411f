// lkcluster advise: the combinations that are supported for this topology side by side, and repairs for what the
// proofs of the file find.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { largest } from "@lkcluster/core/many.ts";
import { type AdviceRow, advise } from "@lkcluster/core/prove/advise.ts";
import { proofsOf } from "@lkcluster/core/prove/proof.ts";
import { verdictUnderReadings } from "@lkcluster/core/prove/readingText.ts";
import { findRepairs, type Repair } from "@lkcluster/core/prove/repair.ts";
import { pumped, runProofNow } from "@lkcluster/core/prove/runProof.ts";
import { type Answer, answerTexts, type Score } from "@lkcluster/core/prove/scorecard.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { widthOf, wrap } from "../output/paint.ts";
import { rangeOf } from "../output/problemJson.ts";
import type { Texts } from "../output/problemPlaces.ts";
import { markdownTable, textTable } from "../output/table.ts";
import { readSoundClusters, type SoundFile, writeErrors } from "../soundClusters.ts";

interface ProofRepairs {
  readonly title: Localized;
  readonly repairs: readonly Repair[];
}

export function registerAdvise(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "advise <file>",
    summary: {
      en: "supported combinations compared, and repairs",
      ja: "サポートされる組み合わせの比較と修正案",
    },
    formats: ["text", "json", "markdown"],
    leavesOut: ["quiet", "config"],
    options: [],
    run: (run, paths) => adviseFiles(run, paths),
  });
}

function adviseFiles(run: Run, paths: readonly string[]): ExitCode {
  const { files, fileSet, texts, unreadable, unsound } = readSoundClusters(run, paths);
  let broken = unsound;
  for (const file of files) {
    if (file.problems.length > 0) {
      broken = true;
      writeErrors(run, file.problems, texts);
      continue;
    }
    const rows = pumped(advise(file.check.sound));
    const repairs = proofsOf(file.check.parsed.tree, file.file).flatMap((proof): readonly ProofRepairs[] =>
      runProofNow(file.check.sound, proof).verdict === "violated"
        ? [{ title: proof.title, repairs: pumped(findRepairs(fileSet, file.check, proof, { readings: "every" })) }]
        : [],
    );
    write(run, file, rows, repairs, texts);
  }
  if (unreadable) return exitCode.usage;
  return broken ? exitCode.no : exitCode.ok;
}

function write(
  run: Run,
  file: SoundFile,
  rows: readonly AdviceRow[],
  repairs: readonly ProofRepairs[],
  texts: Texts,
): void {
  const { io, locale, paint } = run;
  if (run.format === "json") {
    io.write(`${JSON.stringify(toJson(run, file, rows, repairs, texts), undefined, 2)}\n`);
    return;
  }
  const head = words.columns.map((column) => column[locale]);
  const cells = rows.map((row) => [
    row.isCurrent ? "*" : "",
    row.quorumMode,
    row.witnessMode,
    row.quorumMode === "none" ? "-" : row.lossAction,
    ...row.scorecard.scores.flatMap((score) => scoreCells(score, run)),
    row.assumes?.[locale] ?? "",
  ]);
  if (run.format === "markdown") {
    io.write(`## ${file.shown}\n\n${markdownTable(head, cells)}\n${words.legend[locale]}\n`);
    for (const { title, repairs: found } of repairs) {
      io.write(
        `\n### ${words.repairs(title)[locale]}\n\n${found.map((repair) => `- ${repairText(repair, run)}\n`).join("")}`,
      );
      if (found.length === 0) io.write(`${words.noRepair[locale]}\n`);
    }
    return;
  }
  const notes = [...new Set(rows.flatMap((row) => row.assumes?.[locale] ?? []))];
  io.write(`${file.shown}\n${combinationTable(run, rows, notes)}`);
  for (const [index, note] of notes.entries()) io.write(`${wrap(`(${index + 1}) ${note}`, io.columns)}\n`);
  io.write(`${wrap(`${words.marks[locale]} ${words.legend[locale]}`, io.columns)}\n`);
  for (const { title, repairs: found } of repairs) {
    io.write(`\n${paint.bold(words.repairs(title)[locale])}\n`);
    for (const repair of found) io.write(`${wrap(`- ${repairText(repair, run)}`, io.columns, "  ")}\n`);
    if (found.length === 0) io.write(`  ${words.noRepair[locale]}\n`);
  }
}

/** One table where the terminal has room for it; otherwise one for each number of faults. */
function combinationTable(run: Run, rows: readonly AdviceRow[], notes: readonly string[]): string {
  const { locale, paint } = run;
  const title = (columns: readonly Localized[]): readonly string[] => columns.map((column) => column[locale]);
  const names = rows.map((row) => [
    row.isCurrent ? "*" : "",
    row.quorumMode,
    row.witnessMode,
    row.quorumMode === "none" ? "-" : row.lossAction,
  ]);
  const note = rows.map(({ assumes }) => (assumes === undefined ? "" : `(${notes.indexOf(assumes[locale]) + 1})`));
  const one = textTable(
    [...title(words.nameColumns), "|", ...title(words.scoreColumns), "|", ...title(words.scoreColumns), ""],
    rows.map(({ scorecard }, at) => [
      ...(names[at] ?? []),
      ...scorecard.scores.flatMap((score) => ["|", ...shortCells(score, run)]),
      note[at] ?? "",
    ]),
    paint,
  );
  if (largest(one.split("\n").map(widthOf)) <= run.io.columns) return one;
  return (rows[0]?.scorecard.scores ?? [])
    .map(({ faults }, which) => {
      const cells = rows.map(({ scorecard }, at) => {
        const score = scorecard.scores[which];
        return [...(names[at] ?? []), ...(score === undefined ? [] : shortCells(score, run)), note[at] ?? ""];
      });
      const head = [...title(words.nameColumns), ...title(words.scoreColumns), ""];
      return `${paint.bold(words.underFaults(faults)[locale])}\n${textTable(head, cells, paint)}`;
    })
    .join("\n");
}

function scoreCells(score: Score, { locale }: Run): readonly string[] {
  const { splitBrain, outage, dataLoss } = score;
  return [answerTexts[splitBrain][locale], timeText(score), answerTexts[outage][locale], answerTexts[dataLoss][locale]];
}

/** One short word each: a terminal is narrow. */
function shortCells(score: Score, { paint, locale }: Run): readonly string[] {
  const word = (answer: Answer): string => {
    const text = words.shortAnswers[answer][locale];
    return answer === "possible" ? paint.red(text) : text;
  };
  return [word(score.splitBrain), timeText(score), word(score.outage), word(score.dataLoss)];
}

function timeText({ twoActiveMs }: Score): string {
  if (twoActiveMs === 0) return "-";
  return Number.isFinite(twoActiveMs) ? `${twoActiveMs / 1000} s` : "∞";
}

function repairText({ title, better, worse, cost, underReadings }: Repair, { locale }: Run): string {
  const list = (word: Localized, texts: readonly Localized[]): readonly string[] =>
    texts.length === 0 ? [] : [`${word[locale]} ${texts.map((text) => text[locale]).join("; ")}`];
  return [
    title[locale],
    ...list(words.better, better),
    ...(worse.length === 0 ? [words.nothingWorse[locale]] : list(words.worse, worse)),
    ...(cost === undefined ? [] : [cost[locale]]),
    ...(underReadings === undefined ? [] : [verdictUnderReadings(underReadings.report)[locale]]),
  ].join(" — ");
}

function toJson(
  { locale }: Run,
  file: SoundFile,
  rows: readonly AdviceRow[],
  repairs: readonly ProofRepairs[],
  texts: Texts,
): object {
  return {
    file: file.shown,
    combinations: rows.map(({ quorumMode, witnessMode, lossAction, isCurrent, assumes, scorecard }) => ({
      quorumMode,
      witnessMode,
      lossAction: quorumMode === "none" ? null : lossAction,
      current: isCurrent,
      assumes: assumes?.[locale] ?? null,
      scores: scorecard.scores,
    })),
    repairs: repairs.map(({ title, repairs: found }) => ({
      proof: title[locale],
      repairs: found.map((repair) => ({
        title: repair.title[locale],
        better: repair.better.map((text) => text[locale]),
        worse: repair.worse.map((text) => text[locale]),
        underEveryReading: repair.underReadings?.verdict ?? null,
        cost: repair.cost?.[locale] ?? null,
        edits: repair.edits.map((edit) => ({
          file: texts.shown(edit.file),
          range: rangeOf(edit, texts),
          newText: edit.newText,
        })),
      })),
    })),
  };
}

const words = {
  columns: [
    { en: "", ja: "" },
    { en: "QUORUM_MODE", ja: "QUORUM_MODE" },
    { en: "WITNESS_MODE", ja: "WITNESS_MODE" },
    { en: "LOSS_ACTION", ja: "LOSS_ACTION" },
    { en: "1 fault: split brain", ja: "障害 1 件: スプリットブレイン" },
    { en: "twice", ja: "二重" },
    { en: "outage", ja: "停止" },
    { en: "data loss", ja: "データ損失" },
    { en: "2 faults: split brain", ja: "障害 2 件: スプリットブレイン" },
    { en: "twice", ja: "二重" },
    { en: "outage", ja: "停止" },
    { en: "data loss", ja: "データ損失" },
    { en: "", ja: "" },
  ] satisfies readonly Localized[],
  nameColumns: [
    { en: "", ja: "" },
    { en: "QUORUM", ja: "QUORUM" },
    { en: "WITNESS", ja: "WITNESS" },
    { en: "LOSS", ja: "LOSS" },
  ] satisfies readonly Localized[],
  scoreColumns: [
    { en: "split", ja: "分裂" },
    { en: "twice", ja: "二重" },
    { en: "out", ja: "停止" },
    { en: "data", ja: "損失" },
  ] satisfies readonly Localized[],
  underFaults: (faults: number): Localized => ({
    en: faults === 1 ? "Under one fault" : `Under ${faults} faults`,
    ja: `障害 ${faults} 件の場合`,
  }),
  marks: {
    en: "Under one fault, and under two: whether a split brain, an outage or a loss of data is possible.",
    ja: "障害が 1 件の場合と 2 件の場合に、スプリットブレイン（分裂）、サービス停止、データ損失が起こり得るかどうか。",
  } satisfies Localized,
  shortAnswers: {
    never: { en: "no", ja: "無" },
    possible: { en: "YES", ja: "有" },
    unknown: { en: "?", ja: "?" },
  } satisfies Record<Answer, Localized>,
  legend: {
    en: "* now. twice: the longest time that two nodes run the same hierarchy before it ends by itself. Under the default readings.",
    ja: "* 現在の設定。二重: 同じ階層が 2 台のノードで稼働し、自動的に解消するまでの最長時間。デフォルトの解釈での結果です。",
  } satisfies Localized,
  repairs: (title: Localized): Localized => ({
    en: `Changes that make "${title.en}" hold:`,
    ja: `「${title.ja}」が成り立つようになる変更:`,
  }),
  noRepair: {
    en: "None of the single changes that were tried makes it hold.",
    ja: "試した変更の中に、1 つで成り立つようになるものはありません。",
  } satisfies Localized,
  better: { en: "better:", ja: "改善:" } satisfies Localized,
  worse: { en: "worse:", ja: "悪化:" } satisfies Localized,
  nothingWorse: { en: "nothing gets worse", ja: "悪化する点はありません" } satisfies Localized,
};
