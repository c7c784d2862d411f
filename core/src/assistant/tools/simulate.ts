// simulate: what happens, when and why, in a scenario of the file or after steps that the call brings.

import { sourceTitle } from "../../catalogue/describeParts.ts";
import type { Locale, Localized } from "../../locale/localized.ts";
import { writtenScenario } from "../../rules/scenario/writtenScenario.ts";
import { compile } from "../../simulate/compile.ts";
import { changeWords, eventWords, nodeConditionWords } from "../../simulate/scenario/eventWords.ts";
import { finalState, type ScenarioResult } from "../../simulate/scenario/result.ts";
import { runScenario } from "../../simulate/scenario/runScenario.ts";
import type { TimelineEntry } from "../../simulate/trace.ts";
import type { ClusterFile, ScenarioBlock } from "../../syntax/cluster/tree.ts";
import type { Parsed } from "../../syntax/parsed.ts";
import { fenced, refusal, type ToolAnswer } from "../fence.ts";
import { isAnswer, readSound, type SoundGiven, source } from "../given.ts";
import { problemLines } from "../problems.ts";
import { list, object, type Schema, text } from "../schema.ts";
import { at, type Tool, type ToolCall } from "../tool.ts";

const entriesMax = 200;
const stepsMax = 4000;

const flag: Schema = { type: "boolean" };

export const simulateTool: Tool = {
  name: "simulate",
  title: { en: "Simulate a failover", ja: "フェイルオーバーのシミュレーション" },
  description: {
    en: 'Simulates what a LifeKeeper cluster does: a scenario of the cluster file, or steps in the language of scenarios such as "crash a wait 20s boot a" or "isolate a expect app active on b within 60s". Answers with a time line in which every entry has its reason and sources, and with the final state. Nothing real is touched.',
    ja: "LifeKeeper クラスターの動作をシミュレーションします。クラスターファイルのシナリオか、シナリオの言語で書いたステップ（例: crash a wait 20s boot a、isolate a expect app active on b within 60s）を実行し、理由と出典の付いた時系列と最終状態を返します。実際のノードには触れません。",
  },
  takes: object({
    ...source,
    "scenario?": text("Title of a scenario in the file; without it and `steps`, the first", 500),
    "steps?": text("Steps in the language of scenarios, instead of `scenario`", stepsMax),
  }),
  gives: object({
    title: text(),
    passed: flag,
    failures: list(object({ expected: text(), actual: text() })),
    timeline: list(
      object({
        seconds: { type: "number" },
        node: text(),
        what: text(),
        why: text(),
        changes: list(text()),
        sources: list(text()),
      }),
    ),
    final: object({
      nodes: list(object({ node: text(), condition: text() })),
      resources: list(object({ tag: text(), node: text(), state: text() })),
    }),
  }),
  begin(call) {
    const given = readSound(call, call.args);
    if (isAnswer(given)) return at(given);
    const chosen = choose(call, given);
    if ("isError" in chosen) return at(chosen);
    const model = compile(given.check.sound);
    return at(answer(call, given, runScenario(model, chosen.parsed, chosen.scenario)));
  },
};

interface Chosen {
  readonly parsed: Parsed<ClusterFile>;
  readonly scenario: ScenarioBlock;
}

function choose(call: ToolCall, given: SoundGiven): Chosen | ToolAnswer {
  const { locale, args } = call;
  const { check } = given;
  if (args["steps"] !== undefined) {
    const written = writtenScenario(check.sound, given.file, given.text, String(args["steps"]), "steps");
    if ("scenario" in written) return written;
    const where = { files: { read: () => ({ text: written.steps }) }, shown: () => "steps" };
    const lines = problemLines(written.problems, where, locale);
    return { ...fenced([words.badSteps], lines, {}, locale), data: undefined, isError: true };
  }
  const { scenarios } = check.parsed.tree;
  const title = args["scenario"];
  const scenario = title === undefined ? scenarios[0] : scenarios.find((one) => one.title?.value === title);
  if (scenario !== undefined) return { parsed: check.parsed, scenario };
  if (scenarios.length === 0) return refusal(words.none, locale);
  const titles = scenarios.map((one) => one.title?.value ?? "");
  return { ...fenced([words.noScenario], titles, {}, locale), data: undefined, isError: true };
}

function answer({ locale }: ToolCall, given: SoundGiven, result: ScenarioResult): ToolAnswer {
  const shown = result.timeline.slice(0, entriesMax);
  const left = result.timeline.length - shown.length;
  const { resources } = finalState(result.view);
  const data = {
    title: result.title,
    passed: result.passed,
    failures: result.failures.map(({ expected, actual }) => ({ expected: expected[locale], actual: actual[locale] })),
    timeline: shown.map((entry) => entryData(entry, locale)),
    final: {
      nodes: result.view.nodes.map(({ name, condition }) => ({
        node: name,
        condition: nodeConditionWords[condition][locale],
      })),
      resources: Object.entries(resources).flatMap(([tag, states]) =>
        Object.entries(states).map(([node, state]) => ({ tag, node, state })),
      ),
    },
  };
  const lines = [
    ...data.failures.map(({ expected, actual }) => words.failed(expected, actual)[locale]),
    ...(result.problems.length === 0 ? [] : problemLines(result.problems, given, locale)),
    ...data.timeline.flatMap(({ seconds, node, what, why, changes }) => [
      `${seconds.toFixed(1)} s ${node === "" ? "" : `${node}: `}${what}. ${why}`,
      ...changes.map((change) => `    ${change}`),
    ]),
    ...data.final.nodes.map(({ node, condition }) => `${words.final[locale]} ${node}: ${condition}`),
    ...data.final.resources.map(({ tag, node, state }) => `${words.final[locale]} ${tag}: ${node} ${state}`),
  ];
  const lead = [
    result.passed ? words.passed : words.failedAll(result.failures.length + result.problems.length),
    ...(left > 0 ? [words.left(left)] : []),
  ];
  return fenced(lead, lines, data, locale);
}

function entryData({ timeMs, node, event, why, changes }: TimelineEntry, locale: Locale) {
  return {
    seconds: timeMs / 1000,
    node: node ?? "",
    what: eventWords(event)[locale],
    why: why.text[locale],
    changes: changes.map((change) => changeWords(change)[locale]),
    sources: why.sources.map((key) => sourceTitle(key, locale)),
  };
}

const words = {
  badSteps: {
    en: "The steps cannot be read. `lifekeeper://language` describes how they are written.",
    ja: "ステップを読み取れません。書き方は `lifekeeper://language` にあります。",
  },
  none: { en: "The file has no scenario: give `steps`.", ja: "シナリオがありません。`steps` を指定してください。" },
  noScenario: {
    en: "There is no scenario with that title; these there are.",
    ja: "その題名のシナリオはありません。次のシナリオがあります。",
  },
  passed: { en: "The run came to its end as expected.", ja: "期待どおりに終わりました。" },
  failedAll: (count: number): Localized => ({
    en: `The run did not come out as expected: ${count} ${count === 1 ? "expectation" : "expectations"} or steps failed.`,
    ja: `期待どおりになりませんでした。満たされなかった期待または実行できなかったステップ: ${count} 件。`,
  }),
  failed: (expected: string, actual: string): Localized => ({
    en: `expected ${expected}; found ${actual}`,
    ja: `期待: ${expected} / 実際: ${actual}`,
  }),
  left: (count: number): Localized => ({
    en: `${count} later entries are left out.`,
    ja: `以後の ${count} 件は省きました。`,
  }),
  final: { en: "in the end", ja: "最終状態" },
} as const;
