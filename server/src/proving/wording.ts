// What the user is told about scenarios and proofs that are over: in the lens, and where a thread ended before its time.

import type { Localized } from "@lkcluster/core/locale/localized.ts";
import type { Failure } from "../machine.ts";
import type { Outcome, RunOutcome } from "./protocol.ts";
import type { ThreadOptions } from "./thread.ts";

export function verdictText({ verdict, states: count }: Outcome): Localized {
  const states = count.toLocaleString("en");
  switch (verdict) {
    case "holds":
      return { en: `✓ holds, ${states} states`, ja: `✓ 成り立ちます（${states} 状態）` };
    case "violated":
      return { en: "✗ violated", ja: "✗ 反例があります" };
    case "incomplete":
      return { en: `? not finished, ${states} states`, ja: `? 未完了（${states} 状態）` };
  }
}

/** Beside the lens of a scenario. */
export function runVerdict({ kind, expectations }: Pick<RunOutcome, "kind" | "expectations">): Localized {
  const unmet = expectations.filter(({ passed }) => !passed).length;
  switch (kind) {
    case "passed":
      return { en: "✓", ja: "✓" };
    case "failed":
      return {
        en: `✗ ${unmet} of ${expectations.length} not met`,
        ja: `✗ ${expectations.length} 件中 ${unmet} 件が不成立`,
      };
    case "stopped":
      return { en: "? cannot go on", ja: "? 途中で続行不可" };
  }
}

/** Beside the lens of the proof that was under way. */
export function failureVerdict({ kind }: Failure): Localized {
  switch (kind) {
    case "memory":
      return { en: "? out of memory", ja: "? メモリー不足で中止" };
    case "stuck":
      return { en: "? did not answer", ja: "? 応答なしで中止" };
    case "crash":
      return { en: "? ended unexpectedly", ja: "? 異常終了" };
  }
}

export function failureText({ kind }: Failure, { memoryMb, patienceMs }: ThreadOptions): Localized {
  switch (kind) {
    case "memory":
      return {
        en: `A proof needed more than ${memoryMb} MB of memory and was stopped. Everything else goes on. Ask for fewer faults or kinds of faults, or prove it with 'lkcluster prove'.`,
        ja: `証明に必要なメモリーが ${memoryMb} MB を超えたため、その証明を中止しました。ほかの機能はそのまま使えます。障害の数か種類を減らすか、'lkcluster prove' で証明してください。`,
      };
    case "stuck":
      return {
        en: `A proof did not answer for ${patienceMs / 1000} s and was stopped. Everything else goes on. Ask for fewer faults or kinds of faults, or prove it with 'lkcluster prove'.`,
        ja: `証明が ${patienceMs / 1000} 秒間応答しなかったため、中止しました。ほかの機能はそのまま使えます。障害の数か種類を減らすか、'lkcluster prove' で証明してください。`,
      };
    case "crash":
      return {
        en: "A proof ended unexpectedly. Everything else goes on; the output 'LifeKeeper' says more.",
        ja: "証明が異常終了しました。ほかの機能はそのまま使えます。詳細は出力「LifeKeeper」を確認してください。",
      };
  }
}
