// Problems that no rule reports: names that lead nowhere, things said twice, a file that is missing, a wrong setting.
// Each has its documentation here, as rules have theirs, so that `explain` and the reference know them.

import type { Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { Fix, Place, Problem } from "../problem.ts";

export interface StructuralDocumentation {
  readonly title: Localized;
  readonly why: Localized;
  readonly how: Localized;
  readonly severity: Severity;
}

export const structuralDocumentation = {
  "unknown-name": {
    title: { en: "A name that is not defined", ja: "定義されていない名前" },
    why: {
      en: "Paths, domains, servers and `uses` refer by name to what the same cluster defines.",
      ja: "パス、障害ドメイン、サーバー、`uses` は、同じクラスターで定義したものを名前で指します。",
    },
    how: { en: "Correct the name or define it.", ja: "名前を直すか、その名前を定義してください。" },
    severity: "error",
  },
  "duplicate-name": {
    title: { en: "A name given twice", ja: "重複した名前" },
    why: {
      en: "When two things have the same name, it is not clear which one is meant.",
      ja: "2 つのものが同じ名前だと、どちらを指すのか決まりません。",
    },
    how: { en: "Rename one of them, or remove it.", ja: "どちらかの名前を変えるか、削除してください。" },
    severity: "error",
  },
  "duplicate-item": {
    title: { en: "An item written twice", ja: "同じ項目の重複" },
    why: {
      en: "Only one of the two can be used, and a reader cannot tell which.",
      ja: "使われるのは一方だけで、どちらなのか読み手に分かりません。",
    },
    how: { en: "Remove one of the two.", ja: "どちらか一方を削除してください。" },
    severity: "error",
  },
  "too-many": {
    title: { en: "More of one kind than is read", ja: "読み取れる数の超過" },
    why: {
      en: "No cluster has so many, and checks that compare all of them with each other would take minutes.",
      ja: "これほど多い構成は存在せず、すべてを互いに比べる検査に何分もかかってしまいます。",
    },
    how: {
      en: "Split the cluster into several files, or remove what is not needed.",
      ja: "クラスターを複数のファイルに分けるか、不要なものを削除してください。",
    },
    severity: "error",
  },
  "impossible-value": {
    title: { en: "A value that is not one of the possible ones", ja: "選択肢にない値" },
    why: {
      en: "The cluster language has a fixed set of values here.",
      ja: "ここに書ける値は決まっています。",
    },
    how: {
      en: "Use one of the values that the message lists.",
      ja: "メッセージに示した値のいずれかを使ってください。",
    },
    severity: "error",
  },
  "resource-cycle": {
    title: { en: "Resources that depend on each other", ja: "循環したリソース依存" },
    why: {
      en: "Children come in service before their parents; in a circle nothing can come first.",
      ja: "子は親より先にサービス中になるため、循環していると先に起動できるものがありません。",
    },
    how: { en: "Remove one `uses` of the circle.", ja: "循環を作っている `uses` を 1 つ取り除いてください。" },
    severity: "error",
  },
  "path-to-itself": {
    title: { en: "A path from a node to itself", ja: "自分自身へのコミュニケーションパス" },
    why: {
      en: "A communication path joins two nodes.",
      ja: "コミュニケーションパスは 2 台のノードを結ぶものです。",
    },
    how: { en: "Name the other node.", ja: "相手のノードを指定してください。" },
    severity: "error",
  },
  "defaults-unreadable": {
    title: { en: "A parameter file that cannot be read", ja: "読み込めないパラメーターファイル" },
    why: {
      en: "Without the file, the quorum and witness modes in force on the nodes are unknown.",
      ja: "このファイルがないと、どの Quorum モードと Witness モードが有効なのか分かりません。",
    },
    how: {
      en: "Correct the path after `defaults` (it is relative to the cluster file), or create the file.",
      ja: "`defaults` のパス（クラスターファイルからの相対パス）を直すか、ファイルを作成してください。",
    },
    severity: "error",
  },
  settings: {
    title: { en: "A mistake in lkcluster.json", ja: "lkcluster.json の誤り" },
    why: {
      en: "A setting that cannot be read has no effect, so a rule is louder or quieter than intended.",
      ja: "読めない設定は有効にならず、ルールの重大度が意図と異なってしまいます。",
    },
    how: {
      en: 'Write `{ "severity": { "RULE": "off" } }`; levels are `error`, `warning`, `information`, `hint` and `off`.',
      ja: '`{ "severity": { "RULE": "off" } }` の形で書いてください。重大度は `error`、`warning`、`information`、`hint`、`off` です。',
    },
    severity: "warning",
  },
  "unknown-suppression": {
    title: { en: "A comment that suppresses a rule that does not exist", ja: "存在しないルールを抑止するコメント" },
    why: {
      en: "What should be suppressed is still reported.",
      ja: "抑止したかった問題がそのまま報告されます。",
    },
    how: {
      en: "Write the code as the problem shows it: `# lkcluster-disable-next-line even-voters`.",
      ja: "問題に表示されるコードをそのまま書いてください: `# lkcluster-disable-next-line even-voters`",
    },
    severity: "hint",
  },
} as const satisfies Record<string, StructuralDocumentation>;

export type StructuralCode = Exclude<keyof typeof structuralDocumentation, "settings" | "unknown-suppression">;

interface More {
  readonly related?: Problem["related"];
  readonly fixes?: readonly Fix[];
}

export function structuralProblem(code: StructuralCode, place: Place, message: Localized, more: More = {}): Problem {
  return {
    ...place,
    code,
    severity: structuralDocumentation[code].severity,
    message,
    evidence: "documented",
    sources: [],
    related: more.related ?? [],
    fixes: more.fixes ?? [],
  };
}
