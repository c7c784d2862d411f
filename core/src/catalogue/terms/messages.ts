// Codes of log messages that public sources show. Most codes have no public explanation and are not here.

import type { Term } from "./term.ts";

export const messageTerms = [
  {
    id: "104052",
    group: "message",
    name: { en: "No hardware id of a device", ja: "デバイスのハードウェア ID を取得できない" },
    text: {
      en: "A DataKeeper mirror was to be created on a disk that LifeKeeper cannot tell from others, for example a virtual disk without an id. Use a GPT partition, or add a pattern for the device to `/opt/LifeKeeper/subsys/scsi/resources/DEVNAME/device_pattern`.",
      ja: "ID のない仮想ディスクなど、LifeKeeper が一意に識別できないディスクに DataKeeper ミラーを作成しようとしました。GPT パーティションを使うか、`/opt/LifeKeeper/subsys/scsi/resources/DEVNAME/device_pattern` にデバイスのパターンを追加してください。",
    },
    seeAlso: ["mirror"],
    sources: ["KI932J"],
    evidence: "documented",
  },
  {
    id: "124011",
    group: "message",
    name: { en: "File system could not be mounted", ja: "ファイルシステムのマウント失敗" },
    text: {
      en: "Seen where a file system could not be mounted when its resource was brought in service, for example after an update of the operating system. The resource and what stands on it stay out of service; try the mount by hand to see what refuses it.",
      ja: "OS の更新後などに、リソースの起動時のマウントに失敗した事例で表示されたコードです。そのリソースと上位のリソースは起動されません。手動でマウントして、失敗の原因を確認してください。",
    },
    seeAlso: ["OSF"],
    sources: ["FSUSIZE"],
    evidence: "inferred",
  },
  {
    id: "104086",
    group: "message",
    name: { en: "Mirror refused: data may be stale", ja: "ミラーの起動拒否（データが古い可能性）" },
    text: {
      en: "The restore of a DataKeeper mirror stopped because its `_data_corrupt` flag is set: another node may hold newer data.",
      ja: "`_data_corrupt` フラグが設定されているため、DataKeeper ミラーの起動を中止しました。ほかのノードに新しいデータがある可能性があります。",
    },
    seeAlso: ["data_corrupt", "mirror_action"],
    sources: ["BLOG2012", "P284"],
    evidence: "documented",
  },
  {
    id: "001047",
    group: "message",
    name: { en: "quickCheck ended by ALRM", ja: "ALRM による quickCheck の終了" },
    text: {
      en: "A quickCheck timed out. That is not a failure of the resource; it is checked again at the next interval. A single occurrence needs no action. Repeated occurrences mean that the application is slow, or that the timeout of its kit is too short.",
      ja: "quickCheck がタイムアウトしました。リソースの障害とはみなされず、次の間隔で再び確認されます。1 回だけであれば対応は不要です。繰り返す場合は、アプリケーションの遅延やキットのタイムアウト値を確認してください。",
    },
    seeAlso: ["quickcheck"],
    sources: ["KB-ALRM"],
    evidence: "documented",
  },
  {
    id: "004217",
    group: "message",
    name: { en: "Destination system out of service", ja: "送信先システムに通信できない" },
    text: {
      en: "A request to another node could not be delivered, because no communication path to it is alive. Expected while that node is down; otherwise look at the paths.",
      ja: "ALIVE のコミュニケーションパスがないため、ほかのノードへの要求を送れませんでした。そのノードが停止中であれば想定どおりです。そうでなければ、パスを確認してください。",
    },
    seeAlso: ["communication-path", "ALIVE"],
    sources: ["KB-LOG"],
    evidence: "inferred",
  },
  {
    id: "004788",
    group: "message",
    name: { en: "Removal failed, system halted", ja: "停止失敗によるシステム停止" },
    text: {
      en: "A resource could not be taken out of service during a failover, so LifeKeeper stopped the node by force: only then may another node start the resource. Find out what kept it, for example a process on its file system.",
      ja: "フェイルオーバー中にリソースを停止できなかったため、LifeKeeper がノードを強制的に停止しました。そうして初めて、ほかのノードがリソースを起動できます。ファイルシステムを使い続けるプロセスなど、停止を妨げた原因を調べてください。",
    },
    seeAlso: ["failover"],
    sources: ["KB-LOG", "KB-FLOW"],
    evidence: "documented",
  },
] as const satisfies readonly Term[];
