// lkcluster testplan: a test specification for the real machines, as Markdown, CSV or JSON.

import { pumped } from "@lkcluster/core/prove/runProof.ts";
import { renderPlanCsv, renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { renderPlanJson } from "@lkcluster/core/testplan/renderJson.ts";
import { makeTestPlan } from "@lkcluster/core/testplan/testPlan.ts";
import { traceRequirements } from "@lkcluster/core/testplan/traceability.ts";
import { indexLines } from "@lkcluster/core/text/lineIndex.ts";
import type { Command } from "commander";
import { addCommand, type Shell } from "../command.ts";
import { exitCode } from "../exitCode.ts";
import { readSoundClusters } from "../soundClusters.ts";

export function registerTestplan(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "testplan <file>",
    summary: { en: "a test specification for the real machines", ja: "実機で行う障害試験項目書を作る" },
    formats: ["markdown", "csv", "json"],
    leavesOut: ["quiet", "config"],
    options: [],
    examples: [
      {
        args: "testplan cluster.lk > tests.md",
        summary: { en: "to read, print and fill in", ja: "読む、印刷する、記入する" },
      },
      {
        args: "testplan --format csv cluster.lk > tests.csv",
        summary: { en: "for a spreadsheet", ja: "表計算ソフト向け" },
      },
    ],
    run(run, paths) {
      const { files, unreadable, unsound } = readSoundClusters(run, paths);
      for (const file of files) {
        const { sound, parsed } = file.check;
        const plan = makeTestPlan(sound, parsed.tree);
        switch (run.format) {
          case "csv":
            run.io.write(renderPlanCsv(plan, run.locale));
            break;
          case "json": {
            const trace = pumped(traceRequirements(sound, parsed, plan));
            const json = renderPlanJson(plan, run.locale, trace, indexLines(file.text));
            run.io.write(`${JSON.stringify(json, undefined, 2)}\n`);
            break;
          }
          default:
            run.io.write(renderPlanMarkdown(plan, run.locale, pumped(traceRequirements(sound, parsed, plan))));
        }
      }
      if (unreadable) return exitCode.usage;
      return unsound ? exitCode.no : exitCode.ok;
    },
  });
}
