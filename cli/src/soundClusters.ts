// Reads the cluster files that a command simulates or proves. A file with errors is shown with them and left out.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import type { Problem } from "@lkcluster/core/problem.ts";
import type { CheckResult } from "@lkcluster/core/rules/check.ts";
import { checkCluster } from "@lkcluster/core/rules/check.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import type { Run } from "./command.ts";
import { type ExitCode, exitCode } from "./exitCode.ts";
import { diskFiles, findInputs, readText, shownPath, type Unreadable, unreadableText } from "./files.ts";
import { type Texts, textsOf } from "./output/problemPlaces.ts";
import { renderProblem } from "./output/problemText.ts";

export interface SoundFile {
  readonly file: string;
  /** As the user knows it. */
  readonly shown: string;
  readonly text: string;
  readonly check: CheckResult & { readonly sound: NonNullable<CheckResult["sound"]> };
  /** Errors of its scenarios and proofs, which keep those from being run. */
  readonly problems: readonly Problem[];
}

export interface SoundFiles {
  readonly files: readonly SoundFile[];
  readonly fileSet: FileSet;
  readonly texts: Texts;
  /** True when a path could not be read; the reason has been written. */
  readonly unreadable: boolean;
  /** True when a cluster has errors; they have been written. */
  readonly unsound: boolean;
  /** The same again, for reports that must not look as if all were well. */
  readonly left: readonly LeftFile[];
}

/** What was not simulated or proved, and why. */
export interface LeftFile {
  readonly shown: string;
  readonly why: Localized;
  readonly problems: readonly Problem[];
}

export function readSoundClusters(run: Run, paths: readonly string[]): SoundFiles {
  const fileSet = diskFiles(run.input);
  const inputs = findInputs(paths, run.io.directory, run.input);
  const texts = textsOf(fileSet, (file) => shownPath(run.io.directory, file));
  let unreadable = inputs.unreadable.length > 0;
  let unsound = false;
  const left: LeftFile[] = [];
  const leave = (shown: string, why: Localized, problems: readonly Problem[] = []): void => {
    left.push({ shown, why, problems });
    run.io.writeError(`lkcluster: ${why[run.locale]}\n`);
  };
  const sayUnreadable = (one: Unreadable): void => leave(texts.shown(one.file), unreadableText(one, run.io.directory));
  inputs.unreadable.forEach(sayUnreadable);
  const files: SoundFile[] = [];
  for (const file of inputs.clusters) {
    const content = readText(file, run.input);
    if ("why" in content) {
      unreadable = true;
      sayUnreadable(content);
      continue;
    }
    const check = checkCluster(fileSet, file);
    const { sound } = check;
    if (sound === undefined) {
      unsound = true;
      writeErrors(run, check.problems, texts);
      const errors = check.problems.filter(({ severity }) => severity === "error");
      leave(texts.shown(file), words.unsound(texts.shown(file)), errors);
      continue;
    }
    // What the parser could not read is in a scenario or proof here, or the cluster would not be sound.
    const problems = [...check.parsed.problems, ...scenarioProblems(sound, check.parsed)].filter(
      ({ severity }) => severity === "error",
    );
    files.push({ file, shown: texts.shown(file), text: content.text, check: { ...check, sound }, problems });
  }
  if (inputs.clusters.length === 0 && !unreadable) {
    unreadable = true;
    leave(paths.join(" "), words.nothing);
  }
  return { files, fileSet, texts, unreadable, unsound, left };
}

export interface Studied<Found> {
  readonly file: SoundFile;
  readonly found: Found;
}

/**
 * What is found about each cluster that can be simulated; the errors of the others are written. `code` says whether that
 * was all of them. Undefined when `study` is: then it has said why it cannot begin.
 */
export function studyEach<Found>(
  run: Run,
  paths: readonly string[],
  study: (file: SoundFile) => Found | undefined,
): { readonly all: readonly Studied<Found>[]; readonly code: ExitCode } | undefined {
  const { files, texts, unreadable, unsound } = readSoundClusters(run, paths);
  const all: Studied<Found>[] = [];
  for (const file of files) {
    writeErrors(run, file.problems, texts);
    if (file.problems.length > 0) continue;
    const found = study(file);
    if (found === undefined) return undefined;
    all.push({ file, found });
  }
  const isWhole = !unsound && all.length === files.length;
  return { all, code: unreadable ? exitCode.usage : isWhole ? exitCode.ok : exitCode.no };
}

/** What was found about all of them, in the format that was asked for. */
export function writeStudied<Found>(
  run: Run,
  { all, code }: { readonly all: readonly Studied<Found>[]; readonly code: ExitCode },
  write: {
    readonly text: (run: Run, one: Studied<Found>) => void;
    readonly markdown: (run: Run, one: Studied<Found>) => string;
    readonly json: (run: Run, one: Studied<Found>) => object;
  },
): ExitCode {
  if (run.format === "json") {
    run.io.write(`${JSON.stringify({ files: all.map((one) => write.json(run, one)) }, undefined, 2)}\n`);
  } else if (run.format === "markdown") {
    run.io.write(all.map((one) => write.markdown(run, one)).join("\n"));
  } else for (const one of all) write.text(run, one);
  return code;
}

export function writeErrors(run: Run, problems: readonly Problem[], texts: Texts): void {
  const look = { locale: run.locale, paint: run.paint, columns: run.io.columns };
  for (const problem of problems.filter(({ severity }) => severity === "error")) {
    run.io.writeError(`${renderProblem(problem, texts, look)}\n`);
  }
}

const words = {
  nothing: {
    en: "no cluster file (*.lk) found here.",
    ja: "クラスターファイル（*.lk）が見つかりません。",
  } satisfies Localized,
  unsound: (file: string): Localized => ({
    en: `${file} has errors, so it is not simulated or proved.`,
    ja: `${file} にはエラーがあるため、シミュレーションと証明は行いません。`,
  }),
};
