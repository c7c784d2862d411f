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
    heldBack: count(0, undefined, "Problems that a comment in a file holds back"),
    problems: list(problemSchema),
  }),
  begin(call) {
    const given = readGiven(call, call.args);
    if (isAnswer(given)) return at(given);
    const isParameters =
      call.args["kind"] === "parameters" || (call.args["file"] !== undefined && !given.file.endsWith(".lk"));
    const { problems, heldBack } = problemsOf(given, isParameters);
    const [errors, warnings] = [countOf(problems, "error"), countOf(problems, "warning")];
    const others = problems.length - errors - warnings;
    const left = Math.max(0, problems.length - problemsMax);
    const data = { errors, warnings, others, left, heldBack, problems: problemsData(problems, given, call.locale) };
    // A file that hides its problems must not look like one that has none.
    const hidden = heldBack === 0 ? [] : [words.heldBack(heldBack)];
    if (problems.length === 0) {
      const separator = call.locale === "ja" ? "" : " ";
      const said = [words.nothing, ...hidden].map((sentence) => sentence[call.locale]).join(separator);
      return at(ownWords(said, data));
    }
    const lead = [words.total(errors, warnings, others), ...(left > 0 ? [words.left(left)] : []), ...hidden];
    return at(fenced(lead, problemLines(problems, given, call.locale), data, call.locale));
  },
};

interface Found {
  readonly problems: readonly Problem[];
  readonly heldBack: number;
}

function problemsOf(given: Given, isParameters: boolean): Found {
  if (isParameters) {
    const { problems, suppressed } = checkDefaults(given.files, given.file);
    return { problems, heldBack: suppressed.length };
  }
  const result = checkCluster(given.files, given.file);
  const ofRuns = result.sound === undefined ? [] : runProblems(result.sound, result.parsed, result.problems);
  return { problems: [...toldOnce([...result.problems, ...ofRuns])], heldBack: result.suppressed.length };
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
  heldBack: (count: number): Localized => ({
    en: `Besides, comments in the files hold back ${count}.`,
    ja: `ほかに、ファイルのコメントが ${count} 件を抑止しています。`,
  }),
  left: (count: number): Localized => ({
    en: `${count} more are not listed.`,
    ja: `ほかの ${count} 件は省きました。`,
  }),
} as const;
