// The parameters of the VMDK kit.

import type { ParameterEntry } from "../spec.ts";

export const vmdkParameters = [
  {
    name: "VMDK_ERROR",
    type: {
      kind: "choice",
      complete: true,
      values: [
        {
          value: "halt",
          meaning: { en: "The system is stopped at once.", ja: "システムを直ちに停止します。" },
        },
        {
          value: "event",
          meaning: {
            en: "The hierarchy is transferred to a backup node.",
            ja: "リソース階層をバックアップノードへ切り替えます。",
          },
        },
      ],
    },
    default: "halt",
    defaultNote: {
      en: "Sources disagree: the Japanese page of 9.6.1 says `halt`, the English overview of 9.6.0 says that transferring is the default.",
      ja: "資料によって異なります。9.6.1 の日本語のページでは `halt`、9.6.0 の英語の概要では切り替えがデフォルトとされています。",
    },
    requires: { en: "the VMDK kit", ja: "VMDK リカバリーキット" },
    summary: {
      en: "What happens when access to a protected virtual disk is lost.",
      ja: "保護している仮想ディスクにアクセスできなくなったときの動作です。",
    },
    details: {
      en: "Write the line explicitly, so that the behaviour does not depend on a default about which the sources disagree. With VMDK resources `lkstop -f` is not allowed: the node would halt.",
      ja: "デフォルトについて資料の記載が食い違っているため、行を明示的に書いて動作を確定させてください。VMDK リソースがある環境では `lkstop -f` を使えません（ノードが停止します）。",
    },
    examples: ["VMDK_ERROR=event"],
    seeAlso: ["SCSIERROR"],
    sources: ["VMDK961J", "VMDK960", "KB-STOP"],
    evidence: { entry: "documented", file: "documented", values: "documented", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
