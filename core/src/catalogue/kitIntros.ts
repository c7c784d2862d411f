// What the parameters of a kit are about, and who has to look at them: the first lines of a kit's page.

import type { Localized } from "../locale/localized.ts";
import type { Kit } from "./spec.ts";

export const kitIntros: Readonly<Record<Kit, Localized>> = {
  quorum: {
    en: "Who may decide when nodes no longer see each other. `QUORUM_MODE`, `WITNESS_MODE` and `QUORUM_LOSS_ACTION` take effect as soon as the file is saved; the parameters of the quorum storage take effect when `qwk_storage_init` is run. Look at the [support matrix](../support-matrix.md) before you combine them.",
    ja: "ノードが互いに見えなくなったとき、どのノードが判断してよいかを決めます。`QUORUM_MODE`、`WITNESS_MODE`、`QUORUM_LOSS_ACTION` は保存した時点で、Quorum 用ストレージのパラメーターは `qwk_storage_init` の実行時に有効になります。組み合わせる前に[サポートされる組み合わせ](../support-matrix.md)を確認してください。",
  },
  comm: {
    en: "How fast a dead node is noticed. Change them on all nodes together, with LifeKeeper stopped.",
    ja: "停止したノードにどれだけ早く気付くかを決めます。LifeKeeper を停止し、すべてのノードで合わせて変更します。",
  },
  core: {
    en: "The core's own settings. Most of them are best left as installed; `LKCHECKINTERVAL` and the two `CONFIRMSO` parameters are the ones that change what a failover does.",
    ja: "Core 自身の設定です。多くはインストール時のままが適切です。フェイルオーバーの動作を変えるのは、`LKCHECKINTERVAL` と 2 つの `CONFIRMSO` パラメーターです。",
  },
  logging: {
    en: "Where messages go. Use `lklogconfig` rather than an editor.",
    ja: "メッセージの出力先です。直接編集せず、`lklogconfig` を使います。",
  },
  notification: {
    en: "Who is told about events. Set them on every node, since each node reports what happens on it.",
    ja: "イベントの通知先です。各ノードが自分に起きたことを通知するため、すべてのノードで設定します。",
  },
  filesystem: {
    en: "How hard LifeKeeper tries to unmount, and when a file system counts as full. The first decides how long a failover can take when processes hold on to files.",
    ja: "アンマウントをどこまで試みるかと、使用率の警告です。前者は、プロセスがファイルを使い続けている場合のフェイルオーバーの所要時間を左右します。",
  },
  scsi: {
    en: "For shared disks: whether the disk itself decides who may write, and what follows when a node loses it.",
    ja: "共有ディスクの設定です。どのノードが書き込めるかをディスク自身に決めさせるか、そしてディスクを失ったノードをどうするかを決めます。",
  },
  multipath: {
    en: "For shared disks that are reached over several paths.",
    ja: "複数の経路で接続する共有ディスクの設定です。",
  },
  ip: {
    en: "The health check of virtual addresses. Note that for the three switches with NO in their names, `1` switches off.",
    ja: "仮想 IP アドレスの監視です。名前に NO を含む 3 つの設定は、`1` が無効化であることに注意してください。",
  },
  datakeeper: {
    en: "How mirrors are made, resynced and protected against stale data. Parameters that apply when a mirror is created do not change existing mirrors.",
    ja: "ミラーの作成、再同期、古いデータからの保護に関する設定です。作成時に使われる設定を変えても、既存のミラーは変わりません。",
  },
  nas: {
    en: "For file systems mounted from an NFS server.",
    ja: "NFS サーバーからマウントするファイルシステムの設定です。",
  },
  vmdk: { en: "For virtual disks of VMware.", ja: "VMware の仮想ディスクの設定です。" },
  snhc: {
    en: "Checks of a node that has nothing in service, so that trouble there is known before it is needed. They notify, or set a resource to OSF; they move nothing.",
    ja: "サービス中のリソースを持たないノードを監視し、必要になる前に異常に気付くための設定です。通知するかリソースを OSF にするだけで、何も移動しません。",
  },
  api: { en: "The port of LifeKeeper's API.", ja: "LifeKeeper API のポートです。" },
  gui: { en: "Options of the GUI.", ja: "GUI のオプションです。" },
  aws: { en: "What the kits for AWS share.", ja: "AWS 用のリカバリーキットに共通の設定です。" },
  ec2: {
    en: "How long the EC2 kit waits for the AWS CLI.",
    ja: "EC2 リカバリーキットが AWS CLI を待つ時間です。",
  },
  route53: {
    en: "How the Route 53 kit waits until a DNS record has changed.",
    ja: "Route 53 リカバリーキットが DNS レコードの反映を待つ方法です。",
  },
  oracle: {
    en: "Timeouts of Oracle listeners. None of them is in the installed file.",
    ja: "Oracle リスナーのタイムアウトです。いずれもインストール直後のファイルにはありません。",
  },
  pgsql: {
    en: "How long PostgreSQL may take to start, and what happens to its clients.",
    ja: "PostgreSQL の起動に許す時間と、クライアントの扱いです。",
  },
  mysql: { en: "How long MySQL may take to start.", ja: "MySQL の起動に許す時間です。" },
  sap: {
    en: "How long the scripts of the SAP kit wait, and when they give up. Changes take effect at once.",
    ja: "SAP リカバリーキットのスクリプトが待つ時間と、打ち切る時間です。変更は直ちに有効になります。",
  },
  hulft: { en: "The check of HULFT HUB.", ja: "HULFT HUB の監視の設定です。" },
  genapp: {
    en: "Read by a script of the vendor's services, which is not part of the product. They are explained in case a file contains them.",
    ja: "製品には含まれない、ベンダーのサービス部門のスクリプトが参照します。ファイルに書かれていたときのために説明しています。",
  },
};
