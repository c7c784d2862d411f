// The end-to-end tests in a real VS Code, through `@vscode/test-electron`. By default the editor is the one of the
// test host; `--electron` takes the desktop program that test-electron downloads, where the network allows it.

import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { buildAll } from "./build.ts";
import { ensurePrograms } from "./debianPackages.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";
import { prepareWorkspace } from "./sampleWorkspace.ts";
import { stageExtension } from "./stagedExtension.ts";

const resultFile = join(outputRoot, "tests-e2e.json");

async function main(): Promise<number> {
  const missing = ensurePrograms(["sshd", "ssh", "ssh-keygen"]);
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    return 1;
  }
  await buildAll({ production: false });
  mkdirSync(outputRoot, { recursive: true });
  rmSync(resultFile, { force: true });
  const workspace = prepareWorkspace(join(outputRoot, "workspace"));
  const desktop = process.argv.includes("--electron");
  const extension = desktop ? projectRoot : stageExtension(join(outputRoot, "extension"));
  try {
    return await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: join(projectRoot, "scripts/testHost/code.sh") }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(projectRoot, "dist/e2e/index.cjs"),
      extensionTestsEnv: {
        LIFEKEEPER_TEST_RESULT: resultFile,
        LIFEKEEPER_PROJECT: projectRoot,
        LIFEKEEPER_TEST_NODE: process.execPath,
        LIFEKEEPER_TEST_FILTER: process.env["LIFEKEEPER_TEST_FILTER"],
      },
      launchArgs: [workspace, ...(desktop ? ["--disable-extensions"] : [])],
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** The pictures in the documentation, when their look is meant to change. */
function keepPictures(): void {
  const folder = join(projectRoot, "docs/images");
  mkdirSync(folder, { recursive: true });
  for (const name of ["check", "simulate"]) {
    copyFileSync(join(outputRoot, "screenshots", `readme-${name}.png`), join(folder, `${name}.png`));
  }
}

const code = await main();
if (code === 0 && process.argv.includes("--pictures")) keepPictures();
process.exit(code);
