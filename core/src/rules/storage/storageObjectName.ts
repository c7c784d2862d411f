// A host name inside a parameter name: what a shell variable cannot hold is written as an underscore.

import { mangleHostName } from "../../catalogue/parameters.ts";
import { pair, storageQuorum } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const stem = "QWK_STORAGE_OBJECT_";

export const storageObjectName: Rule = {
  code: "storage-object-name",
  group: "storage",
  title: { en: "An unconverted host name in QWK_STORAGE_OBJECT", ja: "QWK_STORAGE_OBJECT のホスト名の書き方" },
  documentation: {
    what: {
      en: "In `QWK_STORAGE_OBJECT_<host>` each `-` and `.` of the host name is written `_`: `lksios-1` becomes `QWK_STORAGE_OBJECT_lksios_1`.",
      ja: "`QWK_STORAGE_OBJECT_<host>` では、ホスト名の `-` と `.` を `_` と書きます。`lksios-1` なら `QWK_STORAGE_OBJECT_lksios_1` です。",
    },
    why: {
      en: "The parameter file is read like a shell file, where a name cannot contain these characters. In the field, `qwk_storage_init` has stopped with an error.",
      ja: "パラメーターファイルはシェル形式で読まれるため、名前にこれらの文字は使えません。実際に `qwk_storage_init` がエラーになった例があります。",
    },
    how: { en: "Replace these characters with underscores.", ja: "該当する文字をアンダースコアに置き換えてください。" },
  },
  sources: ["QP100", "AZSTO951J"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const { name, namePlace } of given) {
      const host = name.startsWith(stem) ? name.slice(stem.length) : "";
      const right = stem + mangleHostName(host);
      if (right === name) continue;
      if (host === "") continue;
      yield {
        place: namePlace,
        message: {
          en: `\`${name}\` is not a name that LifeKeeper can read. Write \`${right}\`, with \`_\` for each \`-\` and \`.\` of the host name.`,
          ja: `\`${name}\` は LifeKeeper が読める名前ではありません。ホスト名の \`-\` と \`.\` を \`_\` にして \`${right}\` と書いてください。`,
        },
        fixes: [replacement(namePlace, right, "certain")],
      };
    }
  },
  fires: pair(storageQuorum.replace("OBJECT_a=", "OBJECT_lk-1=").replace("OBJECT_b=", "OBJECT_lk_2="), {
    names: ["lk-1", "lk-2"],
  }),
  reports: `
    LifeKeeper
    | QWK_STORAGE_OBJECT_lk-1=/dev/disk/by-id/quorum-part1
    | ^^^^^^^^^^^^^^^^^^^^^^^ error: \`QWK_STORAGE_OBJECT_lk-1\` is not a name that LifeKeeper can read. Write \`QWK_STORAGE_OBJECT_lk_1\`, with \`_\` for each \`-\` and \`.\` of the host name.
  `,
  silent: pair(storageQuorum.replace("OBJECT_a=", "OBJECT_lk_1=").replace("OBJECT_b=", "OBJECT_lk_2="), {
    names: ["lk-1", "lk-2"],
  }),
};
