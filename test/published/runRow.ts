// Runs the scenario of a row in the cluster of its file.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "@lkcluster/core/model/fileSet.ts";
import { lowerCluster } from "@lkcluster/core/model/lower.ts";
import { scenarioProblems } from "@lkcluster/core/rules/scenario/scenarioProblems.ts";
import { compile } from "@lkcluster/core/simulate/compile.ts";
import { defaultReadings, type ReadingChoice } from "@lkcluster/core/simulate/readings.ts";
import type { ScenarioResult } from "@lkcluster/core/simulate/scenario/result.ts";
import { runScenario } from "@lkcluster/core/simulate/scenario/runScenario.ts";
import { parseCluster } from "@lkcluster/core/syntax/cluster/parse.ts";
import type { Row } from "./rows.ts";

export function runRow(row: Row, readings: ReadingChoice = defaultReadings): ScenarioResult {
  const parsed = parseCluster(row.file, readFileSync(join(import.meta.dirname, row.file), "utf8"));
  const { cluster, problems } = lowerCluster(parsed, filesOf({}));
  const scenario = parsed.tree.scenarios.find(({ title }) => title?.value.startsWith(`${row.id}:`) === true);
  if (cluster === undefined || scenario === undefined) throw new Error(`${row.file} has no scenario for ${row.id}`);
  const wrong = [...parsed.problems, ...problems, ...scenarioProblems(cluster, parsed)];
  if (wrong.length > 0) throw new Error(`${row.file}: ${wrong.map(({ message }) => message.en).join("; ")}`);
  return runScenario(compile(cluster, { readings }), parsed, scenario);
}
