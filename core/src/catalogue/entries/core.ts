// The parameters of the LifeKeeper core.

import type { ParameterEntry } from "../spec.ts";

export const coreParameters = [
  {
    name: "LKCHECKINTERVAL",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "120",
    takesEffect: "lkcheck-restart",
    summary: {
      en: "The time between two health checks (quickCheck) of the protected resources.",
      ja: "保護しているリソースの監視（quickCheck）を行う間隔です。",
    },
    details: {
      en: [
        "It bounds how long the failure of a resource can go unnoticed: up to 120 s with the default. One failed check is enough; there is no setting for several failures in a row. A check that runs into its own timeout does not count as a failure and is tried again at the next interval.",
        "A node failure is found by the heartbeat instead, see `LCMHBEATTIME`.",
        "With `LKCHECKINTERVAL=0` and a restart of `lkcheck`, resources stay in service without being monitored, which the manual describes for maintenance. Do not forget to set it back.",
        "Other parameters build on it: the standby node health check runs at this interval, and `SAP_CONFIG_REFRESH` is half of it by default.",
      ].join("\n\n"),
      ja: [
        "リソースの障害に気付くまでの最長時間を決めます。デフォルトでは最長 120 秒です。チェックが 1 回失敗すれば障害とみなされ、連続した失敗の回数を指定する設定はありません。チェック自体がタイムアウトした場合は障害とはみなさず、次の間隔で再び実行されます。",
        "ノードの障害は、この間隔ではなくハートビートで検知されます。`LCMHBEATTIME` を参照してください。",
        "`LKCHECKINTERVAL=0` にして `lkcheck` を再起動すると、リソースはサービス中のまま監視だけが止まります。マニュアルが保守作業のために示している方法です。作業後は必ず元に戻してください。",
        "ほかのパラメーターの基準にもなります。スタンバイノードのヘルスチェックはこの間隔で行われ、`SAP_CONFIG_REFRESH` のデフォルトはこの値の半分です。",
      ].join("\n\n"),
    },
    examples: ["LKCHECKINTERVAL=120"],
    seeAlso: ["LCMHBEATTIME", "SNHC_CPUCHECK", "SAP_CONFIG_REFRESH"],
    sources: ["KB-ROUTE53", "LKBLOG-ROUTE53", "DK980", "SNHC951", "SAP960", "MAINT962", "KB-FLOW", "KB-ALRM"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "documented" },
  },
  {
    name: "CONFIRMSODEF",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The failover is blocked.", ja: "フェイルオーバーを中止します。" },
        off: { en: "The failover goes on.", ja: "フェイルオーバーを続行します。" },
      },
    },
    default: "0",
    takesEffect: "immediately",
    requires: {
      en: "the Confirm Failover flag set for the server",
      ja: "対象サーバーへの「フェイルオーバーの確認」（Confirm Failover）の設定",
    },
    summary: {
      en: "What happens when a failover waits for confirmation and nobody answers within `CONFIRMSOTO`.",
      ja: "フェイルオーバーが確認待ちのまま、`CONFIRMSOTO` の間に応答がなかったときの動作です。",
    },
    details: {
      en: [
        "Applies only while the Confirm Failover flag is set for the failed server. Within the waiting time an administrator answers with `lk_confirmso -y` or `lk_confirmso -n` and the server's name; after it, this value decides.",
        "Confirm Failover together with `CONFIRMSODEF=1` and `CONFIRMSOTO=0` blocks automatic failover altogether.",
        "Manuals misspell the name: `COMFIRMSODEF` (7.5), `CONFIMRSODEF` (9.5.1 to 9.6.2). That LifeKeeper reads neither is our conclusion.",
      ].join("\n\n"),
      ja: [
        "障害が起きたサーバーに Confirm Failover が設定されているときだけ有効です。待ち時間の間は、管理者が `lk_confirmso -y` または `lk_confirmso -n` にサーバー名を付けて応答できます。その時間が過ぎると、この値で決まります。",
        "Confirm Failover に `CONFIRMSODEF=1` と `CONFIRMSOTO=0` を組み合わせると、自動フェイルオーバーはまったく行われなくなります。",
        "マニュアルには誤記があります（7.5 の `COMFIRMSODEF`、9.5.1 ～ 9.6.2 の `CONFIMRSODEF`）。LifeKeeper がどちらも読み取らないことは本製品の推論です。",
      ].join("\n\n"),
    },
    examples: ["CONFIRMSODEF=0"],
    misspellings: ["COMFIRMSODEF", "CONFIMRSODEF"],
    seeAlso: ["CONFIRMSOTO"],
    sources: ["CORE990", "CORE951", "PARAM90J", "P209", "CFB980", "CSO75", "CFB75"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "CONFIRMSOTO",
    type: { kind: "duration", ranges: [{ min: 0 }], unit: "seconds" },
    default: "600",
    takesEffect: "immediately",
    requires: {
      en: "the Confirm Failover flag set for the server",
      ja: "対象サーバーへの「フェイルオーバーの確認」（Confirm Failover）の設定",
    },
    summary: {
      en: "How long a failover waits for an administrator's answer before `CONFIRMSODEF` decides.",
      ja: "`CONFIRMSODEF` の動作に移るまで、フェイルオーバーが管理者の応答を待つ時間です。",
    },
    details: {
      en: [
        "With Confirm Failover set, every failover takes this much longer unless somebody answers: 600 s with the default. `0` means that nobody is asked and `CONFIRMSODEF` applies at once.",
        "Without the Confirm Failover flag the value has no effect.",
      ].join("\n\n"),
      ja: [
        "Confirm Failover を設定すると、応答がない限りフェイルオーバーがこの時間だけ遅れます。デフォルトでは 600 秒です。`0` を指定すると応答を待たず、直ちに `CONFIRMSODEF` の動作になります。",
        "Confirm Failover を設定していなければ、この値に効果はありません。",
      ].join("\n\n"),
    },
    examples: ["CONFIRMSOTO=600"],
    seeAlso: ["CONFIRMSODEF"],
    sources: ["CORE990", "CORE951", "CFB75", "CSO75", "P300", "P301"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "REMOTETIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "900",
    takesEffect: "lifekeeper-restart",
    summary: {
      en: "How long a request to another node may wait for its answer before another communication path is tried.",
      ja: "ほかのノードへの要求が応答を待つ時間です。超えると、別のコミュニケーションパスを試します。",
    },
    details: {
      en: [
        "If it runs out while resources are being switched over, the switchover fails. Raise it when that happens again and again in your environment, for example because stopping an application takes long.",
        "It is not the time to detect a failed node; that is `LCMHBEATTIME` × `LCMNUMHBEATS`. The man page of `lcdremexec` names it as that command's default timeout.",
      ].join("\n\n"),
      ja: [
        "リソースの切り替え中にこの時間を超えると、スイッチオーバーは失敗します。アプリケーションの停止に時間がかかるなどの理由で繰り返し超えてしまう環境では、値を大きくしてください。",
        "ノードの障害を検知する時間ではありません。検知時間は `LCMHBEATTIME` × `LCMNUMHBEATS` です。`lcdremexec` のマニュアルページは、このコマンドのデフォルトのタイムアウトとしてこの値を挙げています。",
      ].join("\n\n"),
    },
    examples: ["REMOTETIMEOUT=900"],
    seeAlso: ["LCMHBEATTIME", "LCMNUMHBEATS"],
    sources: ["CORE990", "CORE951", "CORE960", "PARAM90J", "LCD75"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LK_SERV_ENV",
    type: { kind: "text" },
    default: null,
    defaultNote: {
      en: "Written by `setup` from what is chosen there.",
      ja: "`setup` での選択に応じて書き込まれます。",
    },
    takesEffect: "immediately",
    summary: {
      en: "The environment that LifeKeeper runs in, written by `setup`. Not to be edited by hand.",
      ja: "LifeKeeper が動作する環境です。`setup` が書き込む値で、手動で変更してはいけません。",
    },
    details: {
      en: "To change it, run `setup` again and choose there. The values that `setup` writes are not shown in any source we could read, so nothing is checked here. When files are copied from node to node, leave this line as it is on each node.",
      ja: "変更する場合は `setup` を再度実行し、そこで選択してください。`setup` が書き込む値は読めた資料に示されていないため、ここでは値を検査しません。ノードの間でファイルを写すときは、この行を各ノードの値のままにしてください。",
    },
    examples: [],
    sources: ["CORE990", "CORE981"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "documented" },
  },
  {
    name: "SWITCH_USER_CMD",
    type: {
      kind: "choice",
      complete: true,
      values: [
        { value: "sudo", meaning: { en: "Commands are run with `sudo`.", ja: "`sudo` で実行します。" } },
        { value: "su", meaning: { en: "Commands are run with `su`.", ja: "`su` で実行します。" } },
      ],
    },
    default: "sudo",
    takesEffect: "immediately",
    requires: { en: "the SAP or the SAP HANA kit", ja: "SAP または SAP HANA のリカバリーキット" },
    summary: {
      en: "The command that runs programs with another user's rights.",
      ja: "ほかのユーザーの権限でコマンドを実行するときに使うコマンドです。",
    },
    details: {
      en: "Any other value is silently read as `sudo`. Listed in 9.9.0, and not at the same place of the list of 9.8.1. Only the SAP and the SAP HANA kits use it.",
      ja: "それ以外の値は、警告なしに `sudo` として扱われます。9.9.0 の一覧にあり、9.8.1 の一覧の同じ箇所にはありません。使うのは SAP と SAP HANA のリカバリーキットだけです。",
    },
    examples: ["SWITCH_USER_CMD=sudo"],
    sources: ["CORE990"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "INITTIMEOUT",
    type: { kind: "duration", ranges: [{ min: 1 }], unit: "seconds" },
    default: null,
    summary: {
      en: "How long LifeKeeper waits at its start for the LCD daemon and for the `lcm_avail` event.",
      ja: "LifeKeeper の起動時に、LCD デーモンと `lcm_avail` イベントの発生を待つ時間です。",
    },
    details: {
      en: "Part of the installed file; the vendor recommends keeping the values found there. Its default was cut off in the text we could read.",
      ja: "インストール直後のファイルに含まれる項目で、ベンダーは初期値のまま使うことを勧めています。デフォルトは、読めた資料では途中で切れていました。",
    },
    examples: [],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LCDTSPRI",
    type: { kind: "integer", ranges: [{ min: -20, max: 19 }] },
    default: "-10",
    summary: {
      en: "The priority (nice value) of the `lcd` process, the heart of LifeKeeper.",
      ja: "LifeKeeper の核となる `lcd` プロセスの優先度（nice 値）です。",
    },
    details: {
      en: "Lower numbers mean a higher priority, from `-20` to `19`. Keep the installed value: a process that gets too little processor time under load reacts late to events.",
      ja: "数値が小さいほど優先度が高く、`-20` ～ `19` の範囲で指定します。初期値のまま使ってください。負荷が高いときにプロセッサー時間が足りないと、イベントへの反応が遅れます。",
    },
    examples: ["LCDTSPRI=-10"],
    seeAlso: ["LCMTSPRI"],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LCMTSPRI",
    type: { kind: "integer", ranges: [{ min: -20, max: 19 }] },
    default: "-20",
    summary: {
      en: "The priority (nice value) of the `lcm` process, which carries the heartbeat.",
      ja: "ハートビートを扱う `lcm` プロセスの優先度（nice 値）です。",
    },
    details: {
      en: "The installed value `-20` is the highest priority there is, because heartbeats that are sent late make healthy communication paths look dead. Any other value up to `19` weakens that protection under load.",
      ja: "初期値の `-20` は指定できる最高の優先度です。ハートビートの送信が遅れると、正常なコミュニケーションパスが切断とみなされてしまうためです。それより大きい値（最大 `19`）にすると、高負荷時の備えが弱くなります。",
    },
    examples: ["LCMTSPRI=-20"],
    seeAlso: ["LCDTSPRI", "LCMHBEATTIME"],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LKROOT",
    type: { kind: "path" },
    default: null,
    summary: {
      en: "The directory LifeKeeper is installed in. Leave it as installed.",
      ja: "LifeKeeper のインストールディレクトリです。インストール時のまま使います。",
    },
    details: {
      en: "Part of the installed file. Its value is not shown there in the text we could read; the manuals name paths below `/opt/LifeKeeper`. Commands and recovery kits find each other through it, so a changed value breaks them.",
      ja: "インストール直後のファイルに含まれる項目です。読めた資料に値そのものは示されていませんが、マニュアルは `/opt/LifeKeeper` 以下のパスを挙げています。コマンドやリカバリーキットはこの値を頼りに互いを見つけるため、変更すると動かなくなります。",
    },
    examples: ["LKROOT=/opt/LifeKeeper"],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "PATH",
    type: { kind: "text" },
    default: null,
    summary: {
      en: "The command search path of LifeKeeper, an ordinary environment variable.",
      ja: "LifeKeeper が使うコマンド検索パスです。通常の環境変数です。",
    },
    details: {
      en: "Part of the installed file. The recovery kits and your own scripts run with it; a directory that is missing here makes a command fail only when LifeKeeper calls it, not in your shell.",
      ja: "インストール直後のファイルに含まれる項目です。リカバリーキットや独自のスクリプトは、この検索パスで動作します。ここにないディレクトリのコマンドは、シェルでは動いても、LifeKeeper から呼ばれたときに失敗します。",
    },
    examples: [],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "umask",
    type: { kind: "text" },
    default: null,
    summary: {
      en: "The permission mask of files and directories that LifeKeeper creates. Leave it unchanged.",
      ja: "LifeKeeper が作成するファイルやディレクトリの権限マスクです。変更しないでください。",
    },
    details: {
      en: "Written in lower case, with the meaning that `umask` has in the operating system. Whether the line is `umask=` with a value or the shell command `umask` was not visible in the text we could read, so both are accepted.",
      ja: "小文字で書き、意味はオペレーティングシステムの `umask` と同じです。行が値を伴う `umask=` なのか、シェルコマンドの `umask` なのかは読めた資料では分からなかったため、どちらも受け入れます。",
    },
    examples: [],
    sources: ["KB-DEFAULTS", "LKBLOG-DEFAULTS"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "INTERFACELIST",
    type: { kind: "text" },
    default: null,
    summary: {
      en: "Seen as an appended line with the name of a network interface; no manual we could read explains it.",
      ja: "ネットワークインターフェース名を追記する行として見られるだけで、読めたマニュアルに説明はありません。",
    },
    details: {
      en: "The help text of a third-party installation tool for 7.5 appends `INTERFACELIST=se0` to the file. What LifeKeeper does with it, and in which versions, is not known. Leave the line alone if your installation has it.",
      ja: "7.5 向けの他社製インストールツールのヘルプに、`INTERFACELIST=se0` をファイルへ追記する例があります。LifeKeeper がこの値をどう使うのか、どのバージョンで使えるのかは分かっていません。既にこの行がある環境では、そのままにしてください。",
    },
    examples: ["INTERFACELIST=se0"],
    sources: ["FVORGE"],
    evidence: { entry: "unsure", file: "inferred", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
