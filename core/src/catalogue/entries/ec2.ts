// The parameters of the EC2 kit.

import type { ParameterEntry } from "../spec.ts";

export const ec2Parameters = [
  {
    name: "EC2_RESTORE_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "300",
    requires: { en: "the EC2 kit", ja: "EC2 リカバリーキット" },
    summary: {
      en: "How long bringing an EC2 resource in service waits for the AWS CLI.",
      ja: "EC2 リソースの起動で AWS CLI の応答を待つ時間です。",
    },
    details: {
      en: "In service means here: the route tables point to this node's network interface, or the Elastic IP is associated with it. When the time runs out, the restore has failed, and with it the failover. The page of 9.9.0 does not name the file.",
      ja: "ここでの起動とは、ルートテーブルをこのノードのネットワークインターフェースに向ける、または Elastic IP を関連付けることです。時間切れになると起動は失敗し、フェイルオーバーも失敗します。9.9.0 のページに、書き込むファイルの記載はありません。",
    },
    examples: ["EC2_RESTORE_TIMEOUT=300"],
    seeAlso: ["EC2_REMOVE_TIMEOUT", "EC2_QUICKCHECK_TIMEOUT"],
    sources: ["EC2OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "EC2_REMOVE_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "300",
    requires: { en: "the EC2 kit", ja: "EC2 リカバリーキット" },
    summary: {
      en: "How long taking an EC2 resource out of service waits for the AWS CLI.",
      ja: "EC2 リソースの停止で AWS CLI の応答を待つ時間です。",
    },
    details: {
      en: "Matters for the Elastic IP scenario, where the address is dissociated; in the route table scenario a removal changes nothing in AWS.",
      ja: "アドレスの関連付けを解除する Elastic IP シナリオで意味を持ちます。ルートテーブルシナリオの停止処理は、AWS 側を何も変更しません。",
    },
    examples: ["EC2_REMOVE_TIMEOUT=300"],
    seeAlso: ["EC2_RESTORE_TIMEOUT"],
    sources: ["EC2OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
  {
    name: "EC2_QUICKCHECK_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "100",
    requires: { en: "the EC2 kit", ja: "EC2 リカバリーキット" },
    summary: {
      en: "How long the quickCheck of an EC2 resource waits for the AWS CLI.",
      ja: "EC2 リソースの quickCheck で AWS CLI の応答を待つ時間です。",
    },
    details: {
      en: "A timeout is not taken as a failure of the resource: it is logged, the resource stays in service, and the check is made again at the next `LKCHECKINTERVAL`. Keep it below that interval (our conclusion).",
      ja: "タイムアウトはリソースの障害とはみなされません。ログに記録されるだけでリソースはサービス中のままとなり、次の `LKCHECKINTERVAL` に再び確認します。その間隔より短くしてください（本製品の推論です）。",
    },
    examples: ["EC2_QUICKCHECK_TIMEOUT=100"],
    seeAlso: ["LKCHECKINTERVAL", "AWSCLI_READ_TIMEOUT"],
    sources: ["EC2OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
