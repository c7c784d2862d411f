// A copy of the samples to play with, so that nothing that is tried changes the checkout.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Locale } from "@lkcluster/core/locale/localized.ts";
import { inOtherWords } from "@lkcluster/core/text/inOtherWords.ts";
import { projectRoot } from "./projectRoot.ts";

/** Makes `folder` afresh and gives it back. */
export function prepareWorkspace(
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
  locale: Locale = "en",
): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  // Without what deployments of the samples themselves have left behind.
  cpSync(join(projectRoot, "samples"), folder, { recursive: true, filter: (file) => basename(file) !== ".lkcluster" });
  if (locale === "ja") speakJapanese(folder);
  writeFileSync(join(folder, ".vscode/settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
  return folder;
}

/** Titles and comments of the samples; all else is the same. */
function speakJapanese(folder: string): void {
  // Ours; a test reads it.
  const words = JSON.parse(readFileSync(join(folder, "words.ja.json"), "utf8")) as Readonly<Record<string, string>>;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.lk$|^LifeKeeper$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, inOtherWords(readFileSync(file, "utf8"), words));
  }
}

/** A workspace of several folders, one for each sample; gives back its file. */
export function prepareSeveralFolders(folder: string, samples: readonly string[]): string {
  prepareWorkspace(folder);
  const file = join(folder, "several.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: samples.map((path) => ({ path })) }));
  return file;
}
