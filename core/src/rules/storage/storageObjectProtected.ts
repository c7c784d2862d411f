// The quorum storage lies on something that fails over.

import type { ClusterContext } from "../context.ts";
import { diskOfPartition } from "../devices.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageObjectProtected: Rule = {
  code: "storage-object-protected",
  group: "storage",
  title: { en: "A QWK object on a protected resource", ja: "保護対象リソース上の QWK オブジェクト" },
  documentation: {
    what: {
      en: "The storage of the QWK objects is for quorum only: no `QWK_STORAGE_OBJECT_<host>` may lie on a disk, mirror or file system that LifeKeeper protects.",
      ja: "QWK オブジェクトのストレージは Quorum 専用です。`QWK_STORAGE_OBJECT_<host>` を、LifeKeeper が保護するディスク、ミラー、ファイルシステムの上に置くことはできません。",
    },
    why: {
      en: "A protected resource is reachable on one node at a time; the quorum storage must be reachable on all, always.",
      ja: "保護対象のリソースは同時に 1 ノードでしか使えませんが、Quorum のストレージは常にすべてのノードから使える必要があります。",
    },
    how: {
      en: "Use another device, file system or bucket.",
      ja: "別のデバイス、ファイルシステム、バケットを使ってください。",
    },
  },
  sources: ["STO981J", "SCSK"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check(context) {
    for (const { values, quorum } of context.configurations) {
      if (quorum.quorumMode !== "storage") continue;
      for (const value of [...values.values()]) {
        if (!value.name.startsWith("QWK_STORAGE_OBJECT_") || value.value === "" || value.place === undefined) continue;
        const resource = protecting(context, value.value);
        if (resource === undefined) continue;
        yield {
          place: value.place,
          message: {
            en: `\`${value.value}\` lies on \`${resource.name}\`, which LifeKeeper protects. Use other storage for quorum.`,
            ja: `\`${value.value}\` は LifeKeeper が保護する \`${resource.name}\` の上にあります。Quorum には別のストレージを使ってください。`,
          },
          related: [{ ...resource.place, message: { en: "the protected resource", ja: "保護対象のリソース" } }],
        };
      }
    }
  },
  fires: pair(storageQuorum.replace("/dev/disk/by-id/quorum-part2", "/dev/sdb1"), {
    extra: "resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb\n}",
  }),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_b=/dev/sdb1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`/dev/sdb1\` lies on \`disk\`, which LifeKeeper protects. Use other storage for quorum.
    cluster.lk
    |     resource disk scsi/disk /dev/sdb
    |              ---- the protected resource
  `,
  silent: pair(storageQuorum, {
    extra: "resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb\n}",
  }),
};

function protecting({ cluster }: ClusterContext, object: string) {
  return cluster.resources.find(({ application, kind, id, name }) => {
    const at = id ?? (name.startsWith("/") ? name : undefined);
    if (at === undefined) return false;
    if (application === "scsi") return at === object || at === diskOfPartition(object);
    return application === "gen" && kind === "filesys" && at !== "/" && (object === at || object.startsWith(`${at}/`));
  });
}
