// Known problem: quorum, Switch Over and a reboot.

import { isIn } from "../../catalogue/version.ts";
import { trio } from "../example.ts";
import { nodeSettingPlace } from "../nodes/settings.ts";
import type { Rule } from "../rule.ts";

export const switchoverReboot: Rule = {
  code: "switchover-reboot",
  group: "versions",
  title: {
    en: "Known problem: Switch Over and a reboot with quorum",
    ja: "既知の問題: Quorum 使用時の Switch Over と再起動",
  },
  documentation: {
    what: {
      en: "In 9.5.1, with quorum and `shutdown switchover`, a reboot of the active node may leave a large hierarchy out of service everywhere.",
      ja: "9.5.1 では、Quorum と `shutdown switchover` を使用中にアクティブノードを再起動すると、大きな階層がどこでもサービス休止のままになることがあります。",
    },
    why: { en: "The vendor lists it as a known problem.", ja: "ベンダーの既知の問題の一覧によります。" },
    how: { en: "Switch over by hand before a reboot.", ja: "再起動の前に手動でスイッチオーバーしてください。" },
  },
  sources: ["KI951"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    if (!isIn(context.version, { since: "9.5.1", until: "9.5.2" })) return;
    for (const node of context.cluster.nodes) {
      if (node.shutdownStrategy === "switchover" && context.configurationOf(node).quorum.quorumMode !== "none")
        yield {
          place: nodeSettingPlace(context, node, "shutdown"),
          message: {
            en: `Known problem in 9.5.1: a reboot of \`${node.name}\` with \`shutdown switchover\` and quorum may leave a large hierarchy out of service everywhere. Switch over by hand before a reboot.`,
            ja: `9.5.1 の既知の問題: \`shutdown switchover\` と Quorum を使用する \`${node.name}\` を再起動すると、大きな階層がどこでもサービス休止のままになることがあります。再起動の前に手動でスイッチオーバーしてください。`,
          },
        };
    }
  },
  fires: trio("", { version: "9.5.1", a: "shutdown switchover" }),
  reports: `
    cluster.lk
    |   node a { address 192.0.2.11 shutdown switchover }
    |                               ^^^^^^^^^^^^^^^^^^^ information: Known problem in 9.5.1: a reboot of \`a\` with \`shutdown switchover\` and quorum may leave a large hierarchy out of service everywhere. Switch over by hand before a reboot.
  `,
  silent: trio("", { version: "9.6.1", a: "shutdown switchover" }),
};
