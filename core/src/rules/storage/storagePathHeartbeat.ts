// With storage quorum the vendor wants the paths to be given more time.

import { placeOf } from "../context.ts";
import { pair, storageQuorum } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

const recommendedMs = 45_000;

export const storagePathHeartbeat: Rule = {
  code: "storage-path-heartbeat",
  group: "storage",
  title: { en: "A short path heartbeat with storage quorum", ja: "storage モードでの短いパスのハートビート" },
  documentation: {
    what: {
      en: "With `QUORUM_MODE=storage` SIOS recommends to raise `LCMNUMHBEATS` from 3 to 9, so that a path is dead after 45 s instead of 15.",
      ja: "`QUORUM_MODE=storage` では、`LCMNUMHBEATS` を 3 から 9 に増やし、パスを切断とみなすまでの時間を 15 秒から 45 秒にすることを SIOS が勧めています。",
    },
    why: {
      en: "A short loss of the paths would otherwise start a failover that the storage need not agree with. It is advice, no rule: a longer time also delays every failover.",
      ja: "短い切断でフェイルオーバーが始まるのを避けるためです。推奨であって必須ではなく、長くすればフェイルオーバーもその分遅くなります。",
    },
    how: {
      en: "Set it to 9 on all nodes, with LifeKeeper down on all of them.",
      ja: "全ノードで LifeKeeper を停止し、9 にしてください。",
    },
  },
  sources: ["SOLUTIONS952"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check(context) {
    const hasty = context.configurations.filter(
      ({ quorum }) => quorum.quorumMode === "storage" && quorum.heartbeatMs * quorum.heartbeatCount < recommendedMs,
    );
    for (const configuration of hasty) {
      const { heartbeatMs, heartbeatCount } = configuration.quorum;
      const isSet = configuration.values.get("LCMNUMHBEATS")?.place !== undefined;
      const seconds = (heartbeatMs * heartbeatCount) / 1000;
      yield {
        place: placeOf(context, configuration, isSet ? "LCMNUMHBEATS" : "QUORUM_MODE"),
        message: {
          en: `With storage quorum SIOS recommends \`LCMNUMHBEATS\`=9 (45 s by default); here a path is dead after ${seconds} s.`,
          ja: `storage モードでは \`LCMNUMHBEATS\`=9（デフォルトの間隔で 45 秒）が SIOS の推奨です。現在は ${seconds} 秒でパスが切断とみなされます。`,
        },
        fixes: [
          fix(
            { en: "Set LCMNUMHBEATS to 9", ja: "LCMNUMHBEATS を 9 にする" },
            assigned(context, configuration, [["LCMNUMHBEATS", "9"]]),
            "a choice",
          ),
        ],
      };
    }
  },
  fires: pair(storageQuorum),
  reports: `
    LifeKeeper
    | QUORUM_MODE=storage
    | ^^^^^^^^^^^^^^^^^^^ information: With storage quorum SIOS recommends \`LCMNUMHBEATS\`=9 (45 s by default); here a path is dead after 15 s.
  `,
  silent: pair(`${storageQuorum}LCMNUMHBEATS=9\n`),
};
