// lkcluster explain: a parameter, a value, a rule, a reading, a resource kind or a term, in the words of hover and docs.

import { explain, suggestName } from "@lkcluster/core/catalogue/explain.ts";
import { explainIndex, type IndexSection } from "@lkcluster/core/catalogue/explainIndex.ts";
import type { Locale, Localized } from "@lkcluster/core/locale/localized.ts";
import { explainRule } from "@lkcluster/core/rules/explainRule.ts";
import { rules } from "@lkcluster/core/rules/rules.ts";
import { explainReading } from "@lkcluster/core/simulate/describeReading.ts";
import { readings } from "@lkcluster/core/simulate/readings.ts";
import type { Command } from "commander";
import { addCommand, type Shell } from "../command.ts";
import { exitCode } from "../exitCode.ts";
import { renderMarkdown } from "../output/markdown.ts";

export function registerExplain(program: Command, shell: Shell): void {
  addCommand<object>(program, shell, {
    usage: "explain [name...]",
    summary: {
      en: "what a parameter, value, rule, resource kind or term means; without a name, what can be asked",
      ja: "パラメーター、値、ルール、リソースの種類、用語を説明する。名前を省くと一覧を表示する",
    },
    formats: ["text", "markdown", "json"],
    leavesOut: ["quiet", "config"],
    options: [],
    examples: [
      { args: "explain", summary: { en: "what can be asked", ja: "調べられるものの一覧" } },
      { args: "explain QUORUM_MODE", summary: { en: "a parameter", ja: "パラメーター" } },
      { args: "explain QUORUM_MODE=majority", summary: { en: "a value of it", ja: "その値" } },
      { args: "explain quorum-node-count", summary: { en: "a rule of check", ja: "check のルール" } },
      { args: "explain 104086", summary: { en: "a code in the log", ja: "ログのコード" } },
    ],
    run({ io, locale, format, paint }, names) {
      if (names.length === 0) {
        const sections = allNames(locale);
        if (format === "json") io.write(`${JSON.stringify({ sections }, undefined, 2)}\n`);
        else {
          const markdown = sections.map(({ title, names: all }) => `**${title}**\n\n${all.join(", ")}`).join("\n\n");
          io.write(`${format === "markdown" ? markdown : renderMarkdown(markdown, paint, io.columns)}\n`);
        }
        return exitCode.ok;
      }
      const name = names.join(" ");
      const markdown = explain(name, locale) ?? explainRule(name, locale) ?? explainReading(name, locale);
      if (markdown === undefined) {
        io.writeError(`lkcluster: ${unknown(name)[locale]}\n`);
        return exitCode.no;
      }
      if (format === "json") io.write(`${JSON.stringify({ name, markdown }, undefined, 2)}\n`);
      else if (format === "markdown") io.write(`${markdown.trimEnd()}\n`);
      else io.write(`${renderMarkdown(markdown, paint, io.columns)}\n`);
      return exitCode.ok;
    },
  });
}

function allNames(locale: Locale): readonly IndexSection[] {
  return [
    ...explainIndex(locale),
    { title: locale === "ja" ? "ルール" : "Rules", names: rules.map(({ code }) => code) },
    { title: locale === "ja" ? "解釈" : "Readings", names: readings.map(({ id }) => id) },
  ];
}

function unknown(name: string): Localized {
  const near = suggestName(name, [...rules.map(({ code }) => code), ...readings.map(({ id }) => id)]);
  return {
    en: `nothing is known about "${name}". ${near === undefined ? howToAsk.en : `Did you mean ${near}?`}`,
    ja: `「${name}」についての説明はありません。${near === undefined ? howToAsk.ja : `${near} のことですか。`}`,
  };
}

const howToAsk: Localized = {
  en: "Parameters are written as in the file (QUORUM_MODE), rules by their code, resource kinds as gen/app.",
  ja: "パラメーターはファイルのとおり（QUORUM_MODE）、ルールはコード、リソースの種類は gen/app のように指定してください。",
};
