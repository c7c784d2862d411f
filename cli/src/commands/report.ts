// lkcluster report: one HTML file about a cluster, for people without VS Code: it replays, and it loads nothing.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { makeReport, type Report } from "@lkcluster/core/report/makeReport.ts";
import { madeText, type PageParts, reportPage } from "@lkcluster/core/report/page.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { shownPath } from "../files.ts";
import { writeOut } from "../output/outFiles.ts";
import { readSoundClusters } from "../soundClusters.ts";
import { version } from "../version.ts";

interface Options {
  readonly html?: string;
  readonly replaceNames?: boolean;
  readonly start?: string;
  readonly readings?: "default" | "all";
}

export function registerReport(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "report <file>",
    summary: {
      en: "one HTML page that replays, for people without VS Code",
      ja: "VS Code がなくても再生できる HTML ページを 1 つ作る",
    },
    formats: ["text"],
    leavesOut: ["config"],
    options: [
      { flags: "--html <file>", summary: { en: "where to write the page", ja: "ページの書き出し先" } },
      {
        flags: "--replace-names",
        summary: {
          en: "replace nodes, hosts, addresses, resources and titles, leave comments out",
          ja: "ノード、ホスト、アドレス、リソース、題名を置き換え、コメントを除く",
        },
      },
      {
        flags: "--start <title>",
        summary: {
          en: "begin with this scenario, or with the counterexample of this proof",
          ja: "最初に表示するシナリオ、または反例を表示する証明の題名",
        },
      },
      {
        flags: "--readings <which>",
        summary: {
          en: "what the documents leave open: every combination of answers (all), or the defaults",
          ja: "資料から決まらない点: 答えのすべての組み合わせ（all）、またはデフォルトのみ",
        },
        choices: ["default", "all"],
      },
    ],
    examples: [
      {
        args: "report --html cluster.html cluster.lk",
        summary: { en: "for a change board", ja: "変更管理の会議向け" },
      },
      {
        args: "report --html ask.html --replace-names cluster.lk",
        summary: { en: "to ask somebody outside", ja: "社外への問い合わせ向け" },
      },
    ],
    run: (run, [path = ""], options) => report(run, path, options),
  });
}

function report(run: Run, path: string, { html, replaceNames, start, readings }: Options): ExitCode {
  const { io, locale } = run;
  const say = (text: Localized): void => io.writeError(`lkcluster: ${text[locale]}\n`);
  if (html === undefined) {
    say(words.nowhere);
    return exitCode.usage;
  }
  const { files, fileSet, unreadable, unsound } = readSoundClusters(run, [path]);
  const [file, another] = files;
  if (unreadable) return exitCode.usage;
  if (unsound || file === undefined) return exitCode.no;
  const parts = another === undefined ? readParts() : undefined;
  if (parts === undefined) {
    say(another === undefined ? words.noParts : words.several);
    return exitCode.usage;
  }
  const replacesNames = replaceNames === true;
  const every = readings === "default" ? "default" : "every";
  const made = pumped(makeReport(fileSet, file.file, { replacesNames, start, readings: every }));
  if (made.kind !== "made") {
    say(words.refused(start ?? "")[made.kind]);
    return made.kind === "no-such-title" ? exitCode.usage : exitCode.no;
  }
  const { record, documents } = made;
  const page = reportPage({
    parts,
    record,
    documents,
    locale,
    made: madeText(new Date().toISOString(), version, replacesNames),
  });
  const target = resolve(io.directory, html);
  // It holds addresses and names, which are not for everybody on this machine.
  const why = writeOut([{ path: target, text: page, mode: 0o600, mark: pageMark }]);
  if (why !== undefined) {
    say(why);
    return exitCode.usage;
  }
  if (!run.quiet) {
    const kilobytes = Math.ceil(Buffer.byteLength(page) / 1000);
    io.write(`${words.written(shownPath(io.directory, target), kilobytes)[locale]}\n`);
  }
  return exitCode.ok;
}

const pageMark = /^<!DOCTYPE html>\n<html lang="(?:en|ja)" class="report">/;

/** Beside the bundle that is shipped; from the sources, where the build puts it. */
function readParts(): PageParts | undefined {
  const file = [join(import.meta.dirname, "page.json"), join(import.meta.dirname, "../../../dist/cli/page.json")].find(
    (each) => existsSync(each),
  );
  // Our own build wrote it.
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as PageParts);
}

const words = {
  nowhere: {
    en: "say where to write the page: --html FILE.",
    ja: "ページの書き出し先を --html FILE で指定してください。",
  },
  several: {
    en: "a page is about one cluster file. Name one.",
    ja: "ページにできるクラスターファイルは 1 つです。1 つだけ指定してください。",
  },
  noParts: {
    en: "this checkout has no page.json yet. Run `npm run build` first.",
    ja: "page.json がまだありません。先に `npm run build` を実行してください。",
  },
  refused: (title: string): Readonly<Record<Exclude<Report["kind"], "made">, Localized>> => ({
    unsound: { en: "the file has errors.", ja: "ファイルにエラーがあります。" },
    lost: {
      en: "the file cannot be told under other names. Leave out --replace-names, and report it.",
      ja: "名前を置き換えると読めなくなるファイルです。--replace-names を外し、不具合として報告してください。",
    },
    "no-such-title": {
      en: `no scenario and no proof has the title "${title}".`,
      ja: `「${title}」という題名のシナリオも証明もありません。`,
    },
  }),
  written: (file: string, kilobytes: number): Localized => ({
    en: `Written: ${file} (${kilobytes} kB)`,
    ja: `${file} を書き出しました（${kilobytes} kB）`,
  }),
} as const;
