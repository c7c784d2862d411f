// The parameters of DataKeeper mirrors.

import type { ParameterEntry } from "../spec.ts";

export const datakeeperParameters = [
  {
    name: "LKDR_CHUNK_SIZE",
    type: { kind: "integer", ranges: [{ min: 0 }], unit: "KB" },
    default: "256",
    takesEffect: "resource-creation",
    summary: {
      en: "How much data one bit of a mirror's bitmap stands for.",
      ja: "ミラーのビットマップの 1 ビットが表すデータの大きさ（チャンクサイズ）です。",
    },
    details: {
      en: [
        "A power of 2, not larger than the mirror; anything else makes the creation of the mirror fail. `0` is read as 256. Existing mirrors keep the size they were made with.",
        "Large chunks resync much data for one changed block; small ones cost throughput, because the bitmap itself must be written.",
        "The English pages call the unit kilobits, the Japanese page KB. We follow the latter, since 256k is also how the English pages spell the default.",
      ].join("\n\n"),
      ja: [
        "2 のべき乗で、ミラーの大きさを超えない値を指定します。それ以外ではミラーの作成に失敗します。`0` は 256 とみなされます。既存のミラーは、作成時のチャンクサイズのままです。",
        "大きくすると、1 ブロックの変更でも多くのデータを再同期することになります。小さくすると、ビットマップ自体の書き込みが増えて性能が下がります。",
        "単位は、英語のページでは kilobits、日本語のページでは KB とされています。英語のページもデフォルトを 256k と書いているため、ここでは後者に従います。",
      ].join("\n\n"),
    },
    examples: ["LKDR_CHUNK_SIZE=256"],
    sources: ["DK980", "DK952", "DK950", "DK950J", "DK932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LKDR_CONNECT_NBD_DURING_RESTORE",
    since: "9.5.0",
    type: {
      kind: "flag",
      on: ["True", "true"],
      off: ["False", "false"],
      meaning: {
        on: {
          en: "The connections to the targets are made while the mirror is brought in service.",
          ja: "ミラーを起動するときに、ターゲットへの接続を確立します。",
        },
        off: {
          en: "The connections are made later, by the first quickCheck.",
          ja: "接続の確立を、起動後の最初の quickCheck に任せます。",
        },
      },
    },
    default: "True",
    summary: {
      en: "Whether a mirror connects to its targets while it is brought in service, or afterwards.",
      ja: "ミラーの起動時にターゲットへ接続するか、起動後に接続するかを指定します。",
    },
    details: {
      en: "`False` shortens a failover with many mirrors and targets, and leaves a window of up to `LKCHECKINTERVAL` (120 s by default) in which nothing is replicated: data written in it is lost if the node fails then. Not in the list of 9.3.2.",
      ja: "`False` にすると、ミラーやターゲットが多い構成でフェイルオーバーが短くなります。その代わり、最長で `LKCHECKINTERVAL`（デフォルトは 120 秒）の間は複製が行われず、その間にノードが障害を起こすと書き込んだデータが失われます。9.3.2 の一覧にはありません。",
    },
    examples: ["LKDR_CONNECT_NBD_DURING_RESTORE=True"],
    seeAlso: ["LKCHECKINTERVAL"],
    sources: ["DK980", "DK952", "DK950", "DK950J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LKDR_SPEED_LIMIT",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: "500000",
    defaultHistory: [{ until: "9.5.0", value: "50000" }],
    defaultNote: {
      en: "The English pages say 500000 from 9.5.0 on, the Japanese page of 9.5.0 still 50000.",
      ja: "英語のページでは 9.5.0 以降 500000 ですが、9.5.0 の日本語のページでは 50000 のままです。",
    },
    takesEffect: "resync",
    summary: {
      en: "The highest bandwidth that a resync may use.",
      ja: "再同期が使える最大の帯域です。",
    },
    details: {
      en: "Set it high enough to let a resync run at full speed: until it has finished, its target cannot take over. Where replication and users share a network, lower it and accept the longer time without a spare. No page states the unit. Keep it at or above `LKDR_SPEED_LIMIT_MIN` (our conclusion).",
      ja: "再同期が最大の速度で進むよう、十分に大きくしてください。再同期が終わるまで、そのターゲットは引き継ぎ先になれません。複製と利用者が同じネットワークを使う環境では小さくし、その分、予備のない時間が長くなることを受け入れることになります。単位の記載はどのページにもありません。`LKDR_SPEED_LIMIT_MIN` 以上にしてください（本製品の推論です）。",
    },
    examples: ["LKDR_SPEED_LIMIT=500000"],
    seeAlso: ["LKDR_SPEED_LIMIT_MIN"],
    sources: ["DK980", "DK952", "DK950", "DK950J", "DK932", "P325"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LKDR_SPEED_LIMIT_MIN",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: "20000",
    takesEffect: "resync",
    summary: {
      en: "How fast a resync may go while other I/O is running.",
      ja: "ほかの I/O が動いている間に、再同期に許す速度です。",
    },
    details: {
      en: "The manual's rule of thumb: at most half of what the disk can write, or the resync starves ordinary I/O. No page states the unit. Keep it at or below `LKDR_SPEED_LIMIT` (our conclusion).",
      ja: "マニュアルの目安は、ディスクの最大書き込み性能の半分以下です。それを超えると、通常の I/O が再同期に押しのけられます。単位の記載はどのページにもありません。`LKDR_SPEED_LIMIT` 以下にしてください（本製品の推論です）。",
    },
    examples: ["LKDR_SPEED_LIMIT_MIN=20000"],
    seeAlso: ["LKDR_SPEED_LIMIT"],
    sources: ["DK980", "DK950", "DK950J", "DK932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "LKDR_ASYNC_LIMIT",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: "4096",
    defaultHistory: [{ until: "9.5.0", value: "256" }],
    defaultNote: {
      en: "The list of 9.3.2 says 256, that of 9.5.0 says 4096; the version in between that changed it was not found.",
      ja: "9.3.2 の一覧では 256、9.5.0 の一覧では 4096 です。その間のどのバージョンで変わったかは確認できていません。",
    },
    takesEffect: "resource-creation",
    summary: {
      en: "How many writes to the target of an asynchronous mirror may be outstanding.",
      ja: "非同期ミラーで、ターゲットへの書き込みを未完了のまま残せる数です。",
    },
    details: {
      en: "Larger values are faster over slow links, and put more data at stake: the writes that are still outstanding are lost when the source fails. In 9.3.2 the value 1 meant the default. Existing mirrors keep the value they were made with.",
      ja: "大きくすると遅い回線での性能が上がりますが、失いうるデータも増えます。ソースが障害を起こすと、まだ完了していない書き込みは失われます。9.3.2 では、値 1 はデフォルトを使うという意味でした。既存のミラーは、作成時の値のままです。",
    },
    examples: ["LKDR_ASYNC_LIMIT=4096"],
    sources: ["DK950", "DK932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "inferred" },
  },
  {
    name: "LKDR_NO_FULL_SYNC",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: {
          en: "A newly added target is not fully resynced.",
          ja: "新しく追加したターゲットへの全同期を行いません。",
        },
        off: {
          en: "A newly added target is fully resynced.",
          ja: "新しく追加したターゲットへの全同期を行います。",
        },
      },
    },
    default: null,
    summary: {
      en: "Suppresses the full resync of newly added targets.",
      ja: "新しく追加したターゲットへの全同期を抑止します。",
    },
    details: {
      en: "Only for targets that verifiably hold the same data already, for example because the disks were copied before; otherwise the target silently differs from the source. The manual's topic about avoiding full resynchronisations describes the procedure. The default was cut off in the text we could read.",
      ja: "ディスクを事前に複製した場合など、ターゲットが同じデータを持っていることを確認できるときにだけ使ってください。そうでなければ、ターゲットの内容がソースと異なったままになります。手順はマニュアルの全同期の回避に関するトピックにあります。デフォルトは、読めた資料では途中で切れていました。",
    },
    examples: ["LKDR_NO_FULL_SYNC=0"],
    seeAlso: ["LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT"],
    sources: ["DK932", "DK950"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT",
    type: { kind: "duration", ranges: [{ min: -1 }], unit: "seconds" },
    default: null,
    summary: {
      en: "How long replication waits for the previous source, so that its bitmap can be merged and a full resync avoided.",
      ja: "全同期を避けるため、以前のソースノードのビットマップを統合できるようになるまで複製を待つ時間です。",
    },
    details: {
      en: [
        "`0` does not wait, `-1` waits without limit, a number above that is the time in seconds. Applies to all mirrors; single ones cannot differ.",
        "If replication to a target goes on before the bitmap of the previous source was merged, that target needs a full resync. While it waits, nothing is replicated. The default was cut off in the text we could read.",
      ].join("\n\n"),
      ja: [
        "`0` は待たない、`-1` は無期限に待つ、それより大きい数は秒数です。すべてのミラーに適用され、ミラーごとに変えることはできません。",
        "以前のソースのビットマップを統合する前にターゲットへの複製を再開すると、そのターゲットは全同期が必要になります。待っている間は複製が行われません。デフォルトは、読めた資料では途中で切れていました。",
      ].join("\n\n"),
    },
    examples: ["LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT=300"],
    seeAlso: ["LKDR_NO_FULL_SYNC"],
    sources: ["DK932"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LKDR_WAIT_TO_RESYNC",
    since: "9.5.2",
    type: { kind: "text" },
    default: "filesys",
    summary: {
      en: "The type of parent resource that must be in service before a mirror resyncs its targets.",
      ja: "ミラーがターゲットの再同期を始める前に、サービス中になっているべき親リソースの種類です。",
    },
    details: {
      en: [
        "Keeps damaged data from being copied: with the default `filesys` the targets are not touched until the file system above the mirror has been mounted. If the mount fails, the data of a target is still there to fall back on.",
        "`False` switches the waiting off, and the resync starts while the mirror itself is brought in service. Any other value is a resource type as `typ_list -f:` prints it behind the colon, for example `app`. A third form is announced on the page and was cut off in the text we could read.",
      ].join("\n\n"),
      ja: [
        "壊れたデータの複製を防ぎます。デフォルトの `filesys` では、ミラーの上位のファイルシステムがマウントされるまでターゲットに手を付けません。マウントに失敗しても、ターゲットのデータから復旧できる余地が残ります。",
        "`False` にすると待たずに、ミラー自体の起動中に再同期を始めます。それ以外の値はリソースの種類で、`typ_list -f:` の出力のコロンの後に表示される名前（例: `app`）を書きます。このページは 3 つ目の書き方も挙げていますが、読めた資料では途中で切れていました。",
      ].join("\n\n"),
    },
    examples: ["LKDR_WAIT_TO_RESYNC=filesys", "LKDR_WAIT_TO_RESYNC=False"],
    sources: ["WAIT960"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
