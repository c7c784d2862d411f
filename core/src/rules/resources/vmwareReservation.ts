// On vSphere, reservations need raw device mappings.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

const disk = (reserved: string): string =>
  `resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb${reserved}\n}`;

export const vmwareReservation: Rule = {
  code: "vmware-reservation",
  group: "resources",
  title: { en: "SCSI reservation on VMware needs RDM", ja: "VMware での SCSI リザベーションには RDM が必要" },
  documentation: {
    what: {
      en: "On VMware a `reserved` disk must be a raw device mapping.",
      ja: "VMware では、`reserved` のディスクは RDM でなければなりません。",
    },
    why: {
      en: "A virtual disk does not carry the reservation to the storage.",
      ja: "仮想ディスクでは、リザベーションがストレージに届きません。",
    },
    how: { en: "Check how the disk is attached.", ja: "ディスクの接続方式を確認してください。" },
  },
  sources: ["KB-VSPH"],
  evidence: "documented",
  severity: "hint",
  about: "cluster",
  *check(context) {
    if (context.cluster.platform !== "vmware") return;
    for (const resource of context.cluster.resources) {
      if (!resource.reserved) continue;
      yield {
        place: settingPlace(context, resource, "reserved"),
        message: {
          en: `On VMware the reservation of \`${resource.name}\` works only with a raw device mapping (RDM). Check how the disk is attached.`,
          ja: `VMware では、\`${resource.name}\` のリザベーションは RDM でのみ機能します。ディスクの接続方式を確認してください。`,
        },
      };
    }
  },
  fires: trio(disk(" { reserved }"), { platform: "vmware" }),
  reports: `
    cluster.lk
    |     resource disk scsi/disk /dev/sdb { reserved }
    |                                        ^^^^^^^^ hint: On VMware the reservation of \`disk\` works only with a raw device mapping (RDM). Check how the disk is attached.
  `,
  silent: trio(disk(""), { platform: "vmware", defaults: "RESERVATIONS=none\n" }),
};
