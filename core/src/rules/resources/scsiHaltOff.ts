// A node that goes on writing to a disk that is no longer its own.

import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const disk = (reserved: string): string =>
  `resource /data gen/filesys /data {\n  servers a 1, b 10\n  resource disk scsi/disk 1${reserved}\n}`;

export const scsiHaltOff: Rule = {
  code: "scsi-halt-off",
  group: "resources",
  title: { en: "SCSIHALT=FALSE with a reserved disk", ja: "リザベーションを使うディスクと SCSIHALT=FALSE" },
  documentation: {
    what: {
      en: "A disk is `reserved`, and `SCSIHALT=FALSE` on one of its servers.",
      ja: "`reserved` のディスクがあり、そのサーバーで `SCSIHALT=FALSE` が指定されています。",
    },
    why: {
      en: "By default a node whose reservation was taken by another node is halted and restarted, so that the data is not corrupted. With `FALSE` it keeps running.",
      ja: "デフォルトでは、リザベーションをほかのノードに奪われたノードは、データを壊さないように停止して再起動します。`FALSE` では動作を続けます。",
    },
    how: {
      en: "Remove the setting, unless the vendor asked for it.",
      ja: "ベンダーの指示がない限り、この設定を削除してください。",
    },
  },
  sources: ["LKSCSID75", "KB-SCSI"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const { cluster, configurations } = context;
    for (const configuration of configurations) {
      const given = givenValue(configuration, "SCSIHALT");
      if (given === undefined || configuration.quorum.restartsWithoutReservation) continue;
      const disk = cluster.resources.find(
        ({ reserved, servers }) =>
          reserved && servers.some(({ node }) => configuration.nodes.some(({ name }) => name === node)),
      );
      if (disk === undefined) continue;
      yield {
        place: given.place,
        message: {
          en: `With \`SCSIHALT=${given.value}\` a node keeps running when another one has taken the reservation of \`${disk.name}\`. Remove it.`,
          ja: `\`SCSIHALT=${given.value}\` では、\`${disk.name}\` のリザベーションを奪われてもノードが動作を続けます。削除してください。`,
        },
        fixes: [
          fix(
            { en: "Set SCSIHALT to TRUE", ja: "SCSIHALT を TRUE にする" },
            assigned(context, configuration, [["SCSIHALT", "TRUE"]]),
            "a choice",
          ),
        ],
      };
    }
  },
  fires: trio(disk(" { reserved }"), { defaults: "SCSIHALT=FALSE\n" }),
  reports: `
    LifeKeeper
    | SCSIHALT=FALSE
    | ^^^^^^^^^^^^^^ warning: With \`SCSIHALT=FALSE\` a node keeps running when another one has taken the reservation of \`disk\`. Remove it.
  `,
  silent: trio(disk(""), { defaults: "SCSIHALT=FALSE\nRESERVATIONS=none\n" }),
};
