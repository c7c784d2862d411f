// LKCHECKINTERVAL=0: nothing is monitored.

import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";

export const monitoringOff: Rule = {
  code: "monitoring-off",
  group: "parameters",
  title: { en: "Resources are not monitored", ja: "リソースの監視が停止" },
  documentation: {
    what: {
      en: "`LKCHECKINTERVAL=0` switches the monitoring of resources off.",
      ja: "`LKCHECKINTERVAL=0` はリソースの監視を止めます。",
    },
    why: {
      en: "Once `lkcheck` is restarted, this is the documented way to work on an application without a failover. If the line stays in the file, no failure of a resource is detected.",
      ja: "`lkcheck` の再起動後、フェイルオーバーさせずに保守するための方法として資料にあります。そのまま残すと、リソースの障害を検知できません。",
    },
    how: { en: "Set it back after the maintenance.", ja: "保守が終わったら元に戻してください。" },
  },
  sources: ["MAINT962"],
  evidence: "documented",
  severity: "information",
  about: "parameters",
  *check({ given }) {
    for (const { place, name, value } of given) {
      if (name === "LKCHECKINTERVAL" && /^0+$/.test(value))
        yield {
          place,
          message: {
            en: "With `LKCHECKINTERVAL=0` no failure of a resource is detected. Set it back after the maintenance.",
            ja: "`LKCHECKINTERVAL=0` ではリソースの障害を検知できません。保守が終わったら元に戻してください。",
          },
        };
    }
  },
  fires: parameters("LKCHECKINTERVAL=0\n"),
  reports: `
    LifeKeeper
    | LKCHECKINTERVAL=0
    | ^^^^^^^^^^^^^^^^^ information: With \`LKCHECKINTERVAL=0\` no failure of a resource is detected. Set it back after the maintenance.
  `,
  silent: parameters("LKCHECKINTERVAL=60\n"),
};
