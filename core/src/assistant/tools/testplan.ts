// testplan: a test specification for the real machines, page by page.

import type { Localized } from "../../locale/localized.ts";
import { categoryNames, type TestItem } from "../../testplan/plan.ts";
import { expectedSentences } from "../../testplan/render.ts";
import { testPlanInSlices } from "../../testplan/testPlan.ts";
import { fenced, type ToolAnswer } from "../fence.ts";
import { isAnswer, readSound, source } from "../given.ts";
import { count, list, object, text } from "../schema.ts";
import { at, type Tool, type ToolCall, type ToolWork } from "../tool.ts";

const pageMax = 10;

export const testplanTool: Tool = {
  name: "testplan",
  title: { en: "A test specification for the real machines", ja: "実機で行う障害試験項目書" },
  description: {
    en: "Derives from a LifeKeeper cluster file what to test on the real machines: operations, expected results with times, commands that show them, the way back. Ten tests at a time; from asks for the following ones. Commands are for a person to run, never for you.",
    ja: "LifeKeeper クラスターファイルから、実機で行う試験の項目（操作、期待結果と時間、確認コマンド、元に戻す手順）を導きます。一度に 10 件を返し、from で続きを指定できます。コマンドを実行するのは担当者で、あなたではありません。",
  },
  takes: object({ ...source, "from?": count(1, 100_000, "Number of the first test to tell") }),
  gives: object({
    total: count(0),
    tests: list(
      object({
        number: count(1),
        category: text(),
        title: text(),
        requirements: list(text()),
        operations: list(text()),
        expected: list(text()),
        checks: list(text()),
        cleanUp: list(text()),
      }),
    ),
  }),
  begin(call) {
    const given = readSound(call, call.args);
    if (isAnswer(given)) return at(given);
    return write(call, testPlanInSlices(given.check.sound, given.check.parsed.tree));
  },
};

function* write(call: ToolCall, planning: ReturnType<typeof testPlanInSlices>): ToolWork {
  for (;;) {
    const turn = planning.next();
    if (turn.done === true) return answer(call, turn.value.items);
    yield { done: turn.value.tried, total: turn.value.of };
  }
}

function answer({ args, locale }: ToolCall, items: readonly TestItem[]): ToolAnswer {
  const from = typeof args["from"] === "number" ? args["from"] : 1;
  const shown = items.slice(from - 1, from - 1 + pageMax);
  const operation = ({ node, text: told, command }: TestItem["operations"][number]): string =>
    `${node === undefined ? "" : `${node}: `}${told[locale]}${command === undefined ? "" : ` [${command}]`}`;
  const tests = shown.map((item) => ({
    number: item.number,
    category: categoryNames[item.category][locale],
    title: item.title[locale],
    requirements: item.requirements,
    operations: item.operations.map(operation),
    expected: expectedSentences(item).map((sentence) => sentence[locale]),
    checks: item.checks.map(({ node, command }) => `${node}: ${command}`),
    cleanUp: item.cleanUp.map(operation),
  }));
  const lines = tests.flatMap(({ number, category, title, requirements, operations, expected, checks, cleanUp }) => [
    `${number}. [${category}] ${title}`,
    ...(requirements.length === 0 ? [] : [`  ${words.requirements[locale]} ${requirements.join(", ")}`]),
    ...operations.map((each) => `  ${words.operation[locale]} ${each}`),
    ...expected.map((each) => `  ${words.expected[locale]} ${each}`),
    ...checks.map((each) => `  ${words.check[locale]} ${each}`),
    ...cleanUp.map((each) => `  ${words.cleanUp[locale]} ${each}`),
  ]);
  return fenced([words.total(items.length, shown.length)], lines, { total: items.length, tests }, locale);
}

const words = {
  requirements: { en: "requirements:", ja: "要件:" },
  operation: { en: "do:", ja: "操作:" },
  expected: { en: "expect:", ja: "期待:" },
  check: { en: "check:", ja: "確認:" },
  cleanUp: { en: "way back:", ja: "復旧:" },
  total: (all: number, shown: number): Localized => ({
    en: `Tests: ${all}, of which ${shown} are here.`,
    ja: `試験項目は ${all} 件で、そのうち ${shown} 件を示します。`,
  }),
} as const;
