// Two roots that share a child.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const sharedChild: Rule = {
  code: "shared-child",
  group: "resources",
  title: { en: "Two roots share a child", ja: "子を共有する 2 つのルート" },
  documentation: {
    what: {
      en: "A resource is below two root resources.",
      ja: "1 つのリソースが 2 つのルートリソースの下にあります。",
    },
    why: {
      en: "In a failover, the removal may then run in the wrong order. The manual advises a common root over the two.",
      ja: "フェイルオーバー時に停止の順序が乱れることがあります。マニュアルでは、両方の上に共通のルートを置くことを勧めています。",
    },
    how: {
      en: "Put a `gen/app` whose scripts do nothing (`/bin/true`) over the two roots.",
      ja: "何もしないスクリプト（`/bin/true`）の `gen/app` を両方のルートの上に置いてください。",
    },
  },
  sources: ["P248"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ cluster, roots, hierarchyOf, resources }) {
    if (cluster.resources.every(({ parents }) => parents.length < 2)) return;
    const above = new Map<string, string[]>();
    for (const root of roots) {
      for (const { name } of hierarchyOf(root)) above.set(name, [...(above.get(name) ?? []), root.name]);
    }
    for (const [tag, tops] of [...above]) {
      const resource = resources.get(tag);
      // Only the topmost shared one: what is below it is shared because of it.
      const isTop = resource?.parents.every((parent) => (above.get(parent)?.length ?? 0) < tops.length);
      if (resource === undefined || tops.length < 2 || isTop !== true) continue;
      yield {
        place: resource.place,
        message: {
          en: `\`${tag}\` is shared by the roots ${listed(tops).en}, so a failover may remove them in the wrong order. Put a common root over them.`,
          ja: `\`${tag}\` がルート ${listed(tops).ja} に共有されています。フェイルオーバー時に停止の順序が乱れることがあるため、共通のルートを上に置いてください。`,
        },
        related: tops.flatMap((top) => {
          const root = resources.get(top);
          return root === undefined ? [] : [{ ...root.place, message: { en: "a root", ja: "ルート" } }];
        }),
      };
    }
  },
  fires: trio(
    "resource one gen/app {\n  servers a 1, b 10\n  resource fs gen/filesys /data {\n    resource disk scsi/disk /dev/sdb\n  }\n}\nresource two gen/app {\n  servers a 1, b 10\n  uses fs\n}",
  ),
  reports: `
    cluster.lk
    |     resource fs gen/filesys /data {
    |              ^^ warning: \`fs\` is shared by the roots \`one\` and \`two\`, so a failover may remove them in the wrong order. Put a common root over them.
    |   resource one gen/app {
    |            --- a root
    |   resource two gen/app {
    |            --- a root
  `,
  silent: trio(
    "resource both gen/app {\n  servers a 1, b 10\n  resource one gen/app {\n    resource ip comm/ip 192.0.2.100\n  }\n  resource two gen/app { uses ip }\n}",
  ),
};
