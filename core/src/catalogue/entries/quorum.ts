// The parameters of the Quorum/Witness package.

import type { ParameterEntry } from "../spec.ts";

export const quorumParameters = [
  {
    name: "QUORUM_MODE",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "majority",
          meaning: {
            en: "Quorum is held while this node and the nodes it reaches over communication paths are more than half of the cluster. Needs 3 nodes or more; exactly half is not enough.",
            ja: "自ノードと、コミュニケーションパスで疎通できるノードの合計がクラスターの過半数であれば、Quorum を保持していると判断します。3 ノード以上が必要です。ちょうど半数では足りません。",
          },
        },
        {
          value: "tcp_remote",
          until: "10.0",
          meaning: {
            en: "Quorum is held while more than half of the hosts in `QUORUM_HOSTS` accept a TCP connection. The nodes themselves are not counted, so both halves of a split cluster can hold quorum at once.",
            ja: "`QUORUM_HOSTS` に並べたホストの過半数へ TCP 接続できれば、Quorum を保持していると判断します。ノード自身は数えないため、クラスターが分断されても両側が同時に Quorum を保持することがあります。",
          },
        },
        {
          value: "storage",
          since: "9.3",
          meaning: {
            en: "Quorum is held while this node can access the shared storage that holds the QWK objects. Needs 2 to 4 nodes and `WITNESS_MODE=storage`.",
            ja: "QWK オブジェクトを置いた共有ストレージにアクセスできれば、Quorum を保持していると判断します。2 ～ 4 ノードのクラスターで使え、`WITNESS_MODE=storage` が必要です。",
          },
        },
        {
          value: "none",
          aliases: ["off"],
          meaning: {
            en: "No quorum check is made: it always succeeds.",
            ja: "Quorum チェックを行わず、常に成功とみなします。",
          },
        },
      ],
    },
    default: "majority",
    takesEffect: "immediately",
    mustAgree: "all",
    requires: {
      en: "the Quorum/Witness package (`steeleye-lkQWK`) on every node, witness-only nodes included",
      ja: "Witness 専用ノードを含むすべてのノードに Quorum/Witness パッケージ（`steeleye-lkQWK`）",
    },
    summary: {
      en: "How a node decides whether it holds quorum. Only a node that holds quorum may bring resources in service.",
      ja: "ノードが Quorum を保持しているかどうかを判断する方式です。Quorum を保持しているノードだけがリソースを起動できます。",
    },
    details: {
      en: [
        "The quorum check is made when the last communication path to a node is lost (`COMM_DOWN`), when paths come back (`COMM_UP`) and once when LifeKeeper has started (`LCM_AVAIL`). If it fails at `COMM_DOWN`, the node runs the action of `QUORUM_LOSS_ACTION`; if it succeeds, the witness check of `WITNESS_MODE` decides about the lost node.",
        "Installing the Quorum/Witness package writes `QUORUM_MODE=majority` and `WITNESS_MODE=remote_verify` into the file. That default cannot work in a cluster of 2 nodes: add a witness-only node, or choose another mode. In `majority` mode an odd number of nodes is recommended, the witness-only node counted.",
        "The mode must fit `WITNESS_MODE` and the number of nodes. `storage` goes with `WITNESS_MODE=storage` and with nothing else. `tcp_remote` runs on 2 nodes only when `WITNESS_MODE` is `none`.",
        "A saved change takes effect at once, on each node separately. While the file has been changed on some nodes but not yet on others, the cluster runs with that mixture.",
        "`storage` exists since 9.3. `tcp_remote` is listed up to 9.9.0 and is missing from the list of 10.0; no release note that says so was found.",
      ].join("\n\n"),
      ja: [
        "Quorum チェックは、あるノードとの最後のコミュニケーションパスが切れたとき（`COMM_DOWN`）、パスが復旧したとき（`COMM_UP`）、そして LifeKeeper の起動時に 1 回（`LCM_AVAIL`）行われます。`COMM_DOWN` で失敗したノードは `QUORUM_LOSS_ACTION` の動作を実行します。成功した場合は、続いて `WITNESS_MODE` の Witness チェックが相手ノードの生死を判断します。",
        "Quorum/Witness パッケージをインストールすると、`QUORUM_MODE=majority` と `WITNESS_MODE=remote_verify` がファイルに書き込まれます。このデフォルトは 2 ノードのクラスターでは成り立ちません。Witness 専用ノードを追加するか、別のモードを選んでください。`majority` では、Witness 専用ノードも含めて奇数のノード数が推奨されています。",
        "モードは `WITNESS_MODE` とノード数に合っている必要があります。`storage` は `WITNESS_MODE=storage` とだけ組み合わせられます。`tcp_remote` を 2 ノードで使えるのは `WITNESS_MODE` が `none` のときだけです。",
        "変更は保存した時点で、ノードごとに有効になります。一部のノードだけ書き換えた状態では、その混在した設定でクラスターが動いています。",
        "`storage` は 9.3 以降で使えます。`tcp_remote` は 9.9.0 までの一覧にあり、10.0 の一覧にはありません。ただし、廃止を明記したリリースノートは見つかっていません。",
      ].join("\n\n"),
    },
    examples: ["QUORUM_MODE=majority", "QUORUM_MODE=storage", "QUORUM_MODE=none"],
    seeAlso: ["WITNESS_MODE", "QUORUM_LOSS_ACTION", "QUORUM_HOSTS", "QWK_STORAGE_TYPE"],
    sources: [
      "QP100",
      "QUORUM_PARAMETERS_LIST_990",
      "QP961",
      "QP950J",
      "QP931",
      "QW9J",
      "QW922",
      "P130",
      "MAJ932",
      "VM941J",
    ],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "documented",
      default: "documented",
      version: "inferred",
      mustAgree: "inferred",
    },
  },
  {
    name: "WITNESS_MODE",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "remote_verify",
          meaning: {
            en: "All other nodes are asked. If one of them still sees the suspect alive, no failover happens; only if all see it failed, the failover goes on.",
            ja: "ほかのすべてのノードに確認します。1 台でも「障害なし」と答えればフェイルオーバーせず、すべてのノードが障害と答えたときだけフェイルオーバーします。",
          },
        },
        {
          value: "storage",
          since: "9.3",
          meaning: {
            en: "The suspect's QWK object on the shared storage is watched. While it is being updated the node is alive; once the updates stop for `QWK_STORAGE_NUMHBEATS` checks in a row it counts as failed. Needs `QUORUM_MODE=storage`.",
            ja: "共有ストレージにある相手ノードの QWK オブジェクトを監視します。更新されていれば生存、`QWK_STORAGE_NUMHBEATS` 回続けて更新がなければ障害とみなします。`QUORUM_MODE=storage` が必要です。",
          },
        },
        {
          value: "none",
          aliases: ["off"],
          meaning: {
            en: "No witness check is made: a node that cannot be reached is always taken as failed.",
            ja: "Witness チェックを行わず、疎通できないノードは常に障害とみなします。",
          },
        },
      ],
    },
    default: "remote_verify",
    takesEffect: "immediately",
    mustAgree: "per-node",
    requires: {
      en: "the Quorum/Witness package (`steeleye-lkQWK`)",
      ja: "Quorum/Witness パッケージ（`steeleye-lkQWK`）",
    },
    summary: {
      en: "How a node gets a second opinion about a node that looks failed, before it takes over its resources.",
      ja: "障害が疑われるノードのリソースを引き継ぐ前に、そのノードの状態について「セカンドオピニオン」を得る方式です。",
    },
    details: {
      en: [
        "The witness check is made only when the node has passed the quorum check of `QUORUM_MODE`. It asks about 1 suspect: alive means that nothing moves, failed means an ordinary failover. It keeps a plain network fault between two nodes from moving resources.",
        "A witness-only node has no resources to take over and needs no witness check: set `WITNESS_MODE=none` there, whatever the other nodes have. This is why the value may differ from node to node.",
        "With `remote_verify` at least 3 nodes are needed, whatever the quorum mode. What it decides when no other node is left to ask is not documented; the simulator treats that as a reading of its own.",
        "`storage` must be chosen in both settings or in neither.",
        "With `none` on two nodes and `QUORUM_MODE=tcp_remote`, a cut of all paths between the nodes leaves both with quorum and nobody to object: both bring the resources in service.",
      ].join("\n\n"),
      ja: [
        "Witness チェックは、`QUORUM_MODE` の Quorum チェックに成功したノードだけが行います。対象は障害が疑われる 1 台のノードで、生存と判断すれば何も動かず、障害と判断すれば通常のフェイルオーバーになります。ノード間の単純な通信障害でリソースが動くことを防ぎます。",
        "Witness 専用ノードには引き継ぐリソースがないため、Witness チェックは不要です。ほかのノードの設定にかかわらず、Witness 専用ノードでは `WITNESS_MODE=none` を設定してください。値がノードごとに異なってよいのはこのためです。",
        "`remote_verify` では、Quorum モードが何であっても 3 ノード以上が必要です。確認できるノードが残っていないときの判断は資料に書かれておらず、シミュレーターでは独立した解釈として扱います。",
        "`storage` は両方の設定で選ぶか、どちらでも選ばないかのいずれかです。",
        "2 ノードで `none` と `QUORUM_MODE=tcp_remote` を組み合わせると、ノード間のパスがすべて切れたときに両方が Quorum を保持したままになり、止めるものがありません。両方のノードがリソースを起動します。",
      ].join("\n\n"),
    },
    examples: ["WITNESS_MODE=remote_verify", "WITNESS_MODE=storage", "WITNESS_MODE=none"],
    seeAlso: ["QUORUM_MODE", "QWK_STORAGE_NUMHBEATS"],
    sources: ["QP100", "QUORUM_PARAMETERS_LIST_990", "QP961", "QP950J", "QP931", "QW9J", "P131", "STO981J"],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "documented",
      default: "documented",
      mustAgree: "documented",
    },
  },
  {
    name: "QUORUM_LOSS_ACTION",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "fastkill",
          meaning: {
            en: "Stops the node at once, without any shutdown task such as syncing disks. It stays off until somebody starts it by hand.",
            ja: "ディスクの同期などのシャットダウン処理を一切行わず、ノードを直ちに停止します。手動で起動するまで停止したままです。",
          },
        },
        {
          value: "fastboot",
          meaning: {
            en: "Reboots the node at once, without any shutdown task such as syncing disks. It comes back through an ordinary start.",
            ja: "ディスクの同期などのシャットダウン処理を一切行わず、ノードを直ちに再起動します。その後は通常の起動処理で復帰します。",
          },
        },
        {
          value: "osu",
          meaning: {
            en: "The node keeps running and takes its resources out of service. The gentlest action, and for some clusters too weak or too slow.",
            ja: "ノードは稼働を続け、リソースだけをサービス休止にします。最も穏やかな動作ですが、構成によっては保護が不十分だったり、応答が遅すぎたりすることがあります。",
          },
        },
      ],
    },
    default: "fastkill",
    defaultHistory: [{ until: "9.0", value: "fastboot" }],
    defaultNote: {
      en: "8.x has `fastboot`, 9.3.1 and later have `fastkill`; the version in between that changed it was not found.",
      ja: "8.x では `fastboot`、9.3.1 以降では `fastkill` です。その間のどのバージョンで変わったかは確認できていません。",
    },
    takesEffect: "immediately",
    requires: {
      en: "the Quorum/Witness package (`steeleye-lkQWK`)",
      ja: "Quorum/Witness パッケージ（`steeleye-lkQWK`）",
    },
    summary: {
      en: "What a node does to itself when it finds that it has lost quorum.",
      ja: "Quorum を失ったと判断したノードが、自分自身に対して行う動作です。",
    },
    details: {
      en: [
        "All 3 actions end with the node's resources out of service, so that the side that holds quorum may start them. The action runs when the loss shows up because of a communication path failure.",
        "`fastkill` and `fastboot` free external resources quickly and surely, at the price of a hard stop. With `osu` the old active node still needs the time of an ordinary removal, while the other side may already be starting.",
        "Known issue (9.5.2 to 9.8.0): with `fastboot`, automatic switchback may not happen after the reboot.",
        "Gracefully stopped nodes also stop being reachable. In `majority` mode stop the standby first, then the active node, then the witness; before 9.6.1 wait until the standby has stopped completely, or the active node may see a false loss of quorum and run this action.",
        "LifeKeeper for Windows has only `osu`.",
      ].join("\n\n"),
      ja: [
        "3 種類の動作はいずれも、Quorum を保持する側がリソースを起動できるよう、自ノードのリソースを休止させます。動作するのは、コミュニケーションパスの障害によって Quorum の喪失が検知されたときです。",
        "`fastkill` と `fastboot` は、強制停止と引き換えに、外部のリソースから素早く確実にノードを切り離します。`osu` では、それまで稼働していたノードの休止処理に通常どおりの時間がかかり、その間に相手側が起動を始めることがあります。",
        "既知の問題（9.5.2 ～ 9.8.0）: `fastboot` では、再起動の後に自動スイッチバックが行われないことがあります。",
        "正常に停止したノードも疎通できなくなります。`majority` では、スタンバイ、アクティブ、Witness の順に停止してください。9.6.1 より前では、スタンバイが完全に停止してからアクティブを停止します。そうしないと、アクティブノードが Quorum を失ったと誤って判断し、この動作を実行することがあります。",
        "LifeKeeper for Windows で使えるのは `osu` だけです。",
      ].join("\n\n"),
    },
    examples: ["QUORUM_LOSS_ACTION=fastkill", "QUORUM_LOSS_ACTION=osu"],
    seeAlso: ["QUORUM_MODE"],
    sources: [
      "QP100",
      "QUORUM_PARAMETERS_LIST_990",
      "QP961",
      "QP950J",
      "QP931",
      "QW9J",
      "P132",
      "KI952J",
      "KI980J",
      "KB-MAJORDER",
    ],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "QUORUM_HOSTS",
    type: { kind: "list", separator: ",", item: "host:port" },
    default: null,
    until: "10.0",
    takesEffect: "immediately",
    requires: { en: "`QUORUM_MODE=tcp_remote`", ja: "`QUORUM_MODE=tcp_remote`" },
    summary: {
      en: "The hosts that a node tries to reach over TCP to decide about quorum in `tcp_remote` mode.",
      ja: "`tcp_remote` モードで、Quorum の有無を判断するために TCP 接続を試すホストの一覧です。",
    },
    details: {
      en: [
        "Written as `host:port`, separated by commas, without spaces. A node holds quorum when more than half of them accept a connection within `QUORUM_TIMEOUT_SECS`; exactly half is not enough, so an odd number of hosts is recommended.",
        "The hosts need not run LifeKeeper: any TCP service that is always up will do, for example a router or a name server. Choose hosts that are independent of the communication paths, and of each other: hosts behind one switch fail together.",
        "Read only while `QUORUM_MODE=tcp_remote`; in other modes the line has no effect. No source limits the number of hosts.",
        "Listed up to 9.9.0, missing from the list of 10.0 together with the mode itself.",
      ].join("\n\n"),
      ja: [
        "`host:port` をカンマで区切り、空白を入れずに書きます。`QUORUM_TIMEOUT_SECS` 以内に過半数のホストへ接続できれば、Quorum を保持していると判断します。ちょうど半数では足りないため、奇数のホスト数が推奨されています。",
        "これらのホストに LifeKeeper は不要です。ルーターやネームサーバーなど、常に動いている TCP サービスであれば使えます。コミュニケーションパスからも、互いからも独立したホストを選んでください。同じスイッチにつながったホストは同時に使えなくなります。",
        "`QUORUM_MODE=tcp_remote` のときだけ参照され、ほかのモードでは効果がありません。ホスト数の上限を示す資料はありません。",
        "9.9.0 までの一覧にあり、10.0 の一覧からはモードそのものとともになくなっています。",
      ].join("\n\n"),
    },
    examples: ["QUORUM_HOSTS=myhost:80,router1:443,router2:22"],
    seeAlso: ["QUORUM_MODE", "QUORUM_TIMEOUT_SECS"],
    sources: ["QUORUM_PARAMETERS_LIST_990", "QP961", "QP950J", "QP931", "P130", "QW9J", "TCP940J"],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "documented",
      default: "documented",
      version: "inferred",
    },
  },
  {
    name: "QUORUM_TIMEOUT_SECS",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "20",
    until: "10.0",
    takesEffect: "immediately",
    requires: { en: "`QUORUM_MODE=tcp_remote`", ja: "`QUORUM_MODE=tcp_remote`" },
    summary: {
      en: "How long a connection to one of `QUORUM_HOSTS` may take before that host counts as unreachable.",
      ja: "`QUORUM_HOSTS` のホストへの接続確認を打ち切るまでの時間です。超えたホストは接続できないものとみなします。",
    },
    details: {
      en: [
        "It lengthens the quorum check exactly when a host does not answer at all, that is in the very fault the check is made for. Whether the hosts are tried at the same time or one after the other is not documented; in the worse case the check takes this value times the number of hosts.",
        "A smaller value makes the decision faster, but also makes a slow network look like a lost one.",
        "The manual says only that the value is an integer; it gives no range. Read only while `QUORUM_MODE=tcp_remote`.",
      ].join("\n\n"),
      ja: [
        "ホストがまったく応答しないとき、つまりこのチェックが必要になる障害のときにこそ、Quorum チェックを長引かせます。ホストを同時に試すのか 1 台ずつ試すのかは資料に書かれていません。後者であれば、最長でこの値にホスト数を掛けた時間がかかります。",
        "小さくすると判断は速くなりますが、遅いだけのネットワークを切断と見誤りやすくなります。",
        "マニュアルには整数であることだけが書かれ、範囲の記載はありません。`QUORUM_MODE=tcp_remote` のときだけ参照されます。",
      ].join("\n\n"),
    },
    examples: ["QUORUM_TIMEOUT_SECS=20"],
    seeAlso: ["QUORUM_HOSTS", "QUORUM_MODE"],
    sources: ["QUORUM_PARAMETERS_LIST_990", "QP961", "QP950J", "QP931", "P130"],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "documented",
      default: "documented",
      version: "inferred",
    },
  },
  {
    name: "ALLOW_EXTEND_WITH_QUORUM_ERROR",
    type: {
      kind: "flag",
      on: ["true"],
      off: ["false"],
      meaning: {
        on: {
          en: "A resource may be extended to another node although the quorum check fails or reports an error.",
          ja: "Quorum チェックが失敗またはエラーになっていても、リソースをほかのノードへ拡張できます。",
        },
        off: {
          en: "Extending a resource stops when the quorum check fails or reports an error.",
          ja: "Quorum チェックが失敗またはエラーになっている間は、リソースの拡張を中止します。",
        },
      },
    },
    default: "false",
    takesEffect: "immediately",
    requires: {
      en: "the Quorum/Witness package (`steeleye-lkQWK`)",
      ja: "Quorum/Witness パッケージ（`steeleye-lkQWK`）",
    },
    summary: {
      en: "Whether a resource may be extended to another node while the quorum check fails.",
      ja: "Quorum チェックが失敗している間も、リソースの拡張を続けられるようにするかどうかです。",
    },
    details: {
      en: [
        "Concerns the building of a hierarchy only; it does not let a node without quorum bring resources in service.",
        "Leave `false` in a cluster in operation: an extension that stops on a quorum error shows that the quorum settings are not working yet.",
        "Listed in 9.9.0 and 10.0. It is not in the readable part of the lists up to 9.6.1, so the first version that has it is not known.",
      ].join("\n\n"),
      ja: [
        "リソース階層を構築する操作だけに関わる設定です。Quorum を保持しないノードがリソースを起動できるようになるわけではありません。",
        "運用中のクラスターでは `false` のままにしてください。Quorum のエラーで拡張が止まるのは、Quorum の設定がまだ機能していないことを示しています。",
        "9.9.0 と 10.0 の一覧にあります。9.6.1 までの一覧の読めた範囲にはなく、どのバージョンから使えるかは分かっていません。",
      ].join("\n\n"),
    },
    examples: ["ALLOW_EXTEND_WITH_QUORUM_ERROR=false"],
    seeAlso: ["QUORUM_MODE"],
    sources: ["QP100", "QUORUM_PARAMETERS_LIST_990"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "QUORUM_DEBUG",
    type: {
      kind: "flag",
      on: ["true", "on", "1"],
      off: [""],
      meaning: {
        on: { en: "Debug messages are written.", ja: "デバッグメッセージを出力します。" },
        off: { en: "No debug messages.", ja: "デバッグメッセージを出力しません。" },
      },
    },
    default: "",
    requires: {
      en: "the Quorum/Witness package (`steeleye-lkQWK`)",
      ja: "Quorum/Witness パッケージ（`steeleye-lkQWK`）",
    },
    summary: {
      en: "Writes debug messages of the quorum modules.",
      ja: "Quorum モジュールのデバッグメッセージを出力します。",
    },
    details: {
      en: "Seen only in the example file of the 8.x manual, where it is empty and `true`, `on` or `1` switch it on. The lists of 9.3.1 and later do not name it, so it may have no effect today. For tracing a problem only.",
      ja: "8.x のマニュアルの設定例にだけ現れます。そこでは空で、`true`、`on`、`1` のいずれかで有効になります。9.3.1 以降の一覧にはないため、現在は効果がない可能性があります。問題の調査にだけ使ってください。",
    },
    examples: ["QUORUM_DEBUG=", "QUORUM_DEBUG=on"],
    sources: ["P131"],
    evidence: { entry: "unsure", file: "documented", values: "unsure", default: "inferred" },
  },
  {
    name: "QUORUM_QUARANTINE_SECS",
    belongsTo: "windows",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "300",
    takesEffect: "immediately",
    requires: { en: "LifeKeeper for Windows", ja: "LifeKeeper for Windows" },
    summary: {
      en: "LifeKeeper for Windows only: how long the LifeKeeper service waits before it starts again after losing quorum.",
      ja: "LifeKeeper for Windows 専用です。Quorum を失った後、LifeKeeper サービスが再起動するまで待つ時間です。",
    },
    details: {
      en: "LifeKeeper for Linux does not have it; there, `QUORUM_LOSS_ACTION` says what a node does after losing quorum. If the line stands in the file of a Linux node it was probably copied from a Windows manual: remove it, and check the lines around it, since the defaults of the Windows edition differ.",
      ja: "LifeKeeper for Linux にはありません。Linux 版では、Quorum を失ったノードの動作は `QUORUM_LOSS_ACTION` が決めます。Linux のノードのファイルにこの行があれば、Windows 版のマニュアルから写されたものと考えられます。行を削除し、Windows 版とはデフォルトが異なるため、前後の行も確認してください。",
    },
    examples: ["QUORUM_QUARANTINE_SECS=300"],
    seeAlso: ["QUORUM_LOSS_ACTION"],
    sources: ["Q-WIN", "WINQP"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "documented" },
  },
  {
    name: "QWK_STORAGE_TYPE",
    since: "9.3",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "block",
          meaning: {
            en: "A block device: a physical disk, an RDM, an iSCSI disk.",
            ja: "ブロックデバイスです（物理ディスク、RDM、iSCSI など）。",
          },
        },
        {
          value: "file",
          meaning: {
            en: "A file on a shared file system such as NFS or Amazon EFS.",
            ja: "NFS や Amazon EFS など、共有ファイルシステム上のファイルです。",
          },
        },
        {
          value: "aws_s3",
          meaning: {
            en: "An object in Amazon S3 or in a storage service compatible with it.",
            ja: "Amazon S3 または S3 互換ストレージのオブジェクトです。",
          },
        },
      ],
    },
    default: null,
    takesEffect: "qwk-storage-init",
    mustAgree: "all",
    requires: {
      en: "`QUORUM_MODE=storage` and `WITNESS_MODE=storage`",
      ja: "`QUORUM_MODE=storage` と `WITNESS_MODE=storage`",
    },
    summary: {
      en: "The kind of shared storage that holds the QWK objects. Required in storage mode.",
      ja: "QWK オブジェクトを置く共有ストレージの種類です。storage モードでは必ず設定します。",
    },
    details: {
      en: [
        "All QWK objects of a cluster lie on the same kind of storage. The storage serves quorum only: it must not be protected as a LifeKeeper resource, and every node must be able to reach it at any time.",
        "Usual choices: `block` with a shared disk whose reservations are off (`RESERVATIONS=none`), `file` where DataKeeper replicates the data, `aws_s3` on AWS.",
        "Takes effect only after `qwk_storage_init` has run, and only while both modes are `storage`.",
        "LifeKeeper for Windows has no `block`.",
      ].join("\n\n"),
      ja: [
        "クラスターの QWK オブジェクトは、すべて同じ種類のストレージに置きます。このストレージは Quorum 専用です。LifeKeeper のリソースとして保護することはできず、すべてのノードから常にアクセスできる必要があります。",
        "一般的な選び方は、リザベーションを使わない共有ディスク（`RESERVATIONS=none`）なら `block`、DataKeeper でデータを複製する構成なら `file`、AWS なら `aws_s3` です。",
        "`qwk_storage_init` を実行して初めて有効になります。また、両方のモードが `storage` のときだけ使われます。",
        "LifeKeeper for Windows に `block` はありません。",
      ].join("\n\n"),
    },
    examples: ["QWK_STORAGE_TYPE=block", "QWK_STORAGE_TYPE=file"],
    seeAlso: ["QWK_STORAGE_OBJECT_", "QWK_STORAGE_HBEATTIME", "QWK_STORAGE_NUMHBEATS", "RESERVATIONS"],
    sources: [
      "QP100",
      "QUORUM_PARAMETERS_LIST_990",
      "QP961",
      "QP931",
      "KB-QWKBLOCK",
      "SCSK",
      "STORAGE_MODE_990",
      "STO981J",
      "KB-PLAT",
    ],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "QWK_STORAGE_HBEATTIME",
    since: "9.3",
    type: { kind: "duration", ranges: [{ min: 5, max: 10 }], unit: "seconds" },
    default: "6",
    takesEffect: "qwk-storage-init",
    requires: {
      en: "`QUORUM_MODE=storage` and `WITNESS_MODE=storage`",
      ja: "`QUORUM_MODE=storage` と `WITNESS_MODE=storage`",
    },
    summary: {
      en: "The time between two reads and writes of the QWK objects.",
      ja: "QWK オブジェクトを読み書きする間隔です。",
    },
    details: {
      en: [
        "Together with `QWK_STORAGE_NUMHBEATS` it decides how long the witness check takes: with the defaults 6 s × 4 = 24 s without an update until a node counts as failed.",
        "It must not be below `LCMHBEATTIME`; the lists of 9.9.0 and 10.0 say so, those up to 9.6.1 do not.",
        "For `aws_s3` the manual of LifeKeeper for Windows recommends 7 or more; the Linux manual gives no such advice in its readable part.",
      ].join("\n\n"),
      ja: [
        "`QWK_STORAGE_NUMHBEATS` とともに、Witness チェックにかかる時間を決めます。デフォルトでは 6 秒 × 4 = 24 秒の間更新がないと、そのノードを障害とみなします。",
        "`LCMHBEATTIME` より小さくしてはいけません。9.9.0 と 10.0 の一覧に記載があり、9.6.1 までの一覧にはありません。",
        "`aws_s3` では、LifeKeeper for Windows のマニュアルが 7 以上を推奨しています。Linux 版のマニュアルの読めた範囲に、その記載はありません。",
      ].join("\n\n"),
    },
    examples: ["QWK_STORAGE_HBEATTIME=6"],
    seeAlso: ["QWK_STORAGE_NUMHBEATS", "LCMHBEATTIME", "QWK_STORAGE_TYPE"],
    sources: ["QP100", "QUORUM_PARAMETERS_LIST_990", "QP961", "QP931", "STO951", "Q-WIN"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "QWK_STORAGE_NUMHBEATS",
    since: "9.3",
    type: { kind: "integer", ranges: [{ min: 3 }], unit: "times" },
    default: "4",
    takesEffect: "qwk-storage-init",
    requires: {
      en: "`QUORUM_MODE=storage` and `WITNESS_MODE=storage`",
      ja: "`QUORUM_MODE=storage` と `WITNESS_MODE=storage`",
    },
    summary: {
      en: "After how many checks in a row without an update of its QWK object a node counts as failed.",
      ja: "QWK オブジェクトが何回続けて更新されなければ、そのノードを障害とみなすかの回数です。",
    },
    details: {
      en: [
        "Time until a node counts as failed: `QWK_STORAGE_HBEATTIME` × this value, 24 s with the defaults and 15 s at the least.",
        "A larger value tolerates longer stalls of the storage and delays a failover by just as much. No upper limit is documented.",
      ].join("\n\n"),
      ja: [
        "ノードを障害とみなすまでの時間は `QWK_STORAGE_HBEATTIME` × この値です。デフォルトでは 24 秒、最短で 15 秒になります。",
        "大きくするとストレージの一時的な停止に耐えられますが、その分フェイルオーバーが遅れます。上限は資料に書かれていません。",
      ].join("\n\n"),
    },
    examples: ["QWK_STORAGE_NUMHBEATS=4"],
    seeAlso: ["QWK_STORAGE_HBEATTIME"],
    sources: ["QP100", "WINQP", "STO981J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "QWK_STORAGE_OBJECT_",
    variableEnd: { placeholder: "host" },
    since: "9.3",
    type: { kind: "path" },
    default: null,
    takesEffect: "qwk-storage-init",
    requires: {
      en: "`QUORUM_MODE=storage` and `WITNESS_MODE=storage`",
      ja: "`QUORUM_MODE=storage` と `WITNESS_MODE=storage`",
    },
    summary: {
      en: "Where the QWK object of one node lies. Every node's file needs one such line for every node of the cluster.",
      ja: "1 台のノードの QWK オブジェクトの場所です。どのノードのファイルにも、クラスターの全ノード分の行が必要です。",
    },
    details: {
      en: [
        "The end of the name is the node's name as `lcduname` prints it, with each `-` and `.` replaced by `_`: node `lksios-1` gives `QWK_STORAGE_OBJECT_lksios_1`. A hyphen left in the name made `qwk_storage_init` fail on 9.5.1. Two nodes whose names differ only in these characters would share one line; that this breaks is our conclusion.",
        "What to write depends on `QWK_STORAGE_TYPE`. `block`: the path of a device, best one under `/dev/disk/by-id/` that is the same at every start. `file`: the path of a file. `aws_s3`: the object's location, whose exact form no readable source shows.",
        "An object takes 4096 bytes, and every node needs its own. Partitions used for `block` must be aligned to 4 KiB.",
        "Storage mode allows 2 to 4 nodes, so there are 2 to 4 of these lines. Avoid a layout in which one object can be reached while another cannot. Run `qwk_storage_init` after every change.",
      ].join("\n\n"),
      ja: [
        "名前の末尾は `lcduname` が表示するノード名で、`-` と `.` はそれぞれ `_` に置き換えます。ノード `lksios-1` であれば `QWK_STORAGE_OBJECT_lksios_1` です。ハイフンを残したまま 9.5.1 で `qwk_storage_init` が失敗した例があります。これらの文字だけが異なる 2 台のノードは同じ行になってしまいます（衝突するというのは本製品の推論です）。",
        "書く内容は `QWK_STORAGE_TYPE` によって異なります。`block` ではデバイスのパスを書きます。再起動しても変わらない `/dev/disk/by-id/` の下のパスが適しています。`file` ではファイルのパスを書きます。`aws_s3` ではオブジェクトの場所を書きますが、正確な書式は読めた資料にありません。",
        "オブジェクトは 1 つにつき 4096 バイトで、ノードごとに必要です。`block` でパーティションを使う場合は 4 KiB 境界に揃えてください。",
        "storage モードは 2 ～ 4 ノードなので、この行も 2 ～ 4 行になります。一部のオブジェクトにだけアクセスできる状態が起こりうる配置は避けてください。変更したら必ず `qwk_storage_init` を実行します。",
      ].join("\n\n"),
    },
    examples: [
      "QWK_STORAGE_OBJECT_lknode01=/dev/disk/by-id/wwn-0x5000c500a0b1c2d3-part1",
      "QWK_STORAGE_OBJECT_lksios_1=/mnt/quorum/lksios-1.qwk",
    ],
    seeAlso: ["QWK_STORAGE_TYPE", "QUORUM_MODE"],
    sources: ["QP100", "KB-QWKBLOCK", "SCSK", "AZSTO951J", "STO951", "STO990J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
