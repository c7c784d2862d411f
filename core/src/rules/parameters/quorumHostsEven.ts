// An even number of hosts can tie, and a tie is a loss.

import { givenValue } from "../context.ts";
import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";

export const quorumHostsEven: Rule = {
  code: "quorum-hosts-even",
  group: "parameters",
  title: { en: "An even number of quorum hosts", ja: "偶数個の Quorum ホスト" },
  documentation: {
    what: {
      en: "An odd number of hosts in `QUORUM_HOSTS` is recommended.",
      ja: "`QUORUM_HOSTS` のホストは奇数個が推奨されています。",
    },
    why: {
      en: "More than half must answer, so exactly half is not enough: an even number tolerates no more failures than one host fewer.",
      ja: "過半数の応答が必要なため、ちょうど半数では足りません。偶数個にしても、1 個少ない場合より障害に強くはなりません。",
    },
    how: { en: "Add or remove a host.", ja: "ホストを 1 つ増減してください。" },
  },
  sources: ["TCP940J"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check({ configurations }) {
    for (const configuration of configurations) {
      const { quorumMode, quorumHosts } = configuration.quorum;
      const given = givenValue(configuration, "QUORUM_HOSTS");
      const count = quorumHosts.length;
      if (given === undefined || quorumMode !== "tcp_remote" || count === 0 || count % 2 === 1) continue;
      yield {
        place: given.place,
        message: {
          en: `${count} hosts: quorum needs ${count / 2 + 1} of them, and exactly half is not enough. An odd number is recommended.`,
          ja: `${count} 個のホストのうち ${count / 2 + 1} 個の応答が必要で、ちょうど半数では足りません。奇数個が推奨されています。`,
        },
      };
    }
  },
  fires: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443,dns1:53\n"),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=gateway:443,dns1:53
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: 2 hosts: quorum needs 2 of them, and exactly half is not enough. An odd number is recommended.
  `,
  silent: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443,dns1:53,dns2:53\n"),
};
