// Reads the files a command is given. A file that is not text is a message, never a crash.

import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";

/** Larger than any parameter or cluster file could be; reading more would only help an attacker. */
const sizeMaxBytes = 16 * 1024 * 1024;

export type Unreadable = { readonly file: string; readonly why: Localized };

export const nothingFound: Localized = {
  en: "no cluster file (*.lk) and no parameter file (default/LifeKeeper) found here.",
  ja: "クラスターファイル（*.lk）もパラメーターファイル（default/LifeKeeper）も見つかりません。",
};

export function readText(file: string): { readonly text: string } | Unreadable {
  try {
    const { size } = statSync(file);
    if (size > sizeMaxBytes) {
      return unreadable(file, `it is larger than ${sizeMaxBytes} bytes`, `${sizeMaxBytes} バイトを超えています`);
    }
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    return { text };
  } catch (error) {
    return unreadable(file, ...reasonFor(error));
  }
}

function unreadable(file: string, en: string, ja: string): Unreadable {
  return { file, why: { en: `${file} cannot be read: ${en}.`, ja: `${file} を読み込めません: ${ja}。` } };
}

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
export function diskFiles(): FileSet {
  const known = new Map<string, SourceFile | undefined>();
  return {
    read(file) {
      if (!known.has(file)) {
        const content = readText(file);
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
export function findInputs(paths: readonly string[], directory: string): Inputs {
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
    } else if (path.endsWith(".lk")) clusters.add(path);
    else if (given || isParameterFile(path)) parameterFiles.add(path);
  };
  for (const path of paths) {
    // An unset variable of a script must not become the whole folder.
    if (path === "") failures.push(unreadable('""', ...reasonFor({ code: "ENOENT" })));
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
