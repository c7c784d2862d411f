// The files that a call speaks about: one that it names, or texts that it brings. What a text names is looked for among
// the texts that came with it and nowhere else.

import type { Localized } from "../locale/localized.ts";
import type { FileSet } from "../model/fileSet.ts";
import type { Problem } from "../problem.ts";
import { type CheckResult, checkCluster } from "../rules/check.ts";
import { scenarioProblems } from "../rules/scenario/scenarioProblems.ts";
import { resolveFrom } from "../text/filePath.ts";
import { fenced, refusal, type ToolAnswer } from "./fence.ts";
import { problemLines, problemsData } from "./problems.ts";
import { isRecord, list, object, type Schema, text } from "./schema.ts";
import type { ToolCall } from "./tool.ts";

export interface Given {
  readonly file: string;
  readonly text: string;
  readonly files: FileSet;
  shown(file: string): string;
}

/** A cluster that may be simulated, with the errors of scenarios and proofs in it. */
export interface SoundGiven extends Given {
  readonly check: CheckResult & { readonly sound: NonNullable<CheckResult["sound"]> };
  readonly broken: readonly Problem[];
}

const textsMax = 20;
const charactersMax = 1_000_000;
const pathMax = 4096;

/** Arguments of every tool that is about files. */
export const source: Readonly<Record<string, Schema>> = {
  "file?": text("Path of a cluster file (*.lk), relative to a folder that may be read", pathMax),
  "text?": text("The text of a cluster file, instead of `file`", charactersMax),
  "files?": list(
    object({ name: text("As the cluster file names it", pathMax), text: text(undefined, charactersMax) }),
    textsMax,
    "With `text`: the parameter files that the cluster file names",
  ),
};

/** Where a text lies that lies nowhere. */
const folder = "/given";
const clusterName = "cluster.lk";

export function readGiven(call: ToolCall, from: Readonly<Record<string, unknown>>): Given | ToolAnswer {
  const { file, text: written, files } = from;
  if ((file === undefined) === (written === undefined)) return refusal(words.eitherOr, call.locale);
  if (typeof written === "string") return givenTexts(written, files);
  if (files !== undefined) return refusal(words.textsWithText, call.locale);
  const found = call.places.find(String(file));
  if ("refused" in found) return refusal(found.refused, call.locale);
  const content = call.places.read(found.file);
  if (content === undefined) return refusal(words.unreadable, call.locale);
  const { places } = call;
  return { file: found.file, text: content.text, files: places, shown: (name) => places.shown(name) };
}

function givenTexts(written: string, files: unknown): Given {
  const file = `${folder}/${clusterName}`;
  const texts = new Map([[file, written]]);
  for (const each of Array.isArray(files) ? files : []) {
    if (isRecord(each)) texts.set(resolveFrom(file, String(each["name"])), String(each["text"]));
  }
  return {
    file,
    text: written,
    files: {
      read: (name) => {
        const content = texts.get(name);
        return content === undefined ? undefined : { file: name, text: content, version: 1 };
      },
    },
    shown: (name) => (name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name),
  };
}

export function isAnswer(given: Given | ToolAnswer): given is ToolAnswer {
  return "isError" in given;
}

/** A cluster to simulate; or what keeps it from being one. */
export function readSound(call: ToolCall, from: Readonly<Record<string, unknown>>): SoundGiven | ToolAnswer {
  const given = readGiven(call, from);
  if (isAnswer(given)) return given;
  const check = checkCluster(given.files, given.file);
  const { sound } = check;
  const errors = (all: readonly Problem[]): readonly Problem[] => all.filter(({ severity }) => severity === "error");
  if (sound === undefined) return unsound(call, given, errors(check.problems));
  const broken = errors([...check.parsed.problems, ...scenarioProblems(sound, check.parsed)]);
  return { ...given, check: { ...check, sound }, broken };
}

/** Of the arguments alone: nothing is known about a cluster that cannot be read. */
function unsound(call: ToolCall, given: Given, errors: readonly Problem[]): ToolAnswer {
  const data = { problems: problemsData(errors, given, call.locale) };
  return {
    ...fenced([words.unsound(errors.length)], problemLines(errors, given, call.locale), data, call.locale),
    data: undefined,
    isError: true,
  };
}

const words = {
  eitherOr: {
    en: "Give either `file` or `text`.",
    ja: "`file` と `text` のどちらか一方を指定してください。",
  },
  textsWithText: {
    en: "`files` goes with `text` only: what a file names is read where it lies.",
    ja: "`files` は `text` と一緒にだけ指定できます。ファイルから参照されるものは、そのファイルの場所から読み込みます。",
  },
  unreadable: {
    en: "There is no such file, or it is not text of a reasonable size.",
    ja: "ファイルがないか、読み込める大きさの UTF-8 テキストではありません。",
  },
  unsound: (count: number): Localized => ({
    en: `The cluster file has ${count} ${count === 1 ? "error" : "errors"}, so that nothing can be simulated or proved. Mend them first; \`check\` tells all.`,
    ja: `クラスターファイルにエラーが ${count} 件あるため、シミュレーションも証明もできません。先にエラーを直してください。すべての問題は \`check\` で分かります。`,
  }),
} as const;
