// A host in the cluster file that the quorum check does not ask.

import { nearest } from "../../text/suggest.ts";
import { hostsQuorum, pair } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const hostWithoutVote: Rule = {
  code: "host-without-vote",
  group: "nodes",
  title: { en: "A host that is not in QUORUM_HOSTS", ja: "QUORUM_HOSTS にないホスト" },
  documentation: {
    what: {
      en: "The cluster file has a `host` that no node lists in `QUORUM_HOSTS`, or no node uses `tcp_remote`.",
      ja: "クラスターファイルの `host` がどのノードの `QUORUM_HOSTS` にもないか、`tcp_remote` を使うノードがありません。",
    },
    why: {
      en: "Losing this host changes nothing. A typing error in the port is enough to cause this.",
      ja: "このホストを失っても何も変わりません。ポート番号の書き間違いだけでもこの状態になります。",
    },
    how: {
      en: "Write it as in `QUORUM_HOSTS`, as `host:port`.",
      ja: "`QUORUM_HOSTS` と同じ `host:port` の形で書いてください。",
    },
  },
  sources: ["TCP940J", "P130"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check({ cluster, configurations }) {
    const asked = new Set(
      configurations
        .filter(({ quorum }) => quorum.quorumMode === "tcp_remote")
        .flatMap(({ quorum }) => quorum.quorumHosts),
    );
    // Without any list, the missing list is the problem.
    const lacksList = configurations.some(
      ({ quorum }) => quorum.quorumMode === "tcp_remote" && quorum.quorumHosts.length === 0,
    );
    for (const host of cluster.hosts) {
      if (asked.has(host.name) || lacksList) continue;
      yield {
        place: host.place,
        message: {
          en: `No node asks \`${host.name}\` for quorum: it is not in \`QUORUM_HOSTS\` of a node with \`tcp_remote\`.`,
          ja: `\`${host.name}\` はどのノードの Quorum チェックにも使われません（\`tcp_remote\` を使うノードの \`QUORUM_HOSTS\` にありません）。`,
        },
        fixes: meant(host.name, [...asked]).map((each) => replacement(host.place, each, "a choice")),
      };
    }
  },
  fires: pair(hostsQuorum, { extra: "host gateway:433" }),
  reports: `
    cluster.lk
    |   host gateway:433
    |        ^^^^^^^^^^^ warning: No node asks \`gateway:433\` for quorum: it is not in \`QUORUM_HOSTS\` of a node with \`tcp_remote\`.
  `,
  silent: pair(hostsQuorum, { extra: "host gateway:443" }),
};

function meant(name: string, asked: readonly string[]): readonly string[] {
  const close = nearest(name, asked);
  return close === undefined ? [] : [close];
}
