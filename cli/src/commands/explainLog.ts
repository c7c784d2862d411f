// lkcluster explain-log: the logs of several nodes as one time line, with what is known of the codes, and counts of
// everything that was not understood.

import { resolve } from "node:path";
import { type LogLine, orderLog, stampOf } from "@lkcluster/core/actual/logLine.ts";
import { findTerm } from "@lkcluster/core/catalogue/glossary.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { shellWord } from "@lkcluster/core/text/shellWord.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { type LogFile, type LogRefusal, readLogFile } from "../logFile.ts";
import { hang } from "../output/paint.ts";

/** Of each file; more nobody reads, and a file of any size takes the same memory. */
const keptMax = 20_000;

export function registerExplainLog(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "explain-log <file...>",
    summary: {
      en: "the logs of several nodes as one time line, with what is known of their codes",
      ja: "複数のノードのログを 1 つの時系列にまとめ、コードの説明を添えて表示する",
    },
    formats: ["text", "json"],
    leavesOut: ["quiet", "config", "color"],
    options: [],
    examples: [
      {
        args: "explain-log node1.log node2.log",
        summary: { en: "copies of /var/log/lifekeeper.log", ja: "/var/log/lifekeeper.log のコピー" },
      },
    ],
    run: explainLogs,
  });
}

interface Read extends LogFile {
  readonly file: string;
}

async function explainLogs(run: Run, files: readonly string[]): Promise<ExitCode> {
  const { io, locale } = run;
  const read: Read[] = [];
  for (const file of files) {
    const log = await readLogFile(resolve(io.directory, file), keptMax);
    if (typeof log === "string") {
      io.writeError(`lkcluster: ${refusals[log](file)[locale]}\n`);
      return exitCode.usage;
    }
    read.push({ ...log, file });
  }
  const { lines, isYearKnown } = orderLog(read.flatMap(({ kept }) => kept));
  if (run.format === "json") io.write(`${JSON.stringify(toJson(read, lines, isYearKnown), undefined, 2)}\n`);
  else {
    for (const line of lines) writeLine(run, line);
    for (const note of notesOf(read, lines, isYearKnown)) io.write(`${hang("", note[locale], io.columns)}\n`);
  }
  return lines.length > 0 ? exitCode.ok : exitCode.no;
}

function writeLine({ io, locale }: Run, line: LogLine): void {
  const what = [line.module, line.action, line.tag].filter((part) => part !== "").join(" ");
  const known = findTerm(line.code)?.name[locale];
  const lead = `${stampOf(line)}  ${line.host}  ${line.level}  `;
  io.write(`${hang(lead, `${what} ${line.code}: ${line.text}`, io.columns)}\n`);
  if (known !== undefined) io.write(`${hang("    → ", `${line.code} · ${known}`, io.columns)}\n`);
}

function notesOf(read: readonly Read[], lines: readonly LogLine[], isYearKnown: boolean): readonly Localized[] {
  const notes: Localized[] = read.map(({ file, lines: all, known, foreign, kept, encodings }) => {
    const older = known - kept.length;
    const dropped: Localized = {
      en: older === 0 ? "" : ` The oldest ${older} of them are not shown.`,
      ja: older === 0 ? "" : `古い ${older} 行は表示していません。`,
    };
    const names = encodings.join(", ");
    const written: Localized = {
      en: names === "" ? "" : ` Its encoding was taken for ${names}.`,
      ja: names === "" ? "" : `文字コードは ${names} とみなしました。`,
    };
    return {
      en: `${file}: ${known} of ${all} lines are LifeKeeper's; ${foreign} have another form and are left out.${dropped.en}${written.en}`,
      ja: `${file}: ${all} 行のうち ${known} 行が LifeKeeper のログです。形式が異なる ${foreign} 行は除きました。${dropped.ja}${written.ja}`,
    };
  });
  const unknown = lines.filter(({ code }) => findTerm(code) === undefined).length;
  if (unknown > 0) notes.push(unknownCodes(unknown));
  if (new Set(lines.map(({ host }) => host)).size > 1) notes.push(clocks);
  if (!isYearKnown) notes.push(noYear);
  return notes;
}

function unknownCodes(count: number): Localized {
  return {
    en: `${count} lines have a code of which no public explanation is known.`,
    ja: `${count} 行のコードについては、公開された説明が見つかっていません。`,
  };
}

const clocks: Localized = {
  en: "Lines of different nodes are in the order of the nodes' own clocks. Where the clocks differ, so does the true order.",
  ja: "異なるノードの行は、各ノードの時計の順に並べています。時計がずれていると、実際の順序とは異なります。",
};

const noYear: Localized = {
  en: "The log names no year, and lines stand in all 12 months: where the year begins is not known. Give fewer files.",
  ja: "ログに年がなく、12 か月すべてに行があるため、年の境目がわかりません。ファイルを減らしてください。",
};

const refusals: Record<LogRefusal, (file: string) => Localized> = {
  missing: (file) => ({ en: `${file} cannot be read.`, ja: `${file} を読み込めません。` }),
  "not-a-file": (file) => ({
    en: `${file} is no regular file. Copy the log to a file first.`,
    ja: `${file} は通常のファイルではありません。先にログをファイルにコピーしてください。`,
  }),
  compressed: (file) => ({
    en: `${file} is compressed. Unpack it first: gunzip -k ${shellWord(file)}`,
    ja: `${file} は圧縮されています。先に展開してください: gunzip -k ${shellWord(file)}`,
  }),
};

function toJson(read: readonly Read[], lines: readonly LogLine[], isYearKnown: boolean): unknown {
  return {
    files: read.map(({ file, lines: all, known, foreign, kept, encodings }) => ({
      file,
      lines: all,
      known,
      foreign,
      older: known - kept.length,
      encodings,
    })),
    yearKnown: isYearKnown,
    lines: lines.map((line) => ({
      time: stampOf(line),
      node: line.host,
      level: line.level,
      module: line.module,
      action: line.action,
      tag: line.tag,
      code: line.code,
      text: line.text,
    })),
  };
}
