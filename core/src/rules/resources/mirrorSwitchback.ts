// Hierarchies with a mirror never switch back by themselves.

import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { settingOf } from "./settings.ts";

const mirrored = (kind: string): string =>
  `resource app gen/app {\n  servers a 1, b 10\n  switchback ${kind}\n  resource /data gen/filesys /data {\n    resource mirror scsi/netraid /dev/sdb1\n  }\n}`;

export const mirrorSwitchback: Rule = {
  code: "mirror-switchback",
  group: "resources",
  title: { en: "Automatic switchback over a mirror", ja: "ミラーでの自動スイッチバック" },
  documentation: {
    what: {
      en: "`switchback automatic` on a hierarchy that has a DataKeeper mirror or SAP HANA.",
      ja: "DataKeeper のミラーまたは SAP HANA を含むリソース階層に `switchback automatic` が指定されています。",
    },
    why: {
      en: "Hierarchies with DataKeeper or HANA never switch back by themselves, whatever the setting says.",
      ja: "DataKeeper または HANA を含む階層は、設定にかかわらず自動ではスイッチバックしません。",
    },
    how: { en: "Write `switchback intelligent`.", ja: "`switchback intelligent` と書いてください。" },
  },
  sources: ["SB990", "SB911"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const resource of context.cluster.resources) {
      const setting = settingOf(context, resource.name, "switchback");
      if (setting?.kind !== "switchback" || setting.value?.value !== "automatic") continue;
      const mirror = context
        .hierarchyOf(resource)
        .find(
          ({ application, kind }) => (application === "scsi" && kind === "netraid") || kind.toLowerCase() === "hana",
        );
      if (mirror === undefined) continue;
      const isHana = mirror.kind.toLowerCase() === "hana";
      const place = { file: context.parsed.file, span: setting.value.span };
      yield {
        place,
        message: {
          en: `\`${resource.name}\` will not switch back by itself: it contains ${isHana ? "" : "the mirror "}\`${mirror.name}\`, and hierarchies with ${isHana ? "HANA" : "DataKeeper"} never do. Write \`switchback intelligent\`.`,
          ja: `\`${resource.name}\` は自動ではスイッチバックしません。${isHana ? "" : "ミラー "}\`${mirror.name}\` を含み、${isHana ? "HANA" : "DataKeeper"} を含む階層は自動で戻らないためです。\`switchback intelligent\` と書いてください。`,
        },
        related: [
          { ...mirror.place, message: isHana ? { en: "HANA", ja: "HANA" } : { en: "the mirror", ja: "ミラー" } },
        ],
        // A `switchback intelligent on NODE` would mean nothing, but it is read.
        fixes: [replacement(place, "intelligent", "certain")],
      };
    }
  },
  fires: trio(mirrored("automatic")),
  reports: `
    cluster.lk
    |     switchback automatic
    |                ^^^^^^^^^ warning: \`app\` will not switch back by itself: it contains the mirror \`mirror\`, and hierarchies with DataKeeper never do. Write \`switchback intelligent\`.
    |       resource mirror scsi/netraid /dev/sdb1
    |                ------ the mirror
  `,
  silent: trio(mirrored("intelligent")),
};
