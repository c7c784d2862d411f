// What the model assumes beyond the documents and beyond the readings, as data: for the ledger of a proof and for the
// page docs/simulation-assumptions.md. A change of the engine that changes one of these changes it here.

import type { SourceKey } from "../catalogue/sources.ts";
import type { Localized } from "../locale/localized.ts";

export interface Assumption {
  readonly id: string;
  readonly about: AssumptionTopic;
  readonly text: Localized;
  readonly sources: readonly SourceKey[];
}

export type AssumptionTopic = "time" | "nodes" | "resources" | "faults" | "verdicts" | "search" | "not-modelled";

export const assumptionTopics: readonly { readonly id: AssumptionTopic; readonly title: Localized }[] = [
  { id: "time", title: { en: "Time", ja: "時間" } },
  { id: "nodes", title: { en: "Nodes and communication", ja: "ノードと通信" } },
  { id: "resources", title: { en: "Resources", ja: "リソース" } },
  { id: "faults", title: { en: "Faults of a proof", ja: "証明が調べる障害" } },
  { id: "verdicts", title: { en: "Verdicts", ja: "判定" } },
  {
    id: "search",
    title: {
      en: "How a proof searches, what it merges, and what shows that this is right",
      ja: "証明の探索方法とまとめ方、その正しさの根拠",
    },
  },
  { id: "not-modelled", title: { en: "Not modelled", ja: "モデルに含まれないもの" } },
];

export const assumptions: readonly Assumption[] = [
  {
    id: "instant-handlers",
    about: "time",
    text: {
      en: "Event handlers, removals and restores take no time. Whatever waits does so for exactly as long as its parameter says: heartbeats, QUORUM_TIMEOUT_SECS, the storage watch, CONFIRMSOTO, LKCHECKINTERVAL, FAILFASTTIMER.",
      ja: "イベントの処理、リソースの停止と起動には時間がかからないものとします。待ち時間はパラメーターの値どおりです（ハートビート、QUORUM_TIMEOUT_SECS、ストレージの監視、CONFIRMSOTO、LKCHECKINTERVAL、FAILFASTTIMER）。",
    },
    sources: ["HB970", "QP100", "CSO75", "RER980", "LKSCSID75"],
  },
  {
    id: "latest-moment",
    about: "time",
    text: {
      en: "A scenario uses the latest moment: a silence is noticed after the whole LCMHBEATTIME × LCMNUMHBEATS, a failed resource at the end of the check interval. The earliest is one heartbeat earlier, or at once.",
      ja: "シナリオでは最も遅い時点を使います。ハートビートの途絶は LCMHBEATTIME × LCMNUMHBEATS の全時間が過ぎた時点、リソースの障害はチェック間隔の終わりに検知します。最も早い場合は、それぞれハートビート 1 回分早い時点と直後です。",
    },
    sources: ["HB970", "RER980"],
  },
  {
    id: "restart-time",
    about: "time",
    text: {
      en: "A machine that restarts by itself is back after 120 s, and a resynchronisation takes 600 s. No document says so; only scenarios show these times, and verdicts use the first one only to decide whether a loss is noticed before the return.",
      ja: "自動的に再起動するマシンは 120 秒で復帰し、再同期は 600 秒かかるものとします。資料に記載はありません。この時間はシナリオの表示に使うほか、判定では復帰前に停止が検知されるかどうかにだけ使います。",
    },
    sources: [],
  },
  {
    id: "views-at-start",
    about: "nodes",
    text: {
      en: "At LCM_AVAIL a starting node already knows which of its paths work, so that its quorum check counts them; COMM_UP follows.",
      ja: "起動するノードは LCM_AVAIL の時点で使えるパスを把握しており、Quorum チェックに数えます。COMM_UP はその後に発生します。",
    },
    sources: ["MAJ932", "MAJ931"],
  },
  {
    id: "start-check",
    about: "nodes",
    text: {
      en: "A node that is not a server of any resource makes no quorum check when it starts, because it has nothing to start.",
      ja: "どのリソースのサーバーでもないノードは、起動時に Quorum チェックを行いません。起動するものがないためです。",
    },
    sources: ["KB-MAJORDER"],
  },
  {
    id: "witness-at-start",
    about: "nodes",
    text: {
      en: "Witnesses are asked when LifeKeeper starts too. A node that cannot see a server of a hierarchy, and learns that this server lives, does not start the hierarchy: it may run there. That the node reacts to the answer in this way is inferred.",
      ja: "Witness への問い合わせは LifeKeeper の起動時にも行われます。リソース階層のあるサーバーに到達できず、そのサーバーが稼働中と分かった場合、そこで動いている可能性があるため、階層を起動しません。回答に対するこの動作は推論です。",
    },
    sources: ["QW9J", "P135"],
  },
  {
    id: "witness-at-return",
    about: "nodes",
    text: {
      en: "Witnesses are asked when a path comes back too. Nothing is started then, so the answer changes nothing.",
      ja: "パスが復旧したときにも Witness への問い合わせが行われますが、このとき起動するものはないため、回答による違いはありません。",
    },
    sources: ["QW9J", "P135"],
  },
  {
    id: "watch-quorum",
    about: "nodes",
    text: {
      en: "A watch on a quorum object presupposes quorum until it ends: a node that loses the storage in the meantime takes the loss action and takes nothing over.",
      ja: "QWK オブジェクトの監視は、終わるまで Quorum があることを前提とします。途中でストレージを失ったノードは引き継がず、Quorum 喪失時の動作を行います。",
    },
    sources: ["QW9J", "STO981J"],
  },
  {
    id: "object-places",
    about: "nodes",
    text: {
      en: "Quorum objects lie where `holds` says. Where nothing says it, a node reaches the quorum storage as a whole or not at all, and any of several storages is enough.",
      ja: "QWK オブジェクトは `holds` に書かれたストレージにあります。書かれていなければ、ノードは Quorum ストレージ全体に到達できるか、できないかのどちらかで、複数あればいずれかに到達できればよいものとします。",
    },
    sources: ["STO951", "STO990J"],
  },
  {
    id: "overlapping-stops",
    about: "nodes",
    text: {
      en: "Before 9.6.1, in majority mode, a stop during the stop of another node always looks like the loss of all communication. The article says that it may.",
      ja: "9.6.1 より前の majority モードでは、ほかのノードの停止処理中に停止すると、必ず全通信の切断と誤検知されるものとします。資料では「おそれがある」とされています。",
    },
    sources: ["KB-MAJORDER"],
  },
  {
    id: "loss-action-trigger",
    about: "nodes",
    text: {
      en: "The loss action is taken at COMM_DOWN only, as its definition speaks of a failure of communication paths. A node that starts, or meets a peer again, without quorum brings nothing in service and does no more; a storage or host that is lost while the paths work changes nothing until the next event.",
      ja: "Quorum 喪失時の動作は、定義のとおりコミュニケーションパスの障害（COMM_DOWN）でだけ行います。Quorum のないまま起動したノードや、相手と再び通信できたノードは、何もサービス中にせず、それ以上のことはしません。パスが使える間にストレージやホストを失っても、次のイベントまでは何も起こりません。",
    },
    sources: ["QW9J", "P132", "P135", "STO951"],
  },
  {
    id: "no-late-start",
    about: "nodes",
    text: {
      en: "What was not started for lack of quorum is not started later at COMM_UP; somebody has to bring it in service.",
      ja: "Quorum がないために起動しなかったリソースは、後の COMM_UP でも起動しません。手動でサービス中にする必要があります。",
    },
    sources: ["P135"],
  },
  {
    id: "handler-order",
    about: "nodes",
    text: {
      en: "The order confirmation, STONITH, takeover is inferred. In a scenario handlers that are due at the same moment run in the order of the nodes in the file; a proof tries every order.",
      ja: "確認、STONITH、引き継ぎの順序は推論です。同時に処理されるイベントは、シナリオではファイルのノード順に処理し、証明ではすべての順序を調べます。",
    },
    sources: ["CSO75", "STONITH961"],
  },
  {
    id: "power-off-works",
    about: "nodes",
    text: {
      en: "STONITH always works. When two nodes try to power each other off, the first one wins.",
      ja: "STONITH は必ず成功します。2 台のノードが互いに電源を切ろうとするときは、先のノードが勝ちます。",
    },
    sources: ["STONITH961"],
  },
  {
    id: "frozen-holds",
    about: "nodes",
    text: {
      en: "A frozen node answers nobody and handles nothing, but still holds what it had in service, because it may resume at any moment.",
      ja: "フリーズしたノードは応答も処理もしませんが、サービス中のリソースは保持しているとみなします。いつ動作を再開するか分からないためです。",
    },
    sources: ["DISR951"],
  },
  {
    id: "hierarchy-together",
    about: "resources",
    text: {
      en: "Resources that are connected by dependencies, including through a shared child, are taken over together, by the priorities of their root. Where several roots share something, the priorities of the resource with the most servers count, whichever is written first.",
      ja: "依存関係でつながるリソースは、共有された子を介する場合も含めて一緒に引き継がれ、ルートの優先順位に従います。複数のルートが子を共有する場合は、書かれた順に関係なく、サーバーが最も多いリソースの優先順位に従います。",
    },
    sources: ["SRV990", "P73", "P248"],
  },
  {
    id: "failure-goes",
    about: "resources",
    text: {
      en: "A resource that failed works again wherever it is started next.",
      ja: "障害が発生したリソースは、次に起動した場所では正常に動作するものとします。",
    },
    sources: [],
  },
  {
    id: "siblings-alike",
    about: "resources",
    text: {
      en: "A step that fails ends a start. What stands at the same step of the order (addresses, or everything else) is tried first, so that the lines of a file decide nothing; whether addresses come before the rest is a reading.",
      ja: "起動の手順は失敗した時点で終わります。ただし同じ段階（IP アドレス、またはそれ以外）にあるものは先に試すため、ファイルの行の順序は結果に影響しません。IP アドレスがほかより先かどうかは解釈の 1 つです。",
    },
    sources: ["KB-FLOW", "P69"],
  },
  {
    id: "failed-alone",
    about: "resources",
    text: {
      en: "When a resource fails and may not move, only that resource becomes OSF; what stands above it stays in service.",
      ja: "障害が発生しても移動できないリソースは、それだけが OSF になります。上位のリソースはサービス中のままです。",
    },
    sources: ["P145", "P301"],
  },
  {
    id: "mirror-behind",
    about: "resources",
    text: {
      en: "A target falls behind when its node goes off while the source is in service, or when its node noticed the loss of the source and left it the resource. Until then it counts as in sync, so that the writes between a cut and its notice are not counted as lost.",
      ja: "ターゲットが同期していない状態になるのは、ソースがサービス中の間にターゲットのノードが停止したとき、またはターゲットのノードがソースとの通信断を検知し、引き継がないと判断したときです。それまでは同期しているとみなすため、切断から検知までの書き込みは損失に数えません。",
    },
    sources: ["P325", "P284"],
  },
  {
    id: "mirror-links",
    about: "resources",
    text: {
      en: "Replication uses any TCP path of the pair that works. A TTY path carries heartbeats only: while it is the last one, the target falls behind.",
      ja: "レプリケーションには、ペアの使用可能な TCP パスのいずれかを使うものとします。TTY パスはハートビートだけを運ぶため、これだけが残ると、ターゲットは同期していない状態になります。",
    },
    sources: ["CHC951", "MAP941"],
  },
  {
    id: "fault-kinds",
    about: "faults",
    text: {
      en: "crash: a node goes off. freeze: it stands still; resuming is not counted. isolate: a node loses every path and every quorum host at once and runs on. cut: one link of one path. network, domain: everything in it at once. storage, host: one node, or all of them at once, lose the quorum storage or a quorum host. resource: one fails beyond local recovery where it is in service. stop: LifeKeeper is stopped on a node. reboot: a node restarts, or something that was off, cut or lost comes back.",
      ja: "crash はノードの停止、freeze はノードのフリーズ（動作の再開は件数に数えません）、isolate はノードが稼働したまま全パスと全 Quorum ホストを一度に失うこと、cut は 1 本のリンクの切断です。network と domain はまとめて停止します。storage と host は、1 台のノードまたは全ノードが一度に、Quorum ストレージまたはホスト 1 台を失います。resource は、サービス中の場所でローカルリカバリーでは回復しない障害です。stop は LifeKeeper の停止、reboot はノードの再起動、または停止・切断・喪失したものの復旧です。",
    },
    sources: [],
  },
  {
    id: "faults-any-time",
    about: "faults",
    text: {
      en: "A fault can come at any moment: after the previous one has settled, before it was noticed, or between what two nodes do. Handlers take no time, so that none falls between a notice and the handler that follows it in the same moment. Each counts as one.",
      ja: "障害はいつでも発生し得ます。前の障害が落ち着いた後、検知される前、2 台のノードの処理の間のいずれも調べます。処理には時間がかからないため、検知と、同じ時点に続くその処理との間に障害が入ることはありません。それぞれ 1 件と数えます。",
    },
    sources: [],
  },
  {
    id: "short-interruptions",
    about: "faults",
    text: {
      en: "What was cut or lost stays so, unless the kind reboot is among the faults: only then interruptions that end before they are noticed are tried. With one path per pair, a cut and such an interruption of the path to the witness can leave a hierarchy in service on two nodes.",
      ja: "障害の種類に reboot を含めない限り、切断や喪失が復旧することはなく、検知される前に終わる瞬断は調べません。ペアごとのパスが 1 本の場合、切断と Witness へのパスの瞬断が重なると、階層が 2 台のノードでサービス中のままになることがあります。",
    },
    sources: [],
  },
  {
    id: "split-any-resource",
    about: "verdicts",
    text: {
      en: "Split brain: any resource of a hierarchy is in service on two machines that are on, and nothing more happens by itself.",
      ja: "スプリットブレイン: リソース階層のいずれかのリソースが、電源の入った 2 台のマシンでサービス中であり、それ以上何も自動では起こらない状態です。",
    },
    sources: ["BLOG2012", "KB-SCSI"],
  },
  {
    id: "outage-halted",
    about: "verdicts",
    text: {
      en: "Outage: no node that works and that clients reach has a whole hierarchy in service, root and all that it needs, although LifeKeeper runs on one of its servers, or one of them halted itself for lack of quorum. In the latter case not a fault but LifeKeeper stopped the server.",
      ja: "サービス停止: いずれかのサーバーで LifeKeeper が動作している、または Quorum の喪失で自ら停止したサーバーがあるにもかかわらず、クライアントから到達できる稼働中のノードのどれでも、階層全体（ルートと、それが必要とするすべて）がそろってサービス中になっていない状態です。後者のサーバーを止めたのは障害ではなく LifeKeeper です。",
    },
    sources: ["QW9J", "P132"],
  },
  {
    id: "asynchronous-writes",
    about: "verdicts",
    text: {
      en: "Data loss does not count the writes that an asynchronous mirror still owes its target when the source dies: up to LKDR_ASYNC_LIMIT of them may be lost in any failover.",
      ja: "データ損失の判定には、ソースの停止時に非同期ミラーがターゲットへ送り終えていない書き込みを含めません。どのフェイルオーバーでも、最大で LKDR_ASYNC_LIMIT 個の書き込みが失われることがあります。",
    },
    sources: ["DK950", "DK932"],
  },
  {
    id: "two-active-bound",
    about: "verdicts",
    text: {
      en: "The longest time in service on two nodes is the supremum over every schedule within the bounds, and the counterexample shows one that lasts so long. Only what ends by itself counts; what needs a further fault to end is a split brain. A test lets random runs try to exceed it, and permutes the nodes.",
      ja: "2 台のノードで同時にサービス中となる最長時間は、範囲内のすべてのスケジュールにわたる上限の値であり、反例はその長さになるスケジュールを示します。自動的に終わるものだけが対象で、別の障害がなければ終わらないものはスプリットブレインです。ランダムな実行がこれを超えないことと、ノードの並べ替えで変わらないことをテストで確かめています。",
    },
    sources: ["HB970"],
  },
  {
    id: "own-moment",
    about: "search",
    text: {
      en: "Each node notices a silence in its own moment, between LCMHBEATTIME × (LCMNUMHBEATS − 1) and LCMHBEATTIME × LCMNUMHBEATS after it began. A witness that is asked before has not noticed; what it says then is a reading.",
      ja: "ノードはそれぞれの時点で途絶を検知します。その時点は、途絶の開始から LCMHBEATTIME ×（LCMNUMHBEATS − 1）以降、LCMHBEATTIME × LCMNUMHBEATS 以内です。それより前に問い合わせを受けた Witness はまだ検知しておらず、そのときの答えは解釈の 1 つです。",
    },
    sources: ["HB970", "P134"],
  },
  {
    id: "exact-time",
    about: "search",
    text: {
      en: "Whatever happens by itself has a least and a most delay since it became possible. A search keeps, for each state, the set of times that are still left as difference bounds (zones). With closed bounds that is exact: a violation counts only with a schedule, and every schedule is covered. A test replays every counterexample at its moments, checks the moments by difference constraints that share nothing with the search, compares with an explorer that counts time in whole units, and lets random runs of random clusters try to contradict.",
      ja: "自動的に起こるものには、起こり得るようになってからの最短時間と最長時間があります。探索では、残り時間の集合を状態ごとに差分制約（ゾーン）として保持します。境界が閉じているため厳密です。違反はスケジュールがあるときだけ数え、すべてのスケジュールを調べます。テストでは、すべての反例をその時点どおりに再現し、探索とは別の差分制約で時点を検査し、整数単位の時間で調べる別の探索と比較し、ランダムなクラスターのランダムな実行が判定と矛盾しないことを確かめています。",
    },
    sources: ["HB970"],
  },
  {
    id: "idle-handlers",
    about: "search",
    text: {
      en: "Handlers whose result is fixed and changes nothing are taken off at once instead of being tried in every order (partial-order reduction): the quorum of the node holds in any case, it takes nothing over, and no mirror or power control depends on the peer. While a handler runs, only notices that bear on it are tried before it: of a peer that the same node loses in the same moment, unless that one can be noticed first, handled without effect, and leave the same; and of a witness that it asks. Everything else leads to the same state before the notice that is handled, or after the handler. A test explores random clusters with and without and compares.",
      ja: "結果が決まっていて何も変えない処理は、順序を入れ替えて調べずに直ちに除きます（半順序簡約）。そのノードの Quorum がいずれにしても保持され、何も引き継がず、ミラーと電源制御が相手に依存しない場合です。処理の間に起こる検知は、その処理に関わるものだけを先に試します。同じノードが同じ時点に失う別の相手の検知（先に検知して何も起こさず処理しても同じ結果になるときを除く）と、問い合わせを受ける Witness の検知です。それ以外は、処理される検知の前でも処理の後でも同じ状態になります。ランダムなクラスターを、省く場合と省かない場合の両方で調べ、判定が一致することをテストで確かめています。",
    },
    sources: [],
  },
  {
    id: "quiet-notices",
    about: "search",
    text: {
      en: "That a node has noticed the loss of a peer is left open as long as it makes no difference: whichever of its losses it has noticed, it holds quorum, takes nothing over, begins no watch, neither mirrors nor power control depend on the peer, and nobody who lost the peer waits for what it says. The time of the notice stays in the zone and may lie in the past. As soon as a step depends on it, or the state makes it matter, both ways are followed, each in the part of the zone in which it is possible; a counterexample says when it was noticed. How long ago it was is forgotten, because nothing asks for more than whether it has happened (extrapolation). Where nodes are asked about a peer, one that has not noticed its loss is enough for the answer, and what the others have noticed stays open then. A step that would go in more than 4,096 ways ends the search, which says so and claims nothing of the rest. A test explores random clusters with and without, under the default readings and under any, and compares.",
      ja: "ノードが相手の喪失を検知したかどうかは、違いを生まない間は決めずにおきます。どの喪失を検知済みであっても、そのノードが Quorum を保持し、何も引き継がず、監視を始めず、ミラーも電源制御も相手に依存せず、同じ相手を失って返答を待つノードもない場合です。検知の時点はゾーンに残り、過去になることもあります。ある出来事がそれに依存するか、状態が変わって意味を持つと、直ちに両方の場合を、それぞれが可能なゾーンの範囲で調べます。反例には検知した時点を示します。どれほど前だったかは忘れます。起こったかどうかしか問われないためです（外挿）。ある相手について尋ねられるノードのうち 1 台でも喪失を検知していなければ返答は決まるので、残りのノードの検知は決めずにおきます。1 ステップで 4,096 通りを超える場合分けが必要になると、そこで探索を終えてその旨を示し、残りについては何も主張しません。ランダムなクラスターを、デフォルトの解釈でも任意の解釈でも、省く場合と省かない場合の両方で調べ、判定が一致することをテストで確かめています。",
    },
    sources: [],
  },
  {
    id: "plain-resources",
    about: "search",
    text: {
      en: "Resources of a hierarchy form a class when no rule tells them apart: the same servers, the same policy, the same step of the start order, the same resources below them that can fail to start, and no property names them. With up to k failing resources at most k of a class ever differ from the rest, so that k + 1 of them stand for all. Links of a pair on the same network, nodes that serve nothing and hosts that everybody asks are merged when exchanging them leaves the model as it is. A test explores with and without and compares, also on random clusters.",
      ja: "階層のリソースは、どの規則でも区別できないとき 1 つの類になります。サーバー、ポリシー、起動順序の段階、下位にある起動に失敗し得るリソースが同じで、どの性質にも名指しされていないものです。リソース障害が最大 k 件なら、類の中でほかと異なる状態になるのは最大 k 個なので、k + 1 個で全体を代表できます。同じネットワーク上の同じペアのリンク、リソースを持たないノード、全ノードが問い合わせるホストは、入れ替えてもモデルが変わらないときにまとめます。まとめる場合とまとめない場合の判定が一致することを、ランダムなクラスターも含めてテストで確かめています。",
    },
    sources: [],
  },
  {
    id: "not-one-way",
    about: "not-modelled",
    text: {
      en: "Links that lose some packets or carry only one direction; nodes that are slow but not frozen; clock differences.",
      ja: "一部のパケットだけを失うリンクや片方向だけ通るリンク、フリーズには至らない遅いノード、時計のずれ。",
    },
    sources: [],
  },
  {
    id: "not-shared-witness",
    about: "not-modelled",
    text: {
      en: "A witness that serves several clusters: only the nodes of this cluster are counted.",
      ja: "複数のクラスターで共有する Witness。数えるのはこのクラスターのノードだけです。",
    },
    sources: ["QW922"],
  },
  {
    id: "not-delayed-resync",
    about: "not-modelled",
    text: {
      en: "Parameters that hold a resynchronisation back: LKDR_WAIT_TO_RESYNC, LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT, LKDR_CONNECT_NBD_DURING_RESTORE.",
      ja: "再同期を遅らせるパラメーター（LKDR_WAIT_TO_RESYNC、LKDR_WAIT_FOR_PREVIOUS_SOURCE_TIMEOUT、LKDR_CONNECT_NBD_DURING_RESTORE）。",
    },
    sources: ["WAIT960", "DK980"],
  },
  {
    id: "not-notification-only",
    about: "not-modelled",
    text: {
      en: "The policy NotificationOnly, and policies set for a whole server.",
      ja: "NotificationOnly ポリシーと、サーバー単位のポリシー。",
    },
    sources: ["POL960"],
  },
  {
    id: "not-public-network",
    about: "not-modelled",
    text: {
      en: "Link checks and pings of an address. The network that `on-network` names serves its duplicate check only; what the others would find is written as `fail`.",
      ja: "IP アドレスのリンクチェックと ping による確認。`on-network` のネットワークは重複チェックにだけ使います。ほかの確認で見つかる障害は `fail` で書いてください。",
    },
    sources: ["IPOPS990", "IP_PARAMETERS_LIST_932"],
  },
];
