// The extension as a folder of its own, as it would be installed. The editor of the test host lies inside the checkout,
// and an editor that lies inside the extension it loads mistakes its own parts for parts of the extension.

import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "./projectRoot.ts";

/** What an installed extension consists of. */
const parts = [
  "package.json",
  "package.nls.json",
  "package.nls.ja.json",
  "CHANGELOG.md",
  "LICENSE",
  "client/media",
  "docs/images",
  "dist/cli",
  "dist/client",
  "dist/office",
  "dist/server",
  "dist/webview",
  "grammars",
  "samples",
];

/** Makes `folder` afresh and gives it back. Copies, because VS Code tells extensions apart by where a file really is. */
export function stageExtension(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  for (const part of parts) {
    const from = join(projectRoot, part);
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    // Without what deployments of the samples themselves have left behind.
    cpSync(from, join(folder, part), { recursive: true, filter: (file) => basename(file) !== ".lkcluster" });
  }
  return folder;
}
