// The end-to-end tests in a real VS Code, through `@vscode/test-electron`. By default the editor is the one of the
// test host; `--electron` takes the desktop program that test-electron downloads, where the network allows it.

import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { buildAll } from "./build.ts";
import { ensurePrograms } from "./debianPackages.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";
import { prepareSeveralFolders, prepareWorkspace } from "./sampleWorkspace.ts";
import { stageExtension } from "./stagedExtension.ts";
import { asksForTrustVariable } from "./testHost/driverProtocol.ts";

const resultFile = join(outputRoot, "tests-e2e.json");

/** One start of the editor, with the suites that want it so. */
interface Round {
  readonly name: "main" | "restricted";
  readonly workspace: () => string;
  /** How many folders it has. */
  readonly folders: number;
  readonly env: () => Readonly<Record<string, string>>;
}

const rounds: readonly Round[] = [
  { name: "main", workspace: () => prepareWorkspace(join(outputRoot, "workspace")), folders: 1, env: () => ({}) },
  {
    name: "restricted",
    workspace: () => prepareSeveralFolders(join(outputRoot, "folders"), ["aws-hulft", "split-pair"]),
    folders: 2,
    env: () => ({ [asksForTrustVariable]: "yes", ...sshThatTells(join(outputRoot, "ssh")) }),
  },
];

async function main(): Promise<number> {
  const missing = ensurePrograms(["sshd", "ssh", "ssh-keygen"]);
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    return 1;
  }
  await buildAll({ production: false });
  mkdirSync(outputRoot, { recursive: true });
  const desktop = process.argv.includes("--electron");
  const extension = desktop ? projectRoot : stageExtension(join(outputRoot, "extension"));
  const only = process.env["LIFEKEEPER_TEST_ROUND"];
  let [code, totals] = [0, { passed: 0, failed: 0 }];
  // The desktop program cannot be told to ask for trust: test-electron tells it not to.
  for (const round of desktop ? rounds.slice(0, 1) : rounds.filter(({ name }) => only === undefined || name === only)) {
    const outcome = await runRoundThatOpens(round, { desktop, extension });
    code ||= outcome.code;
    totals = { passed: totals.passed + outcome.passed, failed: totals.failed + outcome.failed };
    writeFileSync(resultFile, JSON.stringify(totals));
  }
  return code;
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Why no test ran. */
  readonly neverOpened?: string;
}

interface Outcome extends Totals {
  readonly code: number;
}

/** An editor that never opened its folders has tested nothing, and is started again. */
async function runRoundThatOpens(round: Round, how: How): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await runRound(round, how);
    if (outcome.neverOpened === undefined || attempt === startsMax) return outcome;
    process.stdout.write(`${outcome.neverOpened}; it is started again\n`);
  }
}

const startsMax = 3;

interface How {
  readonly desktop: boolean;
  readonly extension: string;
}

async function runRound({ name, workspace, folders, env }: Round, { desktop, extension }: How): Promise<Outcome> {
  rmSync(resultFile, { force: true });
  let code = 1;
  try {
    code = await runTests({
      ...(process.argv.includes("--oldest") ? { version: oldestPromisedVersion() } : {}),
      ...(desktop ? {} : { vscodeExecutablePath: join(projectRoot, "scripts/testHost/code.sh") }),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(projectRoot, "dist/e2e/index.cjs"),
      extensionTestsEnv: {
        LIFEKEEPER_TEST_RESULT: resultFile,
        LIFEKEEPER_PROJECT: projectRoot,
        LIFEKEEPER_TEST_NODE: process.execPath,
        LIFEKEEPER_TEST_FILTER: process.env["LIFEKEEPER_TEST_FILTER"],
        LIFEKEEPER_TEST_ROUND: name,
        LIFEKEEPER_TEST_FOLDERS: String(folders),
        ...env(),
      },
      launchArgs: [workspace(), ...(desktop ? ["--disable-extensions"] : [])],
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  return { code, ...readTotals() };
}

/** What `engines.vscode` begins with; a promise that nobody tries is none. */
function oldestPromisedVersion(): string {
  // Our own manifest.
  const { engines } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    readonly engines: { readonly vscode: string };
  };
  return engines.vscode.replace("^", "");
}

/** Nothing when the run ended before it could write: it counts through its code. */
function readTotals(): Totals {
  try {
    // Written by our own tests.
    return { passed: 0, failed: 0, ...(JSON.parse(readFileSync(resultFile, "utf8")) as Partial<Totals>) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** An `ssh` before the real one that only writes down that it was called. */
function sshThatTells(folder: string): Readonly<Record<string, string>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const calls = join(folder, "calls");
  writeFileSync(join(folder, "ssh"), `#!/bin/sh\necho "$@" >> '${calls}'\nexit 255\n`);
  chmodSync(join(folder, "ssh"), 0o755);
  return { PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}`, LIFEKEEPER_TEST_SSH_CALLS: calls };
}

/** The pictures in the documentation, when their look is meant to change. */
function keepPictures(): void {
  const folder = join(projectRoot, "docs/images");
  mkdirSync(folder, { recursive: true });
  for (const name of ["check", "check.ja", "simulate", "simulate.ja"]) {
    copyFileSync(join(outputRoot, "screenshots", `readme-${name}.png`), join(folder, `${name}.png`));
  }
}

const code = await main();
if (code === 0 && process.argv.includes("--pictures")) keepPictures();
process.exit(code);
