// Reads the files a command is given. A file that is not text is a message, never a crash.

import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";

/** Larger than any parameter or cluster file could be; reading more would only help an attacker. */
const sizeMaxBytes = 16 * 1024 * 1024;

export interface Unreadable {
  readonly file: string;
  /** A whole sentence with the file in it. */
  readonly why: Localized;
  readonly reason: Localized;
}

export type Content = { readonly text: string } | Unreadable;

/** What stands for the path `-`. */
export interface StandardInput {
  /** The name it goes by: of `--stdin-file`, or `-` itself, in the directory where lkcluster was started. */
  readonly file: string;
  readonly content: Content;
}

export const nothingFound: Localized = {
  en: "no cluster file (*.lk) and no parameter file (default/LifeKeeper) found here.",
  ja: "クラスターファイル（*.lk）もパラメーターファイル（default/LifeKeeper）も見つかりません。",
};

export function readText(file: string, input?: StandardInput): Content {
  if (input !== undefined && file === input.file) return input.content;
  try {
    const found = statSync(file);
    if (found.isDirectory()) return unreadable(file, ...reasonFor({ code: "EISDIR" }));
    // A device may have no end, and a pipe may wait for ever.
    if (!found.isFile()) return unreadable(file, ...notRegular);
    return found.size > sizeMaxBytes ? tooLarge(file) : textOf(file, readFileSync(file));
  } catch (error) {
    return unreadable(file, ...reasonFor(error));
  }
}

/** The text in `bytes`; a file that is not UTF-8 is never read as something that it is not. */
export function textOf(file: string, bytes: Uint8Array): Content {
  if (bytes.length > sizeMaxBytes) return tooLarge(file);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return unreadable(file, ...reasonFor(error));
  }
}

/** How a file is named to somebody who is in `directory`: with `/` on Windows too, where every program takes it. */
export function shownPath(directory: string, file: string): string {
  return (relative(directory, file) || file).replaceAll(sep, "/");
}

/** Why a file was not read, by the name that its user knows it by. */
export function unreadableText({ file, reason }: Unreadable, directory: string): Localized {
  const near = shownPath(directory, file);
  const shown = near.startsWith("..") ? file : near;
  return unreadable(shown, reason.en, reason.ja).why;
}

function tooLarge(file: string): Unreadable {
  return unreadable(file, `it is larger than ${sizeMaxBytes} bytes`, `${sizeMaxBytes} バイトを超えています`);
}

function unreadable(file: string, en: string, ja: string): Unreadable {
  const why: Localized = { en: `${file} cannot be read: ${en}.`, ja: `${file} を読み込めません: ${ja}。` };
  return { file, why, reason: { en, ja } };
}

const notRegular: [en: string, ja: string] = [
  "it is a device, a pipe or a socket; - reads from standard input",
  "デバイス、パイプ、ソケットのいずれかです。標準入力から読み込むには - を指定してください",
];

function reasonFor(error: unknown): [en: string, ja: string] {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown";
  switch (code) {
    case "ENOENT":
      return ["there is no such file", "ファイルがありません"];
    case "EACCES":
    case "EPERM":
      return ["permission denied", "アクセス権がありません"];
    case "EISDIR":
      return ["it is a directory", "ディレクトリです"];
    case "ERR_ENCODING_INVALID_ENCODED_DATA":
      return [
        "it is not UTF-8 text; convert it first, for example with iconv",
        "UTF-8 のテキストではありません。iconv などで変換してください",
      ];
    default:
      return [`the system said ${code}`, `システムエラー ${code}`];
  }
}

/** The file system as core sees it. Texts are read once a run. */
export function diskFiles(input?: StandardInput): FileSet {
  const known = new Map<string, SourceFile | undefined>();
  return {
    read(file) {
      if (!known.has(file)) {
        const content = readText(file, input);
        known.set(file, "text" in content ? { file, text: content.text, version: 1 } : undefined);
      }
      return known.get(file);
    },
  };
}

export interface Inputs {
  readonly clusters: readonly string[];
  readonly parameterFiles: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** Cluster files and parameter files among `paths`; folders are searched, links in them are not followed. */
export function findInputs(paths: readonly string[], directory: string, input?: StandardInput): Inputs {
  const clusters = new Set<string>();
  const parameterFiles = new Set<string>();
  const failures: Unreadable[] = [];
  const visit = (path: string, given: boolean): void => {
    let kind: ReturnType<typeof lstatSync>;
    try {
      kind = given ? statSync(path) : lstatSync(path);
    } catch (error) {
      failures.push(unreadable(path, ...reasonFor(error)));
      return;
    }
    if (kind.isDirectory()) {
      const name = basename(path);
      if (!given && (name === "node_modules" || name.startsWith("."))) return;
      try {
        for (const entry of readdirSync(path).sort()) visit(join(path, entry), false);
      } catch (error) {
        failures.push(unreadable(path, ...reasonFor(error)));
      }
    } else if (!given && !kind.isFile()) return;
    else if (path.endsWith(".lk")) clusters.add(path);
    else if (given || isParameterFile(path)) parameterFiles.add(path);
  };
  for (const path of paths) {
    // What comes from another program is a cluster unless its name says otherwise.
    if (path === "-" && input !== undefined) (isParameterFile(input.file) ? parameterFiles : clusters).add(input.file);
    // An unset variable of a script must not become the whole folder.
    else if (path === "") failures.push(unreadable('""', ...reasonFor({ code: "ENOENT" })));
    else visit(resolve(directory, path), true);
  }
  return { clusters: [...clusters], parameterFiles: [...parameterFiles], unreadable: failures };
}

export function isParameterFile(path: string): boolean {
  const name = basename(path);
  return (
    name.endsWith(".lkdefaults") ||
    (basename(dirname(path)) === "default" && (name === "LifeKeeper" || name.startsWith("LifeKeeper.")))
  );
}
