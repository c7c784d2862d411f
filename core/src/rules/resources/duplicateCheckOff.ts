// An IP resource below a mirror guards it only while its duplicate check is on.

import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const mirrored = "resource mirror scsi/netraid /dev/sdb1 {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100\n}";

export const duplicateCheckOff: Rule = {
  code: "duplicate-check-off",
  group: "resources",
  title: {
    en: "A mirror guarded by a duplicate check that is switched off",
    ja: "重複チェックを無効にしたミラーの排他制御",
  },
  documentation: {
    what: {
      en: "`NOIPUNIQUE=1` switches the duplicate check of IP resources off, and an IP resource is the child of a mirror.",
      ja: "`NOIPUNIQUE=1` で IP リソースの重複チェックが無効ですが、ミラーの子に IP リソースがあります。",
    },
    why: {
      en: "Below a mirror, the IP resource uses that check to keep the mirror from starting twice. This is our conclusion from the two statements.",
      ja: "ミラーの子の IP リソースは、この重複チェックによって二重起動を防ぎます。2 つの記載からの推論です。",
    },
    how: {
      en: "Remove `NOIPUNIQUE=1`, or guard the mirror by quorum.",
      ja: "`NOIPUNIQUE=1` を削除するか、Quorum で排他制御してください。",
    },
  },
  sources: ["DKIO941J", "IP951"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, resources, configurations }) {
    const mirror = cluster.resources.find(
      ({ application, kind, children }) =>
        application === "scsi" &&
        kind === "netraid" &&
        children.some((tag) => resources.get(tag)?.application === "comm"),
    );
    if (mirror === undefined) return;
    for (const configuration of configurations) {
      const off = givenValue(configuration, "NOIPUNIQUE");
      if (off?.value !== "1") continue;
      yield {
        place: off.place,
        message: {
          en: `With \`NOIPUNIQUE=1\` the IP resource below \`${mirror.name}\` no longer notices that the other node is active. Remove the line, or guard the mirror by quorum.`,
          ja: `\`NOIPUNIQUE=1\` では、\`${mirror.name}\` の下の IP リソースが相手ノードの稼働を検知できません。この行を削除するか、Quorum で排他制御してください。`,
        },
        related: [{ ...mirror.place, message: { en: "the mirror", ja: "ミラー" } }],
      };
    }
  },
  fires: trio(mirrored, { defaults: "NOIPUNIQUE=1\n" }),
  reports: `
    LifeKeeper
    | NOIPUNIQUE=1
    | ^^^^^^^^^^^^ warning: With \`NOIPUNIQUE=1\` the IP resource below \`mirror\` no longer notices that the other node is active. Remove the line, or guard the mirror by quorum.
    cluster.lk
    |   resource mirror scsi/netraid /dev/sdb1 {
    |            ------ the mirror
  `,
  silent: trio(mirrored),
};
