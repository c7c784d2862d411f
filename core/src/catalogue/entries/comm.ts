// The parameters of communication paths.

import type { ParameterEntry } from "../spec.ts";

export const commParameters = [
  {
    name: "LCMHBEATTIME",
    type: { kind: "duration", ranges: [{ min: 1 }], unit: "seconds" },
    default: "5",
    takesEffect: "lifekeeper-restart",
    mustAgree: "all",
    summary: {
      en: "The time between two heartbeats on the communication paths.",
      ja: "コミュニケーションパスで送るハートビートの間隔です。",
    },
    details: {
      en: [
        "A path counts as dead after `LCMHBEATTIME` × `LCMNUMHBEATS` without a signal: 5 s × 3 = 15 s with the defaults. Only when the last path between two nodes is dead does LifeKeeper act.",
        "Smaller values detect a failure sooner, but can mistake a busy node or network for a failed one: values below 5 raise the risk of a needless failover. The minimum is 1 for TCP paths and 2 for TTY paths; a smaller value is silently replaced by it. There is no upper limit.",
        "Not in the installed file: append the line. It must be the same on all nodes, and LifeKeeper must be down on all of them while it is edited (`lkstop -f` keeps the applications running). In storage mode keep it at or below `QWK_STORAGE_HBEATTIME`.",
      ].join("\n\n"),
      ja: [
        "`LCMHBEATTIME` × `LCMNUMHBEATS` の間信号がなければ、そのパスは切断とみなされます。デフォルトでは 5 秒 × 3 = 15 秒です。2 台のノード間の最後のパスが切断されて初めて、LifeKeeper が動作します。",
        "小さくすると障害を早く検知できますが、負荷の高いノードやネットワークを障害と見誤りやすくなります。5 より小さい値は、不要なフェイルオーバーの危険を高めます。最小値は TCP パスで 1、TTY パスで 2 です。これより小さい値は、警告なしに最小値へ置き換えられます。上限はありません。",
        "インストール直後のファイルにはないため、行を追加します。値は全ノードで同じにし、編集している間は全ノードで LifeKeeper を停止しておく必要があります（`lkstop -f` であればアプリケーションは動き続けます）。storage モードでは `QWK_STORAGE_HBEATTIME` 以下にしてください。",
      ].join("\n\n"),
    },
    examples: ["LCMHBEATTIME=5"],
    seeAlso: ["LCMNUMHBEATS", "QWK_STORAGE_HBEATTIME"],
    sources: ["HB970", "HB960J", "P94", "P95", "QP100", "KB-STOP"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LCMNUMHBEATS",
    type: { kind: "integer", ranges: [{ min: 2 }], unit: "times" },
    default: "3",
    takesEffect: "lifekeeper-restart",
    mustAgree: "all",
    summary: {
      en: "How many heartbeats in a row must be missing before a communication path counts as dead.",
      ja: "コミュニケーションパスを切断とみなすまでに、続けて失われるハートビートの数です。",
    },
    details: {
      en: [
        "One heartbeat that arrives in time sets the count back: with the default of 3, two missing ones followed by a good one change nothing.",
        "Together with `LCMHBEATTIME` it gives the time until a path is dead, 15 s with the defaults. A node's crash is seen a little sooner than that, since the last heartbeat was sent before it: after 10 to 15 s.",
        "A value below 2 is silently replaced by 2; there is no upper limit. Not in the installed file: append the line. It must be the same on all nodes, and LifeKeeper must be down on all of them while it is edited.",
        "With storage quorum SIOS recommends 9, which is 45 s with the default interval. The page that says so (9.5.2) prints the name as `LCMHEARTBEATS` too, a misspelling.",
      ].join("\n\n"),
      ja: [
        "間に合ったハートビートが 1 回でもあれば、数え直しになります。デフォルトの 3 では、2 回失われても次が届けば何も起こりません。",
        "`LCMHBEATTIME` とともに、パスが切断とみなされるまでの時間を決めます。デフォルトでは 15 秒です。ノードのクラッシュでは、最後のハートビートがその前に送られているため、少し早く 10 ～ 15 秒で検知されます。",
        "2 より小さい値は、警告なしに 2 へ置き換えられます。上限はありません。インストール直後のファイルにはないため、行を追加します。値は全ノードで同じにし、編集している間は全ノードで LifeKeeper を停止しておく必要があります。",
        "storage モードの Quorum では、SIOS は 9（デフォルトの間隔で 45 秒）を勧めています。記載のあるページ（9.5.2）には、`LCMHEARTBEATS` という誤記もあります。",
      ].join("\n\n"),
    },
    misspellings: ["LCMHEARTBEATS"],
    examples: ["LCMNUMHBEATS=3"],
    seeAlso: ["LCMHBEATTIME"],
    sources: ["HB970", "HB960J", "P94", "P95", "SOLUTIONS952"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LCMPORT",
    type: {
      kind: "integer",
      ranges: [
        { min: 0, max: 0 },
        { min: 1024, max: 65535 },
      ],
      unit: "port",
    },
    default: "0",
    takesEffect: "lifekeeper-restart",
    mustAgree: "all",
    summary: {
      en: "The TCP port for the communication between nodes. `0` lets LifeKeeper choose.",
      ja: "ノード間の通信に使う TCP ポートです。`0` であれば LifeKeeper が自動で決めます。",
    },
    details: {
      en: [
        "Keep `0` unless the nodes have trouble with LDAP or Active Directory: the setting is meant as a way around that, nothing else. Allowed are 0 and 1024 to 65535.",
        "It must be the same on every node. Communication paths otherwise use TCP port 7365; a firewall between the nodes must let the chosen port through.",
        "At the head of the lists of 9.8.1 and 9.9.0, not in the readable part of the one of 9.6.2.",
      ].join("\n\n"),
      ja: [
        "LDAP や Active Directory との間で問題が起きた場合の回避策としてだけ用意された設定です。それ以外では `0` のままにしてください。指定できるのは 0 と 1024 ～ 65535 です。",
        "値は全ノードで同じにする必要があります。指定しない場合、コミュニケーションパスは TCP ポート 7365 を使います。ノード間にファイアウォールがあれば、選んだポートを通してください。",
        "9.8.1 と 9.9.0 の一覧の先頭にあり、9.6.2 の一覧の読めた範囲にはありません。",
      ].join("\n\n"),
    },
    examples: ["LCMPORT=0"],
    sources: ["CORE990", "CORE981", "FIREWALL990"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
