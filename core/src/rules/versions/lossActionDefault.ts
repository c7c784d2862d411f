// The default loss action changed between versions.

import { defaultLossAction } from "../../support/matrix.ts";
import { placeOf } from "../context.ts";
import { trio } from "../example.ts";
import { assigned, fix } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const lossActionDefault: Rule = {
  code: "loss-action-default",
  group: "versions",
  title: {
    en: "A default loss action that is not documented",
    ja: "Quorum 喪失時の動作のデフォルト値が資料にないバージョン",
  },
  documentation: {
    what: {
      en: "Up to 8.x the default of `QUORUM_LOSS_ACTION` was `fastboot`, from 9.3.1 on it is `fastkill`. For 9.0 to 9.3.0, the documents we read do not say.",
      ja: "`QUORUM_LOSS_ACTION` のデフォルト値は 8.x では `fastboot`、9.3.1 以降は `fastkill` です。9.0 から 9.3.0 までは確認した資料に記載がありません。",
    },
    why: {
      en: "One reboots the node; with the other it stays off until somebody starts it.",
      ja: "一方は再起動し、もう一方は手動で起動するまで停止したままです。",
    },
    how: { en: "State which one you want.", ja: "どちらにするかを明示してください。" },
  },
  sources: ["P132", "QP931"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    if (defaultLossAction(context.version).evidence === "documented") return;
    const undecided = context.configurations.filter(
      ({ values, quorum }) => values.get("QUORUM_LOSS_ACTION")?.place === undefined && quorum.quorumMode !== "none",
    );
    for (const configuration of undecided) {
      yield {
        place: placeOf(context, configuration, "QUORUM_MODE"),
        message: {
          en: `Whether ${context.version.text} reboots or halts a node without quorum by default is not documented. Set \`QUORUM_LOSS_ACTION\`.`,
          ja: `${context.version.text} で Quorum を失ったノードがデフォルトで再起動するか停止するかは資料にありません。\`QUORUM_LOSS_ACTION\` を指定してください。`,
        },
        fixes: (["fastkill", "fastboot", "osu"] as const).map((action) =>
          fix(
            { en: `Set QUORUM_LOSS_ACTION to ${action}`, ja: `QUORUM_LOSS_ACTION を ${action} にする` },
            assigned(context, configuration, [["QUORUM_LOSS_ACTION", action]]),
            "a choice",
          ),
        ),
      };
    }
  },
  fires: trio("", { version: "9.2.2" }),
  reports: `
    LifeKeeper
    | QUORUM_MODE=majority
    | ^^^^^^^^^^^^^^^^^^^^ information: Whether 9.2.2 reboots or halts a node without quorum by default is not documented. Set \`QUORUM_LOSS_ACTION\`.
  `,
  silent: trio("", { version: "9.3.1" }),
};
