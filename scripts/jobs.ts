// Runs jobs side by side, as many as the machine has processors, and says what happens with times.

import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { outputRoot } from "./projectRoot.ts";

export interface JobResult {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed; kept in a log otherwise. */
  readonly output: string;
}

export interface Job {
  readonly name: string;
  run(): Promise<JobResult>;
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** Starts jobs in their order. A job that throws counts as one failure. */
export async function runJobs(jobs: readonly Job[], atOnce: number = availableParallelism()): Promise<Totals> {
  mkdirSync(outputRoot, { recursive: true });
  const waiting = [...jobs];
  let passed = 0;
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const result = await runJob(job);
      passed += result.passed;
      failed += result.failed;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, worker));
  return { passed, failed };
}

async function runJob(job: Job): Promise<JobResult> {
  const start = performance.now();
  process.stdout.write(`  … ${job.name}\n`);
  const result = await job.run().catch((error: unknown): JobResult => {
    return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  writeFileSync(join(outputRoot, `${job.name.replace(/[^\w.-]+/g, "-")}.log`), result.output);
  const mark = result.failed === 0 ? "✔" : "✘";
  process.stdout.write(`  ${mark} ${job.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`);
  if (result.failed > 0) process.stdout.write(`${result.output.trimEnd()}\n\n`);
  return result;
}
