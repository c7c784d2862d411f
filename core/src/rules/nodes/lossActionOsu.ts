// The gentlest loss action, where nothing else keeps two nodes from the same data.

import type { Resource } from "../../model/cluster.ts";
import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const disk = "resource /data gen/filesys /data {\n  servers a 1, b 10\n  resource disk scsi/disk 1\n}";
const osu = "QUORUM_LOSS_ACTION=osu\nRESERVATIONS=none\n";

export const lossActionOsu: Rule = {
  code: "loss-action-osu",
  group: "nodes",
  title: { en: "osu with data that two nodes could write", ja: "二重書き込みのおそれがあるデータと osu" },
  documentation: {
    what: {
      en: "`QUORUM_LOSS_ACTION=osu` on a server of a shared disk without SCSI reservation, or of a mirror.",
      ja: "SCSI リザベーションのない共有ディスクまたはミラーのサーバーで、`QUORUM_LOSS_ACTION=osu` が指定されています。",
    },
    why: {
      en: "The manual calls osu the gentlest action, which can be too weak or too slow: the node stays up, and its removals take time while another node takes over.",
      ja: "マニュアルは osu を最も穏やかな動作とし、保護が不十分だったり応答が遅すぎたりすることがあるとしています。ノードは稼働を続け、ほかのノードが引き継ぐ間もリソースの停止処理が続きます。",
    },
    how: {
      en: "Prefer `fastkill` or `fastboot`, unless the node runs something that must not stop.",
      ja: "停止できない処理がノードにない限り、`fastkill` または `fastboot` を検討してください。",
    },
  },
  sources: ["QW9J", "P132"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check({ cluster, configurations }) {
    for (const configuration of configurations) {
      const given = givenValue(configuration, "QUORUM_LOSS_ACTION");
      if (given === undefined || given.value !== "osu" || configuration.quorum.quorumMode === "none") continue;
      const data = cluster.resources.find(
        (resource) =>
          canBeWrittenTwice(resource) &&
          resource.servers.some(({ node }) => configuration.nodes.some(({ name }) => name === node)),
      );
      if (data === undefined) continue;
      yield {
        place: given.place,
        message: {
          en: `With \`osu\` the node stays up while another one takes over \`${data.name}\`. Prefer \`fastkill\` or \`fastboot\`.`,
          ja: `\`osu\` では、ほかのノードが \`${data.name}\` を引き継ぐ間もこのノードは稼働を続けます。\`fastkill\` または \`fastboot\` を検討してください。`,
        },
      };
    }
  },
  fires: trio(disk, { defaults: osu }),
  reports: `
    LifeKeeper
    | QUORUM_LOSS_ACTION=osu
    | ^^^^^^^^^^^^^^^^^^^^^^ information: With \`osu\` the node stays up while another one takes over \`disk\`. Prefer \`fastkill\` or \`fastboot\`.
  `,
  silent: trio("resource app gen/app {\n  servers a 1, b 10\n}", { defaults: "QUORUM_LOSS_ACTION=osu\n" }),
};

function canBeWrittenTwice({ application, kind, reserved }: Resource): boolean {
  return application === "scsi" && !reserved && (kind === "netraid" || kind === "disk" || kind === "device");
}
