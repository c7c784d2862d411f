// The parameters that every kit for AWS shares.

import type { ParameterEntry } from "../spec.ts";

export const awsParameters = [
  {
    name: "AWSCLI_CONNECT_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    requires: { en: "a kit for AWS", ja: "AWS 用のリカバリーキット" },
    summary: {
      en: "The connect timeout that is handed to the AWS CLI (`--cli-connect-timeout`).",
      ja: "AWS CLI に渡す接続タイムアウト（`--cli-connect-timeout`）です。",
    },
    details: {
      en: "The AWS CLI is how the kits change routes, addresses and DNS records. Together with `AWSCLI_READ_TIMEOUT` it bounds one call; keep their sum well below the timeout of the action that makes the call, such as `EC2_QUICKCHECK_TIMEOUT` (our conclusion). Named by the Route 53 pages of 9.7.0 and 9.9.0, which do not name the file.",
      ja: "リカバリーキットは、ルートやアドレス、DNS レコードを AWS CLI で変更します。`AWSCLI_READ_TIMEOUT` とともに 1 回の呼び出しの長さを決めるため、両者の合計が `EC2_QUICKCHECK_TIMEOUT` などの呼び出し元のタイムアウトを十分に下回るようにしてください（本製品の推論です）。9.7.0 と 9.9.0 の Route 53 のページに名前がありますが、書き込むファイルの記載はありません。",
    },
    examples: ["AWSCLI_CONNECT_TIMEOUT=10"],
    seeAlso: ["AWSCLI_READ_TIMEOUT"],
    sources: ["R53OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "unsure" },
  },
  {
    name: "AWSCLI_READ_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: null,
    requires: { en: "a kit for AWS", ja: "AWS 用のリカバリーキット" },
    summary: {
      en: "The read timeout that is handed to the AWS CLI (`--cli-read-timeout`).",
      ja: "AWS CLI に渡す読み取りタイムアウト（`--cli-read-timeout`）です。",
    },
    details: {
      en: "See `AWSCLI_CONNECT_TIMEOUT`. The default was not visible.",
      ja: "`AWSCLI_CONNECT_TIMEOUT` を参照してください。デフォルトは確認できていません。",
    },
    examples: ["AWSCLI_READ_TIMEOUT=10"],
    seeAlso: ["AWSCLI_CONNECT_TIMEOUT"],
    sources: ["R53OPS990"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
