// The same host twice, or one machine behind several entries.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const quorumHostsRepeated: Rule = {
  code: "quorum-hosts-repeated",
  group: "parameters",
  title: { en: "A quorum host named twice", ja: "重複した Quorum ホスト" },
  documentation: {
    what: {
      en: "An entry of `QUORUM_HOSTS` is repeated, or several entries are ports of one machine.",
      ja: "`QUORUM_HOSTS` に同じ要素があるか、1 台のホストの複数のポートが並んでいます。",
    },
    why: {
      en: "The majority is meant to count hosts that fail independently; here the failure of one machine takes away several votes. This is our conclusion from the rule.",
      ja: "過半数は独立に故障するホストを数えることで意味を持ちます。1 台の故障で複数の票が失われます。規則からの推論です。",
    },
    how: { en: "Name different machines.", ja: "別々のホストを指定してください。" },
  },
  sources: ["TCP940J", "P130"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check({ given }) {
    for (const { name, value, valuePlace } of given) {
      if (name !== "QUORUM_HOSTS") continue;
      const entries = value.split(",").filter((entry) => wholeNumber(entry.split(":")[1] ?? "") !== undefined);
      const hosts = entries.map((entry) => entry.split(":")[0] ?? "");
      const repeated = [...new Set(hosts.filter((host, index) => hosts.indexOf(host) !== index))];
      if (repeated.length === 0) continue;
      const unique = [...new Set(entries)].join(",");
      yield {
        place: valuePlace,
        message: {
          en: `${listed(repeated).en} counts more than once in the majority; if it fails, several votes are lost. Name different machines.`,
          ja: `${listed(repeated).ja} が過半数の母数に 2 回以上数えられています。故障すると複数の票が失われます。別々のホストを指定してください。`,
        },
        fixes: unique === value ? [] : [replacement(valuePlace, unique, "a choice")],
      };
    }
  },
  fires: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443,gateway:80,dns2:53\n"),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=gateway:443,gateway:80,dns2:53
    |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`gateway\` counts more than once in the majority; if it fails, several votes are lost. Name different machines.
  `,
  silent: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443,dns1:53,dns2:53\n"),
};
