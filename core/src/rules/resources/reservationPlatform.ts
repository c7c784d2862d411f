// SCSI reservations where the platform table names none.

import { platformsOf } from "../../support/matrix.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

const disk = "resource /data gen/filesys /data {\n  servers a 1, b 10\n  resource disk scsi/disk 1 { reserved }\n}";

export const reservationPlatform: Rule = {
  code: "reservation-platform",
  group: "resources",
  title: { en: "SCSI reservations on this platform", ja: "このプラットフォームでの SCSI リザベーション" },
  documentation: {
    what: {
      en: "A shared disk is `reserved` on a platform for which the vendor's table names no SCSI reservation: AWS, Google Cloud, OCI.",
      ja: "SIOS の一覧に SCSI リザベーションの記載がないプラットフォーム（AWS、Google Cloud、OCI）で、共有ディスクが `reserved` になっています。",
    },
    why: {
      en: "The table names reservations for physical machines, VMware and shared disks of Azure. On the others it names Quorum/Witness.",
      ja: "一覧で SCSI リザベーションが挙げられているのは、物理、VMware、Azure の共有ディスクです。ほかでは Quorum/Witness が挙げられています。",
    },
    how: {
      en: "Use Quorum/Witness with `RESERVATIONS=none`, or ask the vendor whether reservations are supported there.",
      ja: "`RESERVATIONS=none` と Quorum/Witness を使うか、リザベーションがサポートされるかを SIOS に確認してください。",
    },
  },
  sources: ["KB-PLAT"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check(context) {
    if (platformsOf("scsi-reservation").includes(context.cluster.platform)) return;
    for (const resource of context.cluster.resources.filter(({ reserved }) => reserved)) {
      yield {
        place: settingPlace(context, resource, "reserved"),
        message: {
          en: `\`${resource.name}\` is \`reserved\`, but the vendor's table names no SCSI reservation for \`${context.cluster.platform}\`. Check that it is supported.`,
          ja: `\`${resource.name}\` は \`reserved\` ですが、SIOS の一覧では \`${context.cluster.platform}\` に SCSI リザベーションの記載がありません。サポートされるかを確認してください。`,
        },
      };
    }
  },
  fires: trio(disk, { platform: "aws" }),
  reports: `
    cluster.lk
    |     resource disk scsi/disk 1 { reserved }
    |                                 ^^^^^^^^ information: \`disk\` is \`reserved\`, but the vendor's table names no SCSI reservation for \`aws\`. Check that it is supported.
  `,
  silent: trio(disk, { platform: "azure" }),
};
