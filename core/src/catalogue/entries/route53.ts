// The parameters of the Route 53 kit.

import type { ParameterEntry } from "../spec.ts";

export const route53Parameters = [
  {
    name: "ROUTE53_CHANGEID_INTERVAL",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "20",
    requires: { en: "the Route 53 kit", ja: "Route 53 リカバリーキット" },
    summary: {
      en: "The time between two checks of whether a DNS change has arrived everywhere (INSYNC).",
      ja: "DNS の変更が反映されたか（INSYNC になったか）を確認する間隔です。",
    },
    details: {
      en: "With `ROUTE53_CHANGEID_TRY_COUNT` it bounds the wait when the resource is brought in service: 20 s × 5 = 100 s with the defaults.",
      ja: "`ROUTE53_CHANGEID_TRY_COUNT` とともに、リソースの起動時に待つ時間を決めます。デフォルトでは 20 秒 × 5 = 100 秒です。",
    },
    examples: ["ROUTE53_CHANGEID_INTERVAL=20"],
    seeAlso: ["ROUTE53_CHANGEID_TRY_COUNT"],
    sources: ["R53OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "ROUTE53_CHANGEID_TRY_COUNT",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: "5",
    requires: { en: "the Route 53 kit", ja: "Route 53 リカバリーキット" },
    summary: {
      en: "How many times to check whether a DNS change has arrived everywhere (INSYNC).",
      ja: "DNS の変更が反映されたか（INSYNC になったか）の確認を繰り返す回数です。",
    },
    details: {
      en: "See `ROUTE53_CHANGEID_INTERVAL`, the time between the checks.",
      ja: "確認の間隔は `ROUTE53_CHANGEID_INTERVAL` です。",
    },
    examples: ["ROUTE53_CHANGEID_TRY_COUNT=5"],
    seeAlso: ["ROUTE53_CHANGEID_INTERVAL"],
    sources: ["R53OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "ROUTE53_RECORDCHECK_INTERVAL",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "2",
    requires: { en: "the Route 53 kit", ja: "Route 53 リカバリーキット" },
    summary: {
      en: "The time between retries when the A record cannot be read; there are 3.",
      ja: "A レコードを取得できないときの再試行の間隔です。再試行は 3 回行われます。",
    },
    details: {
      en: "Described for kits before 9.3.0. Later pages still mention the wait of 2 seconds, without the name of the parameter, so whether it can still be set there is not known.",
      ja: "9.3.0 より前のキットについて記載があります。以後のページにも 2 秒待つことは書かれていますが、パラメーター名はなく、現在も設定できるかどうかは分かっていません。",
    },
    examples: ["ROUTE53_RECORDCHECK_INTERVAL=2"],
    seeAlso: ["ROUTE53_QUICKCHECK_TIMEOUT"],
    sources: ["KB-ROUTE53", "LKBLOG-ROUTE53"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "ROUTE53_QUICKCHECK_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "25",
    requires: { en: "the Route 53 kit", ja: "Route 53 リカバリーキット" },
    summary: {
      en: "How long the quickCheck of a Route 53 resource may take.",
      ja: "Route 53 リソースの quickCheck に許す時間です。",
    },
    details: {
      en: "A timeout does not count as a failure of the resource. Described for the kit of 9.2.2.",
      ja: "タイムアウトはリソースの障害とはみなされません。9.2.2 のキットについて記載があります。",
    },
    examples: ["ROUTE53_QUICKCHECK_TIMEOUT=25"],
    seeAlso: ["ROUTE53_RECORDCHECK_INTERVAL"],
    sources: ["LKBLOG-ROUTE53"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
