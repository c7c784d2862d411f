// Partitions of one disk that could run on two nodes.

import type { Resource } from "../../model/cluster.ts";
import { diskOfPartition } from "../devices.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const app = (tag: string, partition: string): string =>
  `resource ${tag} gen/app {\n  servers a 1, b 10\n  resource part-${tag} scsi/device ${partition}\n}`;

export const sameDisk: Rule = {
  code: "same-disk",
  group: "resources",
  title: { en: "Partitions of one disk in two hierarchies", ja: "1 つのディスクのパーティションを別々の階層で使用" },
  documentation: {
    what: {
      en: "Two hierarchies use partitions of the same shared disk, such as `/dev/sdb1` and `/dev/sdb2`.",
      ja: "2 つのリソース階層が、`/dev/sdb1` と `/dev/sdb2` のように同じ共有ディスクのパーティションを使っています。",
    },
    why: {
      en: "Disks are locked as a whole, so applications on partitions of one disk must run on the same server; two hierarchies may end up on different ones.",
      ja: "ディスクは LUN 単位でロックされるため、同じディスクのパーティションを使うアプリケーションは同じサーバーで動かす必要があります。別々の階層では、動くノードが分かれる可能性があります。",
    },
    how: {
      en: "Put them into one hierarchy, or on two disks.",
      ja: "1 つの階層にまとめるか、ディスクを分けてください。",
    },
  },
  sources: ["P66"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check({ roots, hierarchyOf }) {
    const seen = new Map<string, { readonly resource: Resource; readonly root: string }>();
    for (const root of roots) {
      for (const resource of hierarchyOf(root)) {
        const disk = diskOf(resource);
        const first = disk === undefined ? undefined : seen.get(disk);
        if (disk === undefined || first?.root === root.name || first?.resource.name === resource.name) continue;
        if (first === undefined) {
          seen.set(disk, { resource, root: root.name });
          continue;
        }
        yield {
          place: resource.place,
          message: {
            en: `\`${resource.name}\` and \`${first.resource.name}\` lie on the same disk \`${disk}\`, which is locked as a whole, so both must run on the same node. Put them into one hierarchy, or on two disks.`,
            ja: `\`${resource.name}\` と \`${first.resource.name}\` は同じディスク \`${disk}\` 上にあります。ロックはディスク単位なので、両方を同じノードで動かす必要があります。1 つの階層にまとめるか、ディスクを分けてください。`,
          },
          related: [
            { ...first.resource.place, message: { en: "the other partition", ja: "もう一方のパーティション" } },
          ],
        };
      }
    }
  },
  fires: trio(`${app("one", "/dev/sdb1")}\n${app("two", "/dev/sdb2")}`),
  reports: `
    cluster.lk
    |     resource part-two scsi/device /dev/sdb2
    |              ^^^^^^^^ warning: \`part-two\` and \`part-one\` lie on the same disk \`/dev/sdb\`, which is locked as a whole, so both must run on the same node. Put them into one hierarchy, or on two disks.
    |     resource part-one scsi/device /dev/sdb1
    |              -------- the other partition
  `,
  silent: trio(`${app("one", "/dev/sdb1")}\n${app("two", "/dev/sdc1")}`),
};

/** Mirrors work on partitions, and whole disks have their own rule. */
function diskOf({ application, kind, id }: Resource): string | undefined {
  return application !== "scsi" || kind === "netraid" || id === undefined ? undefined : diskOfPartition(id);
}
