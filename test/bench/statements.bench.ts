// What is said against what is so: a hundred thousand sequences with nodes in memory, in as many threads as there are
// cores. Writes the table of statements in docs/faults.md.

import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { judgeSample, type Sample } from "../support/statements/sample.ts";
import { addOutcomes, addTallies, type Judged, withStatements } from "../support/statements/tally.ts";

const sequencesMin = 100_000;
const atOnce = 500;

if (isMainThread) await main();
else {
  const { seeds } = workerData as { readonly seeds: readonly number[] };
  for (const seed of seeds) parentPort?.postMessage(await judgeSample(seed, atOnce));
}

async function main(): Promise<void> {
  const began = performance.now();
  const seeds = Array.from({ length: Math.ceil(sequencesMin / atOnce) }, (_, at) => at + 1);
  const threads = availableParallelism();
  const shares = Array.from({ length: threads }, (_, lane) => seeds.filter((_seed, at) => at % threads === lane));
  const samples = (await Promise.all(shares.map(inThread))).flat();
  const judged: Judged = {
    where: "in memory",
    sequences: samples.reduce((sum, { sequences }) => sum + sequences, 0),
    runs: samples.reduce((sum, { runs }) => sum + runs, 0),
    outcomes: addOutcomes(...samples.map(({ outcomes }) => outcomes)),
    tallies: addTallies(...samples.map(({ tallies }) => tallies)),
  };
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(`${judged.sequences} sequences, ${judged.runs} runs, ${seconds} s\n`);
  const page = join(import.meta.dirname, "..", "..", "docs", "faults.md");
  writeFileSync(page, withStatements(readFileSync(page, "utf8"), judged));
  const broken = samples.filter((sample) => sample.broken !== "");
  for (const each of broken.slice(0, 5)) process.stderr.write(`${each.broken}\n`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function inThread(seeds: readonly number[]): Promise<readonly Sample[]> {
  return new Promise((resolve, reject) => {
    const samples: Sample[] = [];
    const worker = new Worker(new URL(import.meta.url), { workerData: { seeds } });
    worker.on("message", (sample: Sample) => void samples.push(sample));
    worker.on("error", reject);
    worker.on("exit", () => resolve(samples));
  });
}
