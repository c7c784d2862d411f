// The words that descriptions are made of: kits, units, moments, grades. One place, so that hover, completion,
// panel, command line and reference say the same thing in the same words.

import type { Evidence, Severity } from "../evidence.ts";
import type { Localized } from "../locale/localized.ts";
import { same } from "../locale/localized.ts";
import type { Kit, ParameterSpec, TakesEffect, Unit } from "./spec.ts";

export const kitNames: Readonly<Record<Kit, Localized>> = {
  quorum: { en: "Quorum and witness", ja: "Quorum/Witness" },
  comm: { en: "Communication paths", ja: "コミュニケーションパス" },
  core: { en: "Core", ja: "Core" },
  logging: { en: "Logging", ja: "ログ" },
  notification: { en: "Notification", ja: "通知" },
  filesystem: { en: "File systems", ja: "ファイルシステム" },
  scsi: { en: "SCSI reservations", ja: "SCSI リザベーション" },
  multipath: same("Device Mapper Multipath"),
  ip: { en: "IP", ja: "IP" },
  datakeeper: same("DataKeeper"),
  nas: same("NAS"),
  vmdk: same("VMDK"),
  snhc: { en: "Standby node health check", ja: "スタンバイノードヘルスチェック" },
  api: same("API"),
  gui: same("GUI"),
  aws: { en: "AWS, shared by its kits", ja: "AWS（共通）" },
  ec2: same("Amazon EC2"),
  route53: same("Amazon Route 53"),
  oracle: same("Oracle"),
  pgsql: same("PostgreSQL"),
  mysql: same("MySQL"),
  sap: same("SAP"),
  hulft: same("HULFT"),
  genapp: { en: "NAS mounter (add-on)", ja: "NAS マウンター（追加スクリプト）" },
};

/** Behind a number: " s", " 秒"; empty for a number without a unit. */
export const unitSuffixes: Readonly<Record<Unit, Localized>> = {
  seconds: { en: " s", ja: " 秒" },
  minutes: { en: " min", ja: " 分" },
  milliseconds: { en: " ms", ja: " ミリ秒" },
  percent: { en: " %", ja: " %" },
  "KB/s": same(" KB/s"),
  KB: same(" KB"),
  kilobits: { en: " kilobits", ja: " キロビット" },
  times: { en: "", ja: "" },
  port: { en: "", ja: "" },
  unknown: { en: "", ja: "" },
};

/** What a number is, with its unit; empty when nothing is to be said but "a whole number". */
export const unitForms: Readonly<Record<Unit, Localized>> = {
  seconds: { en: "a whole number of seconds", ja: "秒数（整数）" },
  minutes: { en: "a whole number of minutes", ja: "分数（整数）" },
  milliseconds: { en: "a whole number of milliseconds", ja: "ミリ秒数（整数）" },
  percent: { en: "a percentage", ja: "百分率（整数）" },
  "KB/s": { en: "a whole number of KB/s", ja: "KB/s 単位の整数" },
  KB: { en: "a whole number of KB", ja: "KB 単位の整数" },
  kilobits: { en: "a whole number of kilobits", ja: "キロビット単位の整数" },
  times: { en: "a count", ja: "回数・個数（整数）" },
  port: { en: "a port number", ja: "ポート番号" },
  unknown: { en: "a whole number whose unit is not documented", ja: "整数（単位は資料に記載なし）" },
};

export const takesEffectTexts: Readonly<Record<TakesEffect, Localized>> = {
  immediately: {
    en: "as soon as the file is saved, on each node separately",
    ja: "ファイルを保存した時点（ノードごと）",
  },
  "lifekeeper-restart": { en: "when LifeKeeper is restarted", ja: "LifeKeeper の再起動時" },
  "qwk-storage-init": { en: "when `qwk_storage_init` is run", ja: "`qwk_storage_init` の実行時" },
  "lkcheck-restart": { en: "when `lkcheck` is restarted", ja: "`lkcheck` の再起動時" },
  "resource-creation": { en: "for resources created afterwards", ja: "変更後に作成したリソースから" },
  resync: { en: "at the next resync", ja: "次の再同期から" },
  unknown: { en: "not documented", ja: "資料に記載なし" },
};

export const mustAgreeTexts: Readonly<Record<ParameterSpec["mustAgree"], Localized>> = {
  all: { en: "the same value on every node", ja: "全ノードで同じ値にする" },
  "per-node": { en: "may differ from node to node", ja: "ノードごとに異なってよい" },
  unknown: { en: "not documented", ja: "資料に記載なし" },
};

/** In front of a message, or in a table. */
export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: "error", ja: "エラー" },
  warning: { en: "warning", ja: "警告" },
  information: { en: "information", ja: "情報" },
  hint: { en: "hint", ja: "ヒント" },
};

/** Short, for a table or a badge. */
export const evidenceNames: Readonly<Record<Evidence, Localized>> = {
  documented: { en: "documented", ja: "資料に記載あり" },
  inferred: { en: "inferred", ja: "資料からの推論" },
  unsure: { en: "unsure", ja: "不確か" },
};

export const evidenceTexts: Readonly<Record<Evidence, Localized>> = {
  documented: { en: "a public source states it", ja: "公開資料に記載があります" },
  inferred: { en: "we concluded it from documented statements", ja: "資料の記載から導いたものです" },
  unsure: {
    en: "sources are silent, cut off or contradict each other",
    ja: "資料に記載がないか、途中で切れているか、互いに矛盾しています",
  },
};

/** "a, b, c" in the language's own punctuation. */
export function listOf(items: readonly string[], locale: "en" | "ja"): string {
  return items.join(locale === "ja" ? "、" : ", ");
}
