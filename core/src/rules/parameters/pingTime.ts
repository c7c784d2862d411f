// IP_PINGTIME above 3 does nothing when a ping list is set by hand.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";

export const pingTime: Rule = {
  code: "ping-time",
  group: "parameters",
  title: { en: "IP_PINGTIME above 3", ja: "3 を超える IP_PINGTIME" },
  documentation: {
    what: {
      en: "`IP_PINGTIME` above 3 has no effect for resources with a manual ping list.",
      ja: "手動の ping リストを設定したリソースでは、3 を超える `IP_PINGTIME` は効果がありません。",
    },
    why: { en: "Pings to a list wait at most 3 seconds.", ja: "リストへの ping の待ち時間は最大 3 秒です。" },
    how: { en: "Write 3 or less where ping lists are used.", ja: "ping リストを使う場合は 3 以下にしてください。" },
  },
  sources: ["IPP990", "IP951"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check({ given }) {
    for (const { value, valuePlace, name } of given) {
      if (name === "IP_PINGTIME" && (wholeNumber(value) ?? 0) > 3)
        yield {
          place: valuePlace,
          message: {
            en: `IP resources with a manual ping list wait at most 3 seconds, so \`${value}\` has no effect there.`,
            ja: `手動の ping リストを設定した IP リソースの待ち時間は最大 3 秒です。\`${value}\` は効果がありません。`,
          },
        };
    }
  },
  fires: parameters("IP_PINGTIME=4\n"),
  reports: `
    LifeKeeper
    | IP_PINGTIME=4
    |             ^ information: IP resources with a manual ping list wait at most 3 seconds, so \`4\` has no effect there.
  `,
  silent: parameters("IP_PINGTIME=3\n"),
};
