// The parameters of the HULFT HUB kit.

import type { ParameterEntry } from "../spec.ts";

export const hulftParameters = [
  {
    name: "HULFTHUB_QUICKCHECK_TIMEOUT",
    type: { kind: "duration", ranges: [], unit: "seconds" },
    default: "15",
    requires: { en: "the HULFT HUB kit", ja: "HULFT HUB リカバリーキット" },
    summary: {
      en: "How long the quickCheck of a HULFT HUB resource may take.",
      ja: "HULFT HUB リソースの quickCheck に許す時間です。",
    },
    details: {
      en: "The check runs `hubcluster` with a `-timeout` of this value minus 5, that is 10 by default; values of 5 or less leave nothing for it (our conclusion). Here a timeout counts as a failure, and recovery follows. From a description of 2014 that does not name the file.",
      ja: "この値から 5 を引いた値を `-timeout` に指定して `hubcluster` を実行します。デフォルトでは 10 です。5 以下にすると待ち時間がなくなります（本製品の推論です）。タイムアウトは失敗とみなされ、回復処理が行われます。2014 年の処理概要に基づくもので、書き込むファイルの記載はありません。",
    },
    examples: ["HULFTHUB_QUICKCHECK_TIMEOUT=15"],
    sources: ["KB-HULFTHUB"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "documented" },
  },
] as const satisfies readonly ParameterEntry[];
