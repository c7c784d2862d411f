// On VMware, SCSI fencing and STONITH exclude each other.

import { trio } from "../example.ts";
import { nodeSettingPlace } from "../nodes/settings.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

const disk = "resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb { reserved }\n}";

export const vmwareFencing: Rule = {
  code: "vmware-fencing",
  group: "resources",
  title: { en: "SCSI reservation and STONITH on VMware", ja: "VMware での SCSI リザベーションと STONITH" },
  documentation: {
    what: {
      en: "On VMware a cluster uses SCSI reservations or STONITH, not both.",
      ja: "VMware では、SCSI リザベーションと STONITH のどちらか一方だけを使います。",
    },
    why: {
      en: "The manual for vSphere lists the two as mutually exclusive.",
      ja: "vSphere のマニュアルで、両者は併用できないとされています。",
    },
    how: { en: "Remove `reserved` or `stonith`.", ja: "`reserved` か `stonith` のどちらかを取り除いてください。" },
  },
  sources: ["VM941J", "KB-VSPH"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    const { cluster } = context;
    const node = cluster.nodes.find((each) => each.stonith);
    if (cluster.platform !== "vmware" || node === undefined) return;
    for (const resource of cluster.resources) {
      if (!resource.reserved) continue;
      yield {
        place: settingPlace(context, resource, "reserved"),
        message: {
          en: `On VMware the reservation of \`${resource.name}\` and STONITH exclude each other. Use only one of the two.`,
          ja: `VMware では、\`${resource.name}\` のリザベーションと STONITH は併用できません。どちらか一方を使ってください。`,
        },
        related: [
          {
            ...nodeSettingPlace(context, node, "stonith"),
            message: { en: "STONITH is here", ja: "STONITH はここです" },
          },
        ],
      };
    }
  },
  fires: trio(disk, { platform: "vmware", a: "stonith" }),
  reports: `
    cluster.lk
    |     resource disk scsi/disk /dev/sdb { reserved }
    |                                        ^^^^^^^^ error: On VMware the reservation of \`disk\` and STONITH exclude each other. Use only one of the two.
    |   node a { address 192.0.2.11 stonith }
    |                               ------- STONITH is here
  `,
  silent: trio(disk, { platform: "vmware" }),
};
