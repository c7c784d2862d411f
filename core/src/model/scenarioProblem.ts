// The problems a scenario or a proof can have, documented as rules are, so that `explain` and the reference know them.

import type { Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { Fix, Place, Problem } from "../problem.ts";

export interface ScenarioDocumentation {
  readonly title: Localized;
  readonly why: Localized;
  readonly how: Localized;
  readonly severity: Severity;
}

export const scenarioDocumentation = {
  "scenario-impossible-step": {
    title: { en: "A step that cannot happen", ja: "実行できないステップ" },
    why: {
      en: "The cluster has nothing for this step to act on, so the scenario would not test what it says.",
      ja: "このステップの対象になるものがクラスターにないため、書かれたとおりのテストになりません。",
    },
    how: { en: "Correct the step, or define what it needs.", ja: "ステップを直すか、必要なものを定義してください。" },
    severity: "error",
  },
  "scenario-impossible-expectation": {
    title: { en: "An expectation that can never be met", ja: "決して満たされない期待" },
    why: {
      en: "Whatever happens, this cluster cannot reach that state, so the scenario always fails.",
      ja: "何が起きてもこの状態にはならないため、シナリオは必ず失敗します。",
    },
    how: {
      en: "Expect something the cluster can do, or change the cluster.",
      ja: "クラスターが実現できる状態を期待するか、クラスターを変更してください。",
    },
    severity: "error",
  },
  "scenario-contradiction": {
    title: { en: "Givens that contradict each other", ja: "矛盾する given" },
    why: {
      en: "There is no state in which both are true, so the scenario has no beginning.",
      ja: "両方が成り立つ状態はないため、シナリオの初期状態が決まりません。",
    },
    how: { en: "Remove one of the two.", ja: "どちらか一方を削除してください。" },
    severity: "error",
  },
  "scenario-undecided": {
    title: { en: "The winner of the disk reservation is not stated", ja: "ディスクのリザベーションの結果が未指定" },
    why: {
      en: "A standby that lost its peer tries to take the reservation of the shared disk. Whether it succeeds depends on the disk and the bus; the documents leave it open.",
      ja: "相手を見失ったスタンバイは共有ディスクのリザベーションを取りに行きます。取れるかどうかはディスクとバス次第で、資料からは決まりません。",
    },
    how: {
      en: "Write `hold-reservation TAG` or `take-reservation TAG on NODE` before this step.",
      ja: "このステップの前に `hold-reservation TAG` か `take-reservation TAG on NODE` を書いてください。",
    },
    severity: "error",
  },
  "scenario-no-effect": {
    title: { en: "A step that changes nothing", ja: "何も変えないステップ" },
    why: {
      en: "At that moment there was nothing to do; perhaps an earlier step is missing.",
      ja: "その時点では対象がありませんでした。前のステップが抜けている可能性があります。",
    },
    how: {
      en: "Remove the step, or add what should come before it.",
      ja: "ステップを削除するか、前に必要なステップを追加してください。",
    },
    severity: "warning",
  },
  "scenario-endless": {
    title: { en: "The cluster does not come to rest", ja: "クラスターが落ち着かない" },
    why: {
      en: "An expectation is checked when nothing more happens by itself, and that moment did not come.",
      ja: "期待は、それ以上何も起きなくなった時点で確認しますが、その時点が来ませんでした。",
    },
    how: { en: "Follow the action with a `wait`.", ja: "アクションの後に `wait` を書いてください。" },
    severity: "error",
  },
  "scenario-failed": {
    title: { en: "A scenario that does not come out as expected", ja: "期待どおりにならないシナリオ" },
    why: {
      en: "The simulated cluster does something else than an `expect` line says. The message tells what it does instead, the related lines what decided it.",
      ja: "シミュレーションの結果が `expect` の内容と異なります。メッセージは実際の結果を、関連箇所は結果を決めた行を示します。",
    },
    how: {
      en: "Replay the scenario in the simulator. Then correct the cluster, or expect what it really does.",
      ja: "シミュレーターで再現して確認し、クラスターの設定を直すか、期待を実際の動作に合わせてください。",
    },
    severity: "warning",
  },
  "scenario-checks-nothing": {
    title: { en: "A scenario without an expectation", ja: "expect のないシナリオ" },
    why: {
      en: "It passes whatever the cluster does.",
      ja: "クラスターがどう動いても成功になります。",
    },
    how: { en: "Add an `expect` line after the steps.", ja: "ステップの後に `expect` を追加してください。" },
    severity: "warning",
  },
  "duplicate-scenario-title": {
    title: { en: "Two scenarios with the same title", ja: "同じ題名のシナリオ" },
    why: {
      en: "Reports and the Test Explorer name a scenario by its title and cannot tell the two apart.",
      ja: "レポートとテストエクスプローラーはシナリオを題名で区別するため、2 つを見分けられません。",
    },
    how: { en: "Give each its own title.", ja: "それぞれに別の題名を付けてください。" },
    severity: "warning",
  },
  "proof-proves-nothing": {
    title: { en: "A proof without a property", ja: "証明する性質のない証明" },
    why: {
      en: "Without `never`, `always` or `sometimes` there is nothing that could be violated.",
      ja: "`never`、`always`、`sometimes` がなければ、破られる性質がありません。",
    },
    how: {
      en: "Add a clause such as `never split-brain`.",
      ja: "`never split-brain` のような行を追加してください。",
    },
    severity: "warning",
  },
  "proof-violated": {
    title: { en: "A proof that does not hold", ja: "成り立たない証明" },
    why: {
      en: "A sequence of faults within the bounds leads to what the proof says never happens. The message gives the shortest one; the related lines show what breaks and what decided.",
      ja: "範囲内の障害の組み合わせで、証明が「起こらない」とする状態になります。メッセージは最短の経緯を、関連箇所は障害と判断の根拠を示します。",
    },
    how: {
      en: "Apply one of the offered changes, each of which is proved, or accept the risk and prove less.",
      ja: "提示された変更（いずれも証明済み）を採用するか、リスクを受け入れて証明の範囲を狭めてください。",
    },
    severity: "error",
  },
  "proof-incomplete": {
    title: { en: "A proof that was not finished", ja: "完了していない証明" },
    why: {
      en: "There are more states than the limit allows. Nothing wrong was found in those that were looked at, which proves nothing.",
      ja: "状態数が上限を超えています。調べた範囲に問題はありませんが、証明にはなりません。",
    },
    how: {
      en: "Ask for fewer faults or fewer kinds, or raise the limit (`--states-max`, `lifekeeper.proofs.statesMax`).",
      ja: "障害の数か種類を減らすか、上限（`--states-max`、`lifekeeper.proofs.statesMax`）を上げてください。",
    },
    severity: "information",
  },
  "requirement-name": {
    title: { en: "A requirement that is no name", ja: "要件番号として読めないもの" },
    why: {
      en: "The test specification lists each requirement by its name. An empty one, or several in one, is found under none of them.",
      ja: "障害試験項目書では要件番号ごとに対応を示します。空のものや、複数をまとめて 1 つに書いたものは、どの要件にも対応しません。",
    },
    how: {
      en: 'Write each name for itself, with a comma between them: `requirement A-11, "A 12"`.',
      ja: '要件番号を 1 つずつ、半角のカンマで区切って書いてください: `requirement A-11, "A 12"`',
    },
    severity: "warning",
  },
  "requirement-repeated": {
    title: { en: "A requirement that is named twice", ja: "同じ要件番号の重複" },
    why: {
      en: "A scenario or proof meets a requirement once. The second name may have been meant for another one.",
      ja: "1 つのシナリオや証明に、同じ要件番号は 1 度で足ります。別の要件の書き間違いかもしれません。",
    },
    how: {
      en: "Remove the second name, or name the requirement that is meant.",
      ja: "重複を削除するか、正しい要件番号に直してください。",
    },
    severity: "warning",
  },
  "test-without-requirement": {
    title: { en: "A scenario or proof without a requirement", ja: "要件番号のないシナリオや証明" },
    why: {
      en: "Other scenarios or proofs of the file name their requirements, so a reader of the test specification asks what this one is for. Nothing is said in a file that names none.",
      ja: "ほかのシナリオや証明に要件番号があるため、障害試験項目書を読む人には、これが何のための確認か分かりません。要件番号を使っていないファイルでは指摘しません。",
    },
    how: {
      en: "Add a line such as `requirement A-11`.",
      ja: "`requirement A-11` のような行を追加してください。",
    },
    severity: "information",
  },
} as const satisfies Record<string, ScenarioDocumentation>;

/** What comes out of scenarios and proofs: no rules, but settings and comments speak about them as about rules. */
export const outcomeCodes = [
  "scenario-failed",
  "proof-violated",
  "proof-incomplete",
] as const satisfies readonly string[];

/** What settings and comments may change beside rules. */
export const settableCodes = [
  ...outcomeCodes,
  "test-without-requirement",
] as const satisfies readonly (keyof typeof scenarioDocumentation)[];

export type ScenarioCode = keyof typeof scenarioDocumentation;

export function scenarioProblem(
  code: ScenarioCode,
  place: Place,
  message: Localized,
  more: { readonly related?: Problem["related"]; readonly fixes?: readonly Fix[] } = {},
): Problem {
  return {
    ...place,
    code,
    severity: scenarioDocumentation[code].severity,
    message,
    evidence: "documented",
    sources: [],
    related: more.related ?? [],
    fixes: more.fixes ?? [],
  };
}
