// lkcluster compare: two versions of a cluster file, what gets better and what worse. The versions are two files, or one
// file in two revisions of its repository.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { disasterText } from "@lkcluster/core/prove/availabilityText.ts";
import { type Behaviour, behaviourChanges } from "@lkcluster/core/prove/behaviour.ts";
import { headlines, timeChangeText, unfinishedText } from "@lkcluster/core/prove/behaviourText.ts";
import { compare, type ScenarioComparison, type Version } from "@lkcluster/core/prove/compare.ts";
import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { scoreChangeText } from "@lkcluster/core/prove/scorecard.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import type { Command } from "commander";
import { addCommand, type Run, type Shell } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { readCount } from "../faultOptions.ts";
import { diskFiles, findInputs, shownPath } from "../files.ts";
import { filesAt } from "../gitFiles.ts";
import { type Compared, compareMarkdown } from "../output/compareMarkdown.ts";
import { outcomesText } from "../output/compareWords.ts";
import { writeMarkdown } from "../output/markdownPage.ts";
import { hang, wrap } from "../output/paint.ts";
import { textsOf } from "../output/problemPlaces.ts";
import { readSoundClusters, type SoundFile, writeErrors } from "../soundClusters.ts";

interface Options {
  readonly base?: string;
  readonly head?: string;
  readonly timeMax?: string;
}

export function registerCompare(program: Command, shell: Shell): void {
  addCommand<Options>(program, shell, {
    usage: "compare <file...>",
    summary: { en: "what gets better and worse between two versions", ja: "2 つの版の間で良くなる点と悪くなる点" },
    formats: ["text", "json", "markdown"],
    leavesOut: ["config"],
    options: [
      {
        flags: "--base <revision>",
        summary: {
          en: "compare each file with what it is in this git revision",
          ja: "各ファイルを、この git リビジョンの内容と比べる",
        },
      },
      {
        flags: "--head <revision>",
        summary: {
          en: "with --base: the newer revision, instead of the files as they are",
          ja: "--base と併用。現在のファイルの代わりに使う新しいリビジョン",
        },
      },
      { flags: "--time-max <seconds>", summary: { en: "end after this many seconds", ja: "制限時間（秒）" } },
    ],
    examples: [
      { args: "compare old.lk new.lk", summary: { en: "two files", ja: "2 つのファイル" } },
      {
        args: "compare --base origin/main --format markdown clusters > comment.md",
        summary: { en: "a comment for a pull request", ja: "プルリクエストのコメント" },
      },
    ],
    run: (run, files, options) => compareVersions(run, files, options),
  });
}

interface Pair {
  readonly old: { readonly shown: string; readonly version: Version };
  readonly now: { readonly shown: string; readonly version: Version };
}

/** What was found to compare; what could not be compared has been said. */
interface Pairs {
  readonly pairs: readonly Pair[];
  readonly code: ExitCode;
}

function compareVersions(run: Run, files: readonly string[], options: Options): ExitCode {
  const timeMax = options.timeMax === undefined ? undefined : readCount(run, "--time-max", options.timeMax, 86_400);
  if (timeMax === "wrong") return exitCode.usage;
  if (options.base === undefined && (files.length !== 2 || options.head !== undefined)) {
    return refuse(run, words.twoFiles);
  }
  const { pairs, code } =
    options.base === undefined ? pairOfFiles(run, files) : pairsOfRevisions(run, files, options.base, options.head);
  const started = performance.now();
  const isEnough = (): boolean => timeMax !== undefined && performance.now() - started > timeMax * 1000;
  const compared = pairs.map(
    ({ old, now }): Compared => ({
      old: old.shown,
      now: now.shown,
      behaviour: pumped(behaviourChanges(old.version.cluster, now.version.cluster, { isEnough })),
      comparison: pumped(compare(old.version, now.version, { isEnough })),
    }),
  );
  switch (run.format) {
    case "json": {
      const all = compared.map((one) => toJson(run, one));
      // Two files are one comparison, as ever; several are a list.
      const shown = options.base === undefined ? all[0] : { comparisons: all };
      if (shown !== undefined) run.io.write(`${JSON.stringify(shown, undefined, 2)}\n`);
      break;
    }
    case "markdown":
      writeMarkdown(
        run,
        compared.flatMap((one) => compareMarkdown(run, one)),
      );
      break;
    default:
      for (const one of compared) writeText(run, one, compared.length > 1);
  }
  if (code !== exitCode.ok) return code;
  return compared.some(getsWorse) ? exitCode.no : exitCode.ok;
}

function refuse({ io, locale }: Run, why: Localized): ExitCode {
  io.writeError(`lkcluster: ${why[locale]}\n`);
  return exitCode.usage;
}

function pairOfFiles(run: Run, [old = "", now = ""]: readonly string[]): Pairs {
  const [before, after] = [readSoundClusters(run, [old]), readSoundClusters(run, [now])];
  const [first] = before.files;
  const [second] = after.files;
  if (before.unreadable || after.unreadable) return { pairs: [], code: exitCode.usage };
  if (first === undefined || second === undefined) return { pairs: [], code: exitCode.no };
  const side = ({ shown, check }: SoundFile) => ({ shown, version: { cluster: check.sound, parsed: check.parsed } });
  return { pairs: [{ old: side(first), now: side(second) }], code: exitCode.ok };
}

function pairsOfRevisions(run: Run, files: readonly string[], base: string, head: string | undefined): Pairs {
  const { directory } = run.io;
  const [old, now] = [filesAt(base, directory), head === undefined ? diskFiles(run.input) : filesAt(head, directory)];
  for (const side of [old, now]) {
    if ("why" in side) return { pairs: [], code: refuse(run, side.why) };
  }
  if ("why" in old || "why" in now) return { pairs: [], code: exitCode.usage };
  const inputs = findInputs(files, directory, run.input);
  if (inputs.unreadable.length > 0 || inputs.clusters.length === 0) {
    return { pairs: [], code: refuse(run, words.nothing) };
  }
  const pairs: Pair[] = [];
  let isWhole = true;
  for (const file of inputs.clusters) {
    const shown = shownPath(directory, file);
    const [was, is] = [old, now].map((side) => side.read(file));
    if (was === undefined || is === undefined) {
      run.io.writeError(`lkcluster: ${words.oneSided(shown, was === undefined)[run.locale]}\n`);
      continue;
    }
    const [before, after] = [versionIn(run, old, file, base), versionIn(run, now, file, head)];
    if (before === undefined || after === undefined) isWhole = false;
    else pairs.push({ old: { shown, version: before }, now: { shown, version: after } });
  }
  return { pairs, code: isWhole ? exitCode.ok : exitCode.no };
}

/** Undefined, with its errors, when it cannot be simulated. */
function versionIn(run: Run, files: FileSet, file: string, revision: string | undefined): Version | undefined {
  const { sound, parsed, problems } = checkCluster(files, file);
  if (sound !== undefined) return { cluster: sound, parsed };
  const behind = revision === undefined ? "" : ` (${revision})`;
  const texts = textsOf(files, (name) => `${shownPath(run.io.directory, name)}${behind}`);
  writeErrors(run, problems, texts);
  run.io.writeError(`lkcluster: ${words.unsound(texts.shown(file))[run.locale]}\n`);
  return undefined;
}

/** By verdicts: what takes longer, or needs one fault fewer of two, is told, and a person decides. */
function getsWorse({ comparison }: Compared): boolean {
  const verdicts = [...comparison.scenarios, ...comparison.proofs, ...comparison.changes];
  return verdicts.some(({ change }) => change === "worse");
}

function toJson({ locale }: Run, { old, now, comparison, behaviour }: Compared): object {
  const sets = (all: Behaviour["gone"]): readonly object[] =>
    all.map(({ one, faults }) => ({
      what: one.what,
      hierarchy: one.hierarchy ?? null,
      text: disasterText(one)[locale],
      faults: faults[locale],
    }));
  return {
    old,
    new: now,
    headlines: headlines(behaviour, comparison, (name) => name).map(({ change, text }) => ({
      change,
      text: text[locale],
    })),
    complete: unfinishedText(behaviour) === undefined,
    times: behaviour.times.map((one) => ({
      hierarchy: one.hierarchy,
      fault: one.fault[locale],
      text: timeChangeText(one)[locale],
      // JSON knows no infinity.
      longerMs: Number.isFinite(one.longerMs) ? one.longerMs : null,
    })),
    appeared: sets(behaviour.appeared),
    gone: sets(behaviour.gone),
    settings: behaviour.settings.map(({ name, nodes, before, after }) => ({
      name: name[locale],
      nodes,
      before: before ?? null,
      after: after ?? null,
    })),
    ...comparison,
  };
}

function writeText(run: Run, { now, comparison, behaviour }: Compared, isNamed: boolean): void {
  const { io, paint, locale, quiet } = run;
  const mark = (change: ScenarioComparison["change"]): string =>
    change === "better" ? paint.green("+") : change === "worse" ? paint.red("-") : " ";
  const told = headlines(behaviour, comparison, (name) => name);
  const all = [...comparison.scenarios, ...comparison.proofs, ...comparison.changes];
  const isSame = told.length === 0 && all.every(({ change }) => change === "same");
  if (isNamed && !(quiet && isSame)) io.write(`${now}\n`);
  for (const { change, text } of told) io.write(`${hang(`${mark(change)} `, paint.bold(text[locale]), io.columns)}\n`);
  const unfinished = unfinishedText(behaviour);
  if (unfinished !== undefined) io.write(`${wrap(unfinished[locale], io.columns)}\n`);
  for (const one of [...comparison.scenarios, ...comparison.proofs]) {
    if (one.change === "same" && quiet) continue;
    io.write(`${hang(`${mark(one.change)} `, `${one.title}: ${outcomesText(one)[locale]}`, io.columns)}\n`);
  }
  for (const change of comparison.changes)
    io.write(`${hang(`${mark(change.change)} `, scoreChangeText(change)[locale], io.columns)}\n`);
  for (const one of behaviour.times) {
    io.write(`${hang("  ", `${one.hierarchy}: ${one.fault[locale]}: ${timeChangeText(one)[locale]}`, io.columns)}\n`);
  }
  if (isSame && !quiet) io.write(`${wrap(words.same[locale], io.columns)}\n`);
}

const words = {
  same: {
    en: "Nothing gets better and nothing gets worse.",
    ja: "良くなる点も悪くなる点もありません。",
  },
  twoFiles: {
    en: "name two files, or one or more with --base REVISION.",
    ja: "2 つのファイルを指定するか、--base でリビジョンを指定してください。",
  },
  nothing: {
    en: "no cluster file (*.lk) found here.",
    ja: "クラスターファイル（*.lk）が見つかりません。",
  },
  oneSided: (file: string, isNew: boolean): Localized =>
    isNew
      ? {
          en: `${file} is new, so there is nothing to compare it with.`,
          ja: `${file} は新しいため、比較の対象がありません。`,
        }
      : { en: `${file} is gone in the newer version.`, ja: `${file} は新しい版にありません。` },
  unsound: (file: string): Localized => ({
    en: `${file} has errors, so it is not simulated or proved.`,
    ja: `${file} にはエラーがあるため、シミュレーションと証明は行いません。`,
  }),
} as const;
