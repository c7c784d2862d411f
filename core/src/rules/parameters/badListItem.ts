// Lists whose entries have a form: `host:port` without spaces.

import { readValue } from "../../catalogue/value.ts";
import { parameters } from "../example.ts";
import { replacement } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../wording.ts";

export const badListItem: Rule = {
  code: "bad-list-item",
  group: "parameters",
  title: { en: "A list entry in the wrong form", ja: "リストの要素の書き方" },
  documentation: {
    what: {
      en: "`QUORUM_HOSTS` is a list of `host:port` with commas and without spaces; other lists have no empty entries and no spaces either.",
      ja: "`QUORUM_HOSTS` は `host:port` をカンマで区切り、空白を入れずに並べます。ほかのリストにも空の要素や空白は書けません。",
    },
    why: {
      en: "An entry that cannot be read is a host that is never reached, yet it still counts towards the majority.",
      ja: "読めない要素は決して接続できないホストになりますが、過半数の母数には数えられます。",
    },
    how: { en: "Write every entry as the message says.", ja: "メッセージの形式に直してください。" },
  },
  sources: ["QUORUM_PARAMETERS_LIST_990", "P130"],
  evidence: "documented",
  severity: "error",
  about: "parameters",
  *check({ given }) {
    for (const { name, value, valuePlace, spec } of given) {
      if (spec?.type.kind !== "list") continue;
      const reading = readValue(spec, value);
      if (reading.kind !== "bad-items") continue;
      const { separator, item } = spec.type;
      const cleaned = value
        .split(separator)
        .map((each) => each.replace(/\s+/g, ""))
        .filter((each) => each !== "")
        .join(separator);
      const isRepaired = readValue(spec, cleaned).kind === "list" && cleaned !== "";
      const bad = reading.items.map((each) => each.trim());
      yield {
        place: valuePlace,
        message:
          item === "host:port"
            ? {
                en: `\`${name}\` is a list of \`host:port\`, with commas and without spaces; ${listed(bad).en} ${bad.length === 1 ? "is" : "are"} not of that form.`,
                ja: `\`${name}\` は \`host:port\` をカンマで区切り、空白なしで並べます。${listed(bad).ja} はこの形式ではありません。`,
              }
            : {
                en: `\`${name}\` is a list with commas, without spaces and without empty entries; check ${listed(bad).en}.`,
                ja: `\`${name}\` はカンマ区切りのリストで、空白や空の要素は書けません。${listed(bad).ja} を確認してください。`,
              },
        // Only of QUORUM_HOSTS does a source say that spaces are forbidden.
        evidence: item === "host:port" ? "documented" : "inferred",
        sources: spec.sources,
        fixes: isRepaired ? [replacement(valuePlace, cleaned, "certain")] : [],
      };
    }
  },
  fires: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443, dns1:53,dns2:53\n"),
  reports: `
    LifeKeeper
    | QUORUM_HOSTS=gateway:443, dns1:53,dns2:53
    |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: \`QUORUM_HOSTS\` is a list of \`host:port\`, with commas and without spaces; \`dns1:53\` is not of that form.
  `,
  silent: parameters("QUORUM_MODE=tcp_remote\nWITNESS_MODE=none\nQUORUM_HOSTS=gateway:443,dns1:53,dns2:53\n"),
};
