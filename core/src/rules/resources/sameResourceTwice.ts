// Two resources that protect the same thing.

import type { Resource } from "../../model/cluster.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const app = (tag: string, disk: string): string =>
  `resource ${tag} gen/app {\n  servers a 1, b 10\n  resource disk-${tag} scsi/disk ${disk}\n}`;

export const sameResourceTwice: Rule = {
  code: "same-resource-twice",
  group: "resources",
  title: { en: "Two resources for one thing", ja: "同じものを保護する 2 つのリソース" },
  documentation: {
    what: {
      en: "Two resources of one type have the same id: the same disk, address or mount point.",
      ja: "同じ種類の 2 つのリソースの ID（ディスク、アドレス、マウントポイント）が同じです。",
    },
    why: {
      en: "They could run on different nodes. Disks are locked as a whole, so applications on one disk must run on the same server.",
      ja: "それぞれが別のノードで動き得ます。ディスクは LUN 単位でロックされるため、同じディスクを使うアプリケーションは同じサーバーで動かす必要があります。",
    },
    how: { en: "Define it once and refer to it with `uses`.", ja: "1 か所で定義し、`uses` で参照してください。" },
  },
  sources: ["P66", "P69"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster }) {
    const seen = new Map<string, Resource>();
    for (const resource of cluster.resources) {
      // The id of a generic application is free text.
      if (resource.id === undefined || (resource.application === "gen" && resource.kind === "app")) continue;
      const key = `${resource.application}/${resource.kind} ${resource.id}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, resource);
        continue;
      }
      yield {
        place: resource.place,
        message: {
          en: `\`${resource.name}\` and \`${first.name}\` are both \`${key}\`. Define it once and refer to it with \`uses\`.`,
          ja: `\`${resource.name}\` と \`${first.name}\` はどちらも \`${key}\` です。1 か所で定義し、\`uses\` で参照してください。`,
        },
        related: [{ ...first.place, message: { en: "the other one", ja: "もう一方" } }],
      };
    }
  },
  fires: trio(`${app("one", "/dev/sdb")}\n${app("two", "/dev/sdb")}`),
  reports: `
    cluster.lk
    |     resource disk-two scsi/disk /dev/sdb
    |              ^^^^^^^^ warning: \`disk-two\` and \`disk-one\` are both \`scsi/disk /dev/sdb\`. Define it once and refer to it with \`uses\`.
    |     resource disk-one scsi/disk /dev/sdb
    |              -------- the other one
  `,
  silent: trio(`${app("one", "/dev/sdb")}\n${app("two", "/dev/sdc")}`),
};
