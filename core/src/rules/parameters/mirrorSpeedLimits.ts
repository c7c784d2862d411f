// The least speed of a resync is not above the most.

import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";
import { checkOrder } from "./ordered.ts";

export const mirrorSpeedLimits: Rule = {
  code: "mirror-speed-limits",
  group: "parameters",
  title: { en: "A minimum speed above the maximum", ja: "上限速度を超える下限速度" },
  documentation: {
    what: {
      en: "`LKDR_SPEED_LIMIT_MIN` should not be above `LKDR_SPEED_LIMIT`.",
      ja: "`LKDR_SPEED_LIMIT_MIN` は `LKDR_SPEED_LIMIT` 以下にします。",
    },
    why: {
      en: "Both limit the speed of a resync. This is our conclusion; no source says what happens when they contradict each other.",
      ja: "どちらも再同期の速度を制限する値です。本製品の推論で、矛盾したときの動作は資料にありません。",
    },
    how: { en: "Lower the first or raise the second.", ja: "どちらかの値を調整してください。" },
  },
  sources: ["DK980", "DK952"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check(context) {
    yield* checkOrder(context, "LKDR_SPEED_LIMIT_MIN", "LKDR_SPEED_LIMIT", {
      en: "a resync cannot keep to both. Lower the first or raise the second.",
      ja: "再同期は両方を満たせません。どちらかの値を調整してください。",
    });
  },
  fires: parameters("LKDR_SPEED_LIMIT=10000\nLKDR_SPEED_LIMIT_MIN=20001\n"),
  reports: `
    LifeKeeper
    | LKDR_SPEED_LIMIT_MIN=20001
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: \`LKDR_SPEED_LIMIT_MIN=20001\` is above \`LKDR_SPEED_LIMIT=10000\`: a resync cannot keep to both. Lower the first or raise the second.
    | LKDR_SPEED_LIMIT=10000
    | ---------------------- the other value is here
  `,
  silent: parameters("LKDR_SPEED_LIMIT=30000\nLKDR_SPEED_LIMIT_MIN=20001\n"),
};
