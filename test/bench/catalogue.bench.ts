// How long one hover, one explanation and one "did you mean" take.

import { performance } from "node:perf_hooks";
import { describe } from "@lkcluster/core/catalogue/describe.ts";
import { explain, explainableNames, suggestName } from "@lkcluster/core/catalogue/explain.ts";
import { parameters } from "@lkcluster/core/catalogue/parameters.ts";

function measure(name: string, times: number, work: (index: number) => unknown): void {
  for (let index = 0; index < times; index++) work(index);
  const start = performance.now();
  for (let index = 0; index < times; index++) work(index);
  const micro = ((performance.now() - start) / times) * 1000;
  process.stdout.write(`${name}: ${micro.toFixed(1)} µs\n`);
}

const names = explainableNames();
process.stdout.write(`${parameters.length} parameters, ${names.length} names\n`);
measure("describe a parameter", 5000, (index) => {
  const spec = parameters[index % parameters.length];
  return spec === undefined ? "" : describe(spec, index % 2 === 0 ? "en" : "ja");
});
measure("explain a name", 5000, (index) => explain(names[index % names.length] ?? "", "ja"));
measure("suggest a name", 500, (index) => suggestName(`${names[index % names.length] ?? ""}x`));
