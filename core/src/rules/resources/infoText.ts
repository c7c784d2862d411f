// Characters that the info text of a generic application does not bear.

import { trio } from "../example.ts";
import type { Rule } from "../rule.ts";
import { settingPlace } from "./settings.ts";

export const infoText: Rule = {
  code: "info-text",
  group: "resources",
  title: { en: "Risky characters in the info text", ja: "情報テキストの注意すべき文字" },
  documentation: {
    what: {
      en: "The `info` of a generic application contains `!`, `,` or `=`.",
      ja: "汎用アプリケーションの `info` に `!`、`,`、`=` が含まれています。",
    },
    why: {
      en: "The vendor's own sample replaces these characters with others, without saying why.",
      ja: "ベンダーのサンプルではこれらの文字を避け、別の文字で代用しています。理由は書かれていません。",
    },
    how: { en: "Use other characters.", ja: "別の文字を使ってください。" },
  },
  sources: ["GENAPP"],
  evidence: "unsure",
  severity: "hint",
  about: "cluster",
  *check(context) {
    const split = context.cluster.resources.filter(
      ({ info, application, kind }) => application === "gen" && kind === "app" && /[!,=]/.test(info ?? ""),
    );
    for (const resource of split) {
      yield {
        place: settingPlace(context, resource, "info"),
        message: {
          en: `The info text of \`${resource.name}\` contains \`!\`, \`,\` or \`=\`, which the vendor's sample avoids. Use other characters.`,
          ja: `\`${resource.name}\` の情報テキストに \`!\`、\`,\`、\`=\` のいずれかが含まれています。ベンダーのサンプルでは避けられている文字です。別の文字を使ってください。`,
        },
      };
    }
  },
  fires: trio('resource app gen/app {\n  servers a 1, b 10\n  info "port=80"\n}'),
  reports: `
    cluster.lk
    |     info "port=80"
    |     ^^^^^^^^^^^^^^ hint: The info text of \`app\` contains \`!\`, \`,\` or \`=\`, which the vendor's sample avoids. Use other characters.
  `,
  silent: trio('resource app gen/app {\n  servers a 1, b 10\n  info "port 80"\n}'),
};
