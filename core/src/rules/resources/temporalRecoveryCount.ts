// How often, in how long.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

export const temporalRecoveryCount: Rule = {
  code: "temporal-recovery-count",
  group: "resources",
  title: { en: "A TemporalRecovery that counts nothing", ja: "回数や期間が 0 の TemporalRecovery" },
  documentation: {
    what: {
      en: "`temporal-recovery` has a count or a period of 0.",
      ja: "`temporal-recovery` の回数または期間が 0 です。",
    },
    why: {
      en: "The policy limits the local recoveries within a number of minutes: the last attempt becomes a failover. A count or period of 0 has no meaning.",
      ja: "「何分間に何回のローカルリカバリーでフェイルオーバーに切り替えるか」を決める設定で、0 では意味をなしません。",
    },
    how: {
      en: "Write 1 or more, or switch `local-recovery off`.",
      ja: "1 以上にするか、`local-recovery off` を使ってください。",
    },
  },
  sources: ["POL960", "P144"],
  evidence: "inferred",
  severity: "warning",
  about: "cluster",
  *check(context) {
    const impossible = context.cluster.resources.filter(
      ({ temporalRecovery }) =>
        temporalRecovery !== undefined && (temporalRecovery.count < 1 || temporalRecovery.periodMs < 1),
    );
    for (const resource of impossible) {
      yield {
        place: settingPlace(context, resource, "temporal-recovery"),
        message: {
          en: `\`temporal-recovery\` of \`${resource.name}\` needs a count of 1 or more and a period.`,
          ja: `\`${resource.name}\` の \`temporal-recovery\` には 1 以上の回数と期間が必要です。`,
        },
      };
    }
  },
  fires: trio("resource app gen/app {\n  servers a 1, b 10\n  temporal-recovery 0 in 30m\n}"),
  reports: `
    cluster.lk
    |     temporal-recovery 0 in 30m
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`temporal-recovery\` of \`app\` needs a count of 1 or more and a period.
  `,
  silent: trio("resource app gen/app {\n  servers a 1, b 10\n  temporal-recovery 1 in 30m\n}"),
};
