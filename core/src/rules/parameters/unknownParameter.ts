// A name that no public source shows: at most a hint, because the public lists are not complete.

import { parameters } from "../example.ts";
import type { Rule } from "../rule.ts";
import { likelyName } from "./misspelling.ts";

export const unknownParameter: Rule = {
  code: "unknown-parameter",
  group: "parameters",
  title: { en: "A parameter that no source shows", ja: "資料にないパラメーター" },
  documentation: {
    what: {
      en: "The name appears in none of the public documents that this product knows.",
      ja: "本製品が参照している公開資料に、その名前はありません。",
    },
    why: {
      en: "A misspelt name most likely sets nothing (our conclusion), and is easily overlooked. The public lists are not complete, so this stays a hint.",
      ja: "書き間違えた名前では何も設定されないと考えられ（本製品の推論です）、見落としやすい誤りです。公開されている一覧は完全ではないので、ヒントにとどめます。",
    },
    how: { en: "Check the spelling.", ja: "つづりを確認してください。" },
  },
  sources: ["CORE990"],
  evidence: "unsure",
  severity: "hint",
  about: "parameters",
  *check({ given }) {
    const unknown = given.filter(
      (parameter) => parameter.spec === undefined && likelyName(parameter.name) === undefined,
    );
    for (const { name, namePlace } of unknown) {
      yield {
        place: namePlace,
        message: {
          en: `No public source that we know shows \`${name}\`. Check the spelling; if it is correct, nothing is wrong.`,
          ja: `\`${name}\` は、参照している公開資料にはありません。つづりを確認してください。正しければ問題ありません。`,
        },
      };
    }
  },
  fires: parameters("MY_OWN_SCRIPT_DIR=/opt/scripts\n"),
  reports: `
    LifeKeeper
    | MY_OWN_SCRIPT_DIR=/opt/scripts
    | ^^^^^^^^^^^^^^^^^ hint: No public source that we know shows \`MY_OWN_SCRIPT_DIR\`. Check the spelling; if it is correct, nothing is wrong.
  `,
  silent: parameters("LCMHBEATTIME=7\n"),
};
