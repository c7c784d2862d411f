// The parameters of event notification by mail and SNMP.

import type { ParameterEntry } from "../spec.ts";

export const notificationParameters = [
  {
    name: "LK_NOTIFY_ALIAS",
    type: { kind: "list", separator: ",", item: "mail" },
    default: "",
    mustAgree: "per-node",
    summary: {
      en: "The mail addresses or aliases that are told about LifeKeeper events. Empty: nobody.",
      ja: "LifeKeeper のイベントをメールで通知する宛先です。空であれば通知しません。",
    },
    details: {
      en: [
        "One or more addresses, separated by commas. Mails are sent for starts and stops of LifeKeeper, switchovers, node failures and resource recoveries, each from the node it happens on: set it on every node.",
        "The command `lk_confignotifyalias` writes the same line. To switch mails off, leave the value empty.",
      ].join("\n\n"),
      ja: [
        "1 つ以上のアドレスをカンマで区切って指定します。LifeKeeper の起動と停止、スイッチオーバー、ノード障害、リソースのリカバリーなどを、それが起きたノードから通知します。すべてのノードで設定してください。",
        "コマンド `lk_confignotifyalias` でも同じ行が書き込まれます。通知をやめる場合は値を空にします。",
      ].join("\n\n"),
    },
    examples: ["LK_NOTIFY_ALIAS=admin@example.com,ops@example.com", "LK_NOTIFY_ALIAS="],
    seeAlso: ["LK_TRAP_MGR"],
    sources: ["MAIL990", "MAIL940", "P90"],
    evidence: {
      entry: "documented",
      file: "documented",
      values: "documented",
      default: "documented",
      mustAgree: "inferred",
    },
  },
  {
    name: "LK_TRAP_MGR",
    type: { kind: "text" },
    default: null,
    summary: {
      en: "The address of the network manager that receives LifeKeeper's SNMP traps.",
      ja: "LifeKeeper の SNMP トラップを受け取る管理サーバーのアドレスです。",
    },
    details: {
      en: "Written by `lk_configsnmp`; use that command rather than an editor. Whether several managers may be named was not visible in the text we could read.",
      ja: "`lk_configsnmp` が書き込む値です。直接編集せず、このコマンドを使ってください。複数の管理サーバーを指定できるかどうかは、読めた資料では分かりませんでした。",
    },
    examples: ["LK_TRAP_MGR=192.0.2.10"],
    seeAlso: ["LK_NOTIFY_ALIAS"],
    sources: ["SNMP75", "SNMP50"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
