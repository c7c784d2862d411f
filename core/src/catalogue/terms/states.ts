// States of resources, nodes and communication paths.

import type { Term } from "./term.ts";

export const stateTerms = [
  {
    id: "ISP",
    group: "state",
    name: { en: "In service, protected", ja: "サービス中（保護）" },
    also: ["in service"],
    text: {
      en: "The resource runs on this node; LifeKeeper monitors it, repairs it, and fails it over. Of a shared resource at most 1 node may be in this state.",
      ja: "リソースがこのノードで動作し、LifeKeeper が監視、復旧、フェイルオーバーを行う状態です。共有するリソースでこの状態になれるのは、最大 1 ノードです。",
    },
    seeAlso: ["ISU", "OSU", "split-brain"],
    sources: ["RS932", "INST75", "P217"],
    evidence: "documented",
  },
  {
    id: "ISU",
    group: "state",
    name: { en: "In service, unprotected", ja: "サービス中（保護なし）" },
    text: {
      en: "The resource runs on this node, and LifeKeeper neither repairs it nor fails it over. That is the meaning in 9.x; the man page of 7.5 still kept the failover. File systems use it as a warning that they are nearly full, and stay monitored.",
      ja: "リソースはこのノードで動作していますが、LifeKeeper は復旧もフェイルオーバーも行いません。これは 9.x での意味で、7.5 のマニュアルページではフェイルオーバーは行われます。ファイルシステムでは使用率の警告として使われ、監視は続きます。",
    },
    seeAlso: ["ISP"],
    sources: ["RS932", "RS970J", "INST75"],
    evidence: "documented",
  },
  {
    id: "OSU",
    group: "state",
    name: { en: "Out of service, unimpaired", ja: "サービス休止（障害なし）" },
    also: ["out of service"],
    text: {
      en: "The resource does not run on this node and could: the ordinary state on a standby node. Not to be confused with the value `osu` of `QUORUM_LOSS_ACTION`, which is named after it.",
      ja: "リソースはこのノードで動作しておらず、引き継ぎが可能な状態です。スタンバイノードでの通常の状態です。`QUORUM_LOSS_ACTION` の値 `osu` はこの状態にちなんだ名前で、別のものです。",
    },
    seeAlso: ["ISP", "OSF"],
    sources: ["RS932", "INST75"],
    evidence: "documented",
  },
  {
    id: "OSF",
    group: "state",
    name: { en: "Out of service, failed", ja: "サービス休止（障害）" },
    text: {
      en: "The resource is out of service because something failed: its restore, its recovery, or a check on the standby node. The command `retstate` sets it back to OSU after a failed check of an out-of-service resource. Whether a standby in this state is passed over in a failover is not documented.",
      ja: "起動や復旧の失敗、スタンバイノードでの監視の失敗によってサービス休止になっている状態です。サービス休止中のリソースの監視で失敗した場合は、コマンド `retstate` で OSU に戻します。この状態のスタンバイがフェイルオーバー先から外れるかどうかは資料に書かれていません。",
    },
    seeAlso: ["OSU", "retstate"],
    sources: ["RS932", "INST75", "OSU981"],
    evidence: "documented",
  },
  {
    id: "ILLSTATE",
    group: "state",
    name: { en: "Not yet initialised", ja: "初期化前（不正な状態）" },
    text: {
      en: "No state has been set yet. Passing, while LifeKeeper starts; the resource is not protected meanwhile.",
      ja: "まだ状態が設定されていません。LifeKeeper の起動中に一時的に現れ、その間リソースは保護されません。",
    },
    sources: ["RS932", "P212"],
    evidence: "documented",
  },
  {
    id: "UNKNOWN",
    group: "state",
    name: { en: "Unknown", ja: "不明" },
    text: {
      en: "The state cannot be found out from here, for example because the node does not answer. The GUI also shows it when more than one node claims to be active.",
      ja: "ノードが応答しないなどの理由で、状態を確認できません。GUI では、複数のノードがアクティブを主張している場合にも表示されます。",
    },
    sources: ["P212", "STAT990"],
    evidence: "documented",
  },
  {
    id: "ALIVE",
    group: "state",
    name: { en: "Alive", ja: "ALIVE（接続中）" },
    text: {
      en: "State of a communication path over which heartbeats arrive. A node counts as reachable while 1 path to it is alive.",
      ja: "ハートビートが届いているコミュニケーションパスの状態です。1 本でも ALIVE のパスがあれば、そのノードとは疎通できるとみなされます。",
    },
    seeAlso: ["DEAD"],
    sources: ["P210", "HB970"],
    evidence: "documented",
  },
  {
    id: "DEAD",
    group: "state",
    name: { en: "Dead", ja: "DEAD（切断）" },
    text: {
      en: "State of a communication path on which `LCMNUMHBEATS` heartbeats in a row were missed. Nothing else happens until the last path between two nodes is dead.",
      ja: "`LCMNUMHBEATS` 回続けてハートビートが届かなかったコミュニケーションパスの状態です。2 台のノード間の最後のパスが DEAD になるまで、ほかには何も起こりません。",
    },
    seeAlso: ["ALIVE", "COMM_DOWN"],
    sources: ["P210", "HB970", "SRV990"],
    evidence: "documented",
  },
  {
    id: "resyncing",
    group: "state",
    name: { en: "Resync under way", ja: "再同期中" },
    also: ["Resyncing", "Resync"],
    text: {
      en: "A mirror's target is being brought up to date. Until it is in sync, the target cannot take over; when the source fails meanwhile, there is no failover.",
      ja: "ミラーのターゲットにデータを再同期している状態です。同期が終わるまで、ターゲットは引き継げません。その間にソースが故障しても、フェイルオーバーは行われません。",
    },
    seeAlso: ["mirror", "mirror_status", "bitmap"],
    sources: ["P284", "P325"],
    evidence: "documented",
  },
  {
    id: "bitmap",
    group: "state",
    name: { en: "Bitmap of a mirror", ja: "ミラーのビットマップ" },
    also: ["Bitmap"],
    text: {
      en: "Notes which parts of a mirrored disk the target still lacks. With it a resync copies those only; `mirror_status` prints how many are dirty.",
      ja: "ミラーするディスクのうち、ターゲットにまだ反映されていない部分の記録です。これにより、再同期ではその部分だけが複製されます。未反映（dirty）の数は `mirror_status` に表示されます。",
    },
    seeAlso: ["mirror", "mirror_status"],
    sources: ["P283", "BLOG2012"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
