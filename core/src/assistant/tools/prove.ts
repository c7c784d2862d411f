// prove: whether something can never happen, whatever fails, up to a number of faults; with the shortest way there if it can.

import { faultKinds } from "../../language/actions.ts";
import type { Locale, Localized } from "../../locale/localized.ts";
import { explain } from "../../prove/explain.ts";
import type { PropertyResult } from "../../prove/explore.ts";
import { type BoundOverride, proofsOf } from "../../prove/proof.ts";
import { propertyText } from "../../prove/property.ts";
import { changeText, coverText } from "../../prove/readingText.ts";
import { type ProofResult, runProof } from "../../prove/runProof.ts";
import { scheduleText } from "../../prove/scheduleText.ts";
import { scriptOf } from "../../prove/script.ts";
import { eventText } from "../../simulate/scenario/eventText.ts";
import { fenced, type ToolAnswer } from "../fence.ts";
import { isAnswer, readSound, type SoundGiven, source } from "../given.ts";
import { problemLines } from "../problems.ts";
import { count, list, object, oneOf, text } from "../schema.ts";
import { secondsOf, secondsTaken } from "../searching.ts";
import { at, type Tool, type ToolCall, type ToolWork } from "../tool.ts";

const faultsMax = 4;
const statesMax = 300_000;
const bytesMax = 100_000_000;
const proofsMax = 20;

export const proveTool: Tool = {
  name: "prove",
  title: { en: "Prove what no fault can break", ja: "どの障害でも破られないことの証明" },
  description: {
    en: "Tries every combination of faults, in every order and at every moment, on the proofs (prove blocks) of a LifeKeeper cluster file, or on the standard ones (never split-brain, never outage). Each verdict is holds, violated with the shortest counterexample, or incomplete; only a complete search holds. Every verdict rests on assumptions, which are in the answer.",
    ja: "LifeKeeper クラスターファイルの証明（prove ブロック）、なければ標準の証明（スプリットブレインとサービス停止が起こらないこと）について、障害のあらゆる組み合わせを、あらゆる順序と時点で調べます。判定は成立、最短の反例付きの不成立、未完了のいずれかで、成立となるのは探索が完了したときだけです。判定の前提も返します。",
  },
  takes: object({
    ...source,
    "faults?": count(1, faultsMax, "At most so many faults; over what the file says"),
    "kinds?": list(oneOf(faultKinds), faultKinds.length, "Kinds of fault; over what the file says"),
    "readings?": oneOf(["default", "all"], "What documents leave open: default answers, or every combination"),
    "seconds?": secondsTaken,
  }),
  gives: object({
    proofs: list(
      object({
        title: text(),
        verdict: oneOf(["holds", "violated", "incomplete"]),
        states: count(0),
        readings: text("How far the verdict reaches"),
        violations: list(
          object({
            property: text(),
            explanation: text(),
            faults: list(text()),
            "steps?": text("For `simulate`"),
            "schedule?": list(object({ seconds: { type: "number" }, what: text() })),
          }),
        ),
      }),
    ),
    assumptions: list(text()),
  }),
  begin(call) {
    const given = readSound(call, call.args);
    return isAnswer(given) ? at(given) : prove(call, given);
  },
};

function* prove(call: ToolCall, given: SoundGiven): ToolWork {
  const { args, locale } = call;
  if (given.broken.length > 0) return broken(given, locale);
  const override: BoundOverride = {
    ...(typeof args["faults"] === "number" ? { faults: args["faults"] } : {}),
    ...(Array.isArray(args["kinds"]) ? { kinds: faultKinds.filter((kind) => arrayHas(args["kinds"], kind)) } : {}),
  };
  const seconds = secondsOf(call);
  const results: ProofResult[] = [];
  for (const proof of proofsOf(given.check.parsed.tree, given.file, override).slice(0, proofsMax)) {
    const search = runProof(given.check.sound, proof, {
      readings: args["readings"] === "all" ? "every" : "default",
      statesMax,
      bytesMax,
      isEnough: () => call.isEnough(seconds),
    });
    for (let turn = search.next(); ; turn = search.next()) {
      if (turn.done === true) {
        results.push(turn.value);
        break;
      }
      yield { done: turn.value.states };
    }
  }
  return answer(given, results, locale);
}

function arrayHas(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}

function broken(given: SoundGiven, locale: Locale): ToolAnswer {
  const lines = problemLines(given.broken, given, locale);
  return { ...fenced([words.broken], lines, {}, locale), data: undefined, isError: true };
}

function answer(given: SoundGiven, results: readonly ProofResult[], locale: Locale): ToolAnswer {
  const proofs = results.map((result) => ({
    title: result.proof.title[locale],
    verdict: result.verdict,
    states: result.report.states,
    readings: coverText(result.report)[locale],
    violations: result.violations.map((violation) => violationData(given, result, violation, locale)),
  }));
  const assumptions = [...new Set(results.flatMap(({ ledger }) => ledger.map(({ text: told }) => told[locale])))];
  const general = new Set(["assumed", "not-modelled"]);
  const own = results.flatMap(({ ledger }) => ledger.filter(({ kind }) => !general.has(kind)));
  const ownTexts = [...new Set(own.map(({ text: told }) => told[locale]))];
  const lines = [
    ...proofs.flatMap(({ title, verdict, states, readings, violations }) => [
      `${words.verdicts[verdict][locale]}: ${title} (${words.states(states)[locale]})`,
      `  ${readings}`,
      ...violations.flatMap(({ property, explanation, faults, steps, schedule }) => [
        `  ${property}: ${explanation}`,
        `  ${words.faults[locale]} ${faults.join("; ")}`,
        ...(steps === undefined ? [] : [`  ${words.steps[locale]} ${steps}`]),
        ...(schedule ?? []).map(({ seconds, what }) => `    ${seconds} s ${what}`),
      ]),
    ]),
    ...ownTexts.map((told) => `${words.assumes[locale]} ${told}`),
    words.more(assumptions.length - ownTexts.length)[locale],
  ];
  const counted = (verdict: ProofResult["verdict"]) => results.filter((one) => one.verdict === verdict).length;
  const lead = [words.total(counted("holds"), counted("violated"), counted("incomplete"))];
  return fenced(lead, lines, { proofs, assumptions }, locale);
}

function violationData(given: SoundGiven, { report }: ProofResult, violation: PropertyResult, locale: Locale) {
  const cluster = given.check.sound;
  const separator = locale === "ja" ? "" : " ";
  const told = [explain(cluster, violation)?.[locale], changeText(violation, report)?.[locale]];
  const steps = scriptOf(cluster, violation);
  const { trace } = violation;
  return {
    property: propertyText(violation.property),
    explanation: told.filter((part) => part !== undefined).join(separator),
    faults: trace?.faults.map(eventText) ?? [],
    // A scenario takes the latest moments; what needs others is told with its times.
    ...(steps === undefined ? {} : { steps }),
    ...(steps !== undefined || trace === undefined
      ? {}
      : { schedule: scheduleText(trace).map((one) => ({ seconds: one.atMs / 1000, what: one.text[locale] })) }),
  };
}

const words = {
  broken: {
    en: "Scenarios or proofs of the file have errors. Mend them first.",
    ja: "シナリオまたは証明にエラーがあります。先に直してください。",
  },
  verdicts: {
    holds: { en: "holds", ja: "成立" },
    violated: { en: "violated", ja: "不成立" },
    incomplete: { en: "incomplete", ja: "未完了" },
  } satisfies Record<ProofResult["verdict"], Localized>,
  states: (states: number): Localized => ({ en: `${states} states`, ja: `${states} 状態` }),
  faults: { en: "faults:", ja: "障害:" },
  steps: { en: "steps for simulate:", ja: "simulate に渡すステップ:" },
  assumes: { en: "assumes:", ja: "前提:" },
  more: (count: number): Localized => ({
    en: `${count} assumptions of every proof (what is not modelled, times that no document gives) are in the structured answer.`,
    ja: `すべての証明に共通の前提 ${count} 件（モデルに含まれないこと、資料にない時間など）は、構造化された回答にあります。`,
  }),
  total: (holds: number, violated: number, incomplete: number): Localized => ({
    en: `Proofs that hold: ${holds}, violated: ${violated}, incomplete: ${incomplete}. Nothing is claimed about what is incomplete.`,
    ja: `成立 ${holds} 件、不成立 ${violated} 件、未完了 ${incomplete} 件です。未完了のものについては何も主張しません。`,
  }),
} as const;
