// The mocha suites as jobs: one per folder of test/, each in a process of its own.

import { globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./childProcess.ts";
import type { Job, JobResult } from "./jobs.ts";
import { outputRoot, projectRoot } from "./projectRoot.ts";

interface Suite {
  /** A folder of test/. */
  readonly name: string;
  readonly limitMs: number;
}

/** Longest first, so that the short ones fill the gaps. */
const suites: readonly Suite[] = [
  { name: "deploy", limitMs: 900_000 },
  { name: "core", limitMs: 900_000 },
  { name: "cli", limitMs: 600_000 },
  { name: "scripts", limitMs: 600_000 },
  { name: "server", limitMs: 600_000 },
  { name: "client", limitMs: 300_000 },
  { name: "webview", limitMs: 600_000 },
  { name: "grammars", limitMs: 300_000 },
  { name: "tidy", limitMs: 300_000 },
  { name: "packages", limitMs: 900_000 },
];

export const suiteNames: readonly string[] = suites.map((suite) => suite.name);

/** The suites that need nothing but the sources, or the one that tries what was packaged. */
export function suiteJobs(of: "sources" | "packages"): readonly Job[] {
  const wanted = suites.filter(({ name }) => (name === "packages") === (of === "packages"));
  return wanted.map(({ name, limitMs }) => ({ name: `tests ${name}`, run: () => runSuite(name, limitMs) }));
}

async function runSuite(name: string, limitMs: number): Promise<JobResult> {
  const files = globSync(`test/${name}/**/*.test.ts`, { cwd: projectRoot }).sort();
  if (files.length === 0) throw new Error(`test/${name} holds no test`);
  mkdirSync(outputRoot, { recursive: true });
  const resultFile = join(outputRoot, `tests-${name}.json`);
  rmSync(resultFile, { force: true });
  const result = await run(process.execPath, ["scripts/mochaRun.ts", resultFile, ...files], {
    cwd: projectRoot,
    timeoutMs: limitMs,
    output: "keep",
  });
  return countedResult(
    resultFile,
    result.code,
    result.timedOut ? `${result.text}\nnot finished after ${limitMs / 1000} s` : result.text,
  );
}

/** What a run wrote down about itself; a run that ended badly without failing a test has failed once. */
export function countedResult(resultFile: string, code: number | undefined, output: string): JobResult {
  const { passed, failed } = readTotals(resultFile);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}

function readTotals(file: string): { readonly passed: number; readonly failed: number } {
  try {
    // Written by our own runner.
    return JSON.parse(readFileSync(file, "utf8")) as { passed: number; failed: number };
  } catch {
    // The run ended before it could write: it counts through its exit code.
    return { passed: 0, failed: 0 };
  }
}
