// A resource type that no public source shows.

import { findResourceKind, resourceKinds } from "../../catalogue/resourceKinds.ts";
import { nearest } from "../../text/suggest.ts";
import { trio } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const unknownResourceKind: Rule = {
  code: "unknown-resource-kind",
  group: "resources",
  title: { en: "A resource type that no source shows", ja: "資料にないリソースの種類" },
  documentation: {
    what: {
      en: "No public source that this product knows shows the `application/type` of the resource.",
      ja: "リソースの `application/type` が、本製品が参照している公開資料にありません。",
    },
    why: {
      en: "Recovery kits bring types of their own, and few are published, so this is only a hint. A scenario or proof treats it like a generic application.",
      ja: "リカバリーキットにはそれぞれの種類があり、公開されているものはわずかなため、ヒントにとどめます。シナリオと証明では汎用アプリケーションと同じように扱います。",
    },
    how: { en: "Check the spelling with `lcdstatus`.", ja: "`lcdstatus` の表示でつづりを確認してください。" },
  },
  sources: ["RES961"],
  evidence: "unsure",
  severity: "hint",
  about: "cluster",
  *check({ cluster }) {
    for (const { application, kind, typePlace } of cluster.resources) {
      const type = `${application}/${kind}`;
      if (application === "" || findResourceKind(type) !== undefined) continue;
      const close = nearest(type, names);
      yield {
        place: typePlace,
        message: {
          en: `No public source that we know shows \`${type}\`.${close === undefined ? " Check the spelling; if it is correct, nothing is wrong." : ` Did you mean \`${close}\`?`}`,
          ja: `\`${type}\` は、参照している公開資料にはありません。${close === undefined ? "つづりを確認してください。正しければ問題ありません。" : `\`${close}\` のことですか。`}`,
        },
        fixes: close === undefined ? [] : [replacement(typePlace, close, "a choice")],
      };
    }
  },
  fires: trio("resource app gen/apps { servers a 1, b 10 }"),
  reports: `
    cluster.lk
    |   resource app gen/apps { servers a 1, b 10 }
    |                ^^^^^^^^ hint: No public source that we know shows \`gen/apps\`. Did you mean \`gen/app\`?
  `,
  silent: trio("resource app gen/app { servers a 1, b 10 }"),
};

const names: readonly string[] = resourceKinds
  .filter((each) => each.windowsOnly !== true)
  .map((each) => `${each.application}/${each.kind}`);
