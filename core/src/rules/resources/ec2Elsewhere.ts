// The recovery kit of Amazon EC2 on another platform.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const kit = "resource elastic comm/ec2 elastic {\n  servers a 1, b 10\n  resource ip comm/ip 198.51.100.100\n}";

export const ec2Elsewhere: Rule = {
  code: "ec2-elsewhere",
  group: "resources",
  title: { en: "An EC2 resource outside AWS", ja: "AWS 以外での EC2 リソース" },
  documentation: {
    what: {
      en: "A `comm/ec2` resource in a cluster whose `platform` is not `aws`.",
      ja: "`platform` が `aws` ではないクラスターに `comm/ec2` リソースがあります。",
    },
    why: {
      en: "The kit changes route tables and Elastic IP addresses of Amazon EC2, which exist nowhere else.",
      ja: "EC2 リカバリーキットは Amazon EC2 のルートテーブルと Elastic IP を切り替えるもので、ほかの環境にはその対象がありません。",
    },
    how: {
      en: "Write `platform aws`, or use the means of that platform, such as LB Health Check.",
      ja: "`platform aws` と書くか、LB Health Check など、そのプラットフォームの手段を使ってください。",
    },
  },
  sources: ["EC2-962", "EC2OPS990"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    if (cluster.platform === "aws") return;
    for (const { name, place, application, kind } of cluster.resources) {
      if (application === "comm" && kind === "ec2")
        yield {
          place,
          message: {
            en: `\`${name}\` switches addresses of Amazon EC2, but the platform is \`${cluster.platform}\`. Correct one of the two.`,
            ja: `\`${name}\` は Amazon EC2 のアドレスを切り替えますが、プラットフォームは \`${cluster.platform}\` です。どちらかを直してください。`,
          },
        };
    }
  },
  fires: trio(kit, { platform: "azure" }),
  reports: `
    cluster.lk
    |   resource elastic comm/ec2 elastic {
    |            ^^^^^^^ warning: \`elastic\` switches addresses of Amazon EC2, but the platform is \`azure\`. Correct one of the two.
  `,
  silent: trio(kit, { platform: "aws", defaults: "NOBCASTPING=1\n" }),
};
