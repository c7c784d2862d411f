// A copy of the samples to play with, so that nothing that is tried changes the checkout.

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "./projectRoot.ts";

/** Makes `folder` afresh and gives it back. */
export function prepareWorkspace(folder: string, settings: Readonly<Record<string, unknown>> = {}): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  // Without what deployments of the samples themselves have left behind.
  cpSync(join(projectRoot, "samples"), folder, { recursive: true, filter: (file) => basename(file) !== ".lkcluster" });
  writeFileSync(join(folder, ".vscode/settings.json"), `${JSON.stringify(settings, undefined, 2)}\n`);
  return folder;
}

/** A workspace of several folders, one for each sample; gives back its file. */
export function prepareSeveralFolders(folder: string, samples: readonly string[]): string {
  prepareWorkspace(folder);
  const file = join(folder, "several.code-workspace");
  writeFileSync(file, JSON.stringify({ folders: samples.map((path) => ({ path })) }));
  return file;
}
