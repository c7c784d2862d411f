// Writes the files that a command was asked to leave behind: whole or not at all, never over something that lkcluster
// did not write, never into a device, a pipe or through a link. What is in the way is a message, not a crash or a hang.

import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";

export interface OutFile {
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly mode: number;
  /**
   * What may be replaced: a file that begins as every file of this kind, or one with one of these SHA-256. Any other
   * was not written by lkcluster, or somebody has worked in it since.
   */
  readonly mark: RegExp | { readonly sha256: readonly string[] };
}

/** Undefined when every file was written; else why not, and no file was touched that was there before. */
export function writeOut(files: readonly OutFile[]): Localized | undefined {
  for (const file of files) {
    const why = ensureFolder(dirname(file.path)) ?? speaksAgainst(file);
    if (why !== undefined) return why;
  }
  const staged = files.map(({ path }) => join(dirname(path), `.lkcluster-${randomBytes(6).toString("hex")}`));
  try {
    for (const [at, { path, text, mode }] of files.entries()) {
      const problem = attempt(path, () => writeFileSync(staged[at] ?? "", text, { mode, flag: "wx" }));
      if (problem !== undefined) return problem;
    }
    for (const [at, { path }] of files.entries()) {
      const problem = attempt(path, () => renameSync(staged[at] ?? "", path));
      if (problem !== undefined) return problem;
    }
    return undefined;
  } finally {
    for (const path of staged) attempt(path, () => rmSync(path, { force: true }));
  }
}

/**
 * One folder after the other: Node's own way of making a whole path never ends where the file system says that a folder
 * does not exist and cannot be made, as below /proc.
 */
function ensureFolder(folder: string): Localized | undefined {
  const kind = kindOf(folder, statSync);
  if (kind === "folder") return undefined;
  if (typeof kind === "object") return kind;
  if (kind !== "absent") return says(folder, "it is not a folder", "フォルダーではありません");
  const parent = dirname(folder);
  if (parent === folder) return says(folder, "it does not exist", "存在しません");
  return (
    ensureFolder(parent) ??
    attempt(folder, () => {
      mkdirSync(folder);
    })
  );
}

function speaksAgainst({ path, mark }: OutFile): Localized | undefined {
  const kind = kindOf(path, lstatSync);
  switch (kind) {
    case "absent":
      return undefined;
    case "folder":
      return says(path, "it is a folder", "フォルダーです");
    case "link":
      return says(
        path,
        "it is a symbolic link. Name the file itself",
        "シンボリックリンクです。ファイル自体を指定してください",
      );
    case "other":
      return says(path, "it is a device, a pipe or a socket", "デバイス、パイプ、ソケットのいずれかです");
    case "file":
      break;
    default:
      return kind;
  }
  const beginning = beginningOf(path);
  if (typeof beginning !== "string") return beginning;
  if (beginning === "") return undefined;
  if (!(mark instanceof RegExp)) {
    return mark.sha256.includes(sha256OfFile(path))
      ? undefined
      : says(
          path,
          "somebody has changed it since lkcluster wrote it, or lkcluster did not write it. Name another folder, or move it away first",
          "lkcluster が書き出した後に変更されたか、lkcluster が書いたものではありません。別のフォルダーを指定するか、先に移動してください",
        );
  }
  if (mark.test(beginning)) return undefined;
  return says(
    path,
    "it exists and was not written by lkcluster. Name another place, or remove it first",
    "すでにあり、lkcluster が書いたものではありません。別の場所を指定するか、先に削除してください",
  );
}

type Kind = "absent" | "folder" | "file" | "link" | "other";

function kindOf(path: string, look: typeof statSync | typeof lstatSync): Kind | Localized {
  try {
    const found = look(path);
    if (found.isSymbolicLink()) return "link";
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
  } catch (error) {
    return codeOf(error) === "ENOENT" ? "absent" : explained(path, error);
  }
}

function beginningOf(path: string): string | Localized {
  let file: number | undefined;
  try {
    // It was a regular file a moment ago; opening what has taken its place since must not wait for anybody.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    if (!fstatSync(file).isFile()) return says(path, "it is not a regular file", "通常のファイルではありません");
    const bytes = Buffer.alloc(200);
    return bytes.toString("utf8", 0, readSync(file, bytes));
  } catch (error) {
    return explained(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Of a file that cannot be read any more, nothing that any file has. */
function sha256OfFile(path: string): string {
  try {
    return sha256Of(readFileSync(path));
  } catch {
    return "";
  }
}

/** Why `path` could not be written by `doing`; undefined when it was. */
export function attempt(path: string, doing: () => void): Localized | undefined {
  try {
    doing();
    return undefined;
  } catch (error) {
    return explained(path, error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "?";
}

/** What the system said when `path` could not be written. */
export function explained(path: string, error: unknown): Localized {
  const code = codeOf(error);
  const [en, ja] = reasons.get(code) ?? [`the system says ${code}`, `システムのエラー: ${code}`];
  return says(path, en, ja);
}

const reasons: ReadonlyMap<string, readonly [en: string, ja: string]> = new Map([
  ["ENOENT", ["no folder can be made there", "そこにはフォルダーを作成できません"]],
  ["ENOTDIR", ["a part of the path is not a folder", "パスの途中にフォルダーでないものがあります"]],
  ["EACCES", ["writing there is not permitted", "書き込みが許可されていません"]],
  ["EPERM", ["writing there is not permitted", "書き込みが許可されていません"]],
  ["EROFS", ["the file system is read-only", "ファイルシステムが読み取り専用です"]],
  ["ENOSPC", ["the disk is full", "ディスクに空きがありません"]],
  ["EDQUOT", ["the quota is used up", "ディスククォータを超えています"]],
  ["EFBIG", ["the file would be larger than allowed", "ファイルサイズの上限を超えます"]],
  ["ENAMETOOLONG", ["the name is too long", "名前が長すぎます"]],
  [
    "ELOOP",
    ["its links lead in a circle, or it became a link", "リンクが循環しているか、リンクに置き換えられています"],
  ],
]);

function says(path: string, en: string, ja: string): Localized {
  return { en: `${path} cannot be written: ${en}.`, ja: `${path} に書き込めません: ${ja}。` };
}
