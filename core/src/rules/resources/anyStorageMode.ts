// Any Storage and tcp_remote: the documents contradict each other.

import { givenValue } from "../context.ts";
import { hostsQuorum, pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

const disk = "resource app gen/app {\n  servers a 1, b 10\n  resource disk scsi/disk /dev/sdb\n}";

export const anyStorageMode: Rule = {
  code: "any-storage-mode",
  group: "resources",
  title: { en: "Unreserved shared disks with tcp_remote", ja: "リザベーションなしの共有ディスクと tcp_remote" },
  documentation: {
    what: {
      en: "For shared disks with `RESERVATIONS=none`, one document supports only `majority` and `storage`; another lists `tcp_remote` too.",
      ja: "`RESERVATIONS=none` の共有ディスクについて、`majority` と `storage` だけをサポートとする資料と、`tcp_remote` も挙げる資料があります。",
    },
    why: {
      en: "The sources contradict each other, hence a hint.",
      ja: "資料の記述が食い違うため、ヒントにとどめます。",
    },
    how: {
      en: "Ask the vendor, or use `majority` or `storage`.",
      ja: "ベンダーに確認するか、`majority` か `storage` を使ってください。",
    },
  },
  sources: ["KB-ANY", "KB-PLAT"],
  evidence: "unsure",
  severity: "hint",
  about: "cluster",
  *check({ cluster, configurations }) {
    const hasDisk = cluster.resources.some(
      ({ application, kind }) => application === "scsi" && (kind === "disk" || kind === "device"),
    );
    for (const configuration of configurations) {
      const off = givenValue(configuration, "RESERVATIONS");
      if (!hasDisk || off?.value !== "none" || configuration.quorum.quorumMode !== "tcp_remote") continue;
      yield {
        place: off.place,
        message: {
          en: "The vendor's documents contradict each other on whether `tcp_remote` is supported with unreserved shared disks. Ask the vendor, or use `majority` or `storage`.",
          ja: "リザベーションなしの共有ディスクで `tcp_remote` がサポートされるかは、ベンダーの資料で食い違っています。ベンダーに確認するか、`majority` か `storage` を使ってください。",
        },
      };
    }
  },
  fires: pair(`${hostsQuorum}RESERVATIONS=none\n`, { extra: disk }),
  reports: `
    LifeKeeper
    | RESERVATIONS=none
    | ^^^^^^^^^^^^^^^^^ hint: The vendor's documents contradict each other on whether \`tcp_remote\` is supported with unreserved shared disks. Ask the vendor, or use \`majority\` or \`storage\`.
  `,
  silent: pair(`${storageQuorum}RESERVATIONS=none\n`, { extra: disk }),
};
