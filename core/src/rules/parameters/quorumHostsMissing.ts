// tcp_remote without hosts to ask.

import { placeOf } from "../context.ts";
import { hostsQuorum, pair } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const quorumHostsMissing: Rule = {
  code: "quorum-hosts-missing",
  group: "parameters",
  title: { en: "tcp_remote without QUORUM_HOSTS", ja: "QUORUM_HOSTS のない tcp_remote" },
  documentation: {
    what: {
      en: "With `QUORUM_MODE=tcp_remote`, `QUORUM_HOSTS` must name the hosts to connect to.",
      ja: "`QUORUM_MODE=tcp_remote` では、接続先を `QUORUM_HOSTS` に指定する必要があります。",
    },
    why: {
      en: "The quorum check connects to these hosts and needs more than half of them. Without hosts there is no majority.",
      ja: "Quorum チェックはこれらのホストの過半数に接続できるかで判断します。ホストがなければ過半数もありません。",
    },
    how: {
      en: "List an odd number of hosts as `host:port` with commas, apart from the communication paths.",
      ja: "コミュニケーションパスとは独立したホストを、`host:port` をカンマで区切って奇数個並べてください。",
    },
  },
  sources: ["TCP940J", "QUORUM_PARAMETERS_LIST_990"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check(context) {
    const lacking = context.configurations.filter(
      ({ quorum }) => quorum.quorumMode === "tcp_remote" && quorum.quorumHosts.length === 0,
    );
    for (const configuration of lacking) {
      const declared = (context.cluster?.hosts ?? []).map((host) => host.name).join(",");
      const value = configuration.values.get("QUORUM_HOSTS");
      yield {
        place: placeOf(context, configuration, value?.place === undefined ? "QUORUM_MODE" : "QUORUM_HOSTS"),
        message: {
          en: "`tcp_remote` needs `QUORUM_HOSTS`: list the hosts to connect to as `host:port`, separated by commas. It has no default.",
          ja: "`tcp_remote` には `QUORUM_HOSTS` が必要です。接続先を `host:port` のカンマ区切りで書いてください。デフォルト値はありません。",
        },
        fixes:
          declared === "" && value !== undefined
            ? []
            : [
                fix(
                  declared === ""
                    ? { en: "Add QUORUM_HOSTS, to be filled in", ja: "QUORUM_HOSTS の行を追加する（値は後で入力）" }
                    : { en: "Ask the hosts of the cluster file", ja: "クラスターファイルの host を使う" },
                  assigned(context, configuration, [["QUORUM_HOSTS", declared]]),
                  declared === "" ? "a choice" : "certain",
                ),
              ],
      };
    }
  },
  fires: pair("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\n", { extra: "host gateway:443\nhost dns1:53\nhost dns2:53" }),
  reports: `
    LifeKeeper
    | QUORUM_MODE=tcp_remote
    | ^^^^^^^^^^^^^^^^^^^^^^ error: \`tcp_remote\` needs \`QUORUM_HOSTS\`: list the hosts to connect to as \`host:port\`, separated by commas. It has no default.
  `,
  silent: pair(hostsQuorum),
};
