// Writes the documents of a project into a folder. What somebody has worked in since it was written there, a test
// specification with results above all, is never replaced.

import { readFileSync } from "node:fs";
import { join, relative, resolve, sep as separator } from "node:path";
import {
  folderListMark,
  folderListName,
  folderListText,
  readFolderList,
} from "@lkcluster/core/documents/folderList.ts";
import { documentFormats, type ProjectFile } from "@lkcluster/core/documents/folderOrder.ts";
import { materialOf } from "@lkcluster/core/documents/material.ts";
import { documentIds } from "@lkcluster/core/documents/titles.ts";
import { series } from "@lkcluster/core/locale/enumeration.ts";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet } from "@lkcluster/core/model/fileSet.ts";
import { projectFolder, usualMomentMs } from "@lkcluster/office/projectFolder.ts";
import type { Run } from "../command.ts";
import { type ExitCode, exitCode } from "../exitCode.ts";
import { type OutFile, sha256Of, writeOut } from "../output/outFiles.ts";
import { readSoundClusters, type SoundFile } from "../soundClusters.ts";
import { type Found, foundInFolder, foundOverSsh } from "./found.ts";

export interface DocumentOptions {
  readonly out?: string;
  readonly format?: string;
  readonly only?: string;
  readonly facts?: string;
  readonly readNodes?: boolean;
  readonly sshConfig?: string;
}

export async function exportDocuments(run: Run, paths: readonly string[], options: DocumentOptions): Promise<ExitCode> {
  const say = (text: Localized): void => run.io.writeError(`lkcluster: ${text[run.locale]}\n`);
  const formats = chosen(options.format, documentFormats);
  const only = chosen(options.only, documentIds);
  const moment = momentOf(run.io.environment["SOURCE_DATE_EPOCH"]);
  if ("unknown" in formats) say(words.unknownFormat(formats.unknown));
  if ("unknown" in only) say(words.unknownDocument(only.unknown));
  if (moment === undefined) say(words.noMoment);
  if ("unknown" in formats || "unknown" in only || moment === undefined) return exitCode.usage;
  const { files, fileSet, unreadable, unsound } = readSoundClusters(run, paths);
  if (unreadable) return exitCode.usage;
  if (unsound) return exitCode.no;
  const [first, ...others] = files;
  if (first === undefined || others.length > 0) {
    say(words.oneFile);
    return exitCode.usage;
  }
  const { sound, checked, parsed } = first.check;
  const found = await foundBy(run, first, fileSet, options);
  if ("en" in found) {
    say(found);
    return exitCode.usage;
  }
  const material = materialOf({ cluster: sound, checked, parsed, files: fileSet, found });
  const made = await projectFolder(material, { formats: formats.all, only: only.all, locale: run.locale, moment });
  const folder = resolve(run.io.directory, options.out ?? "documents");
  const why = writeOut(outFiles(folder, made));
  if (why !== undefined) {
    const near = (text: string): string => text.replaceAll(`${run.io.directory}${separator}`, "");
    say({ en: near(why.en), ja: near(why.ja) });
    return exitCode.usage;
  }
  const shown = relative(run.io.directory, folder) || ".";
  if (!run.quiet) run.io.write(made.map(({ name }) => `${join(shown, name)}\n`).join(""));
  return exitCode.ok;
}

/** Nothing is known of the machines unless somebody asks for it to be read. */
async function foundBy(
  run: Run,
  { check: { sound, checked } }: SoundFile,
  files: FileSet,
  { facts, readNodes, sshConfig }: DocumentOptions,
): Promise<Found | Localized> {
  if (facts !== undefined) return foundInFolder(run, sound, facts);
  if (readNodes !== true) return new Map();
  if (checked === undefined) return words.unchecked;
  return foundOverSsh(run, checked, files, sshConfig === undefined ? {} : { sshConfig });
}

interface Chosen<Name> {
  readonly all: readonly Name[];
}

/** What is named with commas, in the order of `all`; everything when nothing is. */
function chosen<Name extends string>(
  given: string | undefined,
  all: readonly Name[],
): Chosen<Name> | { readonly unknown: string } {
  if (given === undefined) return { all };
  const names = given.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !all.some((one) => one === name));
  return unknown === undefined ? { all: all.filter((name) => names.includes(name)) } : { unknown };
}

/** What a workbook calls the moment of its making: the same for the same input, unless a build says which. */
function momentOf(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || epoch === "") return new Date(usualMomentMs);
  // The year 9999 is the last that a workbook can name.
  return /^\d{1,12}$/.test(epoch) && Number(epoch) < 253_402_300_800 ? new Date(Number(epoch) * 1000) : undefined;
}

/** The files, and beside them a list of what they were when they were written. */
function outFiles(folder: string, made: readonly ProjectFile[]): readonly OutFile[] {
  const list = join(folder, folderListName);
  const before = readFolderList(textOf(list));
  const hashes = new Map(before);
  for (const { name, bytes } of made) hashes.set(name, sha256Of(bytes));
  return [
    ...made.map(({ name, bytes }): OutFile => {
      const known = [before.get(name), hashes.get(name)].filter((hash) => hash !== undefined);
      return { path: join(folder, name), text: bytes, mode: 0o644, mark: { sha256: known } };
    }),
    { path: list, text: folderListText(hashes), mode: 0o644, mark: folderListMark },
  ];
}

/** Empty where there is no file. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const words = {
  unknownFormat: (name: string): Localized => ({
    en: `there is no format ${name}. The formats are ${documentFormats.join(", ")}.`,
    ja: `形式 ${name} はありません。指定できるのは ${documentFormats.join("、")} です。`,
  }),
  unknownDocument: (name: string): Localized => ({
    en: `there is no document ${name}. The documents are ${series(documentIds).en}.`,
    ja: `ドキュメント ${name} はありません。指定できるのは ${series(documentIds).ja} です。`,
  }),
  unchecked: {
    en: "the cluster file has errors, so its nodes are not read. lkcluster check names them.",
    ja: "クラスターファイルにエラーがあるため、ノードは読み取りません。lkcluster check で確認してください。",
  },
  noMoment: {
    en: "SOURCE_DATE_EPOCH is not a number of seconds since 1970.",
    ja: "SOURCE_DATE_EPOCH が 1970 年からの秒数ではありません。",
  },
  oneFile: {
    en: "name one cluster file: a folder of documents is that of one cluster.",
    ja: "クラスターファイルを 1 つだけ指定してください。ドキュメントのフォルダーはクラスターごとに作ります。",
  },
};
