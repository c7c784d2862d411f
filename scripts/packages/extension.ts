// The .vsix. What may be in it is said by .vscodeignore, and held against `test/fixtures/packaged-files.txt`.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { distRoot } from "../build.ts";
import { run } from "../childProcess.ts";
import { projectRoot } from "../projectRoot.ts";
import type { PublicHome } from "./publicHome.ts";

/** From what is built already; the same sources give the same bytes. */
export async function packExtension(file: string, home: PublicHome, builtAt: string): Promise<void> {
  const links =
    home.repository === undefined
      ? ["--no-rewrite-relative-links", "--allow-missing-repository"]
      : ["--baseContentUrl", `${home.repository}/blob/HEAD`, "--baseImagesUrl", `${home.repository}/raw/HEAD`];
  // The gallery shows one page to everybody.
  const page = ["client/README.md", "client/README.ja.md"].map((part) => readFileSync(join(projectRoot, part), "utf8"));
  writeFileSync(join(distRoot, "README.md"), page.join("\n---\n\n"));
  await vsce(["package", "--no-dependencies", "--readme-path", "dist/README.md", ...links, "--out", file], builtAt);
}

/** What is in the .vsix, a line each, sorted. */
export async function packagedFiles(): Promise<string> {
  const listed = await vsce(["ls", "--no-dependencies"], "0");
  const files = listed.split("\n").filter((line) => line !== "" && existsSync(join(projectRoot, line)));
  return `${files.sort().join("\n")}\n`;
}

async function vsce(args: readonly string[], builtAt: string): Promise<string> {
  const program = join(projectRoot, "node_modules/@vscode/vsce/vsce");
  const result = await run(process.execPath, [program, ...args], {
    cwd: projectRoot,
    env: { ...process.env, SOURCE_DATE_EPOCH: builtAt },
    timeoutMs: 300_000,
    output: "keep",
  });
  if (result.code !== 0) throw new Error(`vsce ${args[0]} did not succeed:\n${result.text}`);
  return result.text;
}
