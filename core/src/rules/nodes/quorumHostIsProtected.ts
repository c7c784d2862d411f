// A protected address as a host of the quorum check.

import { givenValue } from "../context.ts";
import { hostsQuorum, pair } from "../example.ts";
import { entryPlace } from "../parameters/listEntry.ts";
import type { Rule } from "../rule.ts";

const address = "resource app gen/app {\n  servers a 1, b 10\n  resource ip comm/ip 192.0.2.100\n}";

export const quorumHostIsProtected: Rule = {
  code: "quorum-host-is-protected",
  group: "nodes",
  title: { en: "A protected address in QUORUM_HOSTS", ja: "QUORUM_HOSTS に保護対象の IP アドレス" },
  documentation: {
    what: {
      en: "`QUORUM_HOSTS` names the address of an IP resource of this cluster.",
      ja: "`QUORUM_HOSTS` に、このクラスターの IP リソースのアドレスが書かれています。",
    },
    why: {
      en: "The address moves with the service: the node that has it always reaches it, even when it is cut off, so the vote says nothing about the network.",
      ja: "アドレスはサービスとともに移動します。それを持つノードは、孤立していても必ず接続できるため、この票からネットワークの状態は分かりません。",
    },
    how: {
      en: "Use hosts outside the cluster, such as gateways.",
      ja: "ゲートウェイなど、クラスターの外のホストを使ってください。",
    },
  },
  sources: ["P130", "TCP940J"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const { cluster, configurations } = context;
    const owners = new Map(
      cluster.resources.flatMap(({ application, kind, id, name }) =>
        application === "comm" && kind === "ip" && id !== undefined ? [[id, name] as const] : [],
      ),
    );
    for (const configuration of configurations) {
      const given = givenValue(configuration, "QUORUM_HOSTS");
      if (given === undefined || configuration.quorum.quorumMode !== "tcp_remote") continue;
      for (const host of configuration.quorum.quorumHosts) {
        const owner = owners.get(host.slice(0, host.lastIndexOf(":")));
        if (owner === undefined) continue;
        yield {
          place: entryPlace(context, given.valuePlace, host),
          message: {
            en: `\`${host}\` is the address of the resource \`${owner}\`, which the active node always reaches. Use a host outside the cluster.`,
            ja: `\`${host}\` はリソース \`${owner}\` のアドレスで、アクティブノードからは必ず接続できます。クラスターの外のホストを使ってください。`,
          },
        };
      }
    }
  },
  fires: pair(hostsQuorum.replace("gateway:443", "192.0.2.100:443"), { extra: address }),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=192.0.2.100:443,dns1:53,dns2:53
    |              ^^^^^^^^^^^^^^^ warning: \`192.0.2.100:443\` is the address of the resource \`ip\`, which the active node always reaches. Use a host outside the cluster.
  `,
  silent: pair(hostsQuorum.replace("gateway:443", "192.0.2.1:443"), { extra: address }),
};
