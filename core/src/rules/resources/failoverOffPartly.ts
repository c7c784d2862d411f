// A policy of one resource does not bind the others.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingOf } from "./settings.ts";

export const failoverOffPartly: Rule = {
  code: "failover-off-partly",
  group: "resources",
  title: { en: "Failover off for only a part of a hierarchy", ja: "階層の一部だけの failover off" },
  documentation: {
    what: {
      en: "`failover off` on some resources of a hierarchy and not on others.",
      ja: "リソース階層の一部のリソースにだけ `failover off` が指定されています。",
    },
    why: {
      en: "The policy applies only to that resource: when it fails, nothing moves, but another failing resource still moves the whole hierarchy.",
      ja: "この設定はそのリソースの障害にだけ効きます。ほかのリソースが障害になれば、階層全体が移動します。",
    },
    how: {
      en: "Set it on every resource, or leave it if it is intended.",
      ja: "すべてのリソースに指定するか、意図したものならそのままにしてください。",
    },
  },
  sources: ["P145", "POL960"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    for (const root of context.roots) {
      const all = context.hierarchyOf(root);
      const moving = all.filter((resource) => resource.failover);
      if (moving.length === 0 || moving.length === all.length) continue;
      for (const resource of all) {
        const setting = settingOf(context, resource.name, "failover");
        if (resource.failover || setting === undefined) continue;
        const other = moving[0]?.name ?? "";
        yield {
          place: { file: context.parsed.file, span: setting.span },
          message: {
            en: `This applies only to \`${resource.name}\`: when \`${other}\` fails, the whole hierarchy still moves. Set it on every resource, or leave it if that is intended.`,
            ja: `効くのは \`${resource.name}\` の障害だけです。\`${other}\` が障害になると、階層全体が移動します。すべてのリソースに指定するか、意図したものならそのままにしてください。`,
          },
        };
      }
    }
  },
  fires: trio("resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100 { failover off }\n}"),
  reports: `
    cluster.lk
    |     resource ip comm/ip 192.0.2.100 { failover off }
    |                                       ^^^^^^^^^^^^ information: This applies only to \`ip\`: when \`app\` fails, the whole hierarchy still moves. Set it on every resource, or leave it if that is intended.
  `,
  silent: trio(
    "resource app gen/app {\n  servers a 1, b 10\n  failover off\n  resource ip comm/ip 192.0.2.100 { failover off }\n}",
  ),
};
