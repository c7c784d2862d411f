// What stands after `comm/ip` and `gen/filesys`.

import { isIpAddress } from "../../text/ipAddress.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { itemOf } from "./settings.ts";

const app = (child: string): string => `resource app gen/app {\n  servers a 1, b 10\n  ${child}\n}`;

export const resourceId: Rule = {
  code: "resource-id",
  group: "resources",
  title: { en: "A resource id of an unusual form", ja: "リソース ID の形式" },
  documentation: {
    what: {
      en: "The id of `comm/ip` is its address, of `gen/filesys` its mount point, of `scsi/netraid` its device.",
      ja: "`comm/ip` の ID はアドレス、`gen/filesys` はマウントポイント、`scsi/netraid` はデバイスです。",
    },
    why: {
      en: "LifeKeeper shows the id in its status, and importing and comparing rely on it.",
      ja: "ID は LifeKeeper の状態表示に現れ、取り込みや比較にも使われます。",
    },
    how: {
      en: "Write the address, or a path that begins with `/`.",
      ja: "アドレス、または `/` で始まるパスを書いてください。",
    },
  },
  sources: ["BLOG2012", "AWSQS-FIG", "RES961"],
  evidence: "inferred",
  severity: "information",
  about: "cluster",
  *check(context) {
    for (const { application, kind, id, name, typePlace } of context.cluster.resources) {
      if (id === undefined) continue;
      const written = itemOf(context, name)?.id;
      const place = written === undefined ? typePlace : { file: context.parsed.file, span: written.span };
      const type = `${application}/${kind}`;
      if (type === "comm/ip" && !isIpAddress(id)) {
        yield {
          place,
          message: {
            en: `The id of an IP resource is its address; \`${id}\` of \`${name}\` is not an address.`,
            ja: `IP リソースの ID はアドレスです。\`${name}\` の \`${id}\` はアドレスではありません。`,
          },
        };
        continue;
      }
      if ((type === "gen/filesys" || type === "scsi/netraid") && !id.startsWith("/")) {
        yield {
          place,
          message: {
            en: `The id of \`${type}\` is a path that begins with \`/\`; \`${id}\` of \`${name}\` is not.`,
            ja: `\`${type}\` の ID は \`/\` で始まるパスです。\`${name}\` の \`${id}\` はパスではありません。`,
          },
        };
      }
    }
  },
  fires: trio(
    app(
      "resource ip comm/ip web.example.com\n  resource vip comm/ip 192.0.2.256\n  resource fs gen/filesys data {\n    resource disk scsi/disk /dev/sdb\n  }",
    ),
  ),
  reports: `
    cluster.lk
    |     resource ip comm/ip web.example.com
    |                         ^^^^^^^^^^^^^^^ information: The id of an IP resource is its address; \`web.example.com\` of \`ip\` is not an address.
    |     resource vip comm/ip 192.0.2.256
    |                          ^^^^^^^^^^^ information: The id of an IP resource is its address; \`192.0.2.256\` of \`vip\` is not an address.
    |     resource fs gen/filesys data {
    |                             ^^^^ information: The id of \`gen/filesys\` is a path that begins with \`/\`; \`data\` of \`fs\` is not.
  `,
  silent: trio(app("resource ip comm/ip 192.0.2.255\n  resource first comm/ip 192.0.2.0")),
};
