// SWITCH_USER_CMD knows two values and reads everything else as one of them.

import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";

export const switchUserCommand: Rule = {
  code: "switch-user-command",
  group: "parameters",
  title: { en: "SWITCH_USER_CMD other than su or sudo", ja: "su でも sudo でもない SWITCH_USER_CMD" },
  documentation: {
    what: { en: "`SWITCH_USER_CMD` is `su` or `sudo`.", ja: "`SWITCH_USER_CMD` に書けるのは `su` か `sudo` です。" },
    why: { en: "Any other value is treated as `sudo`.", ja: "それ以外の値はすべて `sudo` として扱われます。" },
    how: { en: "Write the one you mean.", ja: "使いたいほうを書いてください。" },
  },
  sources: ["CORE990"],
  evidence: "documented",
  severity: "warning",
  about: "parameters",
  *check({ given }) {
    for (const { value, valuePlace, name } of given) {
      if (name === "SWITCH_USER_CMD" && !["su", "sudo", ""].includes(value))
        yield {
          place: valuePlace,
          message: {
            en: `\`SWITCH_USER_CMD\` is \`su\` or \`sudo\`; \`${value}\` is treated as \`sudo\`.`,
            ja: `\`SWITCH_USER_CMD\` に書けるのは \`su\` か \`sudo\` です。\`${value}\` は \`sudo\` として扱われます。`,
          },
          fixes: [replacement(valuePlace, "sudo", "a choice"), replacement(valuePlace, "su", "a choice")],
        };
    }
  },
  fires: parameters("SWITCH_USER_CMD=doas\n"),
  reports: `
    LifeKeeper
    | SWITCH_USER_CMD=doas
    |                 ^^^^ warning: \`SWITCH_USER_CMD\` is \`su\` or \`sudo\`; \`doas\` is treated as \`sudo\`.
  `,
  silent: parameters("SWITCH_USER_CMD=su\n"),
};
