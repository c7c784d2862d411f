// The parameters of the MySQL kit.

import type { ParameterEntry } from "../spec.ts";

export const mysqlParameters = [
  {
    name: "MYSQL_START_MAX",
    type: { kind: "integer", ranges: [], unit: "times" },
    default: null,
    requires: { en: "the MySQL kit", ja: "MySQL リカバリーキット" },
    summary: {
      en: "How many times the start of MySQL is checked before it counts as failed.",
      ja: "MySQL の起動を確認する最大回数です。超えると起動失敗とみなします。",
    },
    details: {
      en: "There are 5 seconds between two checks, so the value times 5 is the time that MySQL may take to start. From the process overview of 8.2.1; the overview of 9.9.0, which starts MySQL through systemd, does not show it in its readable part. That it belongs in this file is our conclusion.",
      ja: "確認の間隔は 5 秒で、この値 × 5 が MySQL の起動に許される時間になります。8.2.1 の処理概要に記載があります。systemd で起動する 9.9.0 の概要では、読めた範囲に現れません。このファイルに書くことは本製品の推論です。",
    },
    examples: [],
    sources: ["LKBLOG-MYSQL"],
    evidence: { entry: "documented", file: "inferred", values: "inferred", default: "unsure" },
  },
] as const satisfies readonly ParameterEntry[];
