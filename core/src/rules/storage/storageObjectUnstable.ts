// Device names that a machine gives anew at every start.

import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

export const storageObjectUnstable: Rule = {
  code: "storage-object-unstable",
  group: "storage",
  title: { en: "A QWK object with a device name that may change", ja: "変わり得るデバイス名の QWK オブジェクト" },
  documentation: {
    what: {
      en: "With `QWK_STORAGE_TYPE=block` an object is named by a device such as `/dev/sdc1`.",
      ja: "`QWK_STORAGE_TYPE=block` で、オブジェクトが `/dev/sdc1` のようなデバイス名で指定されています。",
    },
    why: {
      en: "Such a name may mean another disk after a restart. The parameter list asks for a name by WWID, in `/dev/disk/by-id/`.",
      ja: "このような名前は、再起動後に別のディスクを指すことがあります。パラメーター一覧は、WWID による名前（`/dev/disk/by-id/`）を使うよう求めています。",
    },
    how: {
      en: "Look it up with `ls -l /dev/disk/by-id/` and write that name.",
      ja: "`ls -l /dev/disk/by-id/` で確認し、その名前を書いてください。",
    },
  },
  sources: ["QP100"],
  evidence: "documented",
  severity: "hint",
  about: "parameters",
  *check({ configurations }) {
    for (const { values, quorum } of configurations) {
      if (quorum.quorumMode !== "storage" || quorum.storageType !== "block") continue;
      for (const { name, value, place } of [...values.values()]) {
        if (!name.startsWith("QWK_STORAGE_OBJECT_") || place === undefined) continue;
        if (!/^\/dev\/(?:sd|vd|xvd|nvme)[a-z0-9]+$/.test(value)) continue;
        yield {
          place,
          message: {
            en: `\`${value}\` may mean another disk after a restart. Write its name in \`/dev/disk/by-id/\`.`,
            ja: `\`${value}\` は再起動後に別のディスクを指すことがあります。\`/dev/disk/by-id/\` の名前で書いてください。`,
          },
        };
      }
    }
  },
  fires: pair(storageQuorum.replaceAll("/dev/disk/by-id/quorum-part", "/dev/sdc")),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_a=/dev/sdc1
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: \`/dev/sdc1\` may mean another disk after a restart. Write its name in \`/dev/disk/by-id/\`.
    | QWK_STORAGE_OBJECT_b=/dev/sdc2
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: \`/dev/sdc2\` may mean another disk after a restart. Write its name in \`/dev/disk/by-id/\`.
  `,
  silent: pair(storageQuorum),
};
