// The parameters of file system resources: forced unmount and the check for full file systems.

import type { ParameterEntry } from "../spec.ts";

export const filesystemParameters = [
  {
    name: "FS_KERNEL_RETRIES",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: "60",
    takesEffect: "immediately",
    summary: {
      en: "How many times `forceumount` tries to unmount after it has signalled every process that uses the file system.",
      ja: "ファイルシステムを使うプロセスの停止を試みた後、`forceumount` がアンマウントを試す最大回数です。",
    },
    details: {
      en: [
        "One try every 3 seconds, so the default lets a forced unmount take 180 s for this step alone. Lowering the value by 1 shortens it by 3 s.",
        "It matters for the time of a failover: when the removal fails in the end, the active node is restarted by force and the standby takes over. The whole run takes at most `FS_KERNEL_RETRIES` × 3 + 3 × (`FS_UMOUNT_RETRIES` + 3) seconds, 192 s with the defaults.",
      ].join("\n\n"),
      ja: [
        "3 秒ごとに 1 回試すため、デフォルトではこの段階だけで最長 180 秒かかります。値を 1 減らすごとに 3 秒短くなります。",
        "フェイルオーバーの所要時間に影響します。最終的に停止できなければ、アクティブノードは強制的に再起動され、スタンバイが引き継ぎます。全体の最長時間は `FS_KERNEL_RETRIES` × 3 + 3 ×（`FS_UMOUNT_RETRIES` + 3）秒で、デフォルトでは 192 秒です。",
      ].join("\n\n"),
    },
    examples: ["FS_KERNEL_RETRIES=60"],
    seeAlso: ["FS_UMOUNT_RETRIES", "FS_UMOUNT_TIMEOUT"],
    sources: ["CORE990", "CORE981", "CORE962", "CORE951", "CORE960", "KI980J", "KB-FLOW"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "FS_UMOUNT_RETRIES",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: "1",
    takesEffect: "immediately",
    summary: {
      en: "How many times `forceumount` sends SIGTERM to the processes that use a file system before it turns to SIGKILL.",
      ja: "`forceumount` が、SIGKILL に切り替えるまでに SIGTERM を送る最大回数です。",
    },
    details: {
      en: "SIGTERM lets processes end in order, SIGKILL does not. After this many tries SIGKILL is sent at most 3 times. Raise the value when your applications need more than one request to end; every step adds 3 s to the longest run.",
      ja: "SIGTERM ではプロセスが終了処理を行えますが、SIGKILL では行えません。この回数を超えると、SIGKILL を最大 3 回送ります。1 回の要求では終了しないアプリケーションがある場合に増やしてください。1 回増やすごとに、最長時間が 3 秒延びます。",
    },
    examples: ["FS_UMOUNT_RETRIES=1"],
    seeAlso: ["FS_KERNEL_RETRIES", "FS_UMOUNT_TIMEOUT"],
    sources: ["CORE990", "CORE981", "CORE962", "CORE951", "CORE960", "KI980J"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "documented" },
  },
  {
    name: "FS_UMOUNT_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "30",
    summary: {
      en: "The longest time that unmounting a protected file system may take.",
      ja: "保護しているファイルシステムのアンマウントに許す時間の上限です。",
    },
    details: {
      en: [
        "It works only when it is larger than the longest run of the forced unmount, `FS_KERNEL_RETRIES` × 3 + 3 × (`FS_UMOUNT_RETRIES` + 3). With the defaults that is 192, while the default here is 30: if you set this parameter, set it above 192 or lower the other two.",
        "Known from the list of known issues of 9.8.0, which does not say in which file it stands; that it belongs here, and that its unit is seconds, is our conclusion.",
      ].join("\n\n"),
      ja: [
        "強制アンマウントの最長時間 `FS_KERNEL_RETRIES` × 3 + 3 ×（`FS_UMOUNT_RETRIES` + 3）より大きくなければ機能しません。デフォルトの値で計算すると 192 ですが、このパラメーターのデフォルトは 30 です。設定する場合は 192 より大きくするか、ほかの 2 つを小さくしてください。",
        "9.8.0 の既知の問題の一覧に現れますが、どのファイルに書くかは示されていません。このファイルに書くこと、単位が秒であることは本製品の推論です。",
      ].join("\n\n"),
    },
    examples: ["FS_UMOUNT_TIMEOUT=200"],
    seeAlso: ["FS_KERNEL_RETRIES", "FS_UMOUNT_RETRIES"],
    sources: ["KI980J"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "FILESYSFULLERROR",
    type: { kind: "integer", ranges: [{ min: 0, max: 100 }], unit: "percent" },
    default: "95",
    summary: {
      en: "The use of a protected file system, in percent, from which it counts as full.",
      ja: "保護しているファイルシステムを満杯とみなす使用率です。",
    },
    details: {
      en: "The finding is written to LifeKeeper's log and to the system log, and the notification script is called. Keep it at or above `FILESYSFULLWARN`, or the warning never comes before the error (our conclusion). That 0 to 100 is the range follows from the unit.",
      ja: "検知すると LifeKeeper のログとシステムログに記録し、通知スクリプトを呼び出します。`FILESYSFULLWARN` 以上にしてください。小さいと、警告がエラーより先に出なくなります（本製品の推論です）。範囲が 0 ～ 100 であることは単位から導いています。",
    },
    examples: ["FILESYSFULLERROR=95"],
    seeAlso: ["FILESYSFULLWARN"],
    sources: ["FSHM961", "FSHM902", "P226"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "documented" },
  },
  {
    name: "FILESYSFULLWARN",
    type: { kind: "integer", ranges: [{ min: 0, max: 100 }], unit: "percent" },
    default: "90",
    summary: {
      en: "The use of a protected file system, in percent, from which a warning is logged.",
      ja: "保護しているファイルシステムについて、警告を記録し始める使用率です。",
    },
    details: {
      en: "The resource stays monitored and in service; only a message is written. Keep it at or below `FILESYSFULLERROR`. The text of 9.0.2 calls it `FILESYSFULLWARNING` in one sentence while its example line has this name; the longer name is a misprint.",
      ja: "リソースはサービス中のまま監視も続き、メッセージだけが記録されます。`FILESYSFULLERROR` 以下にしてください。9.0.2 の本文には `FILESYSFULLWARNING` と書かれた箇所がありますが、設定例はこの名前であり、長い方は誤記です。",
    },
    examples: ["FILESYSFULLWARN=90"],
    misspellings: ["FILESYSFULLWARNING"],
    seeAlso: ["FILESYSFULLERROR"],
    sources: ["FSHM961", "FSHM902", "P226", "RS970J"],
    evidence: { entry: "documented", file: "documented", values: "inferred", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
