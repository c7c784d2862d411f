// A file system resource stands on a disk or a mirror.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const on = (child: string): string => trioResource(`resource /data gen/filesys /data${child}`);

function trioResource(child: string): string {
  return `resource app gen/app {\n  servers a 1, b 10\n  ${child}\n}`;
}

export const filesystemWithoutDisk: Rule = {
  code: "filesystem-without-disk",
  group: "resources",
  title: { en: "A file system without its disk or mirror", ja: "ディスクやミラーのないファイルシステム" },
  documentation: {
    what: {
      en: "A `gen/filesys` resource has no `scsi/…` resource below it: no disk, no partition, no mirror.",
      ja: "`gen/filesys` リソースの下に、ディスク、パーティション、ミラーなどの `scsi/…` リソースがありません。",
    },
    why: {
      en: "LifeKeeper first brings in service what a file system lies on. Without it, the mount on the other node finds nothing. NFS and other network file systems have kits of their own; they are not reported only if their type says so.",
      ja: "LifeKeeper は、ファイルシステムを載せているものを先にサービス中にします。それがないと、切り替え先でマウントできません。NFS などのネットワークファイルシステムには専用のキットがあり、その種類で書かれている場合だけ対象外になります。",
    },
    how: {
      en: "Add the `scsi/disk` or `scsi/netraid` below it.",
      ja: "`scsi/disk` または `scsi/netraid` を子に追加してください。",
    },
  },
  sources: ["AWSQS-FIG", "BLOG2012", "P69"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, hierarchyOf }) {
    const filesystems = cluster.resources.filter(
      ({ application, kind }) => application === "gen" && kind === "filesys",
    );
    for (const filesystem of filesystems) {
      if (hierarchyOf(filesystem).length !== 1) continue;
      yield {
        place: filesystem.place,
        message: {
          en: `\`${filesystem.name}\` has no disk and no mirror below it. Add the \`scsi/disk\` or \`scsi/netraid\` that it lies on.`,
          ja: `\`${filesystem.name}\` の下にディスクもミラーもありません。\`scsi/disk\` または \`scsi/netraid\` を子に追加してください。`,
        },
      };
    }
  },
  fires: trio(on("")),
  reports: `
    cluster.lk
    |     resource /data gen/filesys /data
    |              ^^^^^ warning: \`/data\` has no disk and no mirror below it. Add the \`scsi/disk\` or \`scsi/netraid\` that it lies on.
  `,
  silent: trio(on(" {\n    resource disk scsi/disk /dev/sdb\n  }")),
};
