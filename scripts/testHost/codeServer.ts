// A real VS Code from the npm registry: the package code-server carries VS Code's own server and its browser workbench.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filledFolder } from "../cacheFolder.ts";
import { npm } from "../npm.ts";
import { cacheRoot } from "../projectRoot.ts";

/** The version that was tried; it reports VS Code 1.139.1. */
const version = "4.139.1";

/** Installs it once, without compiling anything, and says where VS Code lies. */
export async function prepareCodeServer(): Promise<{ readonly vscodeFolder: string }> {
  const folder = await filledFolder(join(cacheRoot, `code-server-${version}`), install);
  return { vscodeFolder: vscodeFolderIn(folder) };
}

async function install(folder: string): Promise<void> {
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  // Native modules stay unbuilt: logging to files and the search in a database are the only things that miss them.
  await installIn(folder, [`code-server@${version}`]);
  await installIn(vscodeFolderIn(folder), ["--omit=dev"]);
}

async function installIn(folder: string, args: readonly string[]): Promise<void> {
  const result = await npm(["install", "--ignore-scripts", ...args], folder, 300_000);
  if (result.code !== 0) throw new Error(`npm install ${args.join(" ")} did not succeed:\n${result.text}`);
}

function vscodeFolderIn(folder: string): string {
  return join(folder, "node_modules", "code-server", "lib", "vscode");
}
