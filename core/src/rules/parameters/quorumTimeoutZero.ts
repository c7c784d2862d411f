// A connection check without time.

import { hostsQuorum, pair } from "../example.ts";
import type { Rule } from "../rule.ts";

export const quorumTimeoutZero: Rule = {
  code: "quorum-timeout-zero",
  group: "parameters",
  title: { en: "No time for the quorum hosts to answer", ja: "Quorum ホストへの接続時間が 0" },
  documentation: {
    what: { en: "`QUORUM_TIMEOUT_SECS` is 0 or negative.", ja: "`QUORUM_TIMEOUT_SECS` が 0 または負の値です。" },
    why: {
      en: "Connections that are not complete within this time count as failed; no document says what a value of 0 or less means.",
      ja: "この時間内に完了しない接続は失敗とみなされます。0 以下の値の意味はどの資料にもありません。",
    },
    how: {
      en: "Write some seconds; the default is 20.",
      ja: "数秒以上を指定してください。デフォルトは 20 です。",
    },
  },
  sources: ["QP931"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ given }) {
    for (const parameter of given) {
      if (parameter.name !== "QUORUM_TIMEOUT_SECS" || !/^(?:-\d+|0+)$/.test(parameter.value)) continue;
      yield {
        place: parameter.valuePlace,
        message: {
          en: `With \`QUORUM_TIMEOUT_SECS=${parameter.value}\` the hosts may have no time to answer. Write some seconds.`,
          ja: `\`QUORUM_TIMEOUT_SECS=${parameter.value}\` では、どのホストも応答する時間がないおそれがあります。数秒以上を指定してください。`,
        },
      };
    }
  },
  fires: pair(`${hostsQuorum}QUORUM_TIMEOUT_SECS=0\n`),
  reports: `
    LifeKeeper
    | QUORUM_TIMEOUT_SECS=0
    |                     ^ warning: With \`QUORUM_TIMEOUT_SECS=0\` the hosts may have no time to answer. Write some seconds.
  `,
  silent: pair(`${hostsQuorum}QUORUM_TIMEOUT_SECS=5\n`),
};
