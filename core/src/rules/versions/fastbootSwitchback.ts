// Known problem: after a fastboot, automatic switchback may not happen.

import { isIn } from "../../catalogue/version.ts";
import { givenValue } from "../context.ts";
import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";

const app = "resource app gen/app {\n  servers a 1, b 10\n  switchback automatic on a\n}";

export const fastbootSwitchback: Rule = {
  code: "fastboot-switchback",
  group: "versions",
  title: { en: "Known problem: fastboot and automatic switchback", ja: "既知の問題: fastboot と自動スイッチバック" },
  documentation: {
    what: {
      en: "With `QUORUM_LOSS_ACTION=fastboot`, automatic switchback may not happen after the reboot. Listed in 9.5.2, 9.6.2 and 9.8.0.",
      ja: "`QUORUM_LOSS_ACTION=fastboot` では、再起動後に自動スイッチバックが行われないことがあります。9.5.2、9.6.2、9.8.0 の既知の問題に記載があります。",
    },
    why: { en: "The vendor lists it as a known problem.", ja: "ベンダーの既知の問題の一覧によります。" },
    how: { en: "Plan to switch back by hand.", ja: "手動でのスイッチバックを計画してください。" },
  },
  sources: ["KI952J", "KI962", "KI980J"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check({ cluster, version, configurations }) {
    const automatic = cluster.resources.find((resource) => resource.switchback.kind === "automatic");
    if (automatic === undefined || !isIn(version, { since: "9.5.2", until: "9.8.1" })) return;
    for (const configuration of configurations) {
      const given = givenValue(configuration, "QUORUM_LOSS_ACTION");
      if (given?.value !== "fastboot") continue;
      yield {
        place: given.place,
        message: {
          en: `Known problem in ${version.text}: after a \`fastboot\` the automatic switchback of \`${automatic.name}\` may not happen. Plan to switch back by hand.`,
          ja: `${version.text} の既知の問題: \`fastboot\` の後、\`${automatic.name}\` の自動スイッチバックが行われないことがあります。手動でのスイッチバックを計画してください。`,
        },
        related: [{ ...automatic.place, message: { en: "automatic switchback", ja: "自動スイッチバック" } }],
      };
    }
  },
  fires: trio(app, { version: "9.6.2", defaults: "QUORUM_LOSS_ACTION=fastboot\n" }),
  reports: `
    LifeKeeper
    | QUORUM_LOSS_ACTION=fastboot
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: Known problem in 9.6.2: after a \`fastboot\` the automatic switchback of \`app\` may not happen. Plan to switch back by hand.
    cluster.lk
    |   resource app gen/app {
    |            --- automatic switchback
  `,
  silent: trio(app, { version: "9.9.0", defaults: "QUORUM_LOSS_ACTION=fastboot\n" }),
};
