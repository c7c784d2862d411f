// The statements of scenarios and proofs, as hover and completion show them.

import type { Statement } from "./statement.ts";

export const scenarioStatements: readonly Statement[] = [
  {
    keyword: "given",
    forms: [
      "given <tag> active on <node,>",
      "given <tag> active nowhere",
      "given <tag> last active on <node>",
      "given <node> down",
      "given <node> isolated",
      "given mirror <tag> resyncing from <node> to <node>",
      "given mirror <tag> source <node>",
    ],
    text: {
      en: "How the scenario begins, where it differs from the usual: every hierarchy in service on its best server, all links up, mirrors in sync.",
      ja: "シナリオの初期状態のうち、通常と異なる点を書きます。通常は、各階層が優先順位の最も高いノードでサービス中、全リンクが接続中、ミラーは同期済みです。",
    },
  },
  {
    keyword: "expect",
    forms: [
      "expect <tag> active on <node,> [within <duration>]",
      "expect <tag> active nowhere [within <duration>]",
      "expect <tag> <state> on <node>",
      "expect <node> up",
      "expect <node> off",
      "expect <node> halted",
      "expect <node> rebooted",
      "expect quorum on <node>",
      "expect no quorum on <node>",
      "expect failover",
      "expect no failover",
      "expect no split-brain",
      "expect mirror <tag> corrupt on <node>",
    ],
    text: {
      en: "What must be true at this point of the scenario. `active on A` means in service there and nowhere else; `within` counts from the last action.",
      ja: "シナリオのこの時点で成り立つべきことです。`active on A` は A だけでサービス中という意味です。`within` は直前のアクションから数えます。",
    },
  },
  {
    keyword: "crash",
    forms: ["crash <node>"],
    text: {
      en: "The node stops at once and stays off until it is booted.",
      ja: "ノードが直ちに停止し、起動されるまで停止したままになります。",
    },
  },
  {
    keyword: "boot",
    forms: ["boot <node> [without network]"],
    text: {
      en: "The node is powered on and LifeKeeper starts; `without network` with all its communication paths still cut.",
      ja: "ノードの電源が入り、LifeKeeper が起動します。`without network` を付けると、コミュニケーションパスがすべて切れたまま起動します。",
    },
  },
  {
    keyword: "freeze",
    forms: ["freeze <node>"],
    text: {
      en: "The node hangs: it does nothing and answers nobody, but is not off.",
      ja: "ノードがフリーズします。動作も応答もしませんが、電源は入ったままです。",
    },
  },
  {
    keyword: "thaw",
    forms: ["thaw <node>"],
    text: { en: "A frozen node resumes where it stopped.", ja: "フリーズしていたノードが動作を再開します。" },
  },
  {
    keyword: "isolate",
    forms: ["isolate <node>"],
    text: {
      en: "The node loses every communication path and keeps running.",
      ja: "ノードのコミュニケーションパスがすべて切れますが、ノードは動き続けます。",
    },
  },
  {
    keyword: "cut",
    forms: ["cut <node> <-> <node>", "cut path <node> <-> <node> <count>", "cut network <network>"],
    text: {
      en: "All paths between two nodes are cut; or one of them, by its number; or everything on a network.",
      ja: "2 台のノード間の全パス、番号で指定した 1 本、またはネットワーク上のすべてを切断します。",
    },
  },
  {
    keyword: "partition",
    forms: ["partition <node,> | <node,>"],
    text: {
      en: "Every path between the two groups of nodes is cut; within each group nothing changes.",
      ja: "2 つのグループの間のパスがすべて切れます。グループ内の接続はそのままです。",
    },
    snippet: "partition <1:node> | <2:node>",
  },
  {
    keyword: "fail-domain",
    forms: ["fail-domain <domain>"],
    text: {
      en: "Everything in a failure domain fails at the same moment.",
      ja: "障害ドメインに属するものがすべて同時に障害になります。",
    },
    term: "failure-domain",
  },
  {
    keyword: "heal",
    forms: [
      "heal all",
      "heal <healed>",
      "heal <node> <-> <node>",
      "heal path <node> <-> <node> <count>",
      "heal network <network>",
      "heal domain <domain>",
    ],
    text: {
      en: "What was cut or lost works again.",
      ja: "切断や喪失の状態から元に戻します。",
    },
  },
  {
    keyword: "lose",
    forms: ["lose storage [<storage>] on <node>", "lose host <host> [on <node>]"],
    text: {
      en: "A node can no longer reach the quorum storage, or a quorum host; without `on` no node can.",
      ja: "ノードが Quorum ストレージまたは Quorum ホストに到達できなくなります。`on` がなければ全ノードが対象です。",
    },
  },
  {
    keyword: "regain",
    forms: ["regain storage [<storage>] on <node>", "regain host <host> [on <node>]"],
    text: { en: "The opposite of `lose`.", ja: "`lose` の逆で、再び到達できるようになります。" },
  },
  {
    keyword: "shutdown",
    forms: ["shutdown <node>"],
    text: {
      en: "The node is shut down properly; its shutdown strategy decides whether another one takes over.",
      ja: "ノードを正常にシャットダウンします。ほかのノードへ切り替えるかはシャットダウンストラテジーで決まります。",
    },
    term: "shutdown-strategy",
  },
  {
    keyword: "stop",
    forms: ["stop <node> [keeping applications] [allowing failover]"],
    text: {
      en: "LifeKeeper is stopped on the node; `keeping applications` (`lkstop -f`) leaves them running.",
      ja: "ノードの LifeKeeper を停止します。`keeping applications`（`lkstop -f`）を付けると、アプリケーションは動いたままになります。",
    },
  },
  {
    keyword: "start",
    forms: ["start <node>"],
    text: { en: "LifeKeeper is started on the node.", ja: "ノードの LifeKeeper を起動します。" },
  },
  {
    keyword: "reboot",
    forms: ["reboot <node>"],
    text: {
      en: "The node goes down at once and comes up again, with LifeKeeper.",
      ja: "ノードが直ちに再起動し、LifeKeeper も起動します。",
    },
  },
  {
    keyword: "in-service",
    forms: ["in-service <tag> on <node>"],
    text: {
      en: "An operator brings the resource in service there: a switchover if it is in service elsewhere.",
      ja: "オペレーターがそのノードでリソースをサービス中にします。ほかで動いていればスイッチオーバーになります。",
    },
  },
  {
    keyword: "out-of-service",
    forms: ["out-of-service <tag> on <node>"],
    text: {
      en: "An operator takes the resource out of service there.",
      ja: "オペレーターがそのノードでリソースをサービス休止にします。",
    },
  },
  {
    keyword: "fail",
    forms: ["fail <tag> [on <node>] [beyond local recovery]"],
    text: {
      en: "The resource fails. Local recovery repairs it, unless it is `beyond local recovery`. Without `on`, where it is in service.",
      ja: "リソースに障害が起きます。`beyond local recovery` がなければローカルリカバリーで復旧します。`on` を省略すると、サービス中のノードで起きます。",
    },
  },
  {
    keyword: "refuse",
    forms: ["refuse <operation> <tag> on <node>"],
    text: {
      en: "The next restore or remove of the resource on that node fails.",
      ja: "そのノードで次に行われる restore または remove が失敗します。",
    },
  },
  {
    keyword: "take-reservation",
    forms: ["take-reservation <tag> on <node>"],
    text: {
      en: "The node succeeds in taking the SCSI reservation of the disk.",
      ja: "そのノードがディスクの SCSI リザベーションの取得に成功します。",
    },
  },
  {
    keyword: "hold-reservation",
    forms: ["hold-reservation <tag>"],
    text: {
      en: "The node that has the SCSI reservation of the disk keeps it, and the other fails to take it.",
      ja: "ディスクの SCSI リザベーションを持つノードがそれを保持し、ほかのノードは取得に失敗します。",
    },
  },
  {
    keyword: "confirm",
    forms: ["confirm <node> <answer>"],
    text: {
      en: "The administrator answers whether the failed node named here may be taken over from.",
      ja: "障害の起きたノードからの引き継ぎを認めるかどうか、管理者が回答します。",
    },
  },
  {
    keyword: "force-mirror",
    forms: ["force-mirror <tag> on <node>"],
    text: {
      en: "An operator forces the mirror in service there although its data may be old.",
      ja: "データが古い可能性があっても、オペレーターがそのノードでミラーを強制的にサービス中にします。",
    },
  },
  {
    keyword: "break-mirror",
    forms: ["break-mirror <tag>"],
    text: { en: "Replication of the mirror stops.", ja: "ミラーの複製が止まります。" },
  },
  {
    keyword: "timeout-check",
    forms: ["timeout-check <tag> [on <node>]"],
    text: {
      en: "The check of the resource times out.",
      ja: "リソースの監視処理がタイムアウトします。",
    },
  },
  {
    keyword: "fail-standby",
    forms: ["fail-standby <tag> on <node>"],
    text: {
      en: "The check of the standby on that node finds the resource failed.",
      ja: "そのスタンバイノードでのヘルスチェックがリソースの障害を見つけます。",
    },
  },
  {
    keyword: "retstate",
    forms: ["retstate <tag> on <node>"],
    text: {
      en: "The operator clears the failed state of the standby (`retstate`); it is checked again from then on.",
      ja: "オペレーターがスタンバイの障害状態を解除します（`retstate`）。以後、再びチェックされます。",
    },
  },
  {
    keyword: "fill",
    forms: ["fill <tag> [on <node>]"],
    text: {
      en: "The file system fills up beyond its limit.",
      ja: "ファイルシステムの使用率が上限を超えます。",
    },
  },
  {
    keyword: "free",
    forms: ["free <tag> [on <node>]"],
    text: {
      en: "The file system has room again.",
      ja: "ファイルシステムの使用率が上限を下回ります。",
    },
  },
  {
    keyword: "wait",
    forms: ["wait <duration>"],
    text: {
      en: "Time passes. Without it the simulation runs after each action until nothing more happens by itself.",
      ja: "時間を進めます。書かない場合は、各アクションの後、何も起きなくなるまで進みます。",
    },
    snippet: "wait <1:10s>",
  },
];

export const proofStatements: readonly Statement[] = [
  {
    keyword: "never",
    forms: ["never <never>", "never two-active longer than <duration>"],
    text: {
      en: "What must not happen in any explored run.",
      ja: "探索したどの経過でも起きてはならないことです。",
    },
  },
  {
    keyword: "always",
    forms: ["always <tag> recovers"],
    text: {
      en: "Whatever happens within the bounds, the resource runs again by itself as long as one of its servers is up.",
      ja: "範囲内の障害で何が起きても、いずれかのサーバーが稼働している限り、リソースは自動的に再びサービス中になります。",
    },
  },
  {
    keyword: "sometimes",
    forms: ["sometimes <sometimes>"],
    text: {
      en: "What must happen in at least one explored run, so that a proof does not hold merely because nothing ever happens.",
      ja: "少なくとも 1 つの経過で起きるべきことです。何も起きないために証明が成り立ってしまうのを防ぎます。",
    },
  },
  {
    keyword: "up",
    forms: ["up to <count> faults [of <fault,>]"],
    text: {
      en: "How many faults are combined, and of which kinds. Without `of`, all kinds but `freeze`, `stop` and `reboot`.",
      ja: "組み合わせる障害の数と種類です。`of` を省略すると、`freeze`、`stop`、`reboot` 以外の全種類です。",
    },
    snippet: "up to <1:2> faults",
  },
];
