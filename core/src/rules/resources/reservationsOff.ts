// A disk with SCSI reservation on nodes where reservations are off.

import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

const disk = (reserved: string): string =>
  `resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb${reserved}\n}`;

export const reservationsOff: Rule = {
  code: "reservations-off",
  group: "resources",
  title: { en: "A reserved disk while RESERVATIONS=none", ja: "RESERVATIONS=none とリザベーション指定の矛盾" },
  documentation: {
    what: {
      en: "A disk is `reserved`, and `RESERVATIONS=none` switches SCSI reservations off.",
      ja: "ディスクに `reserved` がありますが、`RESERVATIONS=none` で SCSI リザベーションは無効です。",
    },
    why: {
      en: "The disk is then not fenced by reservation, whatever the cluster file says.",
      ja: "クラスターファイルの記述にかかわらず、リザベーションによる排他制御は行われません。",
    },
    how: { en: "Remove one of the two.", ja: "どちらかを取り除いてください。" },
  },
  sources: ["DISR951", "KB-ANY", "SCSI980"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const { cluster, configurations } = context;
    const off = configurations.map((each) => givenValue(each, "RESERVATIONS")).find((each) => each?.value === "none");
    if (off === undefined) return;
    for (const resource of cluster.resources) {
      if (!resource.reserved) continue;
      yield {
        place: settingPlace(context, resource, "reserved"),
        message: {
          en: `\`${resource.name}\` is \`reserved\` here, but \`RESERVATIONS=none\` switches SCSI reservations off. Remove one of the two.`,
          ja: `\`${resource.name}\` は \`reserved\` ですが、\`RESERVATIONS=none\` により SCSI リザベーションは無効です。どちらかを取り除いてください。`,
        },
        related: [{ ...off.place, message: { en: "switched off here", ja: "ここで無効にされています" } }],
      };
    }
  },
  fires: trio(disk(" { reserved }"), { defaults: "RESERVATIONS=none\n" }),
  reports: `
    cluster.lk
    |     resource disk scsi/disk /dev/sdb { reserved }
    |                                        ^^^^^^^^ warning: \`disk\` is \`reserved\` here, but \`RESERVATIONS=none\` switches SCSI reservations off. Remove one of the two.
    LifeKeeper
    | RESERVATIONS=none
    | ----------------- switched off here
  `,
  silent: trio(disk(""), { defaults: "RESERVATIONS=none\n" }),
};
