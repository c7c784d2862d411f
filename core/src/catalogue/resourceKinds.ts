// The kinds of resources, `application/kind` as in a cluster file: what the id is, what a resource of the kind stands
// on, and how sure we are that LifeKeeper calls it so.

import type { Evidence } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import type { SourceKey } from "./sources.ts";

/** What the id of a resource of this kind is. */
export type IdForm = "mount-point" | "device" | "address" | "free-text" | "unknown";

export interface ResourceKind {
  readonly application: string;
  readonly kind: string;
  readonly name: Localized;
  readonly idForm: IdForm;
  /** At least one child of one of these kinds is needed; empty when it can stand alone or nothing is known. */
  readonly needsOneOf: readonly string[];
  /** Kinds it usually stands on, beyond those it needs. */
  readonly usualChildren: readonly string[];
  /** Recovery kit or package that brings it; null when it belongs to the core. */
  readonly kit: Localized | null;
  /** Only LifeKeeper for Windows has it. */
  readonly windowsOnly?: true;
  readonly summary: Localized;
  readonly details: Localized;
  /** Parts of a cluster file, each a whole `resource`; a test parses them. */
  readonly examples: readonly string[];
  readonly sources: readonly SourceKey[];
  readonly evidence: Evidence;
}

export const idForms: Readonly<Record<IdForm, Localized>> = {
  "mount-point": { en: "its mount point", ja: "マウントポイント" },
  device: { en: "its device", ja: "デバイス" },
  address: { en: "its address", ja: "IP アドレス" },
  "free-text": { en: "free text", ja: "任意の文字列" },
  unknown: { en: "not documented", ja: "資料に記載なし" },
};

export const resourceKinds: readonly ResourceKind[] = [
  {
    application: "gen",
    kind: "app",
    name: { en: "Generic application", ja: "汎用アプリケーション（Generic Application）" },
    idForm: "free-text",
    needsOneOf: [],
    usualChildren: ["gen/filesys", "comm/ip", "gen/app"],
    kit: null,
    summary: {
      en: "Any application that your own scripts start, stop, check and repair.",
      ja: "独自のスクリプトで起動、停止、監視、復旧を行う任意のアプリケーションです。",
    },
    details: {
      en: [
        "It consists of a restore script, a remove script, and, if you like, a quickCheck and a recover script, with an information text that the scripts receive. Templates lie below `$LKROOT/lkadm/subsys/gen/app/templates`. Without a quickCheck nothing notices that the application has failed; without a recover script a failure leads straight to a failover.",
        "What the application needs (file system, address) is created as resources of its own and joined by dependencies.",
        "A generic application whose scripts are `/bin/true` is the manual's way to put one root over hierarchies that share a child, so that a failover removes them from the top down.",
        "In the information text avoid `!`, `,` and `=`: the vendor's own samples do.",
      ].join("\n\n"),
      ja: [
        "restore スクリプトと remove スクリプト、必要に応じて quickCheck スクリプトと recover スクリプト、そしてスクリプトに渡すアプリケーション情報からなります。テンプレートは `$LKROOT/lkadm/subsys/gen/app/templates` にあります。quickCheck がなければアプリケーションの障害に気付けません。recover がなければ、障害はそのままフェイルオーバーになります。",
        "アプリケーションに必要なファイルシステムや IP アドレスは、別のリソースとして作成し、依存関係で結びます。",
        "スクリプトに `/bin/true` を指定した汎用アプリケーションは、子リソースを共有する複数の階層に共通のルートを置くために使われます。マニュアルが示す方法で、フェイルオーバー時の停止が上から順に行われるようになります。",
        "アプリケーション情報では `!`、`,`、`=` を避けてください。ベンダーのサンプルでも避けられています。",
      ].join("\n\n"),
    },
    examples: [
      "resource payroll gen/app { servers a 1, b 10 resource /data gen/filesys /data { resource disk1 scsi/disk /dev/sdb } }",
    ],
    sources: ["GENAPP", "GENAPP-ROUTE", "YAMIKURO", "P248"],
    evidence: "documented",
  },
  {
    application: "gen",
    kind: "filesys",
    name: { en: "File system", ja: "ファイルシステム" },
    idForm: "mount-point",
    needsOneOf: ["scsi/netraid", "scsi/disk", "scsi/device"],
    usualChildren: ["scsi/netraid", "scsi/disk"],
    kit: null,
    summary: {
      en: "A file system that is mounted on the active node only.",
      ja: "アクティブノードでだけマウントされるファイルシステムです。",
    },
    details: {
      en: [
        "The id is the mount point, and so is the tag by default (`/data`). It stands on what holds the data: a DataKeeper mirror (`scsi/netraid`) or a shared disk (`scsi/disk`). With neither below it, the data does not follow the file system to the other node.",
        "Its use is also monitored, see `FILESYSFULLWARN` and `FILESYSFULLERROR`; the state ISU is then only a warning, and the file system stays monitored.",
        "Taking it out of service can take long while processes use it, see `FS_KERNEL_RETRIES`.",
      ].join("\n\n"),
      ja: [
        "ID はマウントポイントで、タグもデフォルトではマウントポイント（`/data`）です。データを持つ DataKeeper のミラー（`scsi/netraid`）または共有ディスク（`scsi/disk`）の上に置きます。どちらもないと、データがほかのノードへ引き継がれません。",
        "使用率も監視されます（`FILESYSFULLWARN`、`FILESYSFULLERROR`）。このときの ISU は警告だけを意味し、監視は続きます。",
        "使用中のプロセスがあると、サービス休止に時間がかかることがあります（`FS_KERNEL_RETRIES`）。",
      ].join("\n\n"),
    },
    examples: [
      "resource /data gen/filesys /data { servers a 1, b 10 resource datarep-data scsi/netraid /dev/xvdb { mode synchronous } }",
    ],
    sources: ["AWSQS-FIG", "RS970J", "BLOG2012"],
    evidence: "documented",
  },
  {
    application: "scsi",
    kind: "netraid",
    name: { en: "DataKeeper mirror", ja: "DataKeeper ミラー" },
    idForm: "device",
    needsOneOf: [],
    usualChildren: ["comm/ip"],
    kit: same("DataKeeper"),
    summary: {
      en: "A block device that DataKeeper replicates from the active node to the others.",
      ja: "DataKeeper がアクティブノードからほかのノードへ複製するブロックデバイスです。",
    },
    details: {
      en: [
        "The id is the source device, for example `/dev/xvdb`. The usual hierarchy is `gen/filesys` above, the mirror below it.",
        "Only a target in sync may take over: a node that was being resynced when the source died can bring neither the mirror nor its parents in service. After a failover the old source becomes a target and is resynced. A former source that starts and cannot reach the others refuses to start and sets a `data_corrupt` flag; forcing the mirror online is an administrator's decision.",
        "A hierarchy with a mirror never switches back by itself, whatever its switchback setting says. A mirror cannot fence by itself: use quorum and witness, or put an IP resource below the mirror, whose duplicate check stops the second node (same subnet only).",
        "A disk without a hardware id is refused with `ERROR 104052`: use a GPT partition.",
      ].join("\n\n"),
      ja: [
        "ID は `/dev/xvdb` などのソースのデバイスです。通常は上位に `gen/filesys`、その下にミラーという階層になります。",
        "引き継ぎ先になれるのは、同期が取れているターゲットだけです。再同期中にソースが停止すると、再同期されていたノードではミラーも親リソースもサービス中にできません。フェイルオーバーの後、以前のソースはターゲットになり、再同期されます。以前のソースが起動したときにほかのノードと通信できなければ、`data_corrupt` フラグを設定して起動を拒みます。強制的にオンラインにするかどうかは管理者の判断です。",
        "ミラーを含む階層は、スイッチバックの設定にかかわらず、自動では元のノードに戻りません。ミラー自体にはフェンシングの機能がないため、Quorum/Witness を使うか、ミラーの下位に IP リソースを置きます。後者は重複チェックによって 2 台目の起動を止めるもので、同じサブネットでだけ有効です。",
        "ハードウェア ID のないディスクは `ERROR 104052` で拒否されます。GPT パーティションを使ってください。",
      ].join("\n\n"),
    },
    examples: ["resource datarep-data scsi/netraid /dev/xvdb { servers a 1, b 10 mode synchronous }"],
    sources: ["AWSQS-FIG", "AWSQS-OLD", "P283", "P284", "P325", "SB990", "DKIO941J", "KI932J"],
    evidence: "documented",
  },
  {
    application: "scsi",
    kind: "disk",
    name: { en: "Shared disk (LUN)", ja: "共有ディスク（LUN）" },
    idForm: "device",
    needsOneOf: [],
    usualChildren: ["scsi/hostadp"],
    kit: null,
    summary: {
      en: "A disk that several nodes can reach and one of them owns.",
      ja: "複数のノードから接続でき、そのうち 1 台が所有するディスクです。",
    },
    details: {
      en: [
        "Locked per LUN: applications on partitions of the same LUN always run on the same node.",
        "With SCSI reservations (`reserved` in a cluster file) the disk itself decides which node may write. After a cut the standby tries to take the reservation; if it wins, the old active node notices at its next check and is restarted by force. Without reservations use quorum and witness or STONITH, see `RESERVATIONS`.",
      ].join("\n\n"),
      ja: [
        "LUN 単位でロックされるため、同じ LUN のパーティションを使うアプリケーションは、常に同じノードで動作します。",
        "SCSI リザベーションを使う場合（クラスターファイルでは `reserved`）、どのノードが書き込めるかをディスク自身が決めます。分断が起きるとスタンバイがリザベーションの取得を試み、成功すると、以前のアクティブノードは次の確認で気付いて強制的に再起動されます。リザベーションを使わない場合は、Quorum/Witness または STONITH を使ってください（`RESERVATIONS`）。",
      ].join("\n\n"),
    },
    examples: ["resource disk1 scsi/disk /dev/sdb { servers a 1, b 10 reserved }"],
    sources: ["RES961", "P66", "KB-SCSI", "SCSI980"],
    evidence: "documented",
  },
  {
    application: "scsi",
    kind: "device",
    name: { en: "Disk partition", ja: "ディスクパーティション" },
    idForm: "device",
    needsOneOf: [],
    usualChildren: ["scsi/disk"],
    kit: null,
    summary: { en: "A partition of a shared disk.", ja: "共有ディスクのパーティションです。" },
    details: {
      en: "Stands on the disk it is a part of. LifeKeeper creates it together with the file system above it.",
      ja: "属するディスクの上に置かれます。上位のファイルシステムを作成すると、LifeKeeper が合わせて作成します。",
    },
    examples: ["resource part1 scsi/device /dev/sdb1 { servers a 1, b 10 resource disk1 scsi/disk /dev/sdb }"],
    sources: ["RES961"],
    evidence: "documented",
  },
  {
    application: "scsi",
    kind: "hostadp",
    name: { en: "Host adapter", ja: "ホストアダプター" },
    idForm: "device",
    needsOneOf: [],
    usualChildren: [],
    kit: null,
    summary: {
      en: "The adapter through which a node reaches a shared disk.",
      ja: "ノードが共有ディスクに接続するためのアダプターです。",
    },
    details: {
      en: "The bottom of a shared-disk hierarchy. For planning a cluster it is enough to write the disk.",
      ja: "共有ディスクの階層の最下位にあります。クラスターの設計では、ディスクまで書けば十分です。",
    },
    examples: ["resource hba1 scsi/hostadp host0 { servers a 1, b 10 }"],
    sources: ["RES961"],
    evidence: "documented",
  },
  {
    application: "comm",
    kind: "ip",
    name: { en: "Virtual IP address", ja: "仮想 IP アドレス" },
    idForm: "address",
    needsOneOf: [],
    usualChildren: [],
    kit: { en: "IP kit", ja: "IP リカバリーキット" },
    summary: {
      en: "An address that follows the application from node to node.",
      ja: "アプリケーションとともにノード間を移動する IP アドレスです。",
    },
    details: {
      en: [
        "The id is the address. Before it is brought in service LifeKeeper checks that nobody else uses it (`NOIPUNIQUE`); it is monitored by link status and ping (`IP_PINGTRIES`, `NOBCASTPING`).",
        "On AWS an address inside a subnet cannot simply move: use it with the EC2 kit and an address outside the VPC's range, or a load balancer. `lkipbu` moves it to a backup interface of the same node.",
        "Below a DataKeeper mirror it serves as an exclusive lock within one subnet.",
      ].join("\n\n"),
      ja: [
        "ID は IP アドレスです。サービス中にする前に、ほかで使われていないことを確認します（`NOIPUNIQUE`）。リンク状態と ping で監視されます（`IP_PINGTRIES`、`NOBCASTPING`）。",
        "AWS ではサブネット内のアドレスをそのまま移動することはできません。VPC の範囲外のアドレスを EC2 リカバリーキットとともに使うか、ロードバランサーを使います。`lkipbu` を使うと、同じノードのバックアップインターフェースへ移せます。",
        "DataKeeper ミラーの下位に置くと、同じサブネット内での排他制御として働きます。",
      ].join("\n\n"),
    },
    examples: ["resource ip-198.51.100.10 comm/ip 198.51.100.10 { servers a 1, b 10 }"],
    sources: ["BLOG2012", "IPP990", "EC2-962", "DKIO941J"],
    evidence: "documented",
  },
  {
    application: "gen",
    kind: "qsp",
    name: { en: "Quick service protection", ja: "Quick Service Protection（QSP）" },
    idForm: "unknown",
    needsOneOf: [],
    usualChildren: ["gen/filesys", "comm/ip"],
    kit: { en: "QSP kit", ja: "QSP リカバリーキット" },
    summary: {
      en: "A service of the operating system, protected without scripts of your own.",
      ja: "OS のサービスを、スクリプトを書かずに保護します。",
    },
    details: {
      en: "It starts, stops and asks for the status with the operating system's service command; a deeper check needs a generic application. The name `gen/qsp` is documented for LifeKeeper for Windows; that Linux uses it too is likely and not confirmed.",
      ja: "OS のサービスコマンドで起動、停止、状態の確認を行います。より詳しい監視が必要であれば、汎用アプリケーションを使ってください。`gen/qsp` という名前は LifeKeeper for Windows の資料にあります。Linux 版でも同じと考えられますが、確認できていません。",
    },
    examples: ["resource web gen/qsp { servers a 1, b 10 }"],
    sources: ["QSP940", "QSP892"],
    evidence: "unsure",
  },
  unconfirmed("database", "pgsql", "PostgreSQL", ["gen/filesys", "comm/ip"], ["PGHIER75", "KB-PGSQL"], {
    en: "A PostgreSQL database. It depends on the IP resource, and on a file system for each of data, WAL, executables, log and socket that lies on shared or replicated storage.",
    ja: "PostgreSQL のデータベースです。IP リソースのほか、データ、WAL、実行ファイル、ログ、ソケットのうち、共有または複製されたストレージ上にあるものそれぞれのファイルシステムに依存します。",
  }),
  unconfirmed("database", "oracle", "Oracle", ["gen/filesys", "comm/ip"], ["KB-LISTENER"], {
    en: "An Oracle database or listener, see `LSNR_START_TIME`.",
    ja: "Oracle のデータベースまたはリスナーです（`LSNR_START_TIME`）。",
  }),
  unconfirmed("database", "mysql", "MySQL", ["gen/filesys", "comm/ip"], ["LKBLOG-MYSQL"], {
    en: "A MySQL database.",
    ja: "MySQL のデータベースです。",
  }),
  unconfirmed("appsuite", "sap", "SAP", ["gen/filesys", "comm/ip"], ["SAP960"], {
    en: "An SAP instance, see `SAP_START_WAIT`.",
    ja: "SAP のインスタンスです（`SAP_START_WAIT`）。",
  }),
  unconfirmed("comm", "ec2", "Amazon EC2", ["comm/ip"], ["EC2-962", "EC2OPS990"], {
    en: "Makes an address follow the active node on AWS: by the route tables, together with an IP resource outside the VPC's range, or by an Elastic IP.",
    ja: "AWS で IP アドレスをアクティブノードに追従させます。VPC の範囲外の IP リソースとルートテーブルを使う方式と、Elastic IP を使う方式があります。",
  }),
  unconfirmed("comm", "route53", "Amazon Route 53", ["comm/ip"], ["R53", "R53OPS990"], {
    en: "Keeps a DNS record in Route 53 in step with the IP resource below it.",
    ja: "下位の IP リソースに合わせて、Route 53 の DNS レコードを更新します。",
  }),
  unconfirmed("comm", "lbhc", "LB Health Check", [], ["LBHC", "GENLB960"], {
    en: "Answers the probe of a load balancer on the active node, so that traffic is sent there; used instead of the EC2 and Route 53 kits.",
    ja: "アクティブノードでロードバランサーのヘルスチェックに応答し、通信がそのノードへ送られるようにします。EC2 や Route 53 のリカバリーキットの代わりに使います。",
  }),
  unconfirmed("scsi", "dmmp", "Device Mapper Multipath", ["scsi/hostadp"], ["P123"], {
    en: "A shared disk that is reached over several paths, see `DMMP_REGISTRATION_TYPE`.",
    ja: "複数の経路で接続する共有ディスクです（`DMMP_REGISTRATION_TYPE`）。",
  }),
  unconfirmed("gen", "nfs", "NFS", ["gen/filesys", "comm/ip"], ["NFS980"], {
    en: "An NFS export that clients reach through a virtual address.",
    ja: "クライアントが仮想 IP アドレスで利用する NFS エクスポートです。",
  }),
  windows("database", "sqlapp", "Microsoft SQL Server"),
  windows("filesys", "volume", "Volume"),
  windows("comm", "ecc", "EC2"),
];

/** The kind written as `application/kind`. */
export function findResourceKind(type: string): ResourceKind | undefined {
  return byType.get(type);
}

export function typeOf(kind: ResourceKind): string {
  return `${kind.application}/${kind.kind}`;
}

function same(text: string): Localized {
  return { en: text, ja: text };
}

/** Kits that exist, whose application/kind no source shows. */
function unconfirmed(
  application: string,
  kind: string,
  product: string,
  usualChildren: readonly string[],
  sources: readonly SourceKey[],
  summary: Localized,
): ResourceKind {
  return {
    application,
    kind,
    name: same(product),
    idForm: "unknown",
    needsOneOf: [],
    usualChildren,
    kit: { en: `${product} kit`, ja: `${product} リカバリーキット` },
    summary,
    details: {
      en: `The kit is documented; that LifeKeeper calls its resources \`${application}/${kind}\` is not shown by any source we could read.`,
      ja: `リカバリーキットは資料で確認していますが、リソースの種類が \`${application}/${kind}\` であることを示す資料は見つかっていません。`,
    },
    examples: [`resource tag1 ${application}/${kind} { servers a 1, b 10 }`],
    sources,
    evidence: "unsure",
  };
}

function windows(application: string, kind: string, product: string): ResourceKind {
  return {
    application,
    kind,
    name: same(product),
    idForm: "unknown",
    needsOneOf: [],
    usualChildren: [],
    kit: null,
    windowsOnly: true,
    summary: {
      en: "A kind of LifeKeeper for Windows. LifeKeeper for Linux does not have it.",
      ja: "LifeKeeper for Windows のリソースです。LifeKeeper for Linux にはありません。",
    },
    details: {
      en: "Seen in status displays of the Windows edition. If it stands in a cluster file, it was probably copied from a Windows manual.",
      ja: "Windows 版の状態表示で確認したものです。クラスターファイルにあれば、Windows 版のマニュアルから写されたものと考えられます。",
    },
    examples: [],
    sources: ["WINDET"],
    evidence: "documented",
  };
}

const byType: ReadonlyMap<string, ResourceKind> = new Map(resourceKinds.map((kind) => [typeOf(kind), kind]));
