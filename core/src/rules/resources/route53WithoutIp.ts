// A Route 53 resource without the address that it publishes.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const record = (child: string): string =>
  `resource www comm/route53 www.example.com {\n  servers a 1, b 10\n  ${child}\n}`;

export const route53WithoutIp: Rule = {
  code: "route53-without-ip",
  group: "resources",
  title: { en: "A Route 53 resource without an IP resource", ja: "IP リソースのない Route 53 リソース" },
  documentation: {
    what: {
      en: "A `comm/route53` resource has no `comm/ip` resource below it.",
      ja: "`comm/route53` リソースの下に `comm/ip` リソースがありません。",
    },
    why: {
      en: "A Route 53 resource reads the address from the IP resource that it depends on, and compares it with the A record.",
      ja: "Route 53 リソースは、依存する IP リソースのアドレスを A レコードと比較します。",
    },
    how: {
      en: "Write the IP resource inside, or name it with `uses`.",
      ja: "IP リソースを中に書くか、`uses` で指定してください。",
    },
  },
  sources: ["R53", "R53OPS990"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check({ cluster, hierarchyOf }) {
    for (const resource of cluster.resources) {
      if (resource.application !== "comm" || resource.kind !== "route53") continue;
      const below = hierarchyOf(resource);
      if (below.some(({ application, kind }) => application === "comm" && kind === "ip")) continue;
      yield {
        place: resource.place,
        message: {
          en: `\`${resource.name}\` has no \`comm/ip\` below it whose address it could publish. Add one.`,
          ja: `\`${resource.name}\` の下に、アドレスの元になる \`comm/ip\` がありません。追加してください。`,
        },
      };
    }
  },
  fires: trio(record("failover on"), { platform: "aws" }),
  reports: `
    cluster.lk
    |   resource www comm/route53 www.example.com {
    |            ^^^ information: \`www\` has no \`comm/ip\` below it whose address it could publish. Add one.
  `,
  silent: trio(record("resource ip comm/ip 192.0.2.100"), { platform: "aws" }),
};
