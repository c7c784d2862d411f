// The extension as a folder of its own, made of links into the checkout. The editor of the test host lies inside the
// checkout, and an editor that lies inside the extension it loads mistakes its own parts for parts of the extension.

import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./projectRoot.ts";

/** What an installed extension consists of. */
const parts = [
  "package.json",
  "package.nls.json",
  "package.nls.ja.json",
  "README.md",
  "README.ja.md",
  "CHANGELOG.md",
  "LICENSE",
  "client",
  "dist",
  "grammars",
  "samples",
];

/** Makes `folder` afresh and gives it back. A rebuild shows through the links. */
export function stageExtension(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of parts) symlinkSync(join(projectRoot, part), join(folder, part));
  return folder;
}
