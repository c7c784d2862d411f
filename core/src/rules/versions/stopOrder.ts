// Known problem, fixed in 9.6.1: a false loss of quorum when stops overlap.

import { isAtLeast } from "../../catalogue/version.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

export const stopOrder: Rule = {
  code: "stop-order",
  group: "versions",
  title: { en: "Known problem: overlapping stops with majority", ja: "既知の問題: majority での停止の重なり" },
  documentation: {
    what: {
      en: "Before 9.6.1, with `QUORUM_MODE=majority`, stop the active node only after the standby has stopped completely.",
      ja: "9.6.1 より前では、`QUORUM_MODE=majority` のとき、スタンバイが完全に停止してからアクティブノードを停止してください。",
    },
    why: {
      en: "Otherwise the active node sees a false loss of quorum and runs its loss action, because a stopped node cannot be reached.",
      ja: "そうしないと、アクティブノードが Quorum 喪失を誤検知し、喪失時の動作が実行されます。停止したノードには到達できないためです。",
    },
    how: {
      en: "Stop standby, active, witness; start witness, standby, active.",
      ja: "スタンバイ、アクティブ、Witness の順に停止し、Witness、スタンバイ、アクティブの順に起動してください。",
    },
  },
  sources: ["KB-MAJORDER"],
  evidence: "documented",
  severity: "hint",
  about: "cluster",
  *check({ version, configurations, parsed }) {
    const item = parsed.tree.cluster?.items.find((each) => each.kind === "lifekeeper");
    if (isAtLeast(version, "9.6.1") || item === undefined) return;
    if (!configurations.some(({ quorum }) => quorum.quorumMode === "majority")) return;
    yield {
      place: { file: parsed.file, span: item.span },
      message: {
        en: "Before 9.6.1 overlapping stops can look like a loss of quorum: stop the active node only after the standby has stopped completely.",
        ja: "9.6.1 より前では、停止が重なると Quorum 喪失と誤検知されることがあります。スタンバイが完全に停止してからアクティブノードを停止してください。",
      },
    };
  },
  fires: trio("", { version: "9.6.0" }),
  reports: `
    cluster.lk
    |   lifekeeper 9.6.0
    |   ^^^^^^^^^^^^^^^^ hint: Before 9.6.1 overlapping stops can look like a loss of quorum: stop the active node only after the standby has stopped completely.
  `,
  silent: trio("", { version: "9.6.1" }),
};
