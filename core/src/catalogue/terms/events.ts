// Events at which LifeKeeper decides.

import type { Term } from "./term.ts";

export const eventTerms = [
  {
    id: "COMM_DOWN",
    group: "event",
    name: { en: "Communication lost", ja: "通信の喪失" },
    also: ["comm_down", "machfail"],
    text: {
      en: "Raised on a node when all communication paths to another node are dead. With the Quorum/Witness package the quorum check comes first: if it fails, the node runs `QUORUM_LOSS_ACTION`; if it succeeds, the witness check asks whether the other node is really gone, and only then its resources are taken over. Both sides of a cut raise it, not at exactly the same time. Older texts call it `machfail`.",
      ja: "ほかのノードとのコミュニケーションパスがすべて切断されたときに、ノードで発生します。Quorum/Witness パッケージがあれば、まず Quorum チェックを行い、失敗すれば `QUORUM_LOSS_ACTION` を実行します。成功すれば Witness チェックで相手ノードが本当に停止しているかを確認し、停止していると判断したときだけリソースを引き継ぎます。分断では両側で発生しますが、まったく同時ではありません。古い資料では `machfail` と呼ばれます。",
    },
    seeAlso: ["COMM_UP", "LCM_AVAIL", "quorum-check", "witness-check"],
    sources: ["MAJ932", "MAJ981J", "QW9J", "SRV950", "SRV990"],
    evidence: "documented",
  },
  {
    id: "COMM_UP",
    group: "event",
    name: { en: "Communication restored", ja: "通信の復旧" },
    also: ["comm_up"],
    text: {
      en: "Raised on a node when communication paths to another node come back after `COMM_DOWN`. What is in service stays where it is; what runs on the other node is not started here. An automatic switchback may follow. What happens without quorum at this moment is not documented.",
      ja: "`COMM_DOWN` の後、ほかのノードとのコミュニケーションパスが復旧したときに、ノードで発生します。サービス中のリソースはそのままで、相手ノードで動作しているリソースをここで起動することはありません。自動スイッチバックが続くことがあります。このとき Quorum がない場合の動作は資料に書かれていません。",
    },
    seeAlso: ["COMM_DOWN", "switchback"],
    sources: ["MAJ932", "P135", "SB990"],
    evidence: "documented",
  },
  {
    id: "LCM_AVAIL",
    group: "event",
    name: { en: "Communication manager ready", ja: "通信マネージャーの準備完了" },
    also: ["lcm_avail"],
    text: {
      en: "Raised once per start of LifeKeeper, before any `COMM_UP`. A node without quorum brings nothing in service then; one with quorum starts what was in service at the last stop, unless another node has it by now.",
      ja: "LifeKeeper の起動ごとに 1 回、`COMM_UP` より前に発生します。Quorum を保持しないノードは、このとき何も起動しません。Quorum を保持するノードは、前回の停止時にサービス中だったリソースを、ほかのノードで動作していない限り起動します。",
    },
    seeAlso: ["COMM_UP", "quorum-check"],
    sources: ["MAJ932", "MAJ940J", "P135", "KB-AUTO"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
