// The statements of a cluster block and of the blocks in it.

import type { Statement } from "./statement.ts";

export const fileStatements = [
  {
    keyword: "cluster",
    forms: ["cluster <name> {"],
    text: {
      en: "The cluster that this file describes: its nodes, paths, networks and resource hierarchies. One per file.",
      ja: "このファイルが表すクラスターです。ノード、コミュニケーションパス、ネットワーク、リソース階層を書きます。1 ファイルに 1 つです。",
    },
    snippet:
      'cluster <1:name> {\n  platform <2|physical,vmware,aws,azure,gcp,oci|>\n  defaults "<3:etc/default/LifeKeeper>"\n\n  <0>\n}',
  },
  {
    keyword: "scenario",
    forms: ["scenario <title> {"],
    text: {
      en: "A failover scenario: what happens step by step, and what is expected. Runs in the Test Explorer and with `lkcluster test`.",
      ja: "フェイルオーバーのシナリオです。起きることを順に書き、期待する結果を添えます。テストエクスプローラーと `lkcluster test` で実行できます。",
    },
    snippet:
      'scenario "<1:the active node stops>" {\n  crash <2:node>\n  expect <3:tag> active on <4:node> within <5:60s>\n}<0>',
    term: "scenario",
  },
  {
    keyword: "prove",
    forms: ["prove <title> {"],
    text: {
      en: "A proof: every combination of faults up to a limit is explored, in every order, and must keep what is claimed.",
      ja: "証明です。上限までの障害のあらゆる組み合わせと順序を探索し、主張が常に成り立つことを確かめます。",
    },
    snippet:
      'prove "<1:two faults never split the brain>" {\n  never split-brain\n  sometimes failover\n  up to <2:2> faults\n}<0>',
    term: "proof",
  },
] as const satisfies readonly Statement[];

export const clusterStatements = [
  {
    keyword: "lifekeeper",
    forms: ["lifekeeper <version>"],
    text: {
      en: "The version of LifeKeeper for Linux on the nodes. Rules, defaults and the support matrix follow it. Without it the newest known version is assumed.",
      ja: "ノードの LifeKeeper for Linux のバージョンです。ルール、デフォルト値、サポートの可否がこれに従います。省略すると、既知の最新バージョンとみなします。",
    },
  },
  {
    keyword: "platform",
    forms: ["platform <platform>"],
    text: {
      en: "Where the nodes run. Some fencing methods and quorum storages exist on some platforms only. Default `physical`.",
      ja: "ノードが動く環境です。フェンシングの方法や Quorum ストレージの種類は環境によって異なります。省略すると `physical` です。",
    },
  },
  {
    keyword: "quorum-package",
    forms: ["quorum-package <quorumPackage>"],
    text: {
      en: "Whether the Quorum/Witness Server Support Package is on the nodes. With `none` no quorum or witness check is ever made. Default `installed`.",
      ja: "Quorum/Witness パッケージがノードにあるかどうかです。`none` なら Quorum チェックも Witness チェックも行われません。省略すると `installed` です。",
    },
  },
  {
    keyword: "defaults",
    forms: ["defaults <file>"],
    text: {
      en: "The parameter file that all nodes share, relative to this file. What it does not set has its documented default; a node's `set` lines override it.",
      ja: "全ノード共通のパラメーターファイルを、このファイルからの相対パスで書きます。設定のないパラメーターはデフォルト値になります。ノードごとの `set` がこれより優先されます。",
    },
    snippet: 'defaults "<1:etc/default/LifeKeeper>"',
  },
  {
    keyword: "network",
    forms: ["network <name>"],
    text: {
      en: "A switch, VLAN or subnet. When it fails, everything that is `on` it is cut at the same moment.",
      ja: "スイッチ、VLAN、サブネットなどのネットワークです。障害が起きると、`on` でこれに載せたものがすべて同時に切れます。",
    },
  },
  {
    keyword: "domain",
    forms: ["domain <name> {"],
    text: {
      en: "Things that fail together: the nodes, networks, storages and hosts of one availability zone, rack or host machine.",
      ja: "まとめて障害になるもの（障害ドメイン）です。同じアベイラビリティーゾーン、ラック、物理ホストにあるノード、ネットワーク、ストレージ、ホストを並べます。",
    },
    snippet: "domain <1:name> { <2:members> }",
    term: "failure-domain",
  },
  {
    keyword: "node",
    forms: ["node <name> {"],
    text: {
      en: "A server that runs LifeKeeper and may hold resources. Its name is what `lcduname` prints there.",
      ja: "LifeKeeper が動作し、リソースを持てるサーバーです。名前は、そのサーバーで `lcduname` が表示するものです。",
    },
    snippet: "node <1:name> { address <2:192.0.2.1> }",
    term: "node",
  },
  {
    keyword: "witness",
    forms: ["witness <name> {"],
    text: {
      en: "A witness-only node: it votes and answers, but never has a protected resource.",
      ja: "Witness 専用ノードです。投票と応答だけを行い、保護対象のリソースを持ちません。",
    },
    snippet: "witness <1:name> { address <2:192.0.2.3>  set WITNESS_MODE = none }",
    term: "witness-only-node",
  },
  {
    keyword: "path",
    forms: ["path <node> <-> <node> {"],
    text: {
      en: "All communication paths between two nodes. A node counts as lost when the last of them is dead. At least two independent paths per pair are recommended.",
      ja: "2 台のノード間のコミュニケーションパスをまとめて書きます。すべて切れると相手を失ったとみなされます。独立した 2 本以上が推奨されます。",
    },
    snippet: "path <1:node1> <-> <2:node2> { tcp <3:192.0.2.1> <-> <4:192.0.2.2> priority <5:1> }",
    term: "communication-path",
  },
  {
    keyword: "storage",
    forms: ["storage <name> [{]"],
    text: {
      en: "The quorum storage of storage mode. Without a block, every node reaches it, and no network is involved.",
      ja: "storage モードの Quorum ストレージです。ブロックを省略すると、全ノードが特定のネットワークを介さずに到達できます。",
    },
    snippet: "storage <1:quorum-disk> { reached-by <2:nodes> }",
  },
  {
    keyword: "host",
    forms: ["host <host> [on <network>]"],
    text: {
      en: "An entry of `QUORUM_HOSTS`, named when it matters which network it is on.",
      ja: "`QUORUM_HOSTS` の項目です。どのネットワークにあるかが重要なときに書きます。",
    },
  },
  {
    keyword: "resource",
    forms: ["resource <name> <type> [<id>] [{]"],
    text: {
      en: "A root of a resource hierarchy. What is nested in it are its children: they come in service before it, and it fails over with them.",
      ja: "リソース階層のルートです。中に書いたものが子リソースになり、先にサービスを開始し、フェイルオーバーもまとめて行われます。",
    },
    snippet: "resource <1:tag> <2:gen/app> {\n  servers <3:node> 1, <4:node> 10\n  <0>\n}",
    term: "hierarchy",
  },
] as const satisfies readonly Statement[];

export const nodeStatements = [
  {
    keyword: "address",
    forms: ["address <address>"],
    text: {
      en: "The address at which SSH reaches the node. Default: its name.",
      ja: "SSH で接続するときのアドレスです。省略するとノード名を使います。",
    },
  },
  {
    keyword: "ssh",
    forms: ["ssh <ssh>"],
    text: {
      en: "`user@host:port`, or an alias of your SSH configuration, when the address alone is not enough.",
      ja: "アドレスだけでは接続できないとき、`user@host:port` か SSH 設定のエイリアスを書きます。",
    },
    snippet: 'ssh "<1:root@host>"',
  },
  {
    keyword: "file",
    forms: ["file <file>"],
    text: {
      en: "The path of the parameter file on the node. Default `/etc/default/LifeKeeper`.",
      ja: "ノード上のパラメーターファイルの場所です。省略すると `/etc/default/LifeKeeper` です。",
    },
    snippet: 'file "<1:/etc/default/LifeKeeper>"',
  },
  {
    keyword: "shutdown",
    forms: ["shutdown <shutdown>"],
    text: {
      en: "The shutdown strategy: whether another node takes over when this one is shut down properly. Default `stay` (Do Not Switch Over).",
      ja: "シャットダウンストラテジーです。正常にシャットダウンしたときに、ほかのノードへ切り替えるかを決めます。省略すると `stay`（Do Not Switch Over）です。",
    },
    term: "shutdown-strategy",
  },
  {
    keyword: "confirm-failover",
    forms: ["confirm-failover [from <node,>]"],
    text: {
      en: "This node asks an administrator before it takes over; with `from`, only when one of the nodes named there has failed (its flags `confirmso!NODE`). `CONFIRMSOTO` and `CONFIRMSODEF` say how long it waits and what happens then.",
      ja: "このノードは引き継ぎの前に管理者の確認を求めます。`from` があれば、そこに挙げたノードの障害のときだけです（フラグ `confirmso!NODE`）。待ち時間とその後の動作は `CONFIRMSOTO` と `CONFIRMSODEF` で決まります。",
    },
  },
  {
    keyword: "block-resource-failover",
    forms: ["block-resource-failover"],
    text: {
      en: "A resource that fails on this node is not taken over by another one.",
      ja: "このノードでリソースに障害が起きても、ほかのノードへフェイルオーバーしません。",
    },
  },
  {
    keyword: "stonith",
    forms: ["stonith"],
    text: {
      en: "The others can power this node off before they take over.",
      ja: "ほかのノードが引き継ぐ前に、このノードの電源を切れます。",
    },
  },
  {
    keyword: "set",
    forms: ["set <parameter> = <value,>"],
    text: {
      en: "A parameter that has another value on this node than in the shared parameter file.",
      ja: "共通のパラメーターファイルとは異なる、このノードだけの設定です。",
    },
    snippet: "set <1:PARAMETER> = <2:value>",
  },
] as const satisfies readonly Statement[];

export const pathStatements = [
  {
    keyword: "tcp",
    forms: ["tcp <address> <-> <address> [on <network>] [priority <priority>]"],
    text: {
      en: "A TCP communication path, from an address of the left node to one of the right. Priority 1 is best, 99 last.",
      ja: "TCP のコミュニケーションパスです。左のノードと右のノードのアドレスを書きます。優先順位は 1 が最高、99 が最低です。",
    },
    snippet: "tcp <1:192.0.2.1> <-> <2:192.0.2.2> priority <3:1>",
  },
  {
    keyword: "tty",
    forms: ["tty <device> <-> <device>"],
    text: {
      en: "A serial communication path; one per pair of nodes.",
      ja: "シリアル（TTY）のコミュニケーションパスです。ノードの組ごとに 1 本だけです。",
    },
    snippet: "tty <1:/dev/ttyS0> <-> <2:/dev/ttyS0>",
  },
] as const satisfies readonly Statement[];

export const storageStatements = [
  {
    keyword: "reached-by",
    forms: ["reached-by <node,>"],
    text: {
      en: "The nodes that can reach the storage. Default: all nodes.",
      ja: "このストレージに到達できるノードです。省略すると全ノードです。",
    },
  },
  {
    keyword: "on",
    forms: ["on <network>"],
    text: {
      en: "The network over which the storage is reached. When it is cut, so is the storage.",
      ja: "ストレージに到達するためのネットワークです。ネットワークが切れると、ストレージにも到達できなくなります。",
    },
  },
  {
    keyword: "holds",
    forms: ["holds <node,>"],
    text: {
      en: "The nodes whose quorum objects (`QWK_STORAGE_OBJECT_<host>`) lie on this storage. Only needed when the objects lie on several.",
      ja: "QWK オブジェクト（`QWK_STORAGE_OBJECT_<host>`）をこのストレージに置くノードです。オブジェクトを複数のストレージに分けるときだけ書きます。",
    },
  },
] as const satisfies readonly Statement[];

export const resourceStatements = [
  {
    keyword: "servers",
    forms: ["servers <node> <priority>"],
    text: {
      en: "The nodes that can run the hierarchy, each with its priority; 1 is best. Children inherit it. A node that is not listed cannot run it.",
      ja: "この階層を動かせるノードと優先順位です。1 が最高です。子リソースに引き継がれます。書かれていないノードでは動きません。",
    },
    snippet: "servers <1:node> 1, <2:node> 10",
  },
  {
    keyword: "switchback",
    forms: ["switchback <switchback> [on <node>]"],
    text: {
      en: "What happens when a server with a better priority returns: `intelligent` leaves the resource where it is, `automatic` brings it back.",
      ja: "優先順位の高いノードが戻ったときの動作です。`intelligent` はそのまま、`automatic` は自動で戻します。",
    },
    term: "switchback",
  },
  {
    keyword: "failover",
    forms: ["failover <onOff>"],
    text: {
      en: "The policy for failover: with `off` another node does not take the resource over when it fails. Default `on`.",
      ja: "フェイルオーバーのポリシーです。`off` なら、障害が起きてもほかのノードへ移りません。省略すると `on` です。",
    },
  },
  {
    keyword: "local-recovery",
    forms: ["local-recovery <onOff>"],
    text: {
      en: "Whether a failed resource is first repaired where it is. Default `on`.",
      ja: "障害時に、まずそのノード上での復旧（ローカルリカバリー）を試みるかどうかです。省略すると `on` です。",
    },
  },
  {
    keyword: "temporal-recovery",
    forms: ["temporal-recovery <count> in <duration>"],
    text: {
      en: "How many local recoveries are allowed in a period; after that the resource fails over.",
      ja: "期間内のローカルリカバリーの回数の上限です。超えるとフェイルオーバーします。",
    },
    snippet: "temporal-recovery <1:3> in <2:1h>",
  },
  {
    keyword: "mode",
    forms: ["mode <mode>"],
    text: {
      en: "How a mirror replicates.",
      ja: "ミラーの複製方式です。",
    },
  },
  {
    keyword: "reserved",
    forms: ["reserved"],
    text: {
      en: "A shared disk with SCSI reservation: only the node that holds the reservation can use it.",
      ja: "SCSI リザベーションを使う共有ディスクです。リザベーションを持つノードだけが使えます。",
    },
  },
  {
    keyword: "info",
    forms: ["info <text>"],
    text: {
      en: "The information text that LifeKeeper hands to the resource's scripts.",
      ja: "リソースのスクリプトに渡されるアプリケーション情報です。",
    },
    snippet: 'info "<1>"',
  },
  {
    keyword: "resource",
    forms: ["resource <name> <type> [<id>] [{]"],
    text: {
      en: "A child: the resource around it depends on it, and it comes in service first.",
      ja: "子リソースです。外側のリソースがこれに依存し、これが先にサービスを開始します。",
    },
    snippet: "resource <1:tag> <2:gen/filesys> <3:id>",
  },
  {
    keyword: "on-network",
    forms: ["on-network <network>"],
    text: {
      en: "The clients' network of an IP resource. Over it the duplicate check at the start finds the address on another node.",
      ja: "IP リソースのクライアント側ネットワークです。起動時の重複チェックは、このネットワークを通じて、ほかのノードで使用中のアドレスを見つけます。",
    },
  },
  {
    keyword: "uses",
    forms: ["uses <tag>"],
    text: {
      en: "A child that is written elsewhere in the file.",
      ja: "ファイルの別の場所に書いたリソースを子にします。",
    },
  },
] as const satisfies readonly Statement[];
