// Words of daily operation: processes, ports, logs, the order of starts and stops.

import type { Term } from "./term.ts";

export const operationTerms = [
  {
    id: "log",
    group: "operation",
    name: { en: "LifeKeeper log", ja: "LifeKeeper のログ" },
    also: ["/var/log/lifekeeper.log", "lifekeeper.log"],
    text: {
      en: "`/var/log/lifekeeper.log`, written through syslog since 8.0. A line contains level, module, action, tag and a 6-digit code, separated by colons, then the text. Levels: `EMERG` or `FATAL`, `NOTIFY`, `ERROR`, `WARN`, `INFO`.",
      ja: "`/var/log/lifekeeper.log` です。8.0 以降は syslog を通じて書き込まれます。各行には、レベル、モジュール、アクション、タグ、6 桁のコードがコロン区切りで並び、その後に本文が続きます。レベルは `EMERG` または `FATAL`、`NOTIFY`、`ERROR`、`WARN`、`INFO` です。",
    },
    seeAlso: ["lklogconfig", "lksupport"],
    sources: ["KB-LOG", "P67", "BLOG2012"],
    evidence: "documented",
  },
  {
    id: "ports",
    group: "operation",
    name: { en: "Ports", ja: "ポート" },
    also: ["port", "7365", "5110", "778", "779", "firewall"],
    text: {
      en: "TCP ports to open between the nodes: 7365 for communication paths (or `LCMPORT`), 778 for the API, `lkpolicy` and the web GUI (or `API_SSL_PORT`), 81 and 82 for the GUI, 779 for the monitoring API (since 9.1), 5000 and 5110 for the web management console (since 9.8), and for replication 10001 plus the mirror's number plus multiples of 256.",
      ja: "ノード間で通す TCP ポートです。7365 はコミュニケーションパス（または `LCMPORT`）、778 は API、`lkpolicy`、Web GUI（または `API_SSL_PORT`）、81 と 82 は GUI、779 は監視 API（9.1 以降）、5000 と 5110 は Web 管理コンソール（9.8 以降）に使われます。複製には 10001 にミラー番号と 256 の倍数を加えたポートが使われます。",
    },
    seeAlso: ["communication-path", "lkpolicy", "mirror"],
    sources: ["KB-PORTS", "FIREWALL990", "BALA"],
    evidence: "documented",
  },
  {
    id: "lcd",
    group: "operation",
    name: { en: "The lcd process", ja: "lcd プロセス" },
    also: ["LCD", "LifeKeeper configuration database"],
    text: {
      en: "The process at the heart of LifeKeeper; it keeps the configuration database with resources, dependencies and states. Its priority is `LCDTSPRI`.",
      ja: "LifeKeeper の核となるプロセスです。リソース、依存関係、状態を持つ構成データベースを管理します。優先度は `LCDTSPRI` です。",
    },
    seeAlso: ["lcm"],
    sources: ["KB-DEFAULTS", "P217"],
    evidence: "documented",
  },
  {
    id: "lcm",
    group: "operation",
    name: { en: "The lcm process", ja: "lcm プロセス" },
    also: ["LCM", "LifeKeeper communications manager"],
    text: {
      en: "The process that carries the communication paths and their heartbeat; for LifeKeeper the most important of all. Its priority is `LCMTSPRI`, which is why that is set as high as the system allows.",
      ja: "コミュニケーションパスとハートビートを扱うプロセスで、LifeKeeper の動作上、最も重要です。優先度の `LCMTSPRI` は、そのために OS で指定できる最高の値になっています。",
    },
    seeAlso: ["heartbeat", "lcd", "LCM_AVAIL"],
    sources: ["KB-DEFAULTS"],
    evidence: "documented",
  },
  {
    id: "lkcheck",
    group: "operation",
    name: { en: "The lkcheck process", ja: "lkcheck プロセス" },
    text: {
      en: "The process that runs the quickCheck of every resource in service each `LKCHECKINTERVAL`, and the checks of the standby node. It reads its settings when it starts: after changing them end it (`killall lkcheck`), and LifeKeeper starts it again.",
      ja: "`LKCHECKINTERVAL` ごとに、サービス中のすべてのリソースの quickCheck とスタンバイノードの監視を行うプロセスです。設定は起動時に読み込まれます。変更したら終了させてください（`killall lkcheck`）。LifeKeeper が再び起動します。",
    },
    seeAlso: ["quickcheck"],
    sources: ["KB-FLOW", "SNHC932", "MAINT962"],
    evidence: "documented",
  },
  {
    id: "extend",
    group: "operation",
    name: { en: "Extending a hierarchy", ja: "階層の拡張" },
    also: ["extend", "拡張"],
    text: {
      en: "A hierarchy is created on 1 node and then extended to the others, each with a priority. Built with commands instead, it must be defined on every node explicitly. See `ALLOW_EXTEND_WITH_QUORUM_ERROR`.",
      ja: "階層は 1 台のノードで作成し、優先順位を付けてほかのノードへ拡張します。コマンドで作る場合は、すべてのノードで明示的に定義する必要があります。`ALLOW_EXTEND_WITH_QUORUM_ERROR` も参照してください。",
    },
    seeAlso: ["hierarchy", "priority", "ins_create"],
    sources: ["P67", "BLOG2012"],
    evidence: "documented",
  },
  {
    id: "stop-order",
    group: "operation",
    name: { en: "Order of starts and stops", ja: "起動と停止の順序" },
    also: ["stop order", "start order", "restart order"],
    text: {
      en: "In `majority` mode the vendor advises: stop the standby, then the active node, then the witness; start the witness, then the standby, then the active node. Before 9.6.1 wait until the standby has stopped completely. With DataKeeper another page advises to stop the active node first and to start the standby first; where both apply the two disagree about the stop, and only the quorum order keeps the loss action from running.",
      ja: "`majority` モードでは、スタンバイ、アクティブ、Witness の順に停止し、Witness、スタンバイ、アクティブの順に起動することが推奨されています。9.6.1 より前では、スタンバイが完全に停止するのを待ってください。DataKeeper については、アクティブを先に停止し、スタンバイを先に起動するよう別のページにあります。両方に当てはまる場合、停止の順序が食い違いますが、喪失時の動作を避けられるのは Quorum の順序だけです。",
    },
    seeAlso: ["lkstop", "lkstart", "witness-only-node"],
    sources: ["KB-MAJORDER", "KB-DKORDER"],
    evidence: "documented",
  },
  {
    id: "adding-a-witness",
    group: "operation",
    name: { en: "Adding a witness", ja: "Witness の追加" },
    text: {
      en: "The 8.x manual's order: set up the node, install LifeKeeper and its licence, install the Quorum/Witness package on all nodes, create the communication paths between all of them, and only then set `QUORUM_MODE` and `WITNESS_MODE`. These take effect as soon as they are saved, so the paths come first.",
      ja: "8.x のマニュアルの順序は、ノードの準備、LifeKeeper とライセンスのインストール、全ノードへの Quorum/Witness パッケージのインストール、全ノード間のコミュニケーションパスの作成、最後に `QUORUM_MODE` と `WITNESS_MODE` の設定です。どちらも保存した時点で有効になるため、パスの作成が先になります。",
    },
    seeAlso: ["witness-only-node", "quorum-witness-package"],
    sources: ["P129", "P134"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
