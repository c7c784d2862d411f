// Words of the Quorum/Witness package.

import type { Term } from "./term.ts";

export const quorumTerms = [
  {
    id: "quorum-check",
    group: "quorum",
    name: { en: "Quorum check", ja: "Quorum チェック" },
    also: ["quorum", "Quorum"],
    text: {
      en: "The question whether this node may decide for the cluster. `QUORUM_MODE` says how it is answered. A node without quorum brings nothing in service; one that loses it runs `QUORUM_LOSS_ACTION`.",
      ja: "このノードがクラスターを代表して判断してよいかどうかの確認です。方法は `QUORUM_MODE` で決まります。Quorum を保持しないノードは何も起動できず、Quorum を失ったノードは `QUORUM_LOSS_ACTION` を実行します。",
    },
    seeAlso: ["witness-check", "COMM_DOWN", "split-brain"],
    sources: ["QW9J", "P130"],
    evidence: "documented",
  },
  {
    id: "witness-check",
    group: "quorum",
    name: { en: "Witness check", ja: "Witness チェック" },
    text: {
      en: "The second opinion about a node that cannot be reached, made by a node that holds quorum. `WITNESS_MODE` says how it is obtained. Only when the witness side sees the node as failed too are its resources taken over.",
      ja: "Quorum を保持するノードが、疎通できないノードについて得るセカンドオピニオンです。方法は `WITNESS_MODE` で決まります。Witness 側もそのノードを障害と判断したときだけ、リソースを引き継ぎます。",
    },
    seeAlso: ["quorum-check", "witness-only-node"],
    sources: ["QW9J", "P131", "P134"],
    evidence: "documented",
  },
  {
    id: "qwk-object",
    group: "quorum",
    name: { en: "QWK object", ja: "QWK オブジェクト" },
    also: ["QWK", "qwk object"],
    text: {
      en: "4096 bytes on the quorum storage that belong to 1 node. The node writes it every `QWK_STORAGE_HBEATTIME`; the others read it. After `QWK_STORAGE_NUMHBEATS` checks without a change the node counts as failed. The parameter `QWK_STORAGE_OBJECT_` with the node's name says where it lies.",
      ja: "Quorum 用のストレージ上にある、1 台のノードに対応する 4096 バイトの領域です。そのノードが `QWK_STORAGE_HBEATTIME` ごとに書き込み、ほかのノードが読み取ります。`QWK_STORAGE_NUMHBEATS` 回の確認で変化がなければ、そのノードを障害とみなします。場所は `QWK_STORAGE_OBJECT_` にノード名を付けた名前で指定します。",
    },
    seeAlso: ["qwk_storage_init", "witness-check"],
    sources: ["STO981J", "SCSK", "QP100"],
    evidence: "documented",
  },
  {
    id: "quorum-witness-package",
    group: "quorum",
    name: { en: "Quorum/Witness package", ja: "Quorum/Witness パッケージ" },
    also: ["steeleye-lkQWK", "Quorum/Witness"],
    text: {
      en: "The package `steeleye-lkQWK` with the quorum and witness functions, chosen in `setup`. Every node needs it, witness-only nodes included. Installing it switches majority and remote verification on.",
      ja: "Quorum と Witness の機能を提供するパッケージ `steeleye-lkQWK` で、`setup` で選択します。Witness 専用ノードを含むすべてのノードに必要です。インストールすると majority と remote_verify が有効になります。",
    },
    seeAlso: ["quorum-check", "witness-check"],
    sources: ["QW9J", "P129"],
    evidence: "documented",
  },
  {
    id: "majority",
    group: "quorum",
    name: { en: "Majority", ja: "過半数" },
    also: ["過半数"],
    text: {
      en: "More than half. Exactly half is no majority, which is why an odd number of voters is recommended: a fourth node adds a machine and no tolerance for another failure.",
      ja: "半数より多いことです。ちょうど半数は過半数ではないため、奇数が推奨されています。4 台目のノードを加えても、耐えられる障害の数は増えません。",
    },
    seeAlso: ["quorum-check"],
    sources: ["P130", "MAJ931", "TCP940J"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
