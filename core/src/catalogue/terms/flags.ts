// Flags of LifeKeeper, as `flg_list` prints them.

import type { Term } from "./term.ts";

export const flagTerms = [
  {
    id: "shutdown_switchover",
    group: "flag",
    name: { en: "Switch over at shutdown", ja: "停止時のスイッチオーバー" },
    also: ["Do Not Switch Over", "Do Not Switchover", "Switch Over", "shutdown strategy"],
    text: {
      en: "The shutdown strategy Switch Over of a node: when it is shut down in order, its resources are brought in service on a backup node. Without the flag (the default, Do Not Switch Over) they stay down. In a cluster file: `shutdown switchover`.",
      ja: "ノードのシャットダウンストラテジーが「Switch Over」であることを示します。正常にシャットダウンすると、リソースがバックアップノードでサービス中になります。フラグがなければ（デフォルトの「Do Not Switch Over」）、リソースは停止したままです。クラスターファイルでは `shutdown switchover` と書きます。",
    },
    seeAlso: ["!nofailover!", "switchover"],
    sources: ["SHUT941J", "P76", "P94"],
    evidence: "documented",
  },
  {
    id: "!nofailover!",
    group: "flag",
    name: { en: "No failover from a node", ja: "特定ノードからのフェイルオーバー抑止" },
    also: ["!nofailover!NODE", "nofailover"],
    text: {
      en: "Followed by the name of a node, and set on another one: the resources of that node are not taken over. Temporary: it is cleared when communication comes back. An orderly stop of a node sets it on the others.",
      ja: "後にノード名が続き、ほかのノードに設定されます。そのノードのリソースは引き継がれません。一時的なもので、通信が復旧すると解除されます。ノードが正常に停止すると、ほかのノードに設定されます。",
    },
    seeAlso: ["shutdown_switchover", "failover"],
    sources: ["FLAG75", "FLAG990", "P234"],
    evidence: "documented",
  },
  {
    id: "confirmso!",
    group: "flag",
    name: { en: "Confirm failover", ja: "フェイルオーバーの確認" },
    also: ["confirmso", "confirm-failover", "confirm failover"],
    text: {
      en: "Followed by the name of a node: a failover from that node waits until an administrator answers with `lk_confirmso`, or until `CONFIRMSOTO` is over and `CONFIRMSODEF` decides. In a cluster file: `confirm-failover`.",
      ja: "後にノード名が続きます。そのノードからのフェイルオーバーは、管理者が `lk_confirmso` で応答するか、`CONFIRMSOTO` が経過して `CONFIRMSODEF` で決まるまで待ちます。クラスターファイルでは `confirm-failover` と書きます。",
    },
    seeAlso: ["lk_confirmso"],
    sources: ["CSO75", "CFB75", "P239"],
    evidence: "documented",
  },
  {
    id: "!notarmode!",
    group: "flag",
    name: { en: "A note between nodes", ja: "ノード間の内部フラグ" },
    also: ["!notarmode!NODE"],
    text: {
      en: "Named by the man page of the flag commands, followed by a node. What it does was not in the part we could read; leave it to LifeKeeper.",
      ja: "フラグコマンドのマニュアルページに、後にノード名が続くものとして挙げられています。動作は読めた範囲にありませんでした。操作は LifeKeeper に任せてください。",
    },
    sources: ["FLAG75"],
    evidence: "unsure",
  },
  {
    id: "!restore",
    group: "flag",
    name: { en: "Restore in progress", ja: "起動処理中" },
    text: {
      en: "Named by the flag documents as one of LifeKeeper's own flags. Its meaning was not in the part we could read; leave it to LifeKeeper.",
      ja: "LifeKeeper 自身のフラグとして資料に挙げられています。意味は読めた範囲にありませんでした。操作は LifeKeeper に任せてください。",
    },
    sources: ["FLAG75", "P76"],
    evidence: "unsure",
  },
  {
    id: "!action!",
    group: "flag",
    name: { en: "Action lock", ja: "操作のロック" },
    also: ["!action!PID!TIME!NODE:identifier"],
    text: {
      en: "Held while an action runs, with the process, the time, the node and an identifier in its name. It keeps two actions apart; do not remove it while the process lives.",
      ja: "操作の実行中に保持され、名前にプロセス、時刻、ノード、識別子が含まれます。複数の操作が同時に行われるのを防ぐものです。プロセスが動作している間は削除しないでください。",
    },
    sources: ["FLAG75"],
    evidence: "documented",
  },
  {
    id: "data_corrupt",
    group: "flag",
    name: { en: "Mirror data may be stale", ja: "ミラーのデータが古い可能性" },
    also: ["_data_corrupt", "last_owner", "_last_owner"],
    text: {
      en: "File `<tag>_data_corrupt` of a DataKeeper mirror: a former source started, could not reach the other nodes, and refuses to bring the mirror in service, since another node may hold newer data. Look at `<tag>_last_owner` first; then force the right side online. A full resync follows.",
      ja: "DataKeeper ミラーの `<tag>_data_corrupt` ファイルです。以前のソースが起動したもののほかのノードと通信できず、ほかのノードに新しいデータがある可能性があるため、ミラーの起動を拒んでいます。まず `<tag>_last_owner` を確認し、正しい側を強制的にオンラインにしてください。その後、全同期が行われます。",
    },
    seeAlso: ["mirror", "mirror_action"],
    sources: ["P284", "KB-DKORDER", "BLOG2012"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
