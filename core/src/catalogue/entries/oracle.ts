// The parameters of the Oracle kit: its listener.

import type { ParameterEntry } from "../spec.ts";

export const oracleParameters = [
  {
    name: "LSNR_START_TIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    defaultNote: {
      en: "Built in, and different from version to version; the numbers were cut off in the text we could read.",
      ja: "製品に組み込まれた値で、バージョンによって異なります。数値は、読めた資料では途中で切れていました。",
    },
    takesEffect: "immediately",
    requires: { en: "an Oracle listener resource", ja: "Oracle リスナーリソース" },
    summary: {
      en: "How long the start of a listener may take before it counts as failed.",
      ja: "リスナーの起動を失敗とみなすまでの時間です。",
    },
    details: {
      en: "Not in the installed file: append the line. Measure how long `lsnrctl start` takes on your slowest node and leave room above it.",
      ja: "インストール直後のファイルにはないため、行を追加します。最も遅いノードで `lsnrctl start` にかかる時間を測り、余裕を持たせてください。",
    },
    examples: ["LSNR_START_TIME=60"],
    seeAlso: ["LSNR_STATUS_TIME", "LSNR_STOP_TIME", "LSNR_KILLPID_TIME"],
    sources: ["KB-LISTENER"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LSNR_STATUS_TIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    defaultNote: {
      en: "Built in, and different from version to version; the numbers were cut off in the text we could read.",
      ja: "製品に組み込まれた値で、バージョンによって異なります。数値は、読めた資料では途中で切れていました。",
    },
    takesEffect: "immediately",
    requires: { en: "an Oracle listener resource", ja: "Oracle リスナーリソース" },
    summary: {
      en: "How long the status check of a listener may take.",
      ja: "リスナーの状態確認を打ち切るまでの時間です。",
    },
    details: {
      en: "A timeout is only logged; it is not a failure. So a listener that hangs is not recovered by this check. Not in the installed file: append the line.",
      ja: "タイムアウトはログに記録されるだけで、障害とはみなされません。応答しなくなったリスナーがこの確認で復旧されることはありません。インストール直後のファイルにはないため、行を追加します。",
    },
    examples: ["LSNR_STATUS_TIME=15"],
    seeAlso: ["LSNR_START_TIME", "LSNR_KILLPID_TIME"],
    sources: ["KB-LISTENER"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LSNR_STOP_TIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    defaultNote: {
      en: "Built in, and different from version to version; the numbers were cut off in the text we could read.",
      ja: "製品に組み込まれた値で、バージョンによって異なります。数値は、読めた資料では途中で切れていました。",
    },
    takesEffect: "immediately",
    requires: { en: "an Oracle listener resource", ja: "Oracle リスナーリソース" },
    summary: {
      en: "How long the stop of a listener may take before it counts as failed.",
      ja: "リスナーの停止を失敗とみなすまでの時間です。",
    },
    details: {
      en: "Choose it with care: from 7.1 on, a stop that fails during a failover reboots the node; older versions cancelled the failover. Not in the installed file: append the line.",
      ja: "慎重に選んでください。7.1 以降では、フェイルオーバー中に停止が失敗するとノードが再起動されます。それより前のバージョンでは、フェイルオーバーが中止されました。インストール直後のファイルにはないため、行を追加します。",
    },
    examples: ["LSNR_STOP_TIME=60"],
    seeAlso: ["LSNR_START_TIME", "LSNR_KILLPID_TIME"],
    sources: ["KB-LISTENER"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
  {
    name: "LSNR_KILLPID_TIME",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    defaultNote: {
      en: "Built in, and different from version to version; the numbers were cut off in the text we could read.",
      ja: "製品に組み込まれた値で、バージョンによって異なります。数値は、読めた資料では途中で切れていました。",
    },
    takesEffect: "immediately",
    requires: { en: "an Oracle listener resource", ja: "Oracle リスナーリソース" },
    summary: {
      en: "The time between SIGTERM and SIGKILL for listener processes that hang after a timeout.",
      ja: "タイムアウト後に応答しないリスナーのプロセスへ、SIGTERM を送ってから SIGKILL を送るまでの時間です。",
    },
    details: {
      en: "Comes on top of the timeout of the start, stop or status check that hung. Not in the installed file: append the line.",
      ja: "起動、停止、状態確認のタイムアウトに、さらにこの時間が加わります。インストール直後のファイルにはないため、行を追加します。",
    },
    examples: ["LSNR_KILLPID_TIME=5"],
    seeAlso: ["LSNR_START_TIME", "LSNR_STATUS_TIME", "LSNR_STOP_TIME"],
    sources: ["KB-LISTENER"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
