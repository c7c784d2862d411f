// How long a scenario takes: parse and compile once, then run. The aim for three nodes is 5 ms.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import { rows } from "../published/rows.ts";

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const files = [...new Set(rows.map(({ file }) => file))];
let slowest = { title: "", ms: 0 };
for (const file of files) {
  const text = readFileSync(join(import.meta.dirname, "../published", file), "utf8");
  const parsed = parseCluster(file, text);
  const cluster = lowerCluster(parsed, filesOf({})).cluster;
  if (cluster === undefined) throw new Error(`${file} is not understood`);
  const model = compile(cluster);
  for (const scenario of parsed.tree.scenarios) {
    const first = timed(() => runScenario(model, parsed, scenario));
    const ms = median(Array.from({ length: 50 }, () => timed(() => runScenario(model, parsed, scenario))));
    if (ms > slowest.ms) slowest = { title: scenario.title?.value ?? "", ms };
    const name = (scenario.title?.value ?? "").slice(0, 60).padEnd(60);
    console.log(`${name} ${cluster.nodes.length} nodes  first ${first.toFixed(2)} ms  median ${ms.toFixed(3)} ms`);
  }
  const whole = median(
    Array.from({ length: 20 }, () =>
      timed(() => {
        const again = parseCluster(file, text);
        const lowered = lowerCluster(again, filesOf({})).cluster;
        if (lowered !== undefined) for (const one of again.tree.scenarios) runScenario(compile(lowered), again, one);
      }),
    ),
  );
  console.log(`${file.padEnd(60)} read, compiled and all run ${whole.toFixed(2)} ms`);
}
console.log(`slowest scenario: ${slowest.title}, ${slowest.ms.toFixed(3)} ms (aim: under 5 ms with 3 nodes)`);
