// `npm test`: checks, every suite, the packaged extension and the end-to-end tests in a real VS Code. With names, only
// those: `npm test -- core e2e`. The last line is `N passed, N failed`; the exit code is 0 only without a failure.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkJobs } from "./check.ts";
import { run } from "./childProcess.ts";
import { allPrograms, ensurePrograms } from "./debianPackages.ts";
import { type Job, type JobResult, runJobs, type Totals } from "./jobs.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";
import { countedResult, suiteJobs, suiteNames } from "./suites.ts";

const stages: readonly { readonly title: string; readonly jobs: readonly Job[]; readonly atOnce?: number }[] = [
  { title: "Check types, style and generated files", jobs: checkJobs() },
  { title: "Run the suites", jobs: suiteJobs("sources") },
  // One at a time: each wants the whole machine, and the later ones use what the earlier ones built.
  {
    title: "Package, and test in a real VS Code",
    jobs: [
      scriptJob("package", []),
      ...suiteJobs("packages"),
      scriptJob("start", ["--check"]),
      webJob(),
      windowsJob(),
      endToEndJob(),
    ],
    atOnce: 1,
  },
];

function scriptJob(name: string, args: readonly string[]): Job {
  return {
    name,
    run: async (): Promise<JobResult> => {
      const result = await run(process.execPath, [`scripts/${name}.ts`, ...args], {
        cwd: projectRoot,
        timeoutMs: 600_000,
        output: "keep",
      });
      const failed = result.code === 0 ? 0 : 1;
      return { passed: 1 - failed, failed, output: result.text };
    },
  };
}

function webJob(): Job {
  return countedJob("web", "scripts/webTests.ts", "tests-web.json", 900_000);
}

function windowsJob(): Job {
  return countedJob("windows", "scripts/windowsTests.ts", "tests-windows.json", 1_200_000);
}

function endToEndJob(): Job {
  // The editor is started twice, or more often where it does not open; a start that hangs is ended by itself.
  return countedJob("e2e", "scripts/endToEnd.ts", "tests-e2e.json", 3_600_000);
}

/** A script that writes down how many tests passed and failed in it. */
function countedJob(name: string, script: string, resultFile: string, limitMs: number): Job {
  return {
    name,
    run: async (): Promise<JobResult> => {
      const file = join(outputRoot, resultFile);
      rmSync(file, { force: true });
      const result = await run(process.execPath, [script], { cwd: projectRoot, timeoutMs: limitMs, output: "keep" });
      return countedResult(file, result.code, result.text);
    },
  };
}

/** `core` names the suite of that folder, `check` all checks. */
function isWanted(job: Job, names: readonly string[]): boolean {
  if (names.length === 0) return true;
  if (names.includes("check") && checkJobs().some((check) => check.name === job.name)) return true;
  return names.some((name) => job.name === name || job.name === `tests ${name}`);
}

const names = process.argv.slice(2);
const known = ["check", "package", "start", "web", "windows", "e2e", ...suiteNames];
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(", ")}; there are ${known.join(", ")}.\n`);
  process.exit(2);
}

const start = performance.now();
// Once, before anything runs: suites that start side by side would wait for each other's installation.
if (names.length === 0) {
  process.stdout.write("Look for the programs that the tests need, and install what is missing\n");
  const missing = ensurePrograms(allPrograms);
  if (missing !== undefined) process.stdout.write(`  ${missing}\n`);
}
let totals: Totals = { passed: 0, failed: 0 };
for (const { title, jobs, atOnce } of stages) {
  const wanted = jobs.filter((job) => isWanted(job, names));
  if (wanted.length === 0) continue;
  process.stdout.write(`${title}\n`);
  const { passed, failed } = await runJobs(wanted, atOnce);
  totals = { passed: totals.passed + passed, failed: totals.failed + failed };
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
process.stdout.write(`Everything took ${seconds} s; logs and screenshots are in .test-output.\n`);
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
