// TemporalRecovery that nothing makes use of.

import { trio } from "../example.ts";
import { fix, removedLine } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { settingOf } from "./settings.ts";

export const temporalRecoveryWithoutEffect: Rule = {
  code: "temporal-recovery-without-effect",
  group: "resources",
  title: { en: "TemporalRecovery without effect", ja: "効果のない TemporalRecovery" },
  documentation: {
    what: {
      en: "`temporal-recovery` on a resource with `failover off` or `local-recovery off`.",
      ja: "`failover off` または `local-recovery off` のリソースに `temporal-recovery` が指定されています。",
    },
    why: {
      en: "It counts local recoveries and turns the last one into a failover. If either is switched off, it has nothing to do.",
      ja: "ローカルリカバリーの回数を数え、上限でフェイルオーバーに切り替える設定です。どちらかが無効なら意味がありません。",
    },
    how: { en: "Remove it, or switch both on.", ja: "削除するか、両方を有効にしてください。" },
  },
  sources: ["P144", "POL960"],
  evidence: "documented",
  severity: "information",
  about: "cluster",
  *check(context) {
    for (const resource of context.cluster.resources) {
      const setting = settingOf(context, resource.name, "temporal-recovery");
      if (setting === undefined || (resource.failover && resource.localRecovery)) continue;
      const place = { file: context.parsed.file, span: setting.span };
      const off = resource.failover ? "local-recovery off" : "failover off";
      yield {
        place,
        message: {
          en: `With \`${off}\`, \`temporal-recovery\` of \`${resource.name}\` has no effect. Remove it, or switch both on.`,
          ja: `\`${off}\` のため、\`${resource.name}\` の \`temporal-recovery\` は効果がありません。削除するか、両方を有効にしてください。`,
        },
        fixes: [fix({ en: "Remove it", ja: "削除する" }, [removedLine(context.parsed.text, place)], "a choice")],
        tag: "unnecessary",
      };
    }
  },
  fires: trio("resource app gen/app {\n  servers a 1, b 10\n  failover off\n  temporal-recovery 3 in 30m\n}"),
  reports: `
    cluster.lk
    |     temporal-recovery 3 in 30m
    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^ information: With \`failover off\`, \`temporal-recovery\` of \`app\` has no effect. Remove it, or switch both on.
  `,
  silent: trio("resource app gen/app {\n  servers a 1, b 10\n  temporal-recovery 3 in 30m\n}"),
};
