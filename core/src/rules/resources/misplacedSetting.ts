// Settings that belong to another kind of resource.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { settingOf } from "./settings.ts";

const owners = {
  mode: { en: "a mirror", ja: "ミラー" },
  reserved: { en: "a shared disk", ja: "共有ディスク" },
  "on-network": { en: "an IP address", ja: " IP アドレス" },
} as const;

export const misplacedSetting: Rule = {
  code: "misplaced-setting",
  group: "resources",
  title: { en: "A setting of another kind of resource", ja: "種類の合わない設定" },
  documentation: {
    what: {
      en: "`mode` belongs to mirrors (`scsi/netraid`), `reserved` to shared disks (`scsi/disk`, `scsi/device`), `on-network` to addresses (`comm/ip`).",
      ja: "`mode` はミラー（`scsi/netraid`）、`reserved` は共有ディスク（`scsi/disk`、`scsi/device`）、`on-network` は IP アドレス（`comm/ip`）の設定です。",
    },
    why: { en: "On any other resource it has no effect.", ja: "ほかの種類のリソースでは効果がありません。" },
    how: { en: "Move it to the mirror or disk.", ja: "ミラーやディスクのリソースに移してください。" },
  },
  sources: ["AWSIA", "SCSI980"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    for (const { name, application, kind, reserved, mirrorMode, network } of context.cluster.resources) {
      if (application === "") continue;
      const wrong: (keyof typeof owners)[] = [];
      if (mirrorMode !== undefined && !(application === "scsi" && kind === "netraid")) wrong.push("mode");
      if (reserved && !(application === "scsi" && kind !== "netraid")) wrong.push("reserved");
      if (network !== undefined && !(application === "comm" && kind === "ip")) wrong.push("on-network");
      for (const what of wrong) {
        const setting = settingOf(context, name, what);
        if (setting === undefined) continue;
        const place = { file: context.parsed.file, span: setting.span };
        yield {
          place,
          message: {
            en: `\`${what}\` belongs to ${owners[what].en}; \`${name}\` is \`${application}/${kind}\`.`,
            ja: `\`${what}\` は${owners[what].ja}の設定です。\`${name}\` は \`${application}/${kind}\` です。`,
          },
          fixes: [fix({ en: "Remove it", ja: "削除する" }, [removedLine(context.parsed.text, place)], "a choice")],
          tag: "unnecessary",
        };
      }
    }
  },
  fires: trio("resource app gen/app {\n  servers a 1, b 10\n  mode synchronous\n}"),
  reports: `
    cluster.lk
    |     mode synchronous
    |     ^^^^^^^^^^^^^^^^ warning: \`mode\` belongs to a mirror; \`app\` is \`gen/app\`.
  `,
  silent: trio("resource mirror scsi/netraid /dev/sdb1 {\n  servers a 1, b 10\n  mode synchronous\n}"),
};
