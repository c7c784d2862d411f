// The warning about a full file system comes before the error.

import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";
import { checkOrder } from "./ordered.ts";

export const filesystemThresholds: Rule = {
  code: "filesystem-thresholds",
  group: "parameters",
  title: { en: "A warning level above the error level", ja: "エラーより高い警告のしきい値" },
  documentation: {
    what: {
      en: "`FILESYSFULLWARN` should not be above `FILESYSFULLERROR`.",
      ja: "`FILESYSFULLWARN` は `FILESYSFULLERROR` 以下にします。",
    },
    why: {
      en: "The warning would come after the error, and so be of no use. This is our conclusion; no source says it.",
      ja: "警告がエラーより後になり、意味をなしません。本製品の推論で、資料に明記はありません。",
    },
    how: { en: "Lower the first or raise the second.", ja: "どちらかの値を調整してください。" },
  },
  sources: ["FSHM961", "FSHM902"],
  evidence: "inferred",
  severity: "warning",
  about: "parameters",
  *check(context) {
    yield* checkOrder(context, "FILESYSFULLWARN", "FILESYSFULLERROR", {
      en: "the warning would come after the error. Lower the first or raise the second.",
      ja: "警告がエラーより後になります。どちらかの値を調整してください。",
    });
  },
  fires: parameters("FILESYSFULLERROR=90\nFILESYSFULLWARN=91\n"),
  reports: `
    LifeKeeper
    | FILESYSFULLWARN=91
    | ^^^^^^^^^^^^^^^^^^ warning: \`FILESYSFULLWARN=91\` is above \`FILESYSFULLERROR=90\`: the warning would come after the error. Lower the first or raise the second.
    | FILESYSFULLERROR=90
    | ------------------- the other value is here
  `,
  silent: parameters("FILESYSFULLERROR=90\nFILESYSFULLWARN=90\n"),
};
