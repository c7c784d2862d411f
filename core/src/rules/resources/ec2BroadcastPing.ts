// The EC2 route table scenario has no broadcast.

import { placeOf } from "../context.ts";
import { trio } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const app = "resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip 198.51.100.10\n}";

export const ec2BroadcastPing: Rule = {
  code: "ec2-broadcast-ping",
  group: "resources",
  title: { en: "IP resources on AWS without NOBCASTPING=1", ja: "AWS の IP リソースと NOBCASTPING=1" },
  documentation: {
    what: {
      en: "In the route table scenario of the EC2 kit, `NOBCASTPING=1` is required.",
      ja: "EC2 キットのルートテーブルのシナリオでは、`NOBCASTPING=1` が必要です。",
    },
    why: {
      en: "The IP resource checks itself with a broadcast ping, which a VPC does not carry (our conclusion). The cluster file does not show whether this is the route table scenario, so this is information only.",
      ja: "IP リソースはブロードキャスト ping で自身を監視しますが、VPC では使えません（本製品の推論です）。ルートテーブルのシナリオかどうかはクラスターファイルから分からないため、情報にとどめます。",
    },
    how: { en: "Add `NOBCASTPING=1`.", ja: "`NOBCASTPING=1` を追加してください。" },
  },
  sources: ["EC2SETUP981", "EC2-962"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check(context) {
    const ip = context.cluster.resources.find(({ application, kind }) => application === "comm" && kind === "ip");
    if (context.cluster.platform !== "aws" || ip === undefined) return;
    const pinging = context.configurations.filter(
      ({ values, nodes }) => values.get("NOBCASTPING")?.value !== "1" && nodes.some((node) => node.role === "node"),
    );
    for (const configuration of pinging) {
      yield {
        place: configuration.values.get("NOBCASTPING")?.place
          ? placeOf(context, configuration, "NOBCASTPING")
          : ip.place,
        message: {
          en: `On AWS, IP resources like \`${ip.name}\` need \`NOBCASTPING=1\` in the route table scenario of the EC2 kit.`,
          ja: `AWS では、EC2 キットのルートテーブルのシナリオで \`${ip.name}\` のような IP リソースに \`NOBCASTPING=1\` が必要です。`,
        },
        fixes: [
          fix(
            { en: "Set NOBCASTPING to 1", ja: "NOBCASTPING を 1 にする" },
            assigned(context, configuration, [["NOBCASTPING", "1"]]),
            "a choice",
          ),
        ],
      };
    }
  },
  fires: trio(app, { platform: "aws" }),
  reports: `
    cluster.lk
    |     resource ip comm/ip 198.51.100.10
    |              ^^ information: On AWS, IP resources like \`ip\` need \`NOBCASTPING=1\` in the route table scenario of the EC2 kit.
  `,
  silent: trio(app, { platform: "aws", defaults: "NOBCASTPING=1\n" }),
};
