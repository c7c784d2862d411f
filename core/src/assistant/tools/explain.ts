// explain: what a parameter, a value, a rule, a reading, a kind of resource or a term means, with sources.

import { explain, suggestName } from "../../catalogue/explain.ts";
import { explainIndex } from "../../catalogue/explainIndex.ts";
import type { Locale, Localized } from "../../locale/localized.ts";
import { explainRule } from "../../rules/explainRule.ts";
import { rules } from "../../rules/rules.ts";
import { explainReading } from "../../simulate/describeReading.ts";
import { readings } from "../../simulate/readings.ts";
import { ownWords, refusal, textMax } from "../fence.ts";
import { object, text } from "../schema.ts";
import { at, type Tool } from "../tool.ts";

const nameMax = 200;

export const explainTool: Tool = {
  name: "explain",
  title: { en: "Explain a name of LifeKeeper", ja: "LifeKeeper の名前の説明" },
  description: {
    en: "Explains a parameter (QUORUM_MODE), a value of it (QUORUM_MODE=majority), a problem's code (quorum-node-count), a reading of the documents, a kind of resource (gen/app), a code of the log (104086) or a term, with its sources. Without a name it lists what can be asked. Use it instead of your memory of LifeKeeper.",
    ja: "パラメーター（QUORUM_MODE）、その値（QUORUM_MODE=majority）、問題のコード（quorum-node-count）、資料の解釈、リソースの種類（gen/app）、ログのコード（104086）、用語を、出典とともに説明します。名前を省くと、調べられるものの一覧を返します。記憶に頼らず、この説明を使ってください。",
  },
  takes: object({ "name?": text("What is asked about", nameMax) }),
  gives: object({ markdown: text() }),
  begin({ args, locale }) {
    const name = args["name"] === undefined ? undefined : String(args["name"]).trim();
    if (name === undefined || name === "") return at(told(allNames(locale)));
    const markdown = explain(name, locale) ?? explainRule(name, locale) ?? explainReading(name, locale);
    return at(markdown === undefined ? refusal(unknown(name), locale) : told(markdown));
  },
};

/** All of it is out of our own catalogue. */
function told(markdown: string) {
  const shown = markdown.slice(0, textMax).trimEnd();
  return ownWords(shown, { markdown: shown });
}

function allNames(locale: Locale): string {
  const sections = [
    ...explainIndex(locale),
    { title: words.rules[locale], names: rules.map(({ code }) => code) },
    { title: words.readings[locale], names: readings.map(({ id }) => id) },
  ];
  return sections.map(({ title, names }) => `**${title}**\n\n${names.join(", ")}`).join("\n\n");
}

/** The name itself is not repeated: it may be anything. */
function unknown(name: string): Localized {
  const near = suggestName(name, [...rules.map(({ code }) => code), ...readings.map(({ id }) => id)]);
  return {
    en: `Nothing is known under that name. ${near === undefined ? "Call without a name to see what can be asked." : `Did you mean ${near}?`}`,
    ja: `その名前の説明はありません。${near === undefined ? "名前を省くと、調べられるものの一覧を返します。" : `${near} のことですか。`}`,
  };
}

const words = {
  rules: { en: "Rules", ja: "ルール" },
  readings: { en: "Readings", ja: "解釈" },
} as const;
