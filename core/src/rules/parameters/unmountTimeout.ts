// FS_UMOUNT_TIMEOUT works only when it is longer than the retries take.

import { wholeNumber } from "../../model/quorumConfiguration.ts";
import { type Configuration, givenValue } from "../context.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const unmountTimeout: Rule = {
  code: "unmount-timeout",
  group: "parameters",
  title: { en: "An unmount timeout that cannot work", ja: "働かないアンマウントのタイムアウト" },
  documentation: {
    what: {
      en: "`FS_UMOUNT_TIMEOUT` works only when it is larger than `FS_KERNEL_RETRIES` × 3 + 3 × (`FS_UMOUNT_RETRIES` + 3): 192 with the defaults.",
      ja: "`FS_UMOUNT_TIMEOUT` が働くのは、`FS_KERNEL_RETRIES` × 3 + 3 ×（`FS_UMOUNT_RETRIES` + 3）より大きいときだけです。デフォルト値では 192 です。",
    },
    why: {
      en: "The retries alone can take that long, and a shorter timeout does not work: a known issue listed for 9.8.0. Its own default is below that limit, so only a value that is written in the file is checked.",
      ja: "再試行だけでこの時間がかかることがあり、それより短いタイムアウトは働きません（9.8.0 の既知の問題）。デフォルト値自体がこの値を下回るため、明示された値だけを確認します。",
    },
    how: { en: "Write a larger value.", ja: "より大きい値を書いてください。" },
  },
  sources: ["KI980J", "CORE962"],
  evidence: "documented",
  severity: "warning",
  about: "parameters",
  *check({ configurations }) {
    for (const configuration of configurations) {
      const given = givenValue(configuration, "FS_UMOUNT_TIMEOUT");
      const seconds = given === undefined ? undefined : wholeNumber(given.value);
      const limit = limitOf(configuration);
      if (given === undefined || seconds === undefined || seconds > limit) continue;
      yield {
        place: given.place,
        message: {
          en: `\`FS_UMOUNT_TIMEOUT\` must be larger than ${limit} here to work, because the retries take that long; it is ${seconds}.`,
          ja: `再試行に ${limit} 秒かかるため、\`FS_UMOUNT_TIMEOUT\` が働くのは ${limit} より大きいときだけです。現在は ${seconds} です。`,
        },
        fixes: [replacement(given.valuePlace, String(limit + 1), "certain")],
      };
    }
  },
  fires: parameters("FS_UMOUNT_TIMEOUT=192\n"),
  reports: `
    LifeKeeper
    | FS_UMOUNT_TIMEOUT=192
    | ^^^^^^^^^^^^^^^^^^^^^ warning: \`FS_UMOUNT_TIMEOUT\` must be larger than 192 here to work, because the retries take that long; it is 192.
  `,
  silent: parameters("FS_UMOUNT_TIMEOUT=193\n"),
};

function limitOf({ values }: Configuration): number {
  const number = (name: string, fallback: number): number => wholeNumber(values.get(name)?.value ?? "") ?? fallback;
  return number("FS_KERNEL_RETRIES", 60) * 3 + 3 * (number("FS_UMOUNT_RETRIES", 1) + 3);
}
