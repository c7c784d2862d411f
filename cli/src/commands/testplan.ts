// lkcluster testplan: a test specification for the real machines, as Markdown or CSV.

import { renderPlanCsv, renderPlanMarkdown } from "@lkcluster/core/testplan/render.ts";
import { makeTestPlan } from "@lkcluster/core/testplan/testPlan.ts";
import type { Command } from "commander";
import { addCommand, type Shell } from "../command.ts";
import { exitCode } from "../exitCode.ts";
import { readSoundClusters } from "../soundClusters.ts";

export function registerTestplan(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "testplan <file>",
    summary: { en: "a test specification for the real machines", ja: "実機で行う障害試験項目書を作る" },
    formats: ["markdown", "csv"],
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
        const plan = makeTestPlan(file.check.sound);
        run.io.write(run.format === "csv" ? renderPlanCsv(plan, run.locale) : renderPlanMarkdown(plan, run.locale));
      }
      if (unreadable) return exitCode.usage;
      return unsound ? exitCode.no : exitCode.ok;
    },
  });
}
