// An IP resource below a mirror keeps two nodes apart, in one subnet only.

import type { ClusterContext } from "../context.ts";
import { trio } from "../example.ts";
import { subnetOf } from "../network/places.ts";
import type { Rule } from "../rule.ts";

const mirrored = "resource mirror scsi/netraid /dev/sdb1 {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100\n}";

const acrossSubnets = {
  ...trio(mirrored),
  "cluster.lk": (trio(mirrored)["cluster.lk"] ?? "").replaceAll("192.0.2.12", "203.0.113.12"),
};

export const ipUnderMirror: Rule = {
  code: "ip-under-mirror",
  group: "resources",
  title: { en: "An IP resource below a mirror, across subnets", ja: "サブネットをまたぐ、ミラーの下の IP リソース" },
  documentation: {
    what: {
      en: "A `comm/ip` resource is a child of a `scsi/netraid` mirror whose nodes are in different subnets.",
      ja: "`scsi/netraid` ミラーの子に `comm/ip` リソースがあり、ノードのサブネットが異なります。",
    },
    why: {
      en: "As a child of the mirror, the IP resource uses its duplicate check to find out that the other node is active, and keeps the mirror from starting twice. The check works only within one subnet.",
      ja: "ミラーの子に置いた IP リソースは、重複チェックで相手ノードの稼働を検知し、ミラーの二重起動を防ぎます。この方法が働くのは同じサブネット内だけです。",
    },
    how: { en: "Use quorum or STONITH for fencing.", ja: "Quorum や STONITH で排他制御してください。" },
  },
  sources: ["DKIO941J", "BALA"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const mirrors = context.cluster.resources.filter(
      ({ application, kind }) => application === "scsi" && kind === "netraid",
    );
    for (const mirror of mirrors) {
      const ip = mirror.children
        .map((tag) => context.resources.get(tag))
        .find((child) => child?.application === "comm");
      if (
        ip === undefined ||
        !spansSubnets(
          context,
          mirror.servers.map((server) => server.node),
        )
      )
        continue;
      yield {
        place: ip.place,
        message: {
          en: `\`${ip.name}\` below the mirror \`${mirror.name}\` prevents a double start only within one subnet, and these nodes are in different subnets. Use quorum or STONITH.`,
          ja: `ミラー \`${mirror.name}\` の下の \`${ip.name}\` が二重起動を防げるのは同じサブネット内だけですが、ノードのサブネットが異なります。Quorum や STONITH を使ってください。`,
        },
      };
    }
  },
  fires: acrossSubnets,
  reports: `
    cluster.lk
    |     resource ip comm/ip 192.0.2.100
    |              ^^ warning: \`ip\` below the mirror \`mirror\` prevents a double start only within one subnet, and these nodes are in different subnets. Use quorum or STONITH.
  `,
  silent: trio(mirrored),
};

/** Net masks are not known, so a difference in the first three parts of the address is what counts. */
function spansSubnets({ nodes }: ClusterContext, servers: readonly string[]): boolean {
  const subnets = servers.map((name) => subnetOf(nodes.get(name)?.address ?? "")).filter((each) => each !== undefined);
  return new Set(subnets).size > 1;
}
