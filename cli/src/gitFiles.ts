// Files as they are in a revision of the repository around them. Nothing of the repository's own settings is run: contents
// are read as they are stored, without hooks, filters or pagers.

import { spawnSync } from "node:child_process";
import { relative, sep } from "node:path";
import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { FileSet, SourceFile } from "@lkcluster/core/model/fileSet.ts";
import { textOf } from "./files.ts";

const bytesMax = 16 * 1024 * 1024;
const timeoutMs = 30_000;

/** A message when there is no such revision, or no repository or no git. */
export function filesAt(revision: string, directory: string): FileSet | { readonly why: Localized } {
  const git = (...args: readonly string[]): Uint8Array | undefined => {
    const result = spawnSync("git", ["--no-pager", "--literal-pathspecs", "-C", directory, ...args], {
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" },
      maxBuffer: bytesMax,
      timeout: timeoutMs,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return result.status === 0 ? result.stdout : undefined;
  };
  const line = (bytes: Uint8Array | undefined): string | undefined =>
    bytes === undefined ? undefined : new TextDecoder().decode(bytes).trim();
  const root = line(git("rev-parse", "--show-toplevel"));
  if (root === undefined) return { why: words.noRepository };
  const commit = line(git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`));
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return { why: words.noRevision(revision) };
  const known = new Map<string, SourceFile | undefined>();
  return {
    read(file) {
      if (known.has(file)) return known.get(file);
      const path = relative(root, file).split(sep).join("/");
      const bytes = path === "" || path.startsWith("../") ? undefined : git("cat-file", "blob", `${commit}:${path}`);
      const content = bytes === undefined ? undefined : textOf(file, bytes);
      const source = content !== undefined && "text" in content ? { file, text: content.text, version: 1 } : undefined;
      known.set(file, source);
      return source;
    },
  };
}

const words = {
  noRepository: {
    en: "there is no git repository here, or no git.",
    ja: "ここには git リポジトリがないか、git がありません。",
  },
  noRevision: (revision: string): Localized => ({
    en: `there is no revision "${revision}" here. In a pipeline, fetch it first (fetch-depth: 0).`,
    ja: `リビジョン「${revision}」がありません。パイプラインでは先に取得してください（fetch-depth: 0）。`,
  }),
} as const;
