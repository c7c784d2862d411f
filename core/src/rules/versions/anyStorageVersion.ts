// Any Storage came with 9.3.2.

import { isAtLeast } from "../../catalogue/version.ts";
import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const disk = "resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb\n}";

export const anyStorageVersion: Rule = {
  code: "any-storage-version",
  group: "versions",
  title: { en: "Shared disks without reservation before 9.3.2", ja: "9.3.2 より前のリザベーションなし共有ディスク" },
  documentation: {
    what: {
      en: "`RESERVATIONS=none` with a shared disk, in a version older than 9.3.2.",
      ja: "9.3.2 より前のバージョンで、共有ディスクに `RESERVATIONS=none` を使っています。",
    },
    why: {
      en: "Storage that is not certified for reservations has been supported since 9.3.2 (Any Storage), with a quorum mode instead of reservations. Certified storage may be treated differently, so this is information only.",
      ja: "リザベーションの認定を受けていないストレージは、9.3.2 以降（Any Storage）で Quorum と組み合わせてサポートされます。認定済みのストレージなら別の扱いもあり得るため、情報にとどめます。",
    },
    how: {
      en: "Check that the storage is supported in this version.",
      ja: "このバージョンでストレージがサポートされるか確認してください。",
    },
  },
  sources: ["KB-ANY"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check({ cluster, version, configurations }) {
    const hasDisk = cluster.resources.some(({ application, kind }) => application === "scsi" && kind === "disk");
    if (!hasDisk || isAtLeast(version, "9.3.2")) return;
    for (const configuration of configurations) {
      const off = givenValue(configuration, "RESERVATIONS");
      if (off?.value !== "none") continue;
      yield {
        place: off.place,
        message: {
          en: `Shared disks without reservations are supported as Any Storage only since 9.3.2, but this cluster runs ${version.text}. Check that its storage is supported.`,
          ja: `リザベーションなしの共有ディスクが Any Storage としてサポートされるのは 9.3.2 以降です。このクラスターは ${version.text} なので、ストレージのサポートを確認してください。`,
        },
      };
    }
  },
  fires: trio(disk, { version: "9.3.1", defaults: "RESERVATIONS=none\n" }),
  reports: `
    LifeKeeper
    | RESERVATIONS=none
    | ^^^^^^^^^^^^^^^^^ information: Shared disks without reservations are supported as Any Storage only since 9.3.2, but this cluster runs 9.3.1. Check that its storage is supported.
  `,
  silent: trio(disk, { version: "9.6.1", defaults: "RESERVATIONS=none\n" }),
};
