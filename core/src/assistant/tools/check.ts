// check: everything that can be known to be wrong with a cluster file or a parameter file.

import type { Severity } from "../../evidence.ts";
import type { Localized } from "../../locale/localized.ts";
import type { Problem } from "../../problem.ts";
import { checkCluster, checkDefaults } from "../../rules/check.ts";
import { toldOnce } from "../../rules/toldOnce.ts";
import { runProblems } from "../../simulate/scenario/runProblems.ts";
import { fenced, ownWords } from "../fence.ts";
import { type Given, isAnswer, readGiven, source } from "../given.ts";
import { problemLines, problemSchema, problemsData, problemsMax } from "../problems.ts";
import { count, list, object, oneOf } from "../schema.ts";
import { at, type Tool } from "../tool.ts";

export const checkTool: Tool = {
  name: "check",
  title: { en: "Check a cluster file", ja: "クラスターファイルの検査" },
  description: {
    en: "Finds what is wrong in a LifeKeeper cluster file (*.lk) or parameter file (/etc/default/LifeKeeper): syntax, names, the support matrix, values that must agree between nodes, failed scenarios. Each problem has a place, a reason, a grade of evidence and often a fix. Call it after every change that you make to such a file.",
    ja: "LifeKeeper のクラスターファイル（*.lk）またはパラメーターファイル（/etc/default/LifeKeeper）の問題を調べます。構文、名前、サポートされる組み合わせ、ノード間で一致すべき値、失敗するシナリオが対象です。問題ごとに位置、理由、確かさと、多くの場合は修正案が付きます。ファイルを変更したら必ず呼び出してください。",
  },
  takes: object({
    ...source,
    "kind?": oneOf(["cluster", "parameters"], "With `text`: what it is the text of; usually a cluster file"),
  }),
  gives: object({
    errors: count(0),
    warnings: count(0),
    others: count(0),
    left: count(0, undefined, "Problems that are not listed"),
    problems: list(problemSchema),
  }),
  begin(call) {
    const given = readGiven(call, call.args);
    if (isAnswer(given)) return at(given);
    const isParameters =
      call.args["kind"] === "parameters" || (call.args["file"] !== undefined && !given.file.endsWith(".lk"));
    const problems = problemsOf(given, isParameters);
    const [errors, warnings] = [countOf(problems, "error"), countOf(problems, "warning")];
    const others = problems.length - errors - warnings;
    const left = Math.max(0, problems.length - problemsMax);
    const data = { errors, warnings, others, left, problems: problemsData(problems, given, call.locale) };
    if (problems.length === 0) return at(ownWords(words.nothing[call.locale], data));
    const lead = [words.total(errors, warnings, others), ...(left > 0 ? [words.left(left)] : [])];
    return at(fenced(lead, problemLines(problems, given, call.locale), data, call.locale));
  },
};

function problemsOf(given: Given, isParameters: boolean): readonly Problem[] {
  if (isParameters) return checkDefaults(given.files, given.file).problems;
  const result = checkCluster(given.files, given.file);
  const ofRuns = result.sound === undefined ? [] : runProblems(result.sound, result.parsed, result.problems);
  return toldOnce([...result.problems, ...ofRuns]);
}

function countOf(problems: readonly Problem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

const words = {
  nothing: { en: "No problem was found.", ja: "問題は見つかりませんでした。" },
  total: (errors: number, warnings: number, others: number): Localized => ({
    en: `Errors: ${errors}, warnings: ${warnings}, notes: ${others}.`,
    ja: `エラー ${errors} 件、警告 ${warnings} 件、その他 ${others} 件です。`,
  }),
  left: (count: number): Localized => ({
    en: `${count} more are not listed.`,
    ja: `ほかの ${count} 件は省きました。`,
  }),
} as const;
