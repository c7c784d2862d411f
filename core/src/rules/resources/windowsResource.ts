// Resource types of LifeKeeper for Windows.

import { findResourceKind } from "../../catalogue/resourceKinds.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const windowsResource: Rule = {
  code: "windows-resource",
  group: "resources",
  title: { en: "A resource type of LifeKeeper for Windows", ja: "LifeKeeper for Windows のリソースの種類" },
  documentation: {
    what: {
      en: "`filesys/volume`, `database/sqlapp` and `comm/ecc` exist only on Windows.",
      ja: "`filesys/volume`、`database/sqlapp`、`comm/ecc` は Windows 版にしかありません。",
    },
    why: { en: "LifeKeeper for Linux has no such type.", ja: "LifeKeeper for Linux にはない種類です。" },
    how: {
      en: "Use the Linux type, for example `gen/filesys`.",
      ja: "`gen/filesys` など、Linux の種類を使ってください。",
    },
  },
  sources: ["LCDI-EQV"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    for (const { application, kind, typePlace } of cluster.resources) {
      const known = findResourceKind(`${application}/${kind}`);
      if (known?.windowsOnly !== true) continue;
      yield {
        place: typePlace,
        message: {
          en: `\`${application}/${kind}\` is a resource type of LifeKeeper for Windows. Use the Linux type.`,
          ja: `\`${application}/${kind}\` は LifeKeeper for Windows のリソースの種類です。Linux の種類を使ってください。`,
        },
        sources: known.sources,
      };
    }
  },
  fires: trio("resource app filesys/volume { servers a 1, b 10 }"),
  reports: `
    cluster.lk
    |   resource app filesys/volume { servers a 1, b 10 }
    |                ^^^^^^^^^^^^^^ warning: \`filesys/volume\` is a resource type of LifeKeeper for Windows. Use the Linux type.
  `,
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};
