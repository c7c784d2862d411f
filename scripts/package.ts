// Makes the .vsix, and refuses when what is in it is not what `test/fixtures/packaged-files.txt` says.
// `--update` writes that list anew; read its difference.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildAll } from "./build.ts";
import { run } from "./childProcess.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";

const listFile = join(projectRoot, "test/fixtures/packaged-files.txt");

export interface PackagedExtension {
  readonly file: string;
  readonly bytes: number;
}

/** Builds for production and packages; the development build has to be made again afterwards. */
export async function packageExtension(): Promise<PackagedExtension> {
  await buildAll({ production: true });
  mkdirSync(outputRoot, { recursive: true });
  const file = join(outputRoot, "vscode-lifekeeper.vsix");
  await vsce([
    "package",
    "--no-dependencies",
    "--no-rewrite-relative-links",
    "--allow-missing-repository",
    "--out",
    file,
  ]);
  return { file, bytes: statSync(file).size };
}

export async function packagedFiles(): Promise<string> {
  const listed = await vsce(["ls", "--no-dependencies"]);
  const files = listed.split("\n").filter((line) => line !== "" && existsSync(join(projectRoot, line)));
  return `${files.sort().join("\n")}\n`;
}

async function vsce(args: readonly string[]): Promise<string> {
  const program = join(projectRoot, "node_modules/@vscode/vsce/vsce");
  const result = await run(process.execPath, [program, ...args], {
    cwd: projectRoot,
    timeoutMs: 300_000,
    output: "keep",
  });
  if (result.code !== 0) throw new Error(`vsce ${args[0]} did not succeed:\n${result.text}`);
  return result.text;
}

function checkList(files: string): boolean {
  const expected = existsSync(listFile) ? readFileSync(listFile, "utf8") : "";
  if (files === expected) return true;
  const [before, after] = [new Set(expected.split("\n")), new Set(files.split("\n"))];
  for (const file of after) if (!before.has(file)) process.stdout.write(`not expected in the package: ${file}\n`);
  for (const file of before) if (!after.has(file)) process.stdout.write(`missing from the package: ${file}\n`);
  process.stdout.write("If that is wanted: npm run package -- --update\n");
  return false;
}

if (import.meta.main) {
  const { file, bytes } = await packageExtension();
  const files = await packagedFiles();
  process.stdout.write(`${file}: ${(bytes / 1024).toFixed(0)} KiB, ${files.trim().split("\n").length} files\n`);
  if (process.argv.includes("--update")) {
    mkdirSync(dirname(listFile), { recursive: true });
    writeFileSync(listFile, files);
  } else if (!checkList(files)) process.exit(1);
}
