// Data that two nodes could write to, and nothing that keeps them apart.

import type { Resource } from "../../model/cluster.ts";
import type { ClusterContext } from "../context.ts";
import { placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import type { Rule } from "../rule.ts";

const mirrored =
  "resource app gen/app {\n  servers a 1, b 10\n  resource /data gen/filesys /data {\n    resource mirror scsi/netraid /dev/sdb1\n  }\n}";

export const noFencing: Rule = {
  code: "no-fencing",
  group: "nodes",
  title: { en: "Nothing prevents a split brain", ja: "スプリットブレインを防ぐ仕組みがない" },
  documentation: {
    what: {
      en: "A hierarchy has a mirror or an unreserved shared disk, no quorum check (`QUORUM_MODE=none` or `quorum-package none`), no STONITH, and no IP resource below the mirror.",
      ja: "ミラーまたはリザベーションなしの共有ディスクを持つ階層で、Quorum チェックなし（`QUORUM_MODE=none` または `quorum-package none`）、STONITH なし、ミラーの下に IP リソースもありません。",
    },
    why: {
      en: "When all paths are cut, both nodes bring the hierarchy in service: replication and file system come up on both. DataKeeper cannot fence by itself.",
      ja: "すべてのパスが切れると、両方のノードが階層を起動し、レプリケーションもファイルシステムも両方で起動します。DataKeeper だけでは排他制御できません。",
    },
    how: {
      en: "Use a quorum mode, `stonith`, SCSI reservation, or an IP resource as child of the mirror.",
      ja: "Quorum モード、`stonith`、SCSI リザベーション、またはミラーの子の IP リソースを使ってください。",
    },
  },
  sources: ["DKIO941J", "KB-PLAT", "KB-ANY"],
  evidence: "documented",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const [open] = context.configurations.filter(
      ({ quorum, nodes }) =>
        quorum.quorumMode === "none" && nodes.some((node) => node.role === "node" && !node.stonith),
    );
    if (open === undefined) return;
    for (const resource of context.cluster.resources) {
      if (!isUnguarded(context, resource)) continue;
      yield {
        place: resource.place,
        message: {
          en: `When their paths are cut, nothing keeps two nodes from using \`${resource.name}\` at the same time: there is no quorum, STONITH or reservation.`,
          ja: `パスが切れたときに 2 台のノードが同時に \`${resource.name}\` を使うのを防ぐ仕組みがありません（Quorum、STONITH、リザベーションのいずれもなし）。`,
        },
        related: [
          {
            ...placeOf(context, open, "QUORUM_MODE"),
            message: { en: "there is no quorum check", ja: "Quorum チェックがありません" },
          },
        ],
      };
    }
  },
  fires: pair("QUORUM_MODE=none\nWITNESS_MODE=none\n", { extra: mirrored }),
  reports: `
    cluster.lk
    |       resource mirror scsi/netraid /dev/sdb1
    |                ^^^^^^ warning: When their paths are cut, nothing keeps two nodes from using \`mirror\` at the same time: there is no quorum, STONITH or reservation.
    LifeKeeper
    | QUORUM_MODE=none
    | ---------------- there is no quorum check
  `,
  silent: pair(
    storageQuorum
      .replace("=block", "=file")
      .replace("/dev/disk/by-id/quorum-part1", "/qwk/a")
      .replace("/dev/disk/by-id/quorum-part2", "/qwk/b"),
    {
      extra: mirrored,
    },
  ),
};

function isUnguarded({ resources, nodes }: ClusterContext, resource: Resource): boolean {
  if (resource.application !== "scsi" || resource.servers.length < 2) return false;
  if (resource.kind === "netraid") {
    return !resource.children.some((tag) => resources.get(tag)?.application === "comm");
  }
  const isOff = resource.servers.some(
    ({ node }) => nodes.get(node)?.configuration.get("RESERVATIONS")?.value === "none",
  );
  return resource.kind === "disk" && (!resource.reserved || isOff);
}
