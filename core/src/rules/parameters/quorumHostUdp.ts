// Ports on which nothing accepts a TCP connection.

import { hostsQuorum, pair } from "../example.ts";
import type { Rule } from "../rule.ts";
import { entryPlace } from "./listEntry.ts";

/** Services that are known to listen on UDP alone. */
const udpServices: ReadonlyMap<string, string> = new Map([
  ["67", "DHCP"],
  ["69", "TFTP"],
  ["123", "NTP"],
  ["161", "SNMP"],
]);

export const quorumHostUdp: Rule = {
  code: "quorum-host-udp",
  group: "parameters",
  title: { en: "A quorum host on a UDP port", ja: "UDP のポートを指定した Quorum ホスト" },
  documentation: {
    what: {
      en: "A host in `QUORUM_HOSTS` has the port of a service that usually listens on UDP only: DHCP, TFTP, NTP, SNMP.",
      ja: "`QUORUM_HOSTS` のホストに、通常は UDP だけで待ち受けるサービス（DHCP、TFTP、NTP、SNMP）のポートが書かれています。",
    },
    why: {
      en: "The quorum check is a plain TCP connection. A host that accepts none always counts as lost.",
      ja: "Quorum チェックは TCP の接続確認です。接続を受け付けないホストは、常に失われたものとして数えられます。",
    },
    how: {
      en: "Name a port that accepts TCP connections, and try it from every node.",
      ja: "TCP 接続を受け付けるポートを指定し、各ノードから接続できることを確認してください。",
    },
  },
  sources: ["P130", "TCP940J"],
  evidence: "inferred",
  severity: "information",
  about: "parameters",
  *check(context) {
    for (const parameter of context.given) {
      if (parameter.name !== "QUORUM_HOSTS") continue;
      if (!context.configurations.some(({ quorum }) => quorum.quorumMode === "tcp_remote")) continue;
      for (const entry of parameter.value.split(",")) {
        const host = entry.trim();
        const port = host.slice(host.lastIndexOf(":") + 1);
        const service = udpServices.get(port);
        if (service === undefined) continue;
        yield {
          place: entryPlace(context, parameter.valuePlace, host),
          message: {
            en: `Port ${port} (${service}) of \`${host}\` usually accepts no TCP connection, so the host would never answer. Name a TCP port.`,
            ja: `\`${host}\` のポート ${port}（${service}）は通常 TCP 接続を受け付けないため、このホストは常に応答なしになります。TCP のポートを指定してください。`,
          },
        };
      }
    }
  },
  fires: pair(hostsQuorum.replace("gateway:443", "ntp1:123")),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=ntp1:123,dns1:53,dns2:53
    |              ^^^^^^^^ information: Port 123 (NTP) of \`ntp1:123\` usually accepts no TCP connection, so the host would never answer. Name a TCP port.
  `,
  silent: pair(hostsQuorum),
};
