// The parameters of the standby node health check (SNHC) and of the monitoring of out-of-service resources.
// The table with their values and defaults was not found: types are assumed from the names, and graded so.

import type { ParameterEntry } from "../spec.ts";

export const snhcParameters = [
  {
    name: "SNHC_CPUCHECK",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The processor load is checked.", ja: "CPU 使用率を監視します。" },
        off: { en: "It is not checked.", ja: "監視しません。" },
      },
    },
    default: null,
    takesEffect: "lkcheck-restart",
    summary: {
      en: "Switches on the check of the processor load of the standby node.",
      ja: "スタンバイノードの CPU 使用率の監視を有効にします。",
    },
    details: {
      en: "Made every `LKCHECKINTERVAL`. It only notifies, it moves no resource: its use is to learn that the standby node is in trouble before it is needed. The table with the values was not found; `0` and `1` are assumed. After a change restart `lkcheck` (`killall lkcheck`).",
      ja: "`LKCHECKINTERVAL` ごとに行われます。通知するだけで、リソースは動かしません。スタンバイノードの異常に、必要になる前に気付くための機能です。値の一覧表は見つかっておらず、`0` と `1` は推測です。変更後は `lkcheck` を再起動してください（`killall lkcheck`）。",
    },
    examples: ["SNHC_CPUCHECK=1"],
    seeAlso: ["SNHC_CPUCHECK_THRESHOLD", "SNHC_CPUCHECK_TIME", "LKCHECKINTERVAL"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_CPUCHECK_THRESHOLD",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    takesEffect: "lkcheck-restart",
    requires: { en: "`SNHC_CPUCHECK`", ja: "`SNHC_CPUCHECK`" },
    summary: {
      en: "The processor load from which the standby node is reported.",
      ja: "スタンバイノードを異常とみなす CPU 使用率のしきい値です。",
    },
    details: {
      en: "Its unit, range and default were not found; a percentage would be natural, and is not stated. After a change restart `lkcheck`.",
      ja: "単位、範囲、デフォルトは見つかっていません。百分率と考えるのが自然ですが、記載はありません。変更後は `lkcheck` を再起動してください。",
    },
    examples: [],
    seeAlso: ["SNHC_CPUCHECK", "SNHC_CPUCHECK_TIME"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_CPUCHECK_TIME",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    takesEffect: "lkcheck-restart",
    requires: { en: "`SNHC_CPUCHECK`", ja: "`SNHC_CPUCHECK`" },
    summary: {
      en: "The time setting of the processor check on the standby node.",
      ja: "スタンバイノードの CPU 監視の時間に関する設定です。",
    },
    details: {
      en: "What the time stands for, its unit and its default were not found. After a change restart `lkcheck`.",
      ja: "何の時間を表すのか、その単位とデフォルトは見つかっていません。変更後は `lkcheck` を再起動してください。",
    },
    examples: [],
    seeAlso: ["SNHC_CPUCHECK", "SNHC_CPUCHECK_THRESHOLD"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_MEMCHECK",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "The memory use is checked.", ja: "メモリー使用率を監視します。" },
        off: { en: "It is not checked.", ja: "監視しません。" },
      },
    },
    default: null,
    takesEffect: "lkcheck-restart",
    summary: {
      en: "Switches on the check of the memory use of the standby node.",
      ja: "スタンバイノードのメモリー使用率の監視を有効にします。",
    },
    details: {
      en: "Made every `LKCHECKINTERVAL`; it only notifies. The table with the values was not found; `0` and `1` are assumed. After a change restart `lkcheck`.",
      ja: "`LKCHECKINTERVAL` ごとに行われ、通知だけをします。値の一覧表は見つかっておらず、`0` と `1` は推測です。変更後は `lkcheck` を再起動してください。",
    },
    examples: ["SNHC_MEMCHECK=1"],
    seeAlso: ["SNHC_MEMCHECK_THRESHOLD", "SNHC_MEMCHECK_TIME"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_MEMCHECK_THRESHOLD",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    takesEffect: "lkcheck-restart",
    requires: { en: "`SNHC_MEMCHECK`", ja: "`SNHC_MEMCHECK`" },
    summary: {
      en: "The memory use from which the standby node is reported.",
      ja: "スタンバイノードを異常とみなすメモリー使用率のしきい値です。",
    },
    details: {
      en: "Its unit, range and default were not found. After a change restart `lkcheck`.",
      ja: "単位、範囲、デフォルトは見つかっていません。変更後は `lkcheck` を再起動してください。",
    },
    examples: [],
    seeAlso: ["SNHC_MEMCHECK", "SNHC_MEMCHECK_TIME"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_MEMCHECK_TIME",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    takesEffect: "lkcheck-restart",
    requires: { en: "`SNHC_MEMCHECK`", ja: "`SNHC_MEMCHECK`" },
    summary: {
      en: "The time setting of the memory check on the standby node.",
      ja: "スタンバイノードのメモリー監視の時間に関する設定です。",
    },
    details: {
      en: "What the time stands for, its unit and its default were not found. After a change restart `lkcheck`.",
      ja: "何の時間を表すのか、その単位とデフォルトは見つかっていません。変更後は `lkcheck` を再起動してください。",
    },
    examples: [],
    seeAlso: ["SNHC_MEMCHECK", "SNHC_MEMCHECK_THRESHOLD"],
    sources: ["SNHC951", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_IPCHECK",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "Out-of-service IP resources are checked.", ja: "サービス休止中の IP リソースを監視します。" },
        off: { en: "They are not checked.", ja: "監視しません。" },
      },
    },
    default: null,
    takesEffect: "lkcheck-restart",
    summary: {
      en: "Switches on the check of IP resources that are out of service on this node.",
      ja: "このノードでサービス休止中の IP リソースの監視を有効にします。",
    },
    details: {
      en: [
        "The link and the ping list are checked every `LKCHECKINTERVAL`; `IP_NOLINKCHECK` governs the link part. A failure sets the resource to OSF with a notice, and it is not checked again until `retstate` has set it back to OSU.",
        "Whether such a node is passed over as a failover target is not documented. The values `0` and `1` are assumed. After a change restart `lkcheck`.",
      ].join("\n\n"),
      ja: [
        "`LKCHECKINTERVAL` ごとにリンクと ping リストを確認します。リンクの確認は `IP_NOLINKCHECK` に従います。失敗するとリソースを OSF にして通知し、`retstate` で OSU に戻すまで再び確認することはありません。",
        "そのノードがフェイルオーバー先から外れるかどうかは資料に書かれていません。値の `0` と `1` は推測です。変更後は `lkcheck` を再起動してください。",
      ].join("\n\n"),
    },
    examples: ["SNHC_IPCHECK=1"],
    seeAlso: ["SNHC_IPCHECK_SLEEPTIME", "IP_NOLINKCHECK", "SNHC_DISKCHECK"],
    sources: ["OSU981", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_IPCHECK_SLEEPTIME",
    type: { kind: "integer", ranges: [], unit: "unknown" },
    default: null,
    takesEffect: "lkcheck-restart",
    requires: { en: "`SNHC_IPCHECK`", ja: "`SNHC_IPCHECK`" },
    summary: {
      en: "A waiting time in the check of out-of-service IP resources.",
      ja: "サービス休止中の IP リソースの監視で使う待ち時間です。",
    },
    details: {
      en: "What is waited for, the unit and the default were not found. After a change restart `lkcheck`.",
      ja: "何を待つ時間なのか、その単位とデフォルトは見つかっていません。変更後は `lkcheck` を再起動してください。",
    },
    examples: [],
    seeAlso: ["SNHC_IPCHECK"],
    sources: ["OSU981", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
  {
    name: "SNHC_DISKCHECK",
    type: {
      kind: "flag",
      on: ["1"],
      off: ["0"],
      meaning: {
        on: { en: "Out-of-service disk resources are checked.", ja: "サービス休止中のディスクリソースを監視します。" },
        off: { en: "They are not checked.", ja: "監視しません。" },
      },
    },
    default: null,
    takesEffect: "lkcheck-restart",
    summary: {
      en: "Switches on the check of disk resources that are out of service on this node.",
      ja: "このノードでサービス休止中のディスクリソースの監視を有効にします。",
    },
    details: {
      en: "The paths to the disks are checked every `LKCHECKINTERVAL`. A failure sets the resource to OSF with a notice, until `retstate` sets it back to OSU. The values `0` and `1` are assumed. After a change restart `lkcheck`.",
      ja: "`LKCHECKINTERVAL` ごとにディスクへの経路を確認します。失敗するとリソースを OSF にして通知し、`retstate` で OSU に戻すまでそのままです。値の `0` と `1` は推測です。変更後は `lkcheck` を再起動してください。",
    },
    examples: ["SNHC_DISKCHECK=1"],
    seeAlso: ["SNHC_IPCHECK"],
    sources: ["OSU981", "SNHC932"],
    evidence: { entry: "documented", file: "documented", values: "unsure", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
