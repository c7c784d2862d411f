// The rhythm of the storage must not be faster than that of the paths.

import { isAtLeast } from "../../catalogue/version.ts";
import { givenValue } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const storageHeartbeat: Rule = {
  code: "storage-heartbeat",
  group: "storage",
  title: { en: "A storage heartbeat below LCMHBEATTIME", ja: "LCMHBEATTIME より短いストレージのハートビート" },
  documentation: {
    what: {
      en: "`QWK_STORAGE_HBEATTIME` must not be below `LCMHBEATTIME`. The lists of 9.9.0 and 10.0 say so; older ones do not.",
      ja: "`QWK_STORAGE_HBEATTIME` は `LCMHBEATTIME` 以上でなければなりません。9.9.0 と 10.0 の一覧に記載があり、それより古い一覧にはありません。",
    },
    why: {
      en: "The witness check watches whether an object is still being updated, and must not reach a verdict before the communication paths do. The lists give no reason; this is our conclusion.",
      ja: "Witness チェックはオブジェクトの更新を見て判断します。コミュニケーションパスの判定より先に結論を出してはいけません。理由は一覧に書かれておらず、本製品の推論です。",
    },
    how: {
      en: "Raise `QWK_STORAGE_HBEATTIME` (at most 10) or lower `LCMHBEATTIME`.",
      ja: "`QWK_STORAGE_HBEATTIME` を大きくする（最大 10）か、`LCMHBEATTIME` を小さくしてください。",
    },
  },
  sources: ["QUORUM_PARAMETERS_LIST_990", "QP100"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ configurations, version }) {
    for (const configuration of configurations) {
      const { quorumMode, storageHeartbeatMs, heartbeatMs } = configuration.quorum;
      if (quorumMode !== "storage" || storageHeartbeatMs >= heartbeatMs) continue;
      const storage = givenValue(configuration, "QWK_STORAGE_HBEATTIME");
      const comm = givenValue(configuration, "LCMHBEATTIME");
      const written = storage ?? comm;
      if (written === undefined) continue;
      const wanted = heartbeatMs / 1000;
      const isSure = version === undefined || isAtLeast(version, "9.9.0");
      yield {
        place: written.place,
        message: {
          en: `\`QWK_STORAGE_HBEATTIME\` is ${storageHeartbeatMs / 1000} and \`LCMHBEATTIME\` ${wanted}. The storage heartbeat must not be shorter than that of the paths.`,
          ja: `\`QWK_STORAGE_HBEATTIME\` が ${storageHeartbeatMs / 1000}、\`LCMHBEATTIME\` が ${wanted} です。ストレージの間隔をコミュニケーションパスより短くすることはできません。`,
        },
        evidence: isSure ? "documented" : "unsure",
        related:
          storage !== undefined && comm !== undefined
            ? [
                {
                  ...comm.place,
                  message: {
                    en: "the paths' heartbeat is given here",
                    ja: "パスのハートビートはここで指定されています",
                  },
                },
              ]
            : [],
        fixes:
          storage !== undefined && wanted <= 10 ? [replacement(storage.valuePlace, String(wanted), "certain")] : [],
      };
    }
  },
  fires: pair(`${storageQuorum}QWK_STORAGE_HBEATTIME=6\nLCMHBEATTIME=8\n`),
  reports: `
    LifeKeeper
    | QWK_STORAGE_HBEATTIME=6
    | ^^^^^^^^^^^^^^^^^^^^^^^ error: \`QWK_STORAGE_HBEATTIME\` is 6 and \`LCMHBEATTIME\` 8. The storage heartbeat must not be shorter than that of the paths.
    | LCMHBEATTIME=8
    | -------------- the paths' heartbeat is given here
  `,
  silent: pair(`${storageQuorum}QWK_STORAGE_HBEATTIME=8\nLCMHBEATTIME=8\n`),
};
