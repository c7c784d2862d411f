// The few words that may stand in some places of a form, and what each means. They are checked where they are read.

import type { Localized } from "../locale/localized.ts";
import { faultKindTexts } from "./actions.ts";

const texts = {
  platform: {
    physical: { en: "Physical servers.", ja: "物理サーバーです。" },
    vmware: { en: "Virtual machines on VMware.", ja: "VMware 上の仮想マシンです。" },
    aws: { en: "Amazon Web Services.", ja: "Amazon Web Services です。" },
    azure: { en: "Microsoft Azure.", ja: "Microsoft Azure です。" },
    gcp: { en: "Google Cloud.", ja: "Google Cloud です。" },
    oci: { en: "Oracle Cloud Infrastructure.", ja: "Oracle Cloud Infrastructure です。" },
  },
  quorumPackage: {
    installed: {
      en: "The Quorum/Witness package is on every node.",
      ja: "全ノードに Quorum/Witness パッケージがあります。",
    },
    none: {
      en: "The package is on no node: no quorum or witness check is made.",
      ja: "パッケージがありません。Quorum チェックも Witness チェックも行われません。",
    },
  },
  shutdown: {
    switchover: { en: "Another node takes over at a shutdown.", ja: "シャットダウン時にほかのノードへ切り替えます。" },
    stay: { en: "Do Not Switch Over: nothing moves.", ja: "Do Not Switch Over。切り替えません。" },
  },
  switchback: {
    intelligent: {
      en: "Stays where it is until an operator moves it.",
      ja: "オペレーターが移すまで、そのノードにとどまります。",
    },
    automatic: {
      en: "Goes back by itself when a server with a better priority returns.",
      ja: "優先順位の高いノードが戻ると、自動で戻ります。",
    },
  },
  onOff: { on: { en: "On.", ja: "有効です。" }, off: { en: "Off.", ja: "無効です。" } },
  mode: {
    synchronous: {
      en: "A write is done when both sides have it.",
      ja: "同期。書き込みは両側に届いてから完了します。",
    },
    asynchronous: {
      en: "A write is done when the source has it; the last ones may be missing on the target.",
      ja: "非同期。書き込みはソースで完了し、直近の分がターゲットに届いていないことがあります。",
    },
  },
  operation: {
    restore: { en: "Bringing it in service fails.", ja: "サービスの開始（restore）が失敗します。" },
    remove: { en: "Taking it out of service fails.", ja: "サービスの停止（remove）が失敗します。" },
  },
  answer: {
    yes: { en: "The failover may go on.", ja: "フェイルオーバーを認めます。" },
    no: { en: "The failover is blocked.", ja: "フェイルオーバーを止めます。" },
  },
  state: {
    ISP: { en: "In service, protected.", ja: "サービス中（保護あり）です。" },
    ISU: { en: "In service, unprotected.", ja: "サービス中（保護なし）です。" },
    OSU: { en: "Out of service, unimpaired.", ja: "サービス休止（障害なし）です。" },
    OSF: { en: "Out of service, failed.", ja: "サービス休止（障害あり）です。" },
  },
  nodeCondition: {
    up: { en: "The node runs, and LifeKeeper with it.", ja: "ノードと LifeKeeper が動作しています。" },
    off: { en: "Powered off, crashed or shut down.", ja: "停止しています（電源断、クラッシュ、シャットダウン）。" },
    halted: {
      en: "Halted by `fastkill`; somebody must start it.",
      ja: "`fastkill` で停止しました。手動での起動が必要です。",
    },
    rebooted: {
      en: "Rebooted by `fastboot` or by force, and running again.",
      ja: "`fastboot` などで強制的に再起動し、再び稼働しています。",
    },
  },
  never: {
    "split-brain": {
      en: "A hierarchy in service on two nodes at a settled moment.",
      ja: "落ち着いた時点で、同じ階層が 2 台のノードでサービス中になることです。",
    },
    "two-active": {
      en: "A hierarchy in service on two nodes, even for a moment; with `longer than`, for longer than that.",
      ja: "一瞬でも、同じ階層が 2 台のノードでサービス中になることです。`longer than` を付けると、その時間を超える場合だけです。",
    },
    outage: {
      en: "A hierarchy in service nowhere although a node could run it.",
      ja: "動かせるノードがあるのに、階層がどこでもサービス中でないことです。",
    },
    "data-loss": {
      en: "A mirror brought in service from old data.",
      ja: "古いデータのミラーがサービス中になることです。",
    },
  },
  sometimes: {
    failover: { en: "LifeKeeper itself moves a hierarchy.", ja: "LifeKeeper が自ら階層を移すことです。" },
    "quorum-loss": { en: "A node's quorum check fails.", ja: "いずれかのノードの Quorum チェックが失敗することです。" },
  },
  fault: faultKindTexts,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Localized>>>>;

/** The name of the slot they stand in; `nodeCondition` where the form has the words themselves. */
export type ChoiceKind = keyof typeof texts;

// The keys of the literal are its own keys and no others.
export const choiceKinds = Object.keys(texts) as readonly ChoiceKind[];

export const choices = Object.fromEntries(
  Object.entries(texts).map(([kind, words]) => [kind, Object.keys(words)]),
  // The keys of each literal are its own keys and no others.
) as unknown as { readonly [Kind in ChoiceKind]: readonly (keyof (typeof texts)[Kind])[] };

export function choiceText(kind: ChoiceKind, word: string): Localized | undefined {
  const table: Readonly<Record<string, Localized>> = texts[kind];
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
