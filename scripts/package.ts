// `npm run package`: what people install, in dist/packages: the extension, and lkcluster for terminals and other editors.
// Refuses when what is in the extension is not what `test/fixtures/packaged-files.txt` says; `--update` writes that list
// anew; read its difference.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildAll, distRoot } from "./build.ts";
import { run } from "./childProcess.ts";
import { billOfMaterials, bundledParts, thirdPartyNotices } from "./packages/bundledParts.ts";
import { packCommandLine } from "./packages/commandLine.ts";
import { packagedFiles, packExtension } from "./packages/extension.ts";
import { publicHome } from "./packages/publicHome.ts";
import { projectRoot } from "./projectRoot.ts";

const listFile = join(projectRoot, "test/fixtures/packaged-files.txt");

export interface Packages {
  readonly extension: string;
  readonly commandLine: string;
}

/** Builds for production and packages; the development build has to be made again afterwards. */
export async function makePackages(): Promise<Packages> {
  const metafiles = await buildAll({ production: true });
  const home = publicHome();
  const parts = bundledParts(metafiles);
  writeFileSync(join(distRoot, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(parts));
  writeFileSync(join(distRoot, "sbom.cdx.json"), billOfMaterials(parts, { name: home.name, version: home.version }));
  const folder = join(distRoot, "packages");
  mkdirSync(folder, { recursive: true });
  const extension = join(folder, `${home.name}-${home.version}.vsix`);
  const commandLine = join(folder, `lkcluster-${home.version}.tgz`);
  await packExtension(extension, home, await timeOfSources());
  await packCommandLine(commandLine, home);
  return { extension, commandLine };
}

/** Seconds since 1970 of the newest commit, which is what the archive says of every file; a day long ago without git. */
async function timeOfSources(): Promise<string> {
  const { SOURCE_DATE_EPOCH: given } = process.env;
  if (given !== undefined) return given;
  const log = await run("git", ["log", "-1", "--format=%ct"], { cwd: projectRoot, timeoutMs: 10_000, output: "keep" });
  return log.code === 0 ? log.text.trim() : "1700000000";
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
  const packages = await makePackages();
  for (const file of Object.values(packages)) {
    process.stdout.write(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KiB\n`);
  }
  const files = await packagedFiles();
  if (process.argv.includes("--update")) writeFileSync(listFile, files);
  else if (!checkList(files)) process.exit(1);
}
