// Which kind of quorum storage the platform table names for which data.

import type { Cluster } from "../../model/cluster.ts";
import { type DataLayout, storageTypeRows } from "../../support/matrix.ts";
import { givenValue } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { alternatives } from "../wording.ts";

const mirrored = "resource app gen/app {\n  servers a 1, b 10\n  resource mirror scsi/netraid /dev/sdb1\n}";

export const storageTypePlatform: Rule = {
  code: "storage-type-platform",
  group: "storage",
  title: {
    en: "A storage type that the platform table does not name",
    ja: "プラットフォームの表にないストレージの種類",
  },
  documentation: {
    what: {
      en: "For replicated data the vendor's table names `QWK_STORAGE_TYPE=file`, and `aws_s3` on AWS and OCI; for shared disks without reservation `block`.",
      ja: "ベンダーの表では、レプリケーション構成には `QWK_STORAGE_TYPE=file`（AWS と OCI では `aws_s3` も）、リザベーションなしの共有ディスクには `block` が挙げられています。",
    },
    why: {
      en: "The table lists what is supported. We conclude from its absence that another type is not supported.",
      ja: "表はサポート対象を並べたものです。載っていない種類がサポートされないことは、そこからの推論です。",
    },
    how: {
      en: "Use a type of the table, or ask the vendor.",
      ja: "表にある種類を使うか、ベンダーに確認してください。",
    },
  },
  sources: ["KB-PLAT", "KB-ANY"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, configurations }) {
    for (const configuration of configurations) {
      const { quorumMode, storageType } = configuration.quorum;
      const data = dataLayoutOf(cluster, configuration.values.get("RESERVATIONS")?.value === "none");
      const written = givenValue(configuration, "QWK_STORAGE_TYPE");
      const rows = storageTypeRows.filter((row) => row.data === data && row.platforms.includes(cluster.platform));
      if (quorumMode !== "storage" || storageType === undefined || written === undefined || rows.length === 0) continue;
      if (rows.some((row) => row.storageType === storageType)) continue;
      const named = rows.map((row) => row.storageType);
      yield {
        place: written.place,
        message: {
          en: `For ${data === "mirror" ? "replicated data" : "shared disks"} on \`${cluster.platform}\` the vendor's table names ${alternatives(named).en}, not \`${storageType}\`.`,
          ja: `\`${cluster.platform}\` の${data === "mirror" ? "レプリケーション構成" : "共有ディスク構成"}について、ベンダーの表に挙げられているのは ${alternatives(named).ja} です（\`${storageType}\` は記載がありません）。`,
        },
        fixes: named.map((type) => replacement(written.valuePlace, type, "a choice")),
      };
    }
  },
  fires: pair(storageQuorum, { extra: mirrored }),
  reports: `
    LifeKeeper
    | QWK_STORAGE_TYPE=block
    | ^^^^^^^^^^^^^^^^^^^^^^ information: For replicated data on \`physical\` the vendor's table names \`file\`, not \`block\`.
  `,
  silent: pair(
    storageQuorum
      .replace("=block", "=file")
      .replace("/dev/disk/by-id/quorum-part1", "/qwk/a")
      .replace("/dev/disk/by-id/quorum-part2", "/qwk/b"),
    {
      extra: mirrored,
    },
  ),
};

/** Mixed data is of no one layout, and nothing is said about it. */
function dataLayoutOf(cluster: Cluster, reservationsOff: boolean): DataLayout {
  const has = (kind: string): boolean =>
    cluster.resources.some((each) => each.application === "scsi" && each.kind === kind);
  const mirror = has("netraid");
  const shared = has("disk") || has("device");
  if (mirror === shared) return "none";
  if (mirror) return "mirror";
  return reservationsOff ? "shared-without-reservation" : "shared-with-reservation";
}
