// `npm run test:windows`: what people run on Windows, with Windows' own Node, in wine. The tests run in that Node too,
// because only a program of Windows can talk to one by pipes. Writes down how many passed and failed.

import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { run } from "./childProcess.ts";
import { ensurePrograms } from "./debianPackages.ts";
import { makePackages } from "./package.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";
import { prepareWindows, runInWine } from "./windows/machine.ts";
import { startNodeServer } from "./windows/nodeServer.ts";

const resultFile = join(outputRoot, "tests-windows.json");
const logFile = join(outputRoot, "windows.log");

/** All of it: a test that hangs is ended with everything else. */
const limitMs = 600_000;

async function main(): Promise<number> {
  const missing = ensurePrograms(["wine"]);
  if (missing !== undefined) {
    process.stderr.write(`The tests for Windows run in wine. ${missing}\n`);
    return 1;
  }
  const windows = await prepareWindows();
  await makePackages();
  const folder = join(outputRoot, "windows");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  rmSync(resultFile, { force: true });
  await build({
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["mocha"],
    logLevel: "warning",
    absWorkingDir: projectRoot,
    entryPoints: ["test/windows/index.ts"],
    outfile: join(projectRoot, "dist/windows/tests.cjs"),
  });
  const nodes = await startNodeServer(["alpha", "beta"], "QUORUM_MODE=majority\nWITNESS_MODE=remote_verify\n");
  const log = openSync(logFile, "w");
  try {
    const ended = await runInWine(windows, join(projectRoot, "dist/windows/tests.cjs"), log, limitMs, {
      LIFEKEEPER_TEST_RESULT: resultFile,
      LIFEKEEPER_TEST_FILTER: process.env["LIFEKEEPER_TEST_FILTER"],
      LIFEKEEPER_PROJECT: projectRoot,
      LIFEKEEPER_TEST_FOLDER: folder,
      LIFEKEEPER_TEST_SSH: windows.ssh,
      LIFEKEEPER_TEST_NODES: JSON.stringify(nodes.files),
      LKCLUSTER_STANDIN_PORT: String(nodes.port),
    });
    process.stdout.write(readFileSync(logFile, "utf8"));
    if (ended === undefined) process.stdout.write(`not finished after ${limitMs / 1000} s\n`);
    return ended ?? 1;
  } finally {
    closeSync(log);
    nodes.stop();
    // What wine keeps running belongs to our folder alone.
    await run("wineserver", ["-k"], { env: windows.env, timeoutMs: 20_000, output: "keep" });
  }
}

process.exit(await main());
