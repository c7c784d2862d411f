// What the documents leave open, as data. A run uses the default of each reading or the alternative it is told;
// a proof can explore every alternative and says which one a result needs.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";

export interface Reading {
  readonly id: ReadingId;
  readonly question: Localized;
  /** Default first. */
  readonly answers: readonly Answer[];
  /** Why the documents leave it open, and what they do say. */
  readonly reason: Localized;
  readonly sources: readonly SourceKey[];
}

export interface Answer {
  readonly id: string;
  readonly text: Localized;
}

const list = [
  {
    id: "standby-loss-action",
    question: {
      en: "Does a standby or witness-only node whose quorum check fails take the loss action?",
      ja: "スタンバイノードや Witness 専用ノードの Quorum チェックが失敗したとき、そのノードも Quorum 喪失時の動作を行いますか。",
    },
    answers: [
      {
        id: "like-any-node",
        text: { en: "It takes the loss action like any node.", ja: "ほかのノードと同じく動作を行います。" },
      },
      {
        id: "only-with-resources",
        text: {
          en: "Only a node with resources in service takes it.",
          ja: "サービス中のリソースを持つノードだけが行います。",
        },
      },
    ],
    reason: {
      en: 'The documents say "the system that lost quorum" and name no exception.',
      ja: "資料には「Quorum を失ったシステム」とだけあり、例外は書かれていません。",
    },
    sources: ["QW9J", "P132", "KB-QWK"],
  },
  {
    id: "graceful-stop-check",
    question: {
      en: "A peer was stopped gracefully: which nodes check quorum and take the loss action?",
      ja: "相手が正常に停止したとき、どのノードが Quorum チェックと喪失時の動作を行いますか。",
    },
    answers: [
      {
        id: "with-resources",
        text: {
          en: "Only a node with resources in service; there is no failover.",
          ja: "サービス中のリソースを持つノードだけです。フェイルオーバーはしません。",
        },
      },
      { id: "every-node", text: { en: "Every node.", ja: "すべてのノードです。" } },
      { id: "no-node", text: { en: "None.", ja: "どのノードも行いません。" } },
    ],
    reason: {
      en: "The documents advise a stop order for a majority cluster, because another order may trigger the loss action. They do not say on which nodes.",
      ja: "majority モードの停止順序は喪失時の動作を避けるためのものですが、どのノードが対象かは書かれていません。",
    },
    sources: ["KB-MAJORDER", "MAJ981J", "SRV990"],
  },
  {
    id: "manual-without-quorum",
    question: {
      en: "May an operator bring a resource in service on a node without quorum?",
      ja: "Quorum のないノードで、手動でリソースをサービス中にできますか。",
    },
    answers: [
      { id: "refused", text: { en: "No.", ja: "できません。" } },
      { id: "allowed", text: { en: "Yes, no check is made.", ja: "できます。チェックは行われません。" } },
    ],
    reason: {
      en: "Only the general rule is stated: a node without quorum may not bring resources in service.",
      ja: "「Quorum のないノードはリソースをサービス中にできない」という一般規則だけが書かれています。",
    },
    sources: ["QW9J"],
  },
  {
    id: "resource-failover-quorum",
    question: {
      en: "Is quorum checked when a hierarchy moves because a resource failed?",
      ja: "リソース障害によるフェイルオーバーのとき、移動先で Quorum チェックを行いますか。",
    },
    answers: [
      { id: "not-checked", text: { en: "No.", ja: "行いません。" } },
      { id: "checked", text: { en: "Yes, on the target.", ja: "移動先で行います。" } },
    ],
    reason: {
      en: "It is not among the documented quorum events.",
      ja: "資料に挙げられた Quorum のイベントに含まれていません。",
    },
    sources: ["P135", "P81", "MAJ932"],
  },
  {
    id: "nobody-to-ask",
    question: {
      en: "remote_verify finds nobody left to ask: does the suspect count as dead?",
      ja: "remote_verify で問い合わせる相手が残っていないとき、対象は停止したとみなされますか。",
    },
    answers: [
      { id: "dead", text: { en: "It counts as dead.", ja: "停止とみなされます。" } },
      { id: "alive", text: { en: "It counts as alive.", ja: "稼働とみなされます。" } },
    ],
    reason: {
      en: 'Only "one says alive" and "all say failed" are described; the empty set of answers is not.',
      ja: "「1 つでも稼働と答える」「すべてが障害と答える」場合だけが書かれ、回答がない場合は書かれていません。",
    },
    sources: ["QW9J", "P134"],
  },
  {
    id: "witness-late",
    question: {
      en: "A witness is asked before it has itself noticed the death: what does it answer?",
      ja: "Witness がまだ障害を検知していないうちに問い合わせを受けたら、どう答えますか。",
    },
    answers: [
      {
        id: "asked-again",
        text: {
          en: "It may still say alive, and the check is repeated until it knows.",
          ja: "まだ稼働と答えることがありますが、判明するまでチェックを繰り返します。",
        },
      },
      {
        id: "still-alive",
        text: {
          en: "It may still say alive, and the check is not repeated.",
          ja: "まだ稼働と答えることがあり、チェックは繰り返されません。",
        },
      },
    ],
    reason: {
      en: "Each node notices at its own moment. No retry is described; but the documents let a witness that has to confirm a crash confirm it, which an early question that is not repeated would make a matter of chance.",
      ja: "障害は各ノードがそれぞれの時点で検知します。再試行の記述はありませんが、資料では Witness がクラッシュを確認できることになっており、早すぎる問い合わせが繰り返されないなら、それは偶然に左右されてしまいます。",
    },
    sources: ["QW9J", "P134", "PARAM90J"],
  },
  {
    id: "object-unreadable",
    question: {
      en: "The node's own quorum storage works, but the suspect's object cannot be read: does the suspect count as dead?",
      ja: "自ノードの Quorum ストレージは使えるが対象のオブジェクトを読めないとき、対象は停止とみなされますか。",
    },
    answers: [
      {
        id: "dead",
        text: { en: "It counts as not updated: dead.", ja: "更新されていないとみなし、停止と判断します。" },
      },
      { id: "alive", text: { en: "It counts as alive.", ja: "稼働とみなします。" } },
    ],
    reason: {
      en: "The documents only say to avoid a split in which one object is reachable and another is not.",
      ja: "「一部のオブジェクトだけに到達できる分断を避ける」とだけ書かれています。",
    },
    sources: ["STO951", "QW9J"],
  },
  {
    id: "split-objects",
    question: {
      en: "The quorum objects lie on several storages: access to which of them does a quorum check need?",
      ja: "QWK オブジェクトが複数のストレージに分かれているとき、Quorum チェックにはどのストレージへのアクセスが必要ですか。",
    },
    answers: [
      {
        id: "own",
        text: { en: "The one with the node's own object.", ja: "自ノードのオブジェクトがあるストレージです。" },
      },
      { id: "every", text: { en: "All of them.", ja: "すべてのストレージです。" } },
    ],
    reason: {
      en: 'One page asks for access to "the shared storage", another sentence for updating one\'s own object and seeing the others. With objects on several storages the two differ.',
      ja: "「共有ストレージにアクセスできること」と「自ノードのオブジェクトを更新し、ほかのオブジェクトの更新も確認できること」の両方の記述があり、オブジェクトが複数のストレージに分かれていると両者は一致しません。",
    },
    sources: ["STO951", "STO990J"],
  },
  {
    id: "better-server",
    question: {
      en: "A backup has lost only its own paths to a server with a better priority: does that server count as living?",
      ja: "優先順位の高いサーバーへの自分のパスだけを失ったとき、そのサーバーは稼働中とみなされますか。",
    },
    answers: [
      { id: "not-living", text: { en: "No.", ja: "みなされません。" } },
      {
        id: "living-if-witnessed",
        text: { en: "Yes, if a witness sees it.", ja: "Witness から見えていれば、みなされます。" },
      },
    ],
    reason: {
      en: '"Highest-priority living server" does not say who decides which servers are living.',
      ja: "「稼働中で優先順位が最も高いサーバー」を誰が判断するかは書かれていません。",
    },
    sources: ["SRV990", "P82"],
  },
  {
    id: "storage-watch",
    question: {
      en: "storage mode: when does the watch on the suspect's object begin?",
      ja: "storage モードで、対象のオブジェクトの監視はいつ始まりますか。",
    },
    answers: [
      { id: "always", text: { en: "It always runs.", ja: "常に行われています。" } },
      { id: "from-comm-down", text: { en: "It begins at COMM_DOWN.", ja: "COMM_DOWN から始まります。" } },
    ],
    reason: {
      en: 'The pages say that nodes read all the time, but also speak of what happens "during a check".',
      ja: "常に読み取るという記述と、「チェック中」の動作についての記述の両方があります。",
    },
    sources: ["STO951", "STO981J"],
  },
  {
    id: "host-order",
    question: {
      en: "tcp_remote: in which order are the hosts tried?",
      ja: "tcp_remote で、ホストへの接続はどの順に試されますか。",
    },
    answers: [
      { id: "parallel", text: { en: "All at once.", ja: "同時に試します。" } },
      { id: "one-by-one", text: { en: "One after the other.", ja: "1 台ずつ試します。" } },
    ],
    reason: {
      en: "QUORUM_TIMEOUT_SECS is described per connection; the order is not.",
      ja: "QUORUM_TIMEOUT_SECS は接続ごとの時間として書かれていますが、順序は書かれていません。",
    },
    sources: ["QP931", "TCP940J"],
  },
  {
    id: "standby-osf",
    question: {
      en: "Is a standby whose resource is OSF a failover target?",
      ja: "リソースが OSF のスタンバイノードは、フェイルオーバー先になりますか。",
    },
    answers: [
      { id: "tried", text: { en: "It may be tried.", ja: "試みられます。" } },
      { id: "skipped", text: { en: "It is skipped.", ja: "飛ばされます。" } },
    ],
    reason: {
      en: "The health check sets OSF and notifies; the documents do not say what a failover then does.",
      ja: "ヘルスチェックは OSF にして通知します。フェイルオーバー時の扱いは書かれていません。",
    },
    sources: ["SNHC932", "OSU981"],
  },
  {
    id: "address-check",
    question: {
      en: "All communication paths are lost: does the duplicate check of a protected IP address still see the other side?",
      ja: "すべてのコミュニケーションパスを失ったとき、保護された IP アドレスの重複チェックは相手側を検知できますか。",
    },
    answers: [
      {
        id: "not-seen",
        text: {
          en: "No: the clients' network is as broken as the paths.",
          ja: "できません。クライアント側のネットワークもパスと同じく切れているとします。",
        },
      },
      {
        id: "seen",
        text: {
          en: "Yes, as long as neither node is cut off from everything: the address does not come up twice.",
          ja: "どちらのノードも完全に孤立していなければ検知でき、アドレスが二重に起動することはありません。",
        },
      },
    ],
    reason: {
      en: "It depends on the clients' network, which a cluster file need not describe. Where `on-network` names it, nothing is left open.",
      ja: "クライアント側のネットワークの状態によりますが、クラスターファイルには書かれていないことがあります。`on-network` で指定すれば、この解釈は使いません。",
    },
    sources: ["IPOPS990", "DKIO941J", "BLOG2012", "IP_PARAMETERS_LIST_932"],
  },
  {
    id: "sibling-order",
    question: {
      en: "A hierarchy comes in service: does an address that nothing else needs first come before its siblings or after them?",
      ja: "階層をサービス中にするとき、同じ階層にある IP アドレスとそれ以外のリソースは、どちらが先に起動しますか。",
    },
    answers: [
      {
        id: "data-first",
        text: {
          en: "After them: in a split the data comes up on both sides, and only the address fails.",
          ja: "IP アドレスが後です。分断時にはデータが両側で起動し、IP アドレスだけが失敗します。",
        },
      },
      {
        id: "addresses-first",
        text: {
          en: "Before them: where the duplicate check fails, nothing beside the address comes up.",
          ja: "IP アドレスが先です。重複チェックが失敗すると、ほかのリソースは起動しません。",
        },
      },
    ],
    reason: {
      en: "Only children before parents is documented. Notes from operation show a hierarchy whose address is written first, and say that in a split the mirror and the file system do start and only the address fails.",
      ja: "資料にあるのは「子が親より先」だけです。運用の記録には、IP アドレスが先に書かれた階層で、分断時にミラーとファイルシステムは起動し IP アドレスだけが失敗したとあります。",
    },
    sources: ["P69", "BLOG2012", "KB-FLOW"],
  },
] as const;

export type ReadingId = (typeof list)[number]["id"];

type Id = ReadingId;

/** Its answers, by reading: a misspelt answer does not compile. */
export type AnswerOf<R extends Id> = Extract<(typeof list)[number], { readonly id: R }>["answers"][number]["id"];

export type ReadingChoice = { readonly [R in Id]: AnswerOf<R> };

export const readings: readonly Reading[] = list;

export function findReading(id: string): Reading | undefined {
  return readings.find((reading) => reading.id === id);
}

/** The first answer of every reading. */
export const defaultReadings: ReadingChoice = {
  "standby-loss-action": "like-any-node",
  "graceful-stop-check": "with-resources",
  "manual-without-quorum": "refused",
  "resource-failover-quorum": "not-checked",
  "nobody-to-ask": "dead",
  "witness-late": "asked-again",
  "object-unreadable": "dead",
  "split-objects": "own",
  "better-server": "not-living",
  "storage-watch": "always",
  "host-order": "parallel",
  "standby-osf": "tried",
  "address-check": "not-seen",
  "sibling-order": "data-first",
};

/** The default with one answer replaced; undefined when there is no such reading or answer. */
export function withAnswer(choice: ReadingChoice, id: string, answer: string): ReadingChoice | undefined {
  const reading = findReading(id);
  if (reading === undefined || !reading.answers.some((known) => known.id === answer)) return undefined;
  // The answer was just looked up among the answers of this reading.
  return { ...choice, [id]: answer } as ReadingChoice;
}
