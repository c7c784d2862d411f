import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";

const folder = join(import.meta.dirname, "rules");
const texts = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

describe("rules of the simulator, as scenarios", () => {
  for (const file of Object.keys(texts).filter((name) => name.endsWith(".lk"))) {
    const parsed = parseCluster(file, texts[file] ?? "");
    const lowered = lowerCluster(parsed, filesOf(texts));

    it(`${file} is written without a problem`, () => {
      ok(lowered.cluster !== undefined);
      const problems = [...parsed.problems, ...lowered.problems, ...scenarioProblems(lowered.cluster, parsed)];
      deepEqual(
        problems.map(({ message }) => message.en),
        [],
      );
    });

    for (const scenario of parsed.tree.scenarios) {
      it(`${file}: ${scenario.title?.value}`, () => {
        ok(lowered.cluster !== undefined);
        const result = runScenario(compile(lowered.cluster), parsed, scenario);
        const said = [
          ...result.problems.map(({ message }) => message.en),
          ...result.failures.map(({ expected, actual }) => `expected ${expected.en}, found ${actual.en}`),
        ];
        equal(said.join("; "), "");
      });
    }
  }
});
