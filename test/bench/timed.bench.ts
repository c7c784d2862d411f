// Proofs against random runs: clusters of two to five nodes, faults at random moments, delays within the bounds the model
// declares. Prints every contradiction in either direction; there should be none. `TIMED_CLUSTERS=20000 TIMED_RUNS=60`
// is the whole measurement, `TIMED_FROM` the first seed.

import { contradictionsOf, randomCase } from "../core/prove/timed/contradictions.ts";
import { randomFrom } from "../core/prove/timed/randomCluster.ts";

const number = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const clusters = number("TIMED_CLUSTERS", 1000);
const runs = number("TIMED_RUNS", 60);
const from = number("TIMED_FROM", 0);

const found = new Map<string, number>();
let [violations, incomplete, states, wrong] = [0, 0, 0, 0];
const begin = performance.now();
for (let seed = from; seed < from + clusters; seed++) {
  const one = randomCase(seed);
  const {
    contradictions,
    violations: here,
    complete,
    report,
  } = contradictionsOf(one, runs, randomFrom(seed ^ 0x5bd1e995));
  violations += here;
  states += report.states;
  if (!complete) incomplete++;
  if (contradictions.length === 0) continue;
  wrong++;
  for (const text of contradictions) {
    const kind = text.split(":")[0] ?? "";
    const known = found.get(kind) ?? 0;
    found.set(kind, known + 1);
    if (known < 2)
      process.stdout.write(`seed ${seed}, ${one.faults} faults of ${one.kinds.join(", ")}: ${text}\n${one.text}\n`);
  }
}
const seconds = (performance.now() - begin) / 1000;
process.stdout.write(
  `${clusters} clusters, ${runs} runs each: ${wrong} with a contradiction, ${violations} violations, ${incomplete} incomplete, ${states} states, ${seconds.toFixed(0)} s\n`,
);
for (const [kind, count] of [...found].sort()) process.stdout.write(`${String(count).padStart(6)} ${kind}\n`);
process.exit(wrong === 0 ? 0 : 1);
