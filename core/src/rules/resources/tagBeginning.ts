// How a tag should not begin.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const tagBeginning: Rule = {
  code: "tag-beginning",
  group: "resources",
  title: { en: "A tag that begins with a dot or a slash", ja: "ドットやスラッシュで始まるタグ" },
  documentation: {
    what: {
      en: "The first character of a tag should not be `.` or `/`. Tags of file systems are not reported.",
      ja: "タグの先頭は `.` や `/` を避けるとされています。ファイルシステムのタグは対象外です。",
    },
    why: {
      en: "The manual says so, yet the tag of a file system is its mount point by default, and the vendor's own scripts use such tags. This is therefore only a hint.",
      ja: "マニュアルにはそうありますが、ファイルシステムのデフォルトのタグはマウントポイントで、ベンダーのスクリプトにも例があるため、ヒントにとどめます。",
    },
    how: { en: "Begin it with a letter.", ja: "文字で始めてください。" },
  },
  sources: ["P274", "AWSIA"],
  evidence: "documented",
  severity: "hint",
  about: "cluster",
  *check({ cluster }) {
    for (const { name, place, kind, application } of cluster.resources) {
      if (/^[./]/.test(name) && !(application === "gen" && kind === "filesys"))
        yield {
          place,
          message: {
            en: `The manual advises against tags that begin with \`${name.charAt(0)}\`. Begin it with a letter.`,
            ja: `マニュアルでは、タグを \`${name.charAt(0)}\` で始めないよう勧めています。文字で始めてください。`,
          },
        };
    }
  },
  fires: trio("resource /app gen/app { servers a 1, b 10 }"),
  reports: `
    cluster.lk
    |   resource /app gen/app { servers a 1, b 10 }
    |            ^^^^ hint: The manual advises against tags that begin with \`/\`. Begin it with a letter.
  `,
  silent: trio(
    "resource app gen/app {\n  servers a 1, b 10\n  resource /data gen/filesys /data {\n    resource disk scsi/disk /dev/sdb\n  }\n}",
  ),
};
