// Which characters and how many a tag may have.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

const invalid = /[+;:!@#$*= ]/g;

export const tagName: Rule = {
  code: "tag-name",
  group: "resources",
  title: { en: "A tag that LifeKeeper does not accept", ja: "LifeKeeper で使えないタグ名" },
  documentation: {
    what: {
      en: "A tag has at most 256 characters and must not contain `+` `;` `:` `!` `@` `#` `$` `*` `=` or blanks. `-`, `_`, `.`, `/` and multi-byte characters are allowed.",
      ja: "タグは 256 文字までで、`+` `;` `:` `!` `@` `#` `$` `*` `=` と空白は使えません。`-`、`_`、`.`、`/` とマルチバイト文字（日本語など）は使えます。",
    },
    why: { en: "The manual states these restrictions for tags.", ja: "マニュアルのタグ名の制限によります。" },
    how: { en: "Rename the resource.", ja: "リソースの名前を変えてください。" },
  },
  sources: ["P274", "TECH"],
  evidence: "documented",
  severity: "error",
  about: "cluster",
  *check({ cluster }) {
    for (const { name, place } of cluster.resources) {
      const bad = [...new Set(name.match(invalid) ?? [])];
      if (bad.length > 0) {
        const written = bad.map((char) => (char === " " ? '" "' : char));
        yield {
          place,
          message: {
            en: `A tag must not contain ${listed(written).en}. Rename \`${name}\`; LifeKeeper does not accept it.`,
            ja: `タグに ${listed(written).ja} は使えません。LifeKeeper は \`${name}\` を受け付けないため、名前を変えてください。`,
          },
        };
      }
      if (name.length > 256) {
        yield {
          place,
          message: {
            en: `A tag has at most 256 characters, but this one has ${name.length}. Shorten it.`,
            ja: `タグは 256 文字までですが、このタグは ${name.length} 文字あります。短くしてください。`,
          },
        };
      }
    }
  },
  fires: trio('resource "app:1" gen/app { servers a 1, b 10 }'),
  reports: `
    cluster.lk
    |   resource "app:1" gen/app { servers a 1, b 10 }
    |            ^^^^^^^ error: A tag must not contain \`:\`. Rename \`app:1\`; LifeKeeper does not accept it.
  `,
  silent: trio("resource app-1_業務.x gen/app { servers a 1, b 10 }"),
};
