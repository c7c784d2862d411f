// Confirm Failover that never waits and always says no: automatic failover is off.

import { placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const failoverBlocked: Rule = {
  code: "failover-blocked",
  group: "parameters",
  title: { en: "Automatic failover is switched off", ja: "自動フェイルオーバーの停止" },
  documentation: {
    what: {
      en: "A node with `confirm-failover`, `CONFIRMSODEF=1` and `CONFIRMSOTO=0` never takes over by itself.",
      ja: "`confirm-failover` を設定し、`CONFIRMSODEF=1` かつ `CONFIRMSOTO=0` のノードは、自動ではフェイルオーバー先になりません。",
    },
    why: {
      en: "The wait for a confirmation ends at once, and without one the failover is blocked. This is the documented way to switch automatic failover off, so make sure that it is intended.",
      ja: "確認を待つ時間が 0 秒で、確認がないときは拒否になります。自動フェイルオーバーを止める方法として資料にある設定ですが、意図したものか確認してください。",
    },
    how: {
      en: "Leave it if it is intended; otherwise raise `CONFIRMSOTO`.",
      ja: "意図したものならそのままに、違うなら `CONFIRMSOTO` を大きくしてください。",
    },
  },
  sources: ["CSO75", "P239", "CFB980"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    for (const configuration of context.configurations) {
      const { confirmDefault, confirmTimeoutMs } = configuration.quorum;
      const nodes = configuration.nodes.filter((node) => node.confirmsFailoverOf.length > 0).map((node) => node.name);
      if (confirmDefault !== "block" || confirmTimeoutMs > 0 || nodes.length === 0) continue;
      yield {
        place: placeOf(context, configuration, "CONFIRMSOTO"),
        message: {
          en: `${listed(nodes).en} will never take over automatically: there is no time to confirm, and without a confirmation the failover is blocked. If that is not intended, raise \`CONFIRMSOTO\`.`,
          ja: `${listed(nodes).ja} は自動ではフェイルオーバー先になりません。確認の待ち時間が 0 秒で、確認がなければ拒否する設定です。意図したものでなければ、\`CONFIRMSOTO\` を大きくしてください。`,
        },
      };
    }
  },
  fires: pair(`${storageQuorum}CONFIRMSODEF=1\nCONFIRMSOTO=0\n`, { b: "confirm-failover" }),
  reports: `
    LifeKeeper
    | CONFIRMSOTO=0
    | ^^^^^^^^^^^^^ information: \`b\` will never take over automatically: there is no time to confirm, and without a confirmation the failover is blocked. If that is not intended, raise \`CONFIRMSOTO\`.
  `,
  silent: pair(`${storageQuorum}CONFIRMSODEF=1\nCONFIRMSOTO=60\n`, { b: "confirm-failover" }),
};
